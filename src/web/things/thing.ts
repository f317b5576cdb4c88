/**
 * One unified record as a list for people shows it: how each source calls it, who says so and who only copies, and what differs,
 * side by side (requirements P1-P3, laws L5 and L9). Pure.
 */
import type { DetectedIssue } from 'fhir/r4.js';
import { namesNothing } from '../../record/collapse/names-nothing.ts';
import { relatedReasonOf } from '../../record/explain/issues-by-record.ts';
import { conceptOf, conceptText, refOf } from '../../record/explain/record-names.ts';
import { extensionsOf } from '../../record/explain/reported-statuses.ts';
import { foldWords } from '../../record/facts/fact.ts';
import { EXTENSION } from '../../record/fhir/canonical.ts';
import type { R4Resource } from '../../record/fhir/types.ts';
import type { SourceRecord } from '../../record/normalise/source-record.ts';
import { OWN_SOURCE } from '../../record/own/own-source.ts';
import type { ReconciledRecord, UnifiedRecord } from '../../record/reconciled-record.ts';
import { issueReferences, type RecordRow, type Standing } from '../../services/record-rows.ts';
import { differenceOf, type ToldDifference } from './told-difference.ts';

/** Words and the titles of the sources that use them. */
export interface Told {
  readonly value: string;
  readonly who: readonly string[];
}

export interface MayBeSame {
  readonly path: string;
  readonly what: string;
  /** Code of the reason, for a sentence of the catalogue `things:reason`. */
  readonly reason: string;
}

export interface Thing {
  readonly reference: string;
  readonly type: RecordRow['type'];
  /** Of its own page. */
  readonly path: string;
  /** As a source wrote it; undefined where none gives a name. */
  readonly what: string | undefined;
  /** What else it is called, and where. */
  readonly otherNames: readonly Told[];
  readonly statuses: readonly Told[];
  readonly statedBy: readonly string[];
  readonly copiedBy: readonly string[];
  /** The person added it, and no place has it. */
  readonly isOwn: boolean;
  readonly standing: Standing | 'cannot compare';
  readonly differences: readonly ToldDifference[];
  readonly mayBeSame: readonly MayBeSame[];
  readonly isOther: boolean;
  readonly unified: R4Resource;
  /** As received, sorted by id. */
  readonly members: readonly SourceRecord[];
}

export interface ThingInput {
  readonly record: ReconciledRecord;
  readonly rows: readonly RecordRow[];
  /** How people know a source. */
  readonly titleOf: (source: string) => string;
}

const FOLDERS: Readonly<Record<RecordRow['type'], string>> = {
  MedicationStatement: 'medicines',
  Condition: 'conditions',
  AllergyIntolerance: 'allergies',
};

/** What the unified record adds where its sources differ: the differences tell it in words of their own. */
const ADDED = / \((?:severity or stage|not named) (?:not )?the same in every source\)$/;

/** By name, as the rows are. */
export function listThings(input: ThingInput): readonly Thing[] {
  const { record, rows, titleOf } = input;
  const unified = new Map(record.unified.map((item) => [refOf(item.resource), item]));
  const issues = issuesByRecord(record.issues);
  const byReference = new Map(rows.map((row) => [row.reference, row]));
  const sourceOf = new Map(record.sourceRecords.map((item) => [refOf(item.resource), item.source]));
  return rows.flatMap((row) => {
    const item = unified.get(row.reference);
    if (item === undefined) return [];
    const what = conceptText(conceptOf(item.resource))?.replace(ADDED, '');
    const own = issues.get(row.reference) ?? [];
    const titles = (sources: readonly string[]) => sources.map(titleOf);
    return [
      {
        reference: row.reference,
        type: row.type,
        path: pathOf(row),
        what,
        otherNames: otherNames(item.members, what, titleOf),
        statuses: row.statuses.map(({ value, sources }) => ({ value, who: titles(sources) })),
        statedBy: titles(row.statedBy),
        copiedBy: titles(row.copiedBy),
        isOwn: item.members.every(({ source }) => source === OWN_SOURCE),
        standing: standingOf(row, what, item),
        differences: own.flatMap((issue) => differenceOf(issue, (reference) => titleIn(sourceOf, reference, titleOf))),
        mayBeSame: own.flatMap((issue) => mayBeSame(issue, row.reference, byReference)),
        isOther: row.isOther,
        unified: item.resource,
        members: item.members,
      },
    ];
  });
}

/** What names nothing is set beside nothing: that it is in one place only would say too much. */
function standingOf(
  { standing }: RecordRow,
  what: string | undefined,
  { provenance }: UnifiedRecord,
): Thing['standing'] {
  const rules = extensionsOf(provenance, EXTENSION.matchRule).flat();
  const isAlone = rules.some(({ url, valueCode }) => url === 'rule' && valueCode?.endsWith('-alone') === true);
  return standing === 'only here' && isAlone && namesNothing(foldWords(what ?? '')) ? 'cannot compare' : standing;
}

export function pathOf({ type, reference }: Pick<RecordRow, 'type' | 'reference'>): string {
  return `/${FOLDERS[type]}/${reference.slice(type.length + 1)}`;
}

/** Values by their words, letter case aside, each with all who use them. */
export function gatherTold(said: readonly { readonly value: string; readonly who: string }[]): readonly Told[] {
  const told = new Map<string, { readonly value: string; readonly who: Set<string> }>();
  for (const { value, who } of said) {
    const key = value.toLowerCase();
    const entry = told.get(key) ?? { value, who: new Set<string>() };
    entry.who.add(who);
    told.set(key, entry);
  }
  return [...told.values()].map(({ value, who }) => ({ value, who: [...who] }));
}

function otherNames(
  members: readonly SourceRecord[],
  what: string | undefined,
  titleOf: (source: string) => string,
): readonly Told[] {
  const names = members.flatMap(({ resource, source }) => {
    const value = conceptText(conceptOf(resource));
    return value === undefined || value.toLowerCase() === what?.toLowerCase() ? [] : [{ value, who: titleOf(source) }];
  });
  return gatherTold(names);
}

function issuesByRecord(issues: readonly DetectedIssue[]): ReadonlyMap<string, readonly DetectedIssue[]> {
  const byRecord = new Map<string, DetectedIssue[]>();
  for (const issue of issues) {
    for (const reference of issueReferences(issue)) {
      const known = byRecord.get(reference);
      if (known === undefined) byRecord.set(reference, [issue]);
      else known.push(issue);
    }
  }
  return byRecord;
}

/** Other unified records that the same relation names. */
function mayBeSame(
  issue: DetectedIssue,
  reference: string,
  byReference: ReadonlyMap<string, RecordRow>,
): readonly MayBeSame[] {
  const reason = relatedReasonOf(issue);
  if (reason === undefined) return [];
  return issueReferences(issue)
    .filter((other) => other !== reference)
    .flatMap((other) => {
      const row = byReference.get(other);
      return row === undefined ? [] : [{ path: pathOf(row), what: row.what, reason }];
    });
}

function titleIn(
  sourceOf: ReadonlyMap<string, string>,
  reference: string,
  titleOf: (source: string) => string,
): readonly string[] {
  const source = sourceOf.get(reference);
  return source === undefined ? [] : [titleOf(source)];
}
