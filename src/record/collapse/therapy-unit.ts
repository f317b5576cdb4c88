/**
 * Collapses what one source says of one therapy: GP Connect gives a statement, a plan and an order per issue; hospitals
 * give an order and its dispenses. Linked records of one medicine become one unit before anything is matched (I6).
 */
import type { Evidence } from '../evidence.ts';
import { compareDaySpans, type DaySpan } from '../facts/day-span.ts';
import { compareFacts, type Change, type Join } from '../facts/fact.ts';
import type { MedicationFact } from '../facts/medication-fact.ts';
import { dosesDiffer } from '../terminology/dosage/doses-differ.ts';
import { createDisjointSets } from './disjoint-sets.ts';
import type { MedicineKey } from './medicine-key.ts';

export interface TherapyUnit {
  readonly source: string;
  readonly key: MedicineKey;
  /** Sorted by reference. */
  readonly facts: readonly MedicationFact[];
  /** The records that say how things stand now. */
  readonly heads: readonly MedicationFact[];
  /** Strength of the heads; '' where unsaid. */
  readonly strength: string;
  readonly start: DaySpan | undefined;
  readonly end: DaySpan | undefined;
  readonly active: boolean;
  readonly joins: ReadonlyMap<string, Join>;
}

/** @param facts of one source, in any order. */
export function therapyUnits(facts: readonly MedicationFact[]): readonly TherapyUnit[] {
  const sorted = [...facts].sort(compareFacts);
  if (!sorted.some(mayBeLinked)) return sorted.map(unitOfOne);
  const position = new Map(sorted.map((fact, index) => [fact.ref, index]));
  const sets = createDisjointSets(sorted.length);
  const groups = new Map<string, number>();
  sorted.forEach((fact, index) => {
    for (const link of fact.prior === undefined ? fact.links : [...fact.links, fact.prior]) {
      const target = position.get(link);
      if (target !== undefined) sets.join(index, target);
    }
    const group = groupKey(fact);
    if (group === undefined) return;
    const first = groups.get(group);
    if (first === undefined) groups.set(group, index);
    else sets.join(first, index);
  });
  return sets.sets().flatMap((members) => unitsOfLinked(members.map((index) => sorted[index] as MedicationFact)));
}

function mayBeLinked(fact: MedicationFact): boolean {
  return fact.links.length > 0 || fact.prior !== undefined || fact.groupIdentifier !== undefined;
}

/** One prescription form may carry several medicines under one group identifier: only equal products join by it. */
function groupKey({ groupIdentifier, keys, reading }: MedicationFact): string | undefined {
  if (groupIdentifier === undefined || keys.medicine.by !== 'ingredients') return undefined;
  return `${groupIdentifier}|${keys.medicine.value}|${reading.form ?? ''}|${keys.strengths}`;
}

/** Links may lead to another medicine (a switch); what is unnamed follows the one medicine its links name. */
function unitsOfLinked(linked: readonly MedicationFact[]): readonly TherapyUnit[] {
  const [sole] = linked;
  if (sole && linked.length === 1) return [unitOfOne(sole)];
  const byKey = new Map<string, { key: MedicineKey; facts: MedicationFact[] }>();
  const unnamed: MedicationFact[] = [];
  for (const fact of linked) {
    const key = fact.keys.medicine;
    if (key.by === 'alone') {
      unnamed.push(fact);
      continue;
    }
    const id = `${key.by}|${key.value}`;
    const entry = byKey.get(id);
    if (entry) entry.facts.push(fact);
    else byKey.set(id, { key, facts: [fact] });
  }
  const named = [...byKey.values()];
  const [only] = named;
  if (only && named.length === 1) return [unit(only.key, [...only.facts, ...unnamed])];
  if (!only && unnamed.length > 1 && new Set(unnamed.map((fact) => fact.words)).size === 1) {
    return [unit((unnamed[0] as MedicationFact).keys.medicine, unnamed)];
  }
  return [...named.map((entry) => unit(entry.key, entry.facts)), ...unnamed.map(unitOfOne)];
}

const NO_JOINS: ReadonlyMap<string, Join> = new Map();

/** Most records are linked with no other. */
function unitOfOne(fact: MedicationFact): TherapyUnit {
  const facts = [fact];
  return {
    source: fact.source,
    key: fact.keys.medicine,
    facts,
    heads: facts,
    strength: fact.keys.strengths,
    start: sequenceDate(fact),
    end: fact.period.end,
    active: fact.status === 'active',
    joins: NO_JOINS,
  };
}

