/**
 * Medicines as people read them: one row per therapy, with what each source says in its own words, who only copies it, what
 * differs and what may be the same (requirements P1, P3, P5; laws L5, L6, L9). Pure: the list, the passport and the questions
 * are made of these rows. Sources go by their titles; codes (status, difference, reason) have words in the catalogues.
 */
import type { DetectedIssue, MedicationStatement } from 'fhir/r4.js';
import { issuesByRecord } from '../record/explain/issues-by-record.ts';
import { conceptText, recordNames, refOf } from '../record/explain/record-names.ts';
import { reportedStatusesOf } from '../record/explain/reported-statuses.ts';
import type { Readers } from '../record/facts/readers.ts';
import { EXTENSION } from '../record/fhir/canonical.ts';
import type { SourceRecord } from '../record/normalise/source-record.ts';
import type { ReconciledRecord, UnifiedRecord } from '../record/reconciled-record.ts';
import { statedNone } from '../record/views/summary/stated-none.ts';
import { medicineDifferences, type MedicineDifference } from './medicine-differences.ts';
import { medicineDoses, type MedicineDoses } from './medicine-doses.ts';
import { medicineName, type MedicineName, type NamedSources } from './medicine-name.ts';
import { medicineStanding, type MedicineStanding } from './medicine-standing.ts';
import { gather, newest, type SaidBy } from './said-by.ts';
import { writtenOn } from './written-on.ts';

/** A source that tells of it. */
export interface WhoSays {
  readonly source: string;
  readonly title: string;
  /** FHIR date on which it last wrote of it; undefined where none of its records has one. */
  readonly date: string | undefined;
}

export interface RelatedMedicine {
  readonly reference: string;
  readonly path: string;
  readonly name: string | undefined;
  /** Code of the gateway's CodeSystem `related-reason`: why it may be the same, and was not joined. */
  readonly reason: string;
}

/**
 * `name`: as a source wrote it; only the part that all share where the product differs (then `names` has every wording);
 * undefined where no source names it. `doses`, `dosesDiffer`, `isAsNeeded`: see `medicine-doses.ts`.
 */
export interface MedicineRow extends MedicineName, MedicineDoses {
  /** `MedicationStatement/<id>` of the unified record. */
  readonly reference: string;
  /** Of its own page. */
  readonly path: string;
  /** Another row has this name: the day this one began tells them apart. */
  readonly hasNamesake: boolean;
  /** What for, in the sources' words; empty: not recorded. */
  readonly reasons: readonly SaidBy[];
  /** Every source that says a status says that it ended. What is disputed is not past (law L9). */
  readonly isPast: boolean;
  /** FHIR dates; an end only where it is past. */
  readonly period: { readonly start: string | undefined; readonly end: string | undefined };
  /** By status code; empty where nobody says one. */
  readonly statuses: readonly SaidBy[];
  /** Those who assert it; empty where there are only copies of somebody who is not linked. */
  readonly statedBy: readonly WhoSays[];
  /** Those who only repeat what another one says (law L5). */
  readonly copiedBy: readonly WhoSays[];
  readonly standing: MedicineStanding;
  readonly differences: readonly MedicineDifference[];
  readonly relatedTo: readonly RelatedMedicine[];
  /** A source's statement that there are no medicines: never an item of a list (law L6). */
  readonly isStatedNone: boolean;
  readonly unified: UnifiedRecord;
}

export interface MedicineRowsInput {
  readonly record: ReconciledRecord;
  readonly titleOf: (source: string) => string;
  readonly readers: Readers;
}

type Reasoned = Partial<Pick<MedicationStatement, 'reasonCode' | 'reasonReference'>>;

const ENDED: ReadonlySet<string> = new Set(['completed', 'stopped', 'not-taken']);

