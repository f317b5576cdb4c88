/** `GET [base]/AuditEvent?…` and `POST [base]/AuditEvent/_search`: the access log, newest first, a page at a time. */
import type { Bundle, BundleEntry, OperationOutcome, OperationOutcomeIssue } from 'fhir/r4.js';
import type { ReadRights } from '../../access/read-rights.ts';
import { stringifyFhirJson } from '../../record/fhir/json.ts';
import type { AuditLogPage } from '../../services/audit-log.ts';
import { refuseIgnored, shortName, type ApiParts, type FhirRequest } from '../fhir-request.ts';
import { render, type RenderedAnswer } from '../rendered-answers.ts';
import { CURSOR_PARAMETER } from '../result-parameters.ts';
import { remark } from '../searchset.ts';
import { parseAuditSearch, writePosition, type AuditSearch } from './audit-search.ts';
import { refusePartial } from './refuse-partial.ts';
import { renderAuditEvent } from './render-audit-event.ts';

const DEFAULT_COUNT = 100;

/** @throws GatewayError `bad-request`, `forbidden`, `insufficient-scope`, `unsupported-parameter`. */
export async function searchAuditEvents(parts: ApiParts, request: FhirRequest): Promise<RenderedAnswer> {
  const { grant, parameters } = request;
  const search = parseAuditSearch(parameters, grant, parts.baseUrl);
  const decision = request.decide({ interaction: 'search', patientId: search.otherPatient, types: ['AuditEvent'] });
  refusePartial(decision);
  refuseIgnored(request, search.ignored);
  const limit = search.paging.count ?? DEFAULT_COUNT;
  const page = await parts.auditLog.search(grant, { ...search.filter, before: search.before, limit });
  const told = remarks(search, await parts.auditLog.isOwnOnly(grant));
  const bundle = auditBundle(parts, request, search, page, decision.rights, told);
  return render({ text: stringifyFhirJson(bundle), lastModified: page.entries[0]?.at, completeness: '' });
}

function auditBundle(
  { baseUrl }: ApiParts,
  { grant }: FhirRequest,
  { applied, paging }: AuditSearch,
  page: AuditLogPage,
  rights: ReadRights,
  told: readonly OperationOutcomeIssue[],
): Bundle {
  const events = paging.countOnly ? [] : page.entries;
  const viewer = { rights, sources: grant.sources, baseUrl };
  const link = [{ relation: 'self', url: linkTo(baseUrl, applied) }];
  if (page.next !== undefined && !paging.countOnly) {
    const others = applied.filter(([name]) => name !== CURSOR_PARAMETER);
    link.push({ relation: 'next', url: linkTo(baseUrl, [...others, [CURSOR_PARAMETER, writePosition(page.next)]]) });
  }
  const outcome: OperationOutcome = { resourceType: 'OperationOutcome', id: 'request', issue: [...told] };
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: page.total,
    link,
    entry: [
      ...events.map((entry): BundleEntry => ({
        fullUrl: `${baseUrl}/AuditEvent/${entry.id}`,
        resource: renderAuditEvent(entry, viewer),
        search: { mode: 'match' },
      })),
      ...(told.length === 0 ? [] : [{ resource: outcome, search: { mode: 'outcome' as const } }]),
    ],
  };
}

function remarks({ ignored }: AuditSearch, isOwnOnly: boolean): readonly OperationOutcomeIssue[] {
  return [
    ...(ignored.length > 0
      ? [remark('ignored-parameter', `Not supported and not applied: ${ignored.map(shortName).join(', ')}.`)]
      : []),
    ...(isOwnOnly ? [remark('withheld', 'This viewer sees only what was done under its own consent.')] : []),
  ];
}

function linkTo(baseUrl: string, parameters: readonly (readonly [string, string])[]): string {
  const query = parameters.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
  return `${baseUrl}/AuditEvent${query === '' ? '' : `?${query}`}`;
}
