/**
 * Results, vital signs, social history and pregnancy: the newest of each test or question (IPS 2.0.1, "Diagnostic Results",
 * "Vital Signs", "Social History", "History of Pregnancy").
 */
import type { DiagnosticReport, Observation } from 'fhir/r4.js';
import { dayWords } from '../../explain/day-words.ts';
import { compareText } from '../../facts/fact.ts';
import { completeObservation, completeReport } from './complete-required.ts';
import { canonicalSystem } from '../../terminology/code-systems.ts';
import { conceptKey } from './concept-key.ts';
import { newestOfEach, timesWords } from './newest-of-each.ts';
import type { SummaryContext } from './summary-context.ts';
import { summarySection, type SummarySection } from './summary-section.ts';
import { VITAL_SIGN_WORDS, VITAL_SIGNS } from './tables/vital-signs.ts';
import { conceptWords, measuredWords, valueWords } from './words.ts';
import { table, type Content, type Markup } from './xhtml.ts';

type Finding = Observation & { id: string };
type Report = DiagnosticReport & { id: string };
type Kind = 'results' | 'vital-signs' | 'social-history' | 'pregnancy' | 'other';

const LOINC = 'http://loinc.org';
const PREGNANCY: ReadonlySet<string> = new Set(
  '82810-3 11778-8 11779-6 11780-4 11612-9 11613-7 11614-5 11636-8 11637-6 11638-4 11639-2 11640-0 33065-4'.split(' '),
);
const SOCIAL: ReadonlySet<string> = new Set(['72166-2', '74013-4']);
const RESULT_CATEGORIES = ['laboratory', 'imaging', 'procedure', 'exam'];
const DROPPED: ReadonlySet<string> = new Set(['entered-in-error', 'cancelled']);
const SERVICE_SECTIONS = 'http://terminology.hl7.org/CodeSystem/v2-0074';

export function observationSection(
  context: SummaryContext,
  kind: Exclude<Kind, 'results' | 'other'>,
): SummarySection | undefined {
  const newest = newestFindings(context, kind);
  return summarySection(context, kind, {
    entries: newest.map(({ resource }) => completeObservation(resource, context.subject, false)),
    told: newest.length === 0 ? [] : [findingsTable(context, newest)],
  });
}

export function resultsSection(context: SummaryContext): SummarySection | undefined {
  const newest = newestFindings(context, 'results');
  const reports = newestOfEach(
    context.asserted('DiagnosticReport').filter((report) => !DROPPED.has(report.status) && isResult(report)),
    (report) => conceptKey(report.code),
    reportDate,
  );
  const reportRows = reports.map(({ resource, count }) => [
    conceptWords(resource.code) ?? 'without a name',
    dateText(reportDate(resource)),
    [resource.conclusion ?? '', timesWords(count)].filter((words) => words !== ''),
    context.sourceOf(resource),
  ]);
  return summarySection(context, 'results', {
    entries: [
      ...newest.map(({ resource }) => completeObservation(resource, context.subject, true)),
      ...reports.map(({ resource }) => completeReport(resource, context.subject)),
    ],
    told: [
      ...(newest.length === 0 ? [] : [findingsTable(context, newest)]),
      ...(reportRows.length === 0 ? [] : [table(['Report', 'Date', 'Conclusion', 'Recorded by'], reportRows)]),
    ],
  });
}

/** Notes and letters are sent as reports too: they are documents. */
function isResult({ result, conclusion, conclusionCode, category }: Report): boolean {
  if (result !== undefined || conclusion !== undefined || conclusionCode !== undefined) return true;
  return (category ?? []).some(({ coding }) => coding?.some(({ system }) => system === SERVICE_SECTIONS) === true);
}

function newestFindings(context: SummaryContext, kind: Kind) {
  const of = context
    .asserted('Observation')
    .filter((finding) => !DROPPED.has(finding.status) && kindOf(finding) === kind);
  return [...newestOfEach(of, (finding) => conceptKey(finding.code), dateOf)].sort(
    (a, b) =>
      compareText(nameOf(a.resource).toLowerCase(), nameOf(b.resource).toLowerCase()) ||
      compareText(a.resource.id, b.resource.id),
  );
}