/** Sorted by name, then by when it began, then by reference. */
export function medicineRows({ record, titleOf, readers }: MedicineRowsInput): readonly MedicineRow[] {
  const therapies = record.unified.filter(({ resource }) => resource.resourceType === 'MedicationStatement');
  const sources = { names: recordNames(record), titleOf, copies: new Set(record.unified.flatMap(copiesIn)) };
  const issues = issuesByRecord(record.issues);
  const called = new Map(therapies.map((therapy) => [refOf(therapy.resource), medicineName(therapy, sources)]));
  const times = new Map<string, number>();
  for (const { name } of called.values()) times.set(keyOf(name), (times.get(keyOf(name)) ?? 0) + 1);
  const standingOf = medicineStanding(record, readers);

  return therapies.map(rowOf).toSorted(byName);

  function rowOf(therapy: UnifiedRecord): MedicineRow {
    const { members } = therapy;
    const unified = therapy.resource as MedicationStatement & { id: string };
    const reference = refOf(unified);
    const naming = called.get(reference) ?? { name: undefined, names: [] };
    const statedBy = whoSays(
      members.filter((member) => !sources.copies.has(refOf(member.resource))),
      titleOf,
    );
    const reported = reportedStatusesOf(therapy).map(({ value, ref, date }) => ({ value, refs: [ref], date }));
    const statuses = gather(reported, sources);
    const isPast = statuses.length > 0 && statuses.every(({ value }) => ENDED.has(value));
    const doses = medicineDoses(unified, sources, readers.dosage);
    const { differences: differing = [], relations = [] } = issues.get(reference) ?? {};
    const differences = medicineDifferences(differing, sources);
    return {
      ...naming,
      ...doses,
      reference,
      path: pathOf(reference),
      hasNamesake: (times.get(keyOf(naming.name)) ?? 0) > 1,
      reasons: gather(
        members.flatMap((member) => reasonsOf(member, sources)),
        sources,
      ),
      isPast,
      period: { start: unified.effectivePeriod?.start, end: isPast ? unified.effectivePeriod?.end : undefined },
      statuses,
      statedBy,
      copiedBy: whoSays(members, titleOf).filter(({ source }) => !statedBy.some((other) => other.source === source)),
      standing: standingOf(therapy, doses, differences),
      differences,
      relatedTo: relations.flatMap((issue) => related(issue, reference)),
      isStatedNone: statedNone(unified) !== undefined,
      unified: therapy,
    };
  }

  function related(issue: DetectedIssue, reference: string): readonly RelatedMedicine[] {
    const reason = issue.extension?.find(({ url }) => url === EXTENSION.relatedReason)?.valueCoding?.code;
    return (issue.implicated ?? []).flatMap(({ reference: other }) => {
      const naming = other === undefined || other === reference ? undefined : called.get(other);
      if (other === undefined || naming === undefined || reason === undefined) return [];
      return [{ reference: other, path: pathOf(other), name: naming.name, reason }];
    });
  }
}

/** Records that Provenance names as quotations: copies of what another source says (law L5). */
export function copiesIn({ provenance }: UnifiedRecord): readonly string[] {
  const quoted = (provenance.entity ?? []).filter(({ role }) => role === 'quotation');
  return quoted.flatMap(({ what }) => what.reference ?? []);
}

/** By title, each source once. */
export function whoSays(members: readonly SourceRecord[], titleOf: (source: string) => string): readonly WhoSays[] {
  const bySource = new Map<string, string | undefined>();
  for (const { source, resource } of members) bySource.set(source, newest(bySource.get(source), writtenOn(resource)));
  return [...bySource]
    .map(([source, date]) => ({ source, title: titleOf(source), date }))
    .toSorted((a, b) => compare(a.title, b.title));
}

function reasonsOf({ resource }: SourceRecord, { names }: NamedSources) {
  const { reasonCode = [], reasonReference = [] } = resource as Reasoned;
  const told = [
    ...reasonCode.map(({ text, coding = [] }) => text ?? coding.find(({ display }) => display)?.display),
    ...reasonReference.map(({ reference = '', display }) => {
      const target = names.recordOf(reference)?.resource;
      return display ?? conceptText(target && names.productOf(target));
    }),
  ];
  const [refs, date] = [[refOf(resource)], writtenOn(resource)];
  return told.flatMap((value) => (value === undefined || value.trim() === '' ? [] : [{ value, refs, date }]));
}

function pathOf(reference: string): string {
  return `/medicines/${reference.slice('MedicationStatement/'.length)}`;
}

function byName(a: MedicineRow, b: MedicineRow): number {
  return (
    compare(keyOf(a.name), keyOf(b.name)) ||
    compare(a.period.start ?? '', b.period.start ?? '') ||
    compare(a.reference, b.reference)
  );
}

function keyOf(name: string | undefined): string {
  return (name ?? '').toLowerCase();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
