/** What the demo prints of a record, all of it read from the endpoint: tables, discrepancies in words, completeness. Pure. */
import { issueWords, type IssueWords } from '../services/issue-words.ts';
import { recordRows, type RecordRow, type StatedValue } from '../services/record-rows.ts';
import { answerFigures, type SourceFigures } from './answer-figures.ts';
import type { EverythingAnswer } from './read-everything.ts';
import { printable, shortened } from './printable.ts';
import { textTable, wrap, type Column } from './text-table.ts';

const WHAT: Column = { title: 'What', weight: 34 };
const DOSE: Column = { title: 'Dose', weight: 32 };
const STATUS: Column = { title: 'Status', weight: 18 };
const WHO: Column = { title: 'Who says so', weight: 20 };
const STANDING: Column = { title: 'Sources', weight: 14 };
const VERIFICATIONS: Readonly<Record<string, string>> = {
  refuted: 'ruled out',
  'entered-in-error': 'written by mistake',
  unconfirmed: 'not confirmed',
  provisional: 'not sure yet',
  differential: 'one of several',
};
const LIST_WARNING = /^([a-z][a-z0-9-]*): (.+)$/;
const INCOMPLETE = ' may be incomplete: ';

/** A source that holds a record of the person but could not be linked: what it has is missing. */
export interface NotLinked {
  readonly name: string;
  readonly reason: string;
}

/** @param width characters of a line. */
export function recordReport(answer: EverythingAnswer, notLinked: readonly NotLinked[], width: number): string[] {
  const rows = recordRows(answer.resources);
  const medicines = rows.filter((row) => row.type === 'MedicationStatement');
  const conditions = rows.filter((row) => row.type === 'Condition' && !row.isOther);
  const others = rows.filter((row) => row.type === 'Condition' && row.isOther);
  const allergies = rows.filter((row) => row.type === 'AllergyIntolerance');
  return [
    ...section(
      `Medicines (${medicines.length})`,
      [WHAT, DOSE, STATUS, WHO, STANDING],
      medicines.map(medicineCells),
      width,
    ),
    ...section(`Conditions (${conditions.length})`, [WHAT, STATUS, WHO, STANDING], conditions.map(cells), width),
    ...(others.length === 0
      ? []
      : section(`Other things recorded (${others.length})`, [WHAT, STATUS, WHO, STANDING], others.map(cells), width)),
    ...section(`Allergies (${allergies.length})`, [WHAT, STATUS, WHO, STANDING], allergies.map(cells), width),
    ...discrepancies(issueWords(answer.resources), width),
    ...completeness(answer, notLinked, width),
  ].map(printable);
}

function section(
  title: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): string[] {
  const none = 'No source lists any. That does not mean that there is none.';
  return ['', title, ...(rows.length === 0 ? [none] : textTable(columns, rows, width))];
}

function medicineCells(row: RecordRow): readonly string[] {
  const [what = '', ...rest] = cells(row);
  return [what, doseCell(row), ...rest];
}

function cells(row: RecordRow): readonly string[] {
  return [shortened(row.what), statusCell(row), whoCell(row), standingCell(row)];
}

/** `differs: dose, strength` */
function standingCell(row: RecordRow): string {
  return row.differences.length === 0 ? row.standing : `${row.standing}: ${row.differences.join(', ')}`;
}

function doseCell(row: RecordRow): string {
  if (row.doses.length === 0) return '–';
  return row.dosesDiffer ? statedCell(row.doses) : row.doses.map((dose) => shortened(dose.value)).join('\n');
}

/** Whether it is current, and how sure that is: what was ruled out may have no other status. */
function statusCell({ statuses, verification }: RecordRow): string {
  const told = [
    ...(statuses.length === 0 ? [] : [statedCell(statuses)]),
    ...(verification === undefined || verification === 'confirmed'
      ? []
      : [VERIFICATIONS[verification] ?? shortened(verification)]),
  ];
  return told.length === 0 ? 'not said' : told.join(statuses.length > 1 ? '\n' : ', ');
}

