/** One medicine, condition or allergy with all that it is made of, for its own page. Pure. */
import type { AllergyIntolerance, Condition } from 'fhir/r4.js';
import type { PersonDecision } from '../../ports/person-decisions.ts';
import type { PersonEntry } from '../../ports/person-entries.ts';
import { itemKey } from '../../record/decide/decision.ts';
import { readEvidence, type EvidenceKind } from '../../record/evidence.ts';
import { extensionsOf } from '../../record/explain/reported-statuses.ts';
import { conceptOf, conceptText, recordNames, refOf } from '../../record/explain/record-names.ts';
import type { Readers } from '../../record/facts/readers.ts';
import { EXTENSION } from '../../record/fhir/canonical.ts';
import { groupBy } from '../../record/match/group-by.ts';
import type { UnifiedRecord } from '../../record/reconciled-record.ts';
import { speaker } from '../../services/decide-item.ts';
import { itemKeysOf } from '../../services/item-refs.ts';
import { itemStamp } from '../../services/item-stamp.ts';
import { leavingTogether } from '../../services/leaving-together.ts';
import type { RecordRow } from '../../services/record-rows.ts';
import { withoutAdded } from '../../services/medicine-name.ts';
import { createOwnWords, type OwnWords } from '../../services/own-words.ts';
import { writtenOn } from '../../services/written-on.ts';
import { createNames } from '../other/reference-names.ts';
import type { PageRecord } from '../record/page-record.ts';
import { pathOf } from '../things/thing.ts';
import { itemHistory, type HistoryLine } from './item-history.ts';
import { itemRecords, sortedMembers, type ItemRecord } from './item-records.ts';

/** Records on one page: each comes with its text as received. */
export const RECORDS_PER_PAGE = 10;

/** A ground of a join, for a sentence of the catalogue `item:evidence`. */
export interface MatchGround {
  readonly kind: EvidenceKind;
  /** As a source wrote them. */
  readonly words: string | undefined;
  /** Name of the list that knows the code or the name. */
  readonly list: string | undefined;
  /** Title of the source. */
  readonly place: string | undefined;
}

export interface MatchRule {
  /** Of the catalogue `item:rule`. */
  readonly rule: string;
  readonly grounds: readonly MatchGround[];
}

/** Records that leave together, to choose. */
export interface LeavingChoice {
  /** `<Type>/<id>` of the record that stands for them. */
  readonly record: string;
  readonly title: string;
  readonly type: string;
  readonly name: string | undefined;
  readonly date: string | undefined;
  readonly count: number;
}

export interface JoinChoice {
  /** Record and stamp of the other item: `<Type>/<id> <stamp>`. */
  readonly value: string;
  readonly name: string | undefined;
  /** FHIR date on which it began, where another one has its name. */
  readonly since: string | undefined;
  readonly titles: readonly string[];
  readonly isRelated: boolean;
}

export interface OtherItem {
  readonly path: string;
  readonly name: string | undefined;
}

export interface ItemDecision extends PersonDecision {
  readonly who: string;
  /** Of `not-same`: what this was parted from, as far as it is in the record now. */
  readonly others: readonly OtherItem[];
}

export interface ItemView {
  readonly reference: string;
  readonly stamp: string;
  /** Record that stands for the item when it is joined. */
  readonly record: string;
  readonly records: readonly ItemRecord[];
  readonly recordCount: number;
  readonly pages: { readonly page: number; readonly count: number };
  readonly rules: readonly MatchRule[];
  readonly history: readonly HistoryLine[];
  /** Those that hold, the latest first. */
  readonly decisions: readonly ItemDecision[];
  readonly own: OwnWords;
  /** Empty where there is nothing to part. */
  readonly leaving: readonly LeavingChoice[];
  /** Those that may be the same first. */
  readonly joining: readonly JoinChoice[];
}

export interface ItemViewInput {
  readonly page: PageRecord;
  readonly item: UnifiedRecord;
  readonly decisions: readonly PersonDecision[];
  readonly entries: readonly PersonEntry[];
  readonly nameOf: (personId: string) => string;
  readonly readers: Readers;
  /** From 1. */
  readonly recordPage: number;
}

export function itemView(input: ItemViewInput): ItemView {
  const { page, item, entries, nameOf, readers } = input;
  const { record } = page.answer;
  const names = { records: recordNames(record), references: createNames(record), dosage: readers.dosage };
  const keys = new Set(item.members.flatMap(itemKeysOf));
  const decisions = input.decisions.filter(({ items }) => items.some((named) => keys.has(itemKey(named))));
  const about = entries.filter(
    ({ content }) => 'about' in content && content.about.some((named) => keys.has(itemKey(named))),
  );
  const members = sortedMembers(item);
  const all = itemRecords(members, { item, names, titleOf: page.titleOf });
  const count = Math.max(1, Math.ceil(all.length / RECORDS_PER_PAGE));
  const recordPage = Math.min(Math.max(input.recordPage, 1), count);
  const titleIn = (reference: string) => {
    const source = names.records.sourceOf(reference);
    return source === undefined ? undefined : page.titleOf(source);
  };
  return {
    reference: refOf(item.resource),
    stamp: itemStamp(item),
    record: refOf(speaker(item.members, item).resource),
    records: all.slice((recordPage - 1) * RECORDS_PER_PAGE, recordPage * RECORDS_PER_PAGE),
    recordCount: all.length,
    pages: { page: recordPage, count },
    rules: matchRules(item, page.titleOf),
    history: itemHistory({ item, records: all, decisions, entries: about, titleIn, nameOf }),
    decisions: decisions
      .filter(({ withdrawnAt }) => withdrawnAt === undefined)
      .map((decision) => ({ ...decision, who: nameOf(decision.actorId), others: partedFrom(decision, input) }))
      .toReversed(),
    own: createOwnWords(entries)(item.members),
    leaving: leavingChoices(input, names.records),
    joining: joinChoices(input),
  };
}

