/**
 * Questions to take to the GP or pharmacist (requirement P6), made from where the sources differ or may list one thing twice.
 * Never advice. A question keeps its key over every re-pull, so what the person did with it holds on; where its difference is
 * gone, it is told as settled and not lost. Pure.
 */
import { createHash } from 'node:crypto';
import type { DetectedIssue } from 'fhir/r4.js';
import type { OwnQuestion, OwnTaking, PersonEntry } from '../ports/person-entries.ts';
import { itemKey } from '../record/decide/decision.ts';
import { dayWords } from '../record/explain/day-words.ts';
import { issueCode, issuesByRecord, relatedReasonOf, statedValuesOf } from '../record/explain/issues-by-record.ts';
import { recordNames, refOf, type RecordNames } from '../record/explain/record-names.ts';
import { reportedStatusesOf } from '../record/explain/reported-statuses.ts';
import { EXTENSION } from '../record/fhir/canonical.ts';
import type { ReconciledRecord, UnifiedRecord } from '../record/reconciled-record.ts';
import { itemKeysOf } from './item-refs.ts';
import { withoutAdded } from './medicine-name.ts';

export type QuestionState = OwnQuestion['state'];

export interface QuestionValue {
  /** As the source wrote it; a FHIR code for statuses. */
  readonly value: string;
  /** Names of the sources that say so, sorted; `own`: the person. */
  readonly sources: readonly string[];
}

export interface QuestionLine {
  /** Code of the gateway's CodeSystem `discrepancy`. */
  readonly code: string;
  readonly values: readonly QuestionValue[];
}

export interface MadeQuestion {
  /** Stable for as long as the things it is about are what they are. */
  readonly key: string;
  /**
   * `differs`: in other ways than whether it is current, which is `status`; `may-be-same`: two things listed; `sides`:
   * one is listed on the left and on the right, by different places; `against`: one says there is none; `taking`: the person takes it otherwise than it is listed.
   */
  readonly form: 'differs' | 'status' | 'may-be-same' | 'sides' | 'against' | 'taking';
  readonly type: 'medicine' | 'condition' | 'allergy';
  /** What it is about, as the sources write it. */
  readonly names: readonly string[];
  readonly lines: readonly QuestionLine[];
  /** Of `may-be-same`: why they stand apart, a code of the gateway's CodeSystem `related-reason`. */
  readonly reason: string | undefined;
  /** Of `taking`. */
  readonly taking: Pick<OwnTaking, 'how' | 'reason'> | undefined;
  /** Everything it is about is over, whoever is asked. */
  readonly isPast: boolean;
  /** Of what the sources say now. */
  readonly digest: string;
}

export interface AskedQuestion {
  readonly made: MadeQuestion;
  readonly state: QuestionState;
  /** The person did something with it. */
  readonly isTouched: boolean;
  /** The person's own words for it. */
  readonly text: string | undefined;
  /** What the sources say is not what it was when the person last did something with it. */
  readonly hasChanged: boolean;
}

export interface OwnQuestionRow {
  readonly entryId: string;
  readonly text: string;
  readonly state: QuestionState;
}

export interface Questions {
  readonly asked: readonly AskedQuestion[];
  /** The person's own. */
  readonly own: readonly OwnQuestionRow[];
  /** Of differences that are there no more; those left out are not among them. */
  readonly settled: readonly OwnQuestionRow[];
}

const TYPES: Readonly<Record<string, MadeQuestion['type']>> = {
  MedicationStatement: 'medicine',
  AllergyIntolerance: 'allergy',
  Condition: 'condition',
};
const TYPE_ORDER: readonly MadeQuestion['type'][] = ['medicine', 'allergy', 'condition'];
const OVER: ReadonlySet<string> = new Set([
  'completed',
  'stopped',
  'not-taken',
  'inactive',
  'resolved',
  'remission',
  'entered-in-error',
]);

/** @param entries of the person, by time. Sorted by kind of thing, name and key. */
export function makeQuestions(record: ReconciledRecord, entries: readonly PersonEntry[]): readonly MadeQuestion[] {
  const names = recordNames(record);
  const byReference = new Map(record.unified.map((unified) => [refOf(unified.resource), unified]));
  const issues = issuesByRecord(record.issues);
  const differing = record.unified.flatMap((unified) => {
    const found = issues.get(refOf(unified.resource))?.differences ?? [];
    return found.length === 0 ? [] : [differenceQuestion(unified, found, names)];
  });
  const related = record.issues.flatMap((issue) => {
    if (issue.extension?.some((item) => item.url === EXTENSION.unifiedRecord) === true) return [];
    const things = (issue.implicated ?? []).flatMap(({ reference = '' }) => byReference.get(reference) ?? []);
    return things.length < 2 ? [] : relatedQuestion(issue, things, names);
  });
  const takings = takingQuestions(record, entries, names);
  return [...differing, ...related, ...takings].toSorted((a, b) => compare(sortKey(a), sortKey(b)));
}

/** What the person did with the questions there are, their own ones, and what became of the others. */
export function answeredQuestions(made: readonly MadeQuestion[], entries: readonly PersonEntry[]): Questions {
  const held = entries.flatMap(({ id, content, withdrawnAt }) =>
    content.kind === 'question' && withdrawnAt === undefined
      ? [{ entryId: id, ...content, ...readOf(content.of) }]
      : [],
  );
  const latest = new Map(held.flatMap((entry) => (entry.key === undefined ? [] : [[entry.key, entry] as const])));
  const isThere = new Set(made.map(({ key }) => key));
  const rowOf = ({ entryId, text, state }: (typeof held)[number]) => ({ entryId, text, state });
  return {
    asked: made.map((question) => {
      const entry = latest.get(question.key);
      return {
        made: question,
        state: entry?.state ?? 'ask',
        isTouched: entry !== undefined,
        text: entry?.isReworded === true ? entry.text : undefined,
        hasChanged: entry !== undefined && entry.digest !== question.digest,
      };
    }),
    own: held.filter(({ key }) => key === undefined).map(rowOf),
    settled: [...latest.values()]
      .filter(({ key, state }) => state !== 'leave-out' && key !== undefined && !isThere.has(key))
      .map(rowOf),
  };
}

