/** `GET [base]/[type]/[id]` (FHIR R4, "read"; 404, 410 and the ETag as in 3.1.0.1). */
import { COMPANION_TYPES, isReadable } from '../access/readable-types.ts';
import { GatewayError } from '../errors.ts';
import { stringifyFhirJson } from '../record/fhir/json.ts';
import { completenessHeader, withCompleteness } from './completeness-told.ts';
import { newest, refuseIgnored, type ApiParts, type FhirRequest } from './fhir-request.ts';
import type { RenderedAnswer } from './rendered-answers.ts';
import { emptyPaging, readPagingParameter } from './result-parameters.ts';

/**
 * A record of someone else and one that never was give the same answer.
 * @throws GatewayError `forbidden` (another Patient), `insufficient-scope`, `not-found`, `gone`, `unsupported-parameter`.
 */
export async function readResource(parts: ApiParts, request: FhirRequest): Promise<RenderedAnswer> {
  const { grant, resourceType, id } = request;
  const ignored = request.parameters.filter((parameter) => readPagingParameter(parameter, emptyPaging) === undefined);
  const decision = request.decide({ interaction: 'read', patientId: undefined, types: [resourceType] });
  refuseIgnored(
    request,
    ignored.map((parameter) => parameter.name),
  );
  const answer = await request.readRecord();
  const record = parts.stamped(answer, grant, decision.types);
  const reference = `${resourceType}/${id}`;
  const resource = record.get(reference);
  if (resource === undefined) {
    // What accompanied a record of another type is not told of to one who may not read that type.
    const mayKnow =
      decision.types === '*' || (!COMPANION_TYPES.has(resourceType) && isReadable(decision.types, resourceType));
    if (answer.gone.has(reference) && mayKnow) throw new GatewayError('gone');
    if (resourceType === 'Patient') throw new GatewayError('forbidden', 'The access token is for another patient.');
    throw new GatewayError('not-found');
  }
  return parts.rendered.get(JSON.stringify(['read', record.key, reference]), () => ({
    text: stringifyFhirJson(withCompleteness(resource, answer.completeness)),
    lastModified: newest([resource.meta?.lastUpdated]),
    completeness: completenessHeader(answer.completeness),
  }));
}
