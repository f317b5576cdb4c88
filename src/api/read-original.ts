/**
 * `GET [base]/[type]/[id]/$original`: what a source sent, as it came (design 4; law L2). Only for records of sources and for
 * what was set aside: what is computed has no original.
 */
import { referenceTo } from '../access/narrow-record.ts';
import { GatewayError } from '../errors.ts';
import { stringifyFhirJson } from '../record/fhir/json.ts';
import type { FhirVersion } from '../record/fhir/types.ts';
import type { ReconciledRecord } from '../record/reconciled-record.ts';
import { completenessHeader } from './completeness-told.ts';
import { refuseIgnored, type ApiParts, type FhirRequest } from './fhir-request.ts';
import { render, type RenderedAnswer } from './rendered-answers.ts';

/** FHIR's names of its releases (FHIR R4, 3.1.0.1.10 "fhirVersion"). */
const RELEASES: Readonly<Record<FhirVersion, string>> = { DSTU2: '1.0', STU3: '3.0', R4: '4.0' };

/** @throws GatewayError `insufficient-scope`, `not-found`, `unsupported-parameter`. */
export async function readOriginal(parts: ApiParts, request: FhirRequest): Promise<RenderedAnswer> {
  const { grant, resourceType, id, parameters } = request;
  const decision = request.decide({ interaction: 'read', patientId: undefined, types: [resourceType] });
  refuseIgnored(
    request,
    parameters.map((parameter) => parameter.name),
  );
  const answer = await request.readRecord();
  const reference = `${resourceType}/${id}`;
  const record = parts.stamped(answer, grant, decision.rights);
  const original = record.get(reference) === undefined ? undefined : originalOf(answer.record, reference);
  if (original === undefined) throw new GatewayError('not-found');
  // As it came is whole: what it names of types that the token does not allow cannot be left out.
  if (record.isPartial(reference)) {
    throw new GatewayError('insufficient-scope', 'What the source sent names records that the token does not allow.');
  }
  return render({ ...original, lastModified: undefined, completeness: completenessHeader(answer.completeness) });
}

function originalOf(
  record: ReconciledRecord,
  reference: string,
): { readonly text: string; readonly contentType: string } | undefined {
  const kept = record.sourceRecords.find((item) => referenceTo(item.resource) === reference);
  if (kept !== undefined) {
    return {
      text: kept.received.text ?? stringifyFhirJson(kept.received.json),
      contentType: `application/fhir+json; fhirVersion=${RELEASES[kept.version]}; charset=utf-8`,
    };
  }
  const setAside = record.quarantined.find((item) => `Binary/${item.id}` === reference);
  return setAside === undefined ? undefined : { text: setAside.text, contentType: 'text/plain; charset=utf-8' };
}