function statedCell(values: readonly StatedValue[]): string {
  if (values.length === 0) return '–';
  if (values.length === 1) return shortened(values[0]?.value ?? '');
  return values.map((item) => `${item.sources.join(', ')}: ${shortened(item.value)}`).join('\n');
}

function whoCell(row: RecordRow): string {
  const copies = row.copiedBy.length === 0 ? [] : [`(copy: ${row.copiedBy.join(', ')})`];
  // Nobody who is linked says it first-hand: the copy is all there is.
  const origin = row.statedBy.length === 0 ? 'elsewhere' : row.statedBy.join(', ');
  return [origin, ...copies].join('\n');
}

function discrepancies(issues: readonly IssueWords[], width: number): string[] {
  const lines = issues.map((issue) => {
    const about = issue.about.length === 0 ? '' : `: ${issue.about.map(shortened).join('  ↔  ')}`;
    const values = issue.values.length === 0 ? '' : ` – ${issue.values.map(shortened).join(' / ')}`;
    const reason = issue.reason === undefined ? '' : ` (${issue.reason})`;
    return `${issue.kind}${about}${values}${reason}`;
  });
  const title = `What differs (${issues.length}): things to ask the GP or pharmacist about, no advice`;
  return [
    '',
    title,
    ...(lines.length === 0 ? ['Nothing that was found.'] : lines.flatMap((line) => bullet(line, width))),
  ];
}

function completeness(answer: EverythingAnswer, notLinked: readonly NotLinked[], width: number): string[] {
  const { sources, quarantined } = answerFigures(answer);
  const lines = sources.map(
    ({ name, state, resources, reason }) =>
      `${name}: ${state}, ${counted(resources, 'resource')}${reason === undefined ? '' : ` – ${reason}`}`,
  );
  const missing = notLinked.map(({ name, reason }) => `${name}: not linked, nothing of it is here – ${reason}`);
  const none = lines.length + missing.length === 0 ? ['No source is linked.'] : [];
  return [
    '',
    'How complete this is',
    ...[...lines, ...missing, ...none, ...warnings(answer, sources)].flatMap((line) => bullet(line, width)),
    ...(quarantined === 0
      ? []
      : bullet(`${counted(quarantined, 'item')} could not be understood; nothing of it is lost.`, width)),
  ];
}

/** What else the answer warns of. What says of a kind of data only what the source's own line says is not repeated. */
function warnings(answer: EverythingAnswer, sources: readonly SourceFigures[]): readonly string[] {
  const texts = answer.outcomes
    .flatMap((outcome) => outcome.issue)
    .filter((issue) => issue.severity !== 'information')
    .flatMap((issue) => issue.details?.text ?? [])
    .filter((text) => !sources.some(({ name, state }) => text.startsWith(`${name}: ${state}`)))
    .filter(
      (text) =>
        !sources.some(
          ({ name, state, reason }) =>
            reason !== undefined && text.startsWith(`${name}: `) && text.endsWith(` ${state}: ${reason}`),
        ),
    );
  return joinedWarnings(texts);
}

/** `gp: A may be incomplete: r` and `gp: B may be incomplete: r` as one line. */
function joinedWarnings(texts: readonly string[]): readonly string[] {
  const lists = new Map<string, string[]>();
  const lines = texts.map((text) => {
    const [, source = '', warning = ''] = LIST_WARNING.exec(text) ?? [];
    const [list = '', reason] = warning.split(INCOMPLETE);
    if (reason === undefined) return { text };
    const key = `${source}\n${reason}`;
    lists.set(key, [...(lists.get(key) ?? []), list]);
    return { key };
  });
  return [
    ...lines.flatMap(({ text }) => text ?? []),
    ...[...lists].map(([key, names]) => {
      const [source = '', reason = ''] = key.split('\n');
      return `${source}: may be incomplete (${reason}): ${names.join('; ')}`;
    }),
  ];
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

function bullet(text: string, width: number): string[] {
  return wrap(text, width - 2).map((line, index) => (index === 0 ? `• ${line}` : `  ${line}`));
}
