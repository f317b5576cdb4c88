/** Medicines of all sources → therapies, and which therapies may be one (`docs/rules.md`, medicines). */
import type { Evidence } from '../evidence.ts';
import { changesOf, headsOf, therapyUnits, type TherapyUnit } from '../collapse/therapy-unit.ts';
import { compareFacts, compareText, type Change, type Join } from '../facts/fact.ts';
import type { MedicationFact } from '../facts/medication-fact.ts';
import { formClasses } from './form-class.ts';
import { groupBy } from './group-by.ts';
import type { Group, Matched } from './group.ts';
import { relateTherapies, type PlacedTherapy } from './relate-therapies.ts';
import type { RuleId } from './rules.ts';
import { isShortCourse } from './short-course.ts';
import { therapyClasses, type TherapyClass } from './therapy-class.ts';
import { therapyCourses } from './therapy-courses.ts';
import { splitByStrength } from './therapy-strengths.ts';

export type Therapy = Group<MedicationFact>;

/** @param facts of all sources, asserted ones only. */
export function matchTherapies(facts: readonly MedicationFact[]): Matched<MedicationFact> {
  const bySource = groupBy(facts, (fact) => fact.source);
  const units = [...bySource.keys()].sort().flatMap((source) => therapyUnits(bySource.get(source) ?? []));
  const blocks = groupBy(units, (unit) => (unit.key.by === 'alone' ? '' : `${unit.key.by}|${unit.key.value}`));
  const placed: PlacedTherapy[] = [];
  for (const [block, members] of [...blocks].sort(([a], [b]) => compareText(a, b))) {
    if (block === '') placed.push(...members.map(aloneTherapy));
    else if (block.startsWith('words|')) placed.push(wordsTherapy(block, members));
    else placed.push(...therapyClasses(members).flatMap((item) => classTherapies(block, item)));
  }
  const sorted = placed.sort((a, b) => compareText(a.group.identity, b.group.identity));
  return { groups: sorted.map((item) => item.group), relations: relateTherapies(sorted) };
}

function aloneTherapy(unit: TherapyUnit): PlacedTherapy {
  const [first] = unit.facts;
  return {
    group: toGroup(`medication|alone|${first?.ref ?? ''}`, [unit], 'M-alone'),
    block: '',
    ingredients: [],
    couldBe: first?.reading.couldBe ?? [],
    couldBeForms: first?.reading.form === undefined ? [] : namedForms(first),
    undecided: undefined,
    aspects: undefined,
  };
}

/** Tablets and capsules are too many to be a hint; an inhaler or a cream is one. */
function namedForms(fact: MedicationFact): readonly string[] {
  return (formClasses(fact) ?? []).filter((form) => form !== 'oral-solid');
}

function wordsTherapy(block: string, units: readonly TherapyUnit[]): PlacedTherapy {
  return {
    group: toGroup(`medication|${block}`, units, 'M-same-words'),
    block,
    ingredients: [],
    couldBe: [],
    couldBeForms: [],
    undecided: undefined,
    aspects: undefined,
  };
}

function classTherapies(block: string, item: TherapyClass): readonly PlacedTherapy[] {
  const ground = `medication|${block}|${item.product}|${item.form}|${item.release}|${item.coating}`;
  const ingredients = item.units[0]?.facts[0]?.keys.ingredients ?? '';
  const place = (
    group: Therapy,
    strength: string,
    course: string | undefined,
    undecided: PlacedTherapy['undecided'],
  ): PlacedTherapy => ({
    group,
    block,
    ingredients: block.slice('ingredients|'.length).split('+'),
    couldBe: [],
    couldBeForms: [],
    undecided,
    aspects: { product: item.product, form: item.form, release: item.release, coating: item.coating, strength, course },
  });
  if (item.undecided !== undefined) {
    return item.units.map((unit) =>
      place(
        toGroup(`${ground}|${unit.facts[0]?.ref ?? ''}`, [unit], 'M-alone'),
        unit.strength,
        undefined,
        item.undecided,
      ),
    );
  }
  const { short, long } = sortByCourse(item.units, ingredients);
  const continuing = (long.length > 0 ? splitByStrength(long) : []).map((split) => {
    const own = split.undecided
      ? `|${split.units[0]?.facts[0]?.ref ?? ''}`
      : split.strength === ''
        ? ''
        : `|${split.strength}`;
    const group = toGroup(`${ground}${own}`, split.units, 'M-same-product');
    return place(group, split.strength, undefined, split.undecided ? ('strength' as const) : undefined);
  });
  const courses = (short.length > 0 ? therapyCourses(short) : []).map((course) => {
    const own = course.start === '' ? (course.units[0]?.facts[0]?.ref ?? '') : course.start;
    return place(toGroup(`${ground}|course ${own}`, course.units, 'M-same-course'), '', own, undefined);
  });
  return [...continuing, ...courses];
}