function unit(key: MedicineKey, members: readonly MedicationFact[]): TherapyUnit {
  const [sole] = members;
  if (sole && members.length === 1) return unitOfOne(sole);
  const facts = [...members].sort(compareFacts);
  const heads = headsOf(facts);
  const starts = facts.flatMap((fact) => fact.period.start ?? fact.asserted ?? []).sort(compareDaySpans);
  const ends = facts.flatMap((fact) => fact.period.end ?? []).sort(compareDaySpans);
  const joins = new Map<string, Join>();
  for (const fact of facts) joins.set(fact.ref, { rule: 'M-linked', evidence: linkEvidence(fact) });
  return {
    source: (facts[0] as MedicationFact).source,
    key,
    facts,
    heads,
    strength: heads.find((fact) => fact.keys.strengths !== '')?.keys.strengths ?? '',
    start: starts[0],
    end: ends.at(-1),
    active: heads.some((fact) => fact.status === 'active'),
    joins,
  };
}

// Without references: evidence is read by viewers who may not see every record that is linked.
const REPLACES: readonly Evidence[] = ['replaces an earlier order of its source'];
const LINKED: readonly Evidence[] = ['refers to another record of its source'];
const LINKED_FROM: readonly Evidence[] = ['another record of its source refers to it'];
const SAME_GROUP: readonly Evidence[] = ['same group identifier in its source'];

function linkEvidence(fact: MedicationFact): readonly Evidence[] {
  if (fact.prior !== undefined) return REPLACES;
  return fact.links.length > 0 ? LINKED : fact.groupIdentifier === undefined ? LINKED_FROM : SAME_GROUP;
}

/** Statements speak before plans, plans before orders, orders before supplies. */
const RANK: Readonly<Record<MedicationFact['kind'], number>> = {
  statement: 0,
  plan: 1,
  order: 2,
  dispense: 3,
  administration: 4,
  product: 5,
};

/** When a record begins to hold, for ordering inside one source. */
export function sequenceDate(fact: MedicationFact): DaySpan | undefined {
  return fact.period.start ?? fact.asserted;
}

function speakers(facts: readonly MedicationFact[]): readonly MedicationFact[] {
  let best = RANK.product;
  for (const fact of facts) best = Math.min(best, RANK[fact.kind]);
  return facts.filter((fact) => RANK[fact.kind] === best);
}

export function headsOf(facts: readonly MedicationFact[]): readonly MedicationFact[] {
  const speaking = speakers(facts);
  const replaced = new Set<string>();
  for (const { prior } of facts) if (prior !== undefined) replaced.add(prior);
  const current =
    replaced.size === 0
      ? speaking
      : speaking.filter((fact) => !replaced.has(fact.ref) && !fact.links.some((link) => replaced.has(link)));
  const candidates = current.length > 0 ? current : speaking;
  const active = candidates.filter((fact) => fact.status === 'active');
  return latest(active.length > 0 ? active : candidates);
}

/** The latest where all are dated, otherwise all. */
function latest(facts: readonly MedicationFact[]): readonly MedicationFact[] {
  let last: DaySpan | undefined;
  for (const fact of facts) {
    const date = sequenceDate(fact);
    if (!date) return facts;
    if (!last || date.first > last.first) last = date;
  }
  return facts.filter((fact) => sequenceDate(fact)?.first === last?.first);
}

/** Dated changes between successive speakers; undated ones tell no order. */
export function changesOf(facts: readonly MedicationFact[]): readonly Change[] {
  const dated = speakers(facts)
    .filter((fact) => sequenceDate(fact) !== undefined)
    .sort((a, b) => compareDaySpans(sequenceDate(a) as DaySpan, sequenceDate(b) as DaySpan) || compareFacts(a, b));
  const changes: Change[] = [];
  for (let index = 1; index < dated.length; index++) {
    const before = dated[index - 1] as MedicationFact;
    const after = dated[index] as MedicationFact;
    const date = sequenceDate(after)?.text;
    const strengthBefore = before.keys.strengths;
    const strengthAfter = after.keys.strengths;
    if (strengthBefore !== '' && strengthAfter !== '' && strengthBefore !== strengthAfter) {
      changes.push({ what: 'strength', from: before.words, to: after.words, date, ref: after.ref });
    }
    const doseBefore = before.dosage?.text ?? '';
    const doseAfter = after.dosage?.text ?? '';
    if (doseBefore !== '' && doseAfter !== '' && !sameDose(before, after)) {
      changes.push({ what: 'dose', from: doseBefore, to: doseAfter, date, ref: after.ref });
    }
  }
  return changes;
}

/** The same dose in other words ("take two 4 times/day", "2 4 times a day") is no change; what cannot be compared is one. */
function sameDose(a: MedicationFact, b: MedicationFact): boolean {
  const [left, right] = [a.dosage, b.dosage];
  if (left === right || left?.text.trim().toLowerCase() === right?.text.trim().toLowerCase()) return true;
  if (!left?.perDose || !left.frequency || !right?.perDose || !right.frequency) return false;
  const compared = dosesDiffer({ reading: left }, { reading: right });
  return left.asNeeded === right.asNeeded && compared.dose === 'equal' && compared.frequency === 'equal';
}
