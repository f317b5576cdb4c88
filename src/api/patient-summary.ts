/**
 * `[base]/Patient/[id]/$summary` and `[base]/Patient/$summary?identifier=`: the International Patient Summary of the token's
 * patient (HL7 FHIR IPS 2.0.1, "Generation and Data Inclusion"). Made anew from the record; nothing is stored.
 */
import { referenceTo } from '../access/narrow-record.ts';
import { GatewayError } from '../errors.ts';
import { stringifyFhirJson } from '../record/fhir/json.ts';
import { splitEscaped, unescape } from '../record/search/escaped.ts';
import type { R4Resource } from '../record/fhir/types.ts';
import { completenessHeader } from './completeness-told.ts';
import { refuseIgnored, type ApiParts, type FhirRequest } from './fhir-request.ts';
import type { RenderedAnswer } from './rendered-answers.ts';
import { asOf, summaryOf } from './summary-of.ts';
import { parseSummary } from './summary-request.ts';

/**
 * @throws GatewayError `bad-request`, `forbidden`, `insufficient-scope`, `unsupported-parameter`; `not-found` for an identifier
 * that is not the patient's, whether or not it is someone else's, and for any where the Patient may not be read.
 */
export async function patientSummary(parts: ApiParts, request: FhirRequest): Promise<RenderedAnswer> {
  const { grant, id } = request;
  const asked = parseSummary(request);
  const decision = request.decide({
    interaction: 'everything',
    patientId: id === '' ? undefined : id,
    types: undefined,
  });
  refuseIgnored(request, asked.ignored);
  const answer = await request.readRecord();
  const record = parts.stamped(answer, grant, decision.rights);
  // As the viewer may read the Patient: who may not, cannot find out identifiers by trying.
  const isAskedFor = (identifier: string) => isPatient(record.get(referenceTo(answer.record.patient)), identifier);
  if (asked.identifier !== undefined && !isAskedFor(asked.identifier)) throw new GatewayError('not-found');
  return parts.rendered.get(JSON.stringify(['summary', record.key, asked.version]), () => ({
    text: stringifyFhirJson(
      summaryOf({ answer, record, rights: decision.rights, version: asked.version, baseUrl: parts.baseUrl }),
    ),
    lastModified: asOf(answer),
    completeness: completenessHeader(answer.completeness),
  }));
}

function isPatient(patient: R4Resource | undefined, identifier: string): boolean {
  const [first = '', second] = splitEscaped(identifier, '|').map(unescape);
  const own = patient?.resourceType === 'Patient' ? patient.identifier : undefined;
  return (own ?? []).some(({ system, value }) =>
    second === undefined ? value === first : value === second && (system ?? '') === first,
  );
}