function partedFrom({ kind, items }: PersonDecision, { page, item }: ItemViewInput): readonly OtherItem[] {
  if (kind !== 'not-same') return [];
  const parted = new Set(items.map(itemKey));
  const rows = new Map(page.medicines.map((row) => [row.reference, row]));
  const { resourceType } = item.resource;
  return page.answer.record.unified
    .filter((other) => other !== item && other.resource.resourceType === resourceType)
    .filter(({ members }) => members.some((member) => itemKeysOf(member).some((key) => parted.has(key))))
    .map(({ resource }) => {
      const row = rows.get(refOf(resource));
      const path = row?.path ?? pathOf({ type: resourceType as RecordRow['type'], reference: refOf(resource) });
      return { path, name: row === undefined ? plainName(resource) : row.name };
    });
}

function matchRules({ provenance, members }: UnifiedRecord, titleOf: PageRecord['titleOf']): readonly MatchRule[] {
  const byRule = new Map<string, Map<string, MatchGround>>();
  for (const parts of extensionsOf(provenance, EXTENSION.matchRule)) {
    const rule = parts.find(({ url }) => url === 'rule')?.valueCode ?? '';
    // Nothing was found to be the same, whether or not the words are understood.
    const told = members.length === 1 && rule.endsWith('-alone') ? 'alone' : rule;
    const grounds = byRule.get(told) ?? new Map<string, MatchGround>();
    byRule.set(told, grounds);
    for (const { url, valueString } of parts) {
      const read = url === 'evidence' && valueString !== undefined ? readEvidence(valueString) : undefined;
      if (read === undefined) continue;
      const { words, release, source } = read.values;
      const place = source === undefined ? undefined : titleOf(source);
      const ground = { kind: read.kind, words, list: release, place };
      // Codes are told apart by number, which says nothing to people: the same sentence is said once.
      grounds.set(JSON.stringify(ground), ground);
    }
  }
  return [...byRule].map(([rule, grounds]) => ({ rule, grounds: [...grounds.values()] }));
}

function leavingChoices(
  { page, item, readers }: ItemViewInput,
  names: ReturnType<typeof recordNames>,
): readonly LeavingChoice[] {
  const parts = leavingTogether(page.answer.record, item, readers);
  if (parts.length < 2) return [];
  return parts
    .map((part) => {
      const { resource, source } = speaker(part, item);
      const date = part
        .flatMap((member) => writtenOn(member.resource) ?? [])
        .toSorted()
        .at(-1);
      const name = names.productOf(resource);
      return {
        record: refOf(resource),
        title: page.titleOf(source),
        type: resource.resourceType,
        name: name?.text ?? names.nameOf(resource),
        date,
        count: part.length,
      };
    })
    .toSorted((a, b) =>
      a.title === b.title ? ((a.date ?? '') < (b.date ?? '') ? 1 : -1) : a.title < b.title ? -1 : 1,
    );
}

function joinChoices({ page, item }: ItemViewInput): readonly JoinChoice[] {
  const { record } = page.answer;
  const { resourceType } = item.resource;
  const reference = refOf(item.resource);
  const related = new Set(
    record.issues
      .filter(({ extension = [] }) => extension.some(({ url }) => url === EXTENSION.relatedReason))
      .map(({ implicated = [] }) => implicated.flatMap((other) => other.reference ?? []))
      .filter((refs) => refs.includes(reference))
      .flat(),
  );
  const rows = new Map(page.medicines.map((row) => [row.reference, row]));
  const alike = record.unified.filter(({ resource }) => resource.resourceType === resourceType);
  const called = groupBy(alike, ({ resource }) => plainName(resource) ?? '');
  return alike
    .filter((other) => other !== item)
    .map((other) => {
      const { resource } = other;
      const row = rows.get(refOf(resource));
      const name = plainName(resource);
      const hasNamesake = row?.hasNamesake ?? (called.get(name ?? '')?.length ?? 0) > 1;
      return {
        value: `${refOf(speaker(other.members, other).resource)} ${itemStamp(other)}`,
        name: row === undefined ? name : row.name,
        since: hasNamesake ? (row === undefined ? beganOn(resource) : row.period.start) : undefined,
        titles: [...new Set(other.members.map(({ source }) => page.titleOf(source)))].toSorted(),
        isRelated: related.has(refOf(other.resource)),
      };
    })
    .toSorted(
      (a, b) =>
        Number(b.isRelated) - Number(a.isRelated) ||
        ((a.name ?? '').toLowerCase() < (b.name ?? '').toLowerCase() ? -1 : 1),
    );
}

/** As the sources write it; undefined where none names it. */
function plainName(resource: UnifiedRecord['resource']): string | undefined {
  const text = conceptText(conceptOf(resource));
  return text === undefined ? undefined : withoutAdded(text);
}

/** Of a condition or an allergy. */
function beganOn(resource: UnifiedRecord['resource']): string | undefined {
  const { onsetDateTime, recordedDate } = resource as Condition | AllergyIntolerance;
  return onsetDateTime ?? recordedDate;
}
