/**
 * `[base]/DocumentReference/$docref` (International Patient Access 1.1.0, "Fetch DocumentReference"): the sources' documents that
 * match, and the patient summary, which is made when it is fetched. What cannot be made is left out: an empty Bundle is an answer.
 */
import type { DocumentReference } from 'fhir/r4.js';
import { stringifyFhirJson } from '../record/fhir/json.ts';
import type { R4Resource } from '../record/fhir/types.ts';
import { matchesToken } from '../record/search/match-token.ts';
import type { IpsVersion } from '../record/views/summary/ips-version.ts';
import { hasCareBetween } from './care-dates.ts';
import { completenessHeader } from './completeness-told.ts';
import { parseDocref, type DocrefRequest } from './docref-request.ts';
import { newest, refuseIgnored, shortName, type ApiParts, type FhirRequest } from './fhir-request.ts';
import type { RenderedAnswer } from './rendered-answers.ts';
import { remark, searchset } from './searchset.ts';
import { asOf } from './summary-of.ts';
import { canSummarise, SUMMARY_TYPE, summaryReference } from './summary-reference.ts';

/** @throws GatewayError `bad-request`, `forbidden`, `insufficient-scope`, `unsupported-parameter`, `gone`. */
export async function docref(parts: ApiParts, request: FhirRequest): Promise<RenderedAnswer> {
  const { grant } = request;
  const asked = parseDocref(request.parameters);
  const decision = request.decide({
    interaction: 'search',
    patientId: asked.patientId,
    types: ['DocumentReference'],
  });
  refuseIgnored(request, asked.ignored);
  const answer = await request.readRecord();
  const record = parts.stamped(answer, grant, decision.rights);
  const isPossible = canSummarise(grant);
  const at = asOf(answer);
  const key = JSON.stringify(['docref', record.key, asked.applied, asked.ignored, isPossible]);
  return parts.rendered.get(key, () => {
    const stored = record
      .view('unified')
      .filter((resource): resource is DocumentReference & { id: string } => isAsked(resource, asked));
    const summaries = isPossible
      ? summaryVersions(asked).map((version) => summaryReference(parts.baseUrl, asked.patientId, version, at))
      : [];
    const bundle = searchset({
      baseUrl: parts.baseUrl,
      path: 'DocumentReference/$docref',
      applied: asked.applied,
      paging: asked.paging,
      matches: [...summaries, ...stored],
      included: () => [],
      completeness: record.outcome(),
      remarks:
        asked.ignored.length === 0
          ? []
          : [remark('ignored-parameter', `Not supported and not applied: ${asked.ignored.map(shortName).join(', ')}.`)],
      recordKey: record.key,
    });
    return {
      text: stringifyFhirJson(bundle),
      lastModified: newest([at, ...stored.map(({ meta }) => meta?.lastUpdated)]),
      completeness: completenessHeader(answer.completeness),
    };
  });
}

/** The sources say of no document which profile it follows, and none of theirs is made on demand. */
function isAsked(resource: R4Resource, { start, end, types, onDemandOnly, profiles }: DocrefRequest): boolean {
  if (resource.resourceType !== 'DocumentReference' || onDemandOnly || profiles !== undefined) return false;
  if (resource.status === 'entered-in-error') return false;
  if (types.length > 0 && !types.some((token) => matchesToken(resource.type, token))) return false;
  return (start === undefined && end === undefined) || hasCareBetween(resource, start ?? -Infinity, end ?? Infinity);
}

/** A summary tells of the present only: with dates none can be made. */
function summaryVersions({ start, end, types, profiles }: DocrefRequest): readonly IpsVersion[] {
  if (start !== undefined || end !== undefined) return [];
  if (types.length > 0 && !types.some((token) => matchesToken(SUMMARY_TYPE, token))) return [];
  return profiles === undefined ? ['2.0'] : [...new Set(profiles)];
}