/** `OwnQuestion.of`: the key, what the sources said then, and whether the words are the person's. */
export function questionOf({ key, digest }: Pick<MadeQuestion, 'key' | 'digest'>, isReworded: boolean): string {
  return [key, digest, ...(isReworded ? ['reworded'] : [])].join('~');
}

/** @returns the key of the difference that an entry is about; undefined for the person's own question. */
export function keyOf(of: string | undefined): string | undefined {
  return readOf(of).key;
}

function readOf(of: string | undefined) {
  const [key, digest, reworded] = of?.split('~') ?? [];
  return { key, digest, isReworded: reworded !== undefined };
}

function differenceQuestion(unified: UnifiedRecord, found: readonly DetectedIssue[], names: RecordNames): MadeQuestion {
  const byCode = new Map<string, QuestionValue[]>();
  for (const issue of found) {
    const values = statedValuesOf(issue).map(({ value, refs }) => ({
      value: dayWords(value),
      sources: sourcesOf(refs, names),
    }));
    const code = issueCode(issue);
    byCode.set(code, [...(byCode.get(code) ?? []), ...values]);
  }
  const lines = [...byCode]
    .map(([code, values]) => ({ code, values: distinct(values) }))
    .toSorted((a, b) => compare(a.code, b.code));
  const form = lines.every(({ code }) => code === 'status-differs') ? 'status' : 'differs';
  return question(refOf(unified.resource), form, [unified], lines, names);
}

/** None where one place lists both sides of the body: that place does tell them apart. */
function relatedQuestion(
  issue: DetectedIssue,
  things: readonly UnifiedRecord[],
  names: RecordNames,
): readonly MadeQuestion[] {
  const code = issueCode(issue);
  const reason = relatedReasonOf(issue);
  const isOfSides = reason === 'other-side';
  if (isOfSides && haveSourceInCommon(things)) return [];
  const values = things
    .map((thing) => ({
      value: withoutAdded(names.titleOf(thing.resource)),
      sources: [...new Set(thing.members.map(({ source }) => source))].toSorted(compare),
    }))
    .toSorted((a, b) => compare(JSON.stringify(a), JSON.stringify(b)));
  if (isOfSides) return [question(issue.id ?? '', 'sides', things, [{ code, values }], names)];
  const form = code === 'status-differs' ? 'against' : 'may-be-same';
  return [{ ...question(issue.id ?? '', form, things, [{ code, values }], names), reason }];
}

function haveSourceInCommon(things: readonly UnifiedRecord[]): boolean {
  const [first, ...others] = things.map(({ members }) => new Set(members.map(({ source }) => source)));
  return [...(first ?? [])].some((source) => others.every((sources) => sources.has(source)));
}

/** The latest that the person said of how they take a thing. */
function takingQuestions(
  record: ReconciledRecord,
  entries: readonly PersonEntry[],
  names: RecordNames,
): readonly MadeQuestion[] {
  const unifiedOf = new Map(
    record.unified.flatMap((unified) =>
      unified.members.flatMap((member) => itemKeysOf(member).map((key) => [key, unified] as const)),
    ),
  );
  const latest = new Map<UnifiedRecord, MadeQuestion>();
  for (const { content, withdrawnAt } of entries) {
    if (content.kind !== 'taking' || withdrawnAt !== undefined) continue;
    for (const unified of new Set(content.about.flatMap((item) => unifiedOf.get(itemKey(item)) ?? []))) {
      const { how, reason } = content;
      const made = question(`taking-${unified.resource.id}`, 'taking', [unified], [], names);
      latest.set(unified, { ...made, taking: { how, reason }, digest: digestOf([how, reason ?? '']) });
    }
  }
  return [...latest.values()];
}

function question(
  key: string,
  form: MadeQuestion['form'],
  things: readonly UnifiedRecord[],
  lines: readonly QuestionLine[],
  names: RecordNames,
): MadeQuestion {
  const titles = things.map((thing) => withoutAdded(names.titleOf(thing.resource)));
  return {
    key: key.replace('/', '-'),
    form,
    type: TYPES[things[0]?.resource.resourceType ?? ''] ?? 'condition',
    names: [...new Set(titles)].toSorted(compare),
    lines,
    reason: undefined,
    taking: undefined,
    isPast: things.every(isOver),
    digest: digestOf(lines),
  };
}

function isOver(unified: UnifiedRecord): boolean {
  const statuses = reportedStatusesOf(unified);
  return statuses.length > 0 && statuses.every(({ value }) => OVER.has(value));
}

function sourcesOf(references: readonly string[], names: RecordNames): readonly string[] {
  return [...new Set(references.flatMap((reference) => names.sourceOf(reference) ?? []))].toSorted(compare);
}

function distinct(values: readonly QuestionValue[]): readonly QuestionValue[] {
  const said = new Map<string, Set<string>>();
  for (const { value, sources } of values) said.set(value, new Set([...(said.get(value) ?? []), ...sources]));
  return [...said].map(([value, sources]) => ({ value, sources: [...sources].toSorted(compare) }));
}

function digestOf(said: unknown): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 22);
}

function sortKey({ type, names, form, key }: MadeQuestion): string {
  return [TYPE_ORDER.indexOf(type), names.join(' ').toLowerCase(), form, key].join('\n');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