function kindOf(finding: Finding): Kind | undefined {
  const { code, category } = finding;
  const loinc = (code.coding ?? []).flatMap((coding) => (coding.system === LOINC ? (coding.code ?? []) : []));
  if (loinc.some((one) => PREGNANCY.has(one))) return 'pregnancy';
  const categories = (category ?? []).flatMap(({ coding }) => (coding ?? []).flatMap((one) => one.code ?? []));
  if (loinc.some((one) => SOCIAL.has(one)) || categories.includes('social-history')) return 'social-history';
  if (categories.includes('vital-signs')) return 'vital-signs';
  if (categories.some((one) => RESULT_CATEGORIES.includes(one))) return 'results';
  return categories.length === 0 ? kindByContent(finding) : 'other';
}

/** GP records give no category: a measured value is a result; an entry without any repeats what stands in another list. */
function kindByContent(finding: Finding): Kind | undefined {
  const codes = (finding.code.coding ?? []).map(({ system, code }) => `${canonicalSystem(system) ?? ''}|${code ?? ''}`);
  if (codes.some((code) => VITAL_SIGNS.has(code)) || VITAL_SIGN_WORDS.has(nameOf(finding).toLowerCase()))
    return 'vital-signs';
  const values = [finding, ...(finding.component ?? [])];
  if (values.some((of) => of.valueQuantity !== undefined || of.valueRange !== undefined || of.valueRatio !== undefined))
    return 'results';
  return values.some((of) => valueWords(of) !== undefined) ? 'other' : undefined;
}

/** What is no result, sign or habit: "main spoken language". */
export function otherFindings(context: SummaryContext): readonly Finding[] {
  return newestFindings(context, 'other').map(({ resource }) => resource);
}

function findingsTable(context: SummaryContext, findings: ReturnType<typeof newestFindings>): Markup {
  const rows = findings.map(({ resource, count }): readonly Content[] => [
    nameOf(resource),
    valueLines(resource),
    referenceWords(resource),
    [dateText(dateOf(resource)), timesWords(count)].filter((words) => words !== ''),
    context.sourceOf(resource),
  ]);
  return table(['What', 'Value', 'Reference', 'Date', 'Recorded by'], rows);
}

function nameOf({ code }: Finding): string {
  return conceptWords(code) ?? 'without a name';
}

function valueLines(finding: Finding): Content {
  const own = valueWords(finding);
  const interpretation = (finding.interpretation ?? []).flatMap((one) => conceptWords(one) ?? []).join(', ');
  const status = finding.status === 'final' ? '' : finding.status;
  const marks = [interpretation, status].filter((words) => words !== '').join(', ');
  const parts = (finding.component ?? []).map(
    (part) => `${conceptWords(part.code) ?? ''}: ${valueWords(part) ?? 'not said'}`,
  );
  const lines = [...(own === undefined ? [] : [own]), ...parts];
  const shown = lines.length === 0 ? ['no value'] : lines;
  return marks === '' ? shown : [...shown, marks];
}

function referenceWords({ referenceRange }: Finding): string {
  const [range] = referenceRange ?? [];
  if (range?.text !== undefined) return range.text;
  const [low, high] = [measuredWords(range?.low), measuredWords(range?.high)];
  if (low === undefined && high === undefined) return '';
  return `${low ?? ''} – ${high ?? ''}`;
}

function dateOf({ effectiveDateTime, effectivePeriod, effectiveInstant, issued }: Finding): string | undefined {
  return effectiveDateTime ?? effectivePeriod?.start ?? effectiveInstant ?? issued;
}

function reportDate({ effectiveDateTime, effectivePeriod, issued }: Report): string | undefined {
  return effectiveDateTime ?? effectivePeriod?.start ?? issued;
}

function dateText(date: string | undefined): string {
  return date === undefined ? 'not said' : dayWords(date);
}
