/** `[base]/[type]/[id]` and `…/_history/[vid]` (FHIR R4, "read", "vread"; 404 and 410 as in 3.1.0.1). */
import { narrowCompleteness } from '../access/narrow-outcome.ts';
import { mayReadAll, type ReadRights } from '../access/read-rights.ts';
import { COMPANION_TYPES } from '../access/readable-types.ts';
import { GatewayError } from '../errors.ts';
import type { RecordAnswer } from '../services/record-reader.ts';
import { stringifyFhirJson } from '../record/fhir/json.ts';
import { completenessHeader, withCompleteness } from './completeness-told.ts';
import { newest, refuseIgnored, type ApiParts, type FhirRequest } from './fhir-request.ts';
import { actorOf } from './read-actor.ts';
import type { RenderedAnswer } from './rendered-answers.ts';
import { readShape } from './result-parameters.ts';
import type { StampedRecord } from './stamped-record.ts';
import { subsetOf } from './subset.ts';
import { findSummaryReference } from './summary-reference.ts';

/**
 * A record of someone else and one that never was give the same answer.
 * @throws GatewayError `forbidden` (another Patient), `insufficient-scope`, `not-found`, `gone`, `unsupported-parameter`.
 */
export async function readResource(parts: ApiParts, request: FhirRequest): Promise<RenderedAnswer> {
  const { grant, resourceType, id } = request;
  const { subset, ignored } = readShape(request.parameters);
  const decision = request.decide({ interaction: 'read', patientId: undefined, types: [resourceType] });
  refuseIgnored(request, ignored);
  const actor = actorOf(request);
  if (actor !== undefined) {
    return parts.rendered.get(JSON.stringify(['actor', actor.id, subset]), () => ({
      text: JSON.stringify(subset === undefined ? actor : subsetOf(actor, subset)),
      lastModified: undefined,
      completeness: '',
    }));
  }
  const answer = await request.readRecord();
  const record = parts.stamped(answer, grant, decision.rights);
  const reference = `${resourceType}/${id}`;
  const resource = record.get(reference) ?? findSummaryReference(parts.baseUrl, grant, reference, answer);
  if (resource === undefined) throw notThere(answer, record, request, decision.rights);
  if (request.version !== '') refuseOtherVersion(request.version, resource.meta?.versionId);
  return parts.rendered.get(JSON.stringify(['read', record.key, reference, subset]), () => ({
    text: stringifyFhirJson(
      withCompleteness(
        subset === undefined ? resource : subsetOf(resource, subset),
        narrowCompleteness(answer.completeness, decision.rights),
      ),
    ),
    lastModified: newest([resource.meta?.lastUpdated]),
    completeness: completenessHeader(answer.completeness),
  }));
}

/** Records are computed, so of each only the newest version there is can be given. */
function refuseOtherVersion(asked: string, current: string | undefined): void {
  if (asked === current) return;
  if (isEarlier(asked, current)) throw new GatewayError('gone', 'Only the newest version of a record is kept.');
  throw new GatewayError('not-found');
}

function notThere(
  { gone }: RecordAnswer,
  record: StampedRecord,
  { resourceType, id, version }: FhirRequest,
  rights: ReadRights,
): GatewayError {
  const was = gone.get(`${resourceType}/${id}`);
  if (was !== undefined && mayKnow(rights, resourceType)) {
    if (version !== '' && version !== was.versionId && !isEarlier(version, was.versionId)) {
      return new GatewayError('not-found');
    }
    const readable = was.successors.filter((reference) => record.get(reference) !== undefined);
    return readable.length === 0
      ? new GatewayError('gone')
      : new GatewayError('gone', `This is no longer here. What it was made of is now in: ${readable.join(', ')}.`);
  }
  if (resourceType === 'Patient') return new GatewayError('forbidden', 'The access token is for another patient.');
  return new GatewayError('not-found');
}

/** What accompanied a record of another type, or may not have met a scope, is not told of to one who may not read it all. */
export function mayKnow(rights: ReadRights, resourceType: string): boolean {
  return rights.whole === '*' || (!COMPANION_TYPES.has(resourceType) && mayReadAll(rights, resourceType));
}

function isEarlier(asked: string, current: string | undefined): boolean {
  return /^[1-9]\d{0,8}$/.test(asked) && Number(asked) < Number(current);
}
