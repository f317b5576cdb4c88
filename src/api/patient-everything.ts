/**
 * `[base]/Patient/[id]/$everything`: the single patient endpoint (FHIR R4, `Patient-everything`; design 4). Without an id it
 * is about the token's patient.
 */
import { referenceTo } from '../access/narrow-record.ts';
import type { AccessDecision } from '../access/decide.ts';
import { COMPANION_TYPES } from '../access/readable-types.ts';
import { stringifyFhirJson } from '../record/fhir/json.ts';
import type { R4Resource } from '../record/fhir/types.ts';
import { hasCareBetween } from './care-dates.ts';
import { completenessHeader } from './completeness-told.ts';
import { elementsAt } from '../record/search/elements-at.ts';
import { parseEverything, type EverythingRequest } from './everything-request.ts';
import { newest, refuseIgnored, type ApiParts, type FhirRequest } from './fhir-request.ts';
import type { RecordAnswer } from '../services/record-reader.ts';
import { mayKnow } from './read-resource.ts';
import type { RenderedAnswer } from './rendered-answers.ts';
import { ignoredRemarks, remark, searchset } from './searchset.ts';

/** @throws GatewayError `bad-request`, `forbidden`, `insufficient-scope`, `unsupported-parameter`, `gone`. */
export async function patientEverything(parts: ApiParts, request: FhirRequest): Promise<RenderedAnswer> {
  const { grant, id } = request;
  const asked = parseEverything(request.parameters);
  const decision = request.decide({
    interaction: 'everything',
    patientId: id === '' ? undefined : id,
    types: asked.types,
  });
  refuseIgnored(request, asked.ignored);
  const answer = await request.readRecord();
  const record = parts.stamped(answer, grant, decision.rights);
  const key = JSON.stringify(['everything', id, record.key, asked.applied, asked.ignored]);
  return parts.rendered.get(key, () => {
    const matches = inCare(record.view(asked.view), asked).filter((resource) => isAsked(resource, asked));
    const bundle = searchset({
      baseUrl: parts.baseUrl,
      path: id === '' ? 'Patient/$everything' : `Patient/${id}/$everything`,
      applied: asked.applied,
      paging: asked.paging,
      matches,
      // All that goes with a record is in it already.
      included: () => [],
      completeness: record.outcome(),
      remarks: remarks(asked, decision, answer),
      recordKey: record.key,
    });
    return {
      text: stringifyFhirJson(bundle),
      lastModified: newest(matches.map((resource) => resource.meta?.lastUpdated)),
      completeness: completenessHeader(answer.completeness),
    };
  });
}

/** A record whose last change is not known is given rather than kept back (law L1). */
function isAsked(resource: R4Resource, { types, since }: EverythingRequest): boolean {
  if (types !== undefined && !types.includes(resource.resourceType)) return false;
  const changed = Date.parse(resource.meta?.lastUpdated ?? '');
  return since === undefined || Number.isNaN(changed) || changed > since;
}

/** Records with care between `start` and `end`, and what accompanies them. */
function inCare(resources: readonly R4Resource[], { start, end }: EverythingRequest): readonly R4Resource[] {
  if (start === undefined && end === undefined) return resources;
  const kept = resources.filter(
    (resource) => !isCompanion(resource) && hasCareBetween(resource, start ?? -Infinity, end ?? Infinity),
  );
  const named = new Set(kept.map(referenceTo));
  return resources.filter((resource) =>
    isCompanion(resource) ? accompanies(resource, named) : named.has(referenceTo(resource)),
  );
}

function isCompanion(resource: R4Resource): boolean {
  return COMPANION_TYPES.has(resource.resourceType) && resource.resourceType !== 'Device';
}

function accompanies(resource: R4Resource, named: ReadonlySet<string>): boolean {
  const about = ['item.resource.reference', 'target.reference', 'implicated.reference'].flatMap((path) =>
    elementsAt(resource, path),
  );
  return about.some((reference) => typeof reference === 'string' && named.has(reference));
}

/** What is no longer there has no entry of its own in a searchset. */
function goneSince({ since, types }: EverythingRequest, { rights }: AccessDecision, { gone }: RecordAnswer) {
  if (since === undefined) return [];
  return [...gone].flatMap(([reference, { at }]) => {
    const [type = ''] = reference.split('/');
    const isAsked = types === undefined || types.includes(type);
    if (!isAsked || Date.parse(at) <= since || !mayKnow(rights, type)) return [];
    return [{ ...remark('gone', `${reference} is no longer there.`, 'information'), diagnostics: reference }];
  });
}

function remarks(asked: EverythingRequest, decision: AccessDecision, answer: RecordAnswer) {
  return [
    ...ignoredRemarks(asked.ignored),
    ...goneSince(asked, decision, answer),
    ...(decision.outcome === 'narrowed' ? [remark('withheld', decision.reason)] : []),
  ];
}
