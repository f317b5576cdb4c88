/** `GET [base]/[type]?…` and `POST [base]/[type]/_search` (FHIR R4, "search"). */
import type { OperationOutcomeIssue } from 'fhir/r4.js';
import { UNIFIED_TYPES } from '../record/views/everything.ts';
import { stringifyFhirJson } from '../record/fhir/json.ts';
import type { R4Resource } from '../record/fhir/types.ts';
import { completenessHeader } from './completeness-told.ts';
import { newest, refuseIgnored, type ApiParts, type FhirRequest } from './fhir-request.ts';
import { included } from './includes.ts';
import type { RenderedAnswer } from './rendered-answers.ts';
import { isStatusDisputed } from '../record/search/reported-values.ts';
import { sortRecords } from './sort-records.ts';
import { parseSearch, type SearchRequest } from './search-request.ts';
import { ignoredRemarks, remark, searchset } from './searchset.ts';
import type { StampedRecord } from './stamped-record.ts';

/** Types whose unified records answer a search by default (design 4); the others answer with what the sources gave. */
export const UNIFIED_BY_DEFAULT: ReadonlySet<string> = new Set([
  'MedicationStatement',
  'Condition',
  'AllergyIntolerance',
]);

/** @throws GatewayError `bad-request`, `forbidden`, `insufficient-scope`, `unsupported-parameter`, `gone`. */
export async function searchType(parts: ApiParts, request: FhirRequest): Promise<RenderedAnswer> {
  const { grant, resourceType } = request;
  const search = parseSearch(resourceType, request.parameters, grant.subjectId, parts.baseUrl);
  const decision = request.decide({ interaction: 'search', patientId: search.otherPatient, types: [resourceType] });
  refuseIgnored(request, search.ignored);
  const answer = await request.readRecord();
  const record = parts.stamped(answer, grant, decision.rights);
  const key = JSON.stringify(['search', record.key, resourceType, search.applied, search.ignored]);
  return parts.rendered.get(key, () => {
    const pool = searchable(record, resourceType, search);
    const found = pool.filter((resource) => search.criteria.every((criterion) => criterion(resource)));
    const matches = sortRecords(found, search.sort);
    const bundle = searchset({
      baseUrl: parts.baseUrl,
      path: resourceType,
      applied: search.applied,
      paging: search.paging,
      matches,
      included: (page) => included(record, search.includes, page),
      completeness: record.outcome(),
      remarks: [
        ...remarks(search, pool, matches),
        ...(decision.outcome === 'narrowed' ? [remark('withheld', decision.reason)] : []),
      ],
      recordKey: record.key,
    });
    return {
      text: stringifyFhirJson(bundle),
      lastModified: newest(matches.map((resource) => resource.meta?.lastUpdated)),
      completeness: completenessHeader(answer.completeness),
    };
  });
}

/** With `_tag` the client names the kind of record it wants, so all are looked at; with a modifier it names none. */
function searchable(record: StampedRecord, resourceType: string, search: SearchRequest): readonly R4Resource[] {
  const shownApart = UNIFIED_TYPES.has(resourceType) && !UNIFIED_BY_DEFAULT.has(resourceType);
  const namesKind = search.applied.some(([name]) => name === '_tag');
  const all = namesKind || shownApart || resourceType === 'Binary';
  return record.view(all ? 'all' : 'unified').filter((resource) => resource.resourceType === resourceType);
}

function remarks(
  search: SearchRequest,
  pool: readonly R4Resource[],
  matches: readonly R4Resource[],
): readonly OperationOutcomeIssue[] {
  const told = ignoredRemarks(search.ignored);
  if (search.used.has('status') || search.used.has('clinical-status')) {
    const found = new Set(matches);
    const disputed = pool.filter((resource) => isStatusDisputed(resource) && !found.has(resource)).length;
    if (disputed > 0) {
      told.push(
        remark(
          'disputed-status',
          `The sources state different statuses for ${disputed} record(s), which a search by status cannot find. Search without it and read the reported-status extension.`,
        ),
      );
    }
  }
  return told;
}
