/** Builds the Bundle of a search or of `$everything` (FHIR R4, 3.1.1.1; completeness in every answer: law L7). */
import type { Bundle, BundleEntry, BundleLink, OperationOutcome, OperationOutcomeIssue } from 'fhir/r4.js';
import { referenceTo } from '../access/narrow-record.ts';
import { GatewayError } from '../errors.ts';
import { COMPLETENESS_SYSTEM } from '../record/fhir/canonical.ts';
import type { R4Resource } from '../record/fhir/types.ts';
import { shortName } from './fhir-request.ts';
import { listDigest, readCursor, writeCursor } from './page-cursor.ts';
import { CURSOR_PARAMETER, type Paging } from './result-parameters.ts';
import { subsetOf } from './subset.ts';

export interface SearchsetParts {
  readonly baseUrl: string;
  /** `Patient/1/$everything`, `Condition`. */
  readonly path: string;
  readonly applied: readonly (readonly [string, string])[];
  readonly paging: Paging;
  readonly matches: readonly R4Resource[];
  /** What goes with the records of a page. */
  readonly included: (page: readonly R4Resource[]) => readonly R4Resource[];
  /** Undefined where the answer is no part of a record. */
  readonly completeness: OperationOutcome | undefined;
  /** What else the viewer should know of this answer. */
  readonly remarks: readonly OperationOutcomeIssue[];
  /** Stands for the version of the record in page cursors. */
  readonly recordKey: string;
}

/** @throws GatewayError `bad-request`, `gone` for a page that is not there. */
export function searchset(parts: SearchsetParts): Bundle {
  const { matches, paging } = parts;
  const list = listDigest(matches, parts.recordKey);
  const offset = paging.cursor === undefined ? 0 : readCursor(paging.cursor, list);
  if (offset > 0 && offset >= matches.length) throw new GatewayError('bad-request', 'This page does not exist.');
  const end = paging.count === undefined ? matches.length : offset + paging.count;
  const page = paging.countOnly ? [] : matches.slice(offset, end);
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    ...(paging.withTotal || paging.countOnly ? { total: matches.length } : {}),
    link: links(parts, list, offset, end),
    entry: [
      ...page.map((resource) => entryOf(parts, inPart(resource, paging), 'match')),
      ...parts.included(page).map((resource) => entryOf(parts, resource, 'include')),
      ...outcomes(parts).map((resource): BundleEntry => ({ resource, search: { mode: 'outcome' } })),
    ],
  };
}

/** FHIR R4, 3.1.1.6.5. */
function links(parts: SearchsetParts, list: string, offset: number, end: number): BundleLink[] {
  const { matches, paging } = parts;
  const others = parts.applied.filter(([name]) => name !== CURSOR_PARAMETER);
  const pageAt = (relation: string, start: number): BundleLink => {
    const place: [string, string][] = start === 0 ? [] : [[CURSOR_PARAMETER, writeCursor(start, list)]];
    return { relation, url: linkTo(parts, [...others, ...place]) };
  };
  const self = { relation: 'self', url: linkTo(parts, parts.applied) };
  if (paging.countOnly || paging.count === undefined) return [self];
  return [
    self,
    ...(offset > 0 ? [pageAt('first', 0), pageAt('previous', Math.max(0, offset - paging.count))] : []),
    ...(end < matches.length ? [pageAt('next', end)] : []),
  ];
}

function inPart(resource: R4Resource, { subset }: Paging): R4Resource {
  return subset === undefined ? resource : subsetOf(resource, subset);
}

function entryOf({ baseUrl }: SearchsetParts, resource: R4Resource, mode: 'match' | 'include'): BundleEntry {
  return { fullUrl: `${baseUrl}/${referenceTo(resource)}`, resource, search: { mode } };
}

/** A remark on the request, with a code of the gateway's own. */
export function remark(
  code: string,
  text: string,
  severity: OperationOutcomeIssue['severity'] = 'warning',
): OperationOutcomeIssue {
  return {
    severity,
    code: severity === 'warning' ? 'incomplete' : 'informational',
    details: { coding: [{ system: COMPLETENESS_SYSTEM, code }], text },
  };
}

/** FHIR R4, 3.1.1.1.3: lenient handling says what it left out. */
export function ignoredRemarks(ignored: readonly string[]): OperationOutcomeIssue[] {
  if (ignored.length === 0) return [];
  return [remark('ignored-parameter', `Not supported and not applied: ${ignored.map(shortName).join(', ')}.`)];
}

function outcomes({ completeness, remarks }: SearchsetParts): OperationOutcome[] {
  const told = completeness === undefined ? [] : [completeness];
  if (remarks.length === 0) return told;
  return [...told, { resourceType: 'OperationOutcome', id: 'request', issue: [...remarks] }];
}

function linkTo({ baseUrl, path }: SearchsetParts, parameters: readonly (readonly [string, string])[]): string {
  const query = parameters.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
  return query === '' ? `${baseUrl}/${path}` : `${baseUrl}/${path}?${query}`;
}