/**
 * Short courses stand apart from each other. One single issue, though, of a product and strength that another source says is
 * taken continuously is how such a therapy starts: it joins that therapy.
 */
function sortByCourse(
  units: readonly TherapyUnit[],
  ingredients: string,
): { readonly short: readonly TherapyUnit[]; readonly long: readonly TherapyUnit[] } {
  const short: TherapyUnit[] = [];
  const long: TherapyUnit[] = [];
  for (const unit of units) (isShortCourse(ingredients, unit.facts) ? short : long).push(unit);
  const continuing = long.filter((unit) => unit.facts.some((fact) => fact.course === 'continuous'));
  if (continuing.length === 0) return { short, long };
  const strengths = new Set(continuing.map((unit) => unit.strength));
  const sources = new Set(long.map((unit) => unit.source));
  const bySource = groupBy(short, (unit) => `${unit.source} ${unit.start?.first ?? ''}`);
  const issues = groupBy([...bySource.keys()], (key) => key.split(' ')[0] ?? '');
  const joins = (unit: TherapyUnit): boolean =>
    strengths.has(unit.strength) && !sources.has(unit.source) && issues.get(unit.source)?.length === 1;
  return { short: short.filter((unit) => !joins(unit)), long: [...long, ...short.filter(joins)] };
}

function toGroup(identity: string, units: readonly TherapyUnit[], rule: RuleId): Therapy {
  const [sole] = units;
  if (sole && units.length === 1) {
    const heads = new Map([[sole.source, sole.heads]]);
    return { identity, facts: sole.facts, heads, joins: joinsOf(units, rule), changes: changesOf(sole.facts) };
  }
  const facts = units.flatMap((unit) => unit.facts).sort(compareFacts);
  const heads = new Map<string, readonly MedicationFact[]>();
  const changes: Change[] = [];
  const bySource = groupBy(facts, (fact) => fact.source);
  for (const source of [...bySource.keys()].sort()) {
    const members = bySource.get(source) ?? [];
    heads.set(source, headsOf(members));
    for (const change of changesOf(members)) changes.push(change);
  }
  return { identity, facts, heads, joins: joinsOf(units, rule), changes };
}

function joinsOf(units: readonly TherapyUnit[], rule: RuleId): ReadonlyMap<string, Join> {
  const [first] = units;
  const isSole = units.length === 1;
  const changed = isSole ? new Set<string>() : sourcesWithSeveralStrengths(units);
  const joins = new Map<string, Join>();
  // Records that are read and linked alike share what is said of them.
  const shared = new Map<string, Map<MedicationFact['reading'], Join>>();
  for (const unit of units) {
    const ruleOfUnit = soleRule(isSole ? first : undefined) ?? (changed.has(unit.source) ? 'M-sequence' : rule);
    for (const fact of unit.facts) {
      const linked = unit.joins.get(fact.ref)?.evidence ?? NOT_LINKED;
      const ground = linked.length === 0 ? ruleOfUnit : `${ruleOfUnit} ${linked.join()}`;
      const byReading = shared.get(ground) ?? new Map<MedicationFact['reading'], Join>();
      const join = byReading.get(fact.reading) ?? { rule: ruleOfUnit, evidence: [...linked, ...fact.reading.evidence] };
      shared.set(ground, byReading.set(fact.reading, join));
      joins.set(fact.ref, join);
    }
  }
  return joins;
}

const NOT_LINKED: readonly Evidence[] = [];

function soleRule(unit: TherapyUnit | undefined): RuleId | undefined {
  if (unit === undefined) return undefined;
  return unit.facts.length === 1 ? 'M-alone' : unit.joins.size > 0 ? 'M-linked' : undefined;
}

function sourcesWithSeveralStrengths(units: readonly TherapyUnit[]): ReadonlySet<string> {
  const first = new Map<string, string>();
  const several = new Set<string>();
  for (const { source, strength } of units) {
    if (strength === '') continue;
    const known = first.get(source);
    if (known === undefined) first.set(source, strength);
    else if (known !== strength) several.add(source);
  }
  return several;
}
