/** What the demo prints of a record, all of it read from the endpoint: tables, discrepancies in words, completeness. Pure. */
import { issueWords, type IssueWords } from '../services/issue-words.ts';
import { recordRows, type RecordRow, type StatedValue } from '../services/record-rows.ts';
import { answerFigures } from './answer-figures.ts';
import type { EverythingAnswer } from './read-everything.ts';
import { textTable, wrap, type Column } from './text-table.ts';

const WHAT: Column = { title: 'What', weight: 34 };
const DOSE: Column = { title: 'Dose', weight: 32 };
const STATUS: Column = { title: 'Status', weight: 18 };
const WHO: Column = { title: 'Who says so', weight: 20 };
const STANDING: Column = { title: 'Sources', weight: 14 };

/** @param width characters of a line. */
export function recordReport(answer: EverythingAnswer, width: number): string[] {
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
    ...completeness(answer, width),
  ];
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
  return [row.what, statedCell(row.statuses), whoCell(row), standingCell(row)];
}

/** `differs: dose, strength` */
function standingCell(row: RecordRow): string {
  return row.differences.length === 0 ? row.standing : `${row.standing}: ${row.differences.join(', ')}`;
}

function doseCell(row: RecordRow): string {
  if (row.doses.length === 0) return '–';
  return row.dosesDiffer ? statedCell(row.doses) : row.doses.map((dose) => dose.value).join('\n');
}

function statedCell(values: readonly StatedValue[]): string {
  if (values.length === 0) return '–';
  if (values.length === 1) return values[0]?.value ?? '';
  return values.map((item) => `${item.sources.join(', ')}: ${item.value}`).join('\n');
}

function whoCell(row: RecordRow): string {
  const copies = row.copiedBy.length === 0 ? '' : `\n(copy: ${row.copiedBy.join(', ')})`;
  return `${row.statedBy.join(', ')}${copies}`;
}

function discrepancies(issues: readonly IssueWords[], width: number): string[] {
  const lines = issues.map((issue) => {
    const about = issue.about.length === 0 ? '' : `: ${issue.about.join('  ↔  ')}`;
    const values = issue.values.length === 0 ? '' : ` – ${issue.values.join(' / ')}`;
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

function completeness(answer: EverythingAnswer, width: number): string[] {
  const { sources, quarantined } = answerFigures(answer);
  const lines = sources.map(
    ({ name, state, resources, reason }) =>
      `${name}: ${state}, ${resources} resources${reason === undefined ? '' : ` – ${reason}`}`,
  );
  const others = answer.outcomes
    .flatMap((outcome) => outcome.issue)
    .filter((issue) => issue.severity !== 'information' && !lines.some((line) => line === issue.details?.text))
    .flatMap((issue) => issue.details?.text ?? [])
    .filter((text) => !sources.some(({ name, state }) => text.startsWith(`${name}: ${state}`)));
  return [
    '',
    'How complete this is',
    ...[...lines, ...others].flatMap((line) => bullet(line, width)),
    ...(quarantined === 0 ? [] : bullet(`${quarantined} items could not be understood; they are kept.`, width)),
  ];
}

function bullet(text: string, width: number): string[] {
  return wrap(text, width - 2).map((line, index) => (index === 0 ? `• ${line}` : `  ${line}`));
}
