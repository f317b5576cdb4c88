/**
 * Sorts the units of one medicine into classes that may be one therapy: product, form, release, and gastro-resistant
 * against dispersible. What leaves a class unsaid joins the only class there is; with several it stays apart (law L4).
 */
import type { TherapyUnit } from '../collapse/therapy-unit.ts';
import { compareText } from '../facts/fact.ts';
import type { MedicationFact } from '../facts/medication-fact.ts';
import { formClasses } from './form-class.ts';
import type { RelatedReason } from './group.ts';
import { releaseClass, type ReleaseClass } from './release-class.ts';

export interface TherapyClass {
  readonly product: string;
  readonly form: string;
  readonly release: ReleaseClass | '';
  readonly coating: Coating;
  readonly units: readonly TherapyUnit[];
  /** True for a unit that could belong to several classes, so it stands alone. */
  readonly undecided: RelatedReason | undefined;
}

type Coating = '' | 'gastro-resistant' | 'dispersible';

interface Profile {
  readonly unit: TherapyUnit;
  readonly product: string | undefined;
  readonly forms: readonly string[] | undefined;
  readonly release: ReleaseClass;
  readonly coating: Coating;
}

export function therapyClasses(units: readonly TherapyUnit[]): readonly TherapyClass[] {
  const profiles = units.map(profileOf);
  return splitBy(profiles, productOf, 'strength').flatMap((byProduct) =>
    splitBy(byProduct.profiles, formOf, 'form').flatMap((byForm) =>
      splitByRelease(byForm.profiles, byForm.value).flatMap((byRelease) =>
        splitByCoating(byRelease.profiles).map((byCoating) => ({
          product: byProduct.value,
          form: byForm.value,
          release: byRelease.value,
          coating: byCoating.value,
          units: byCoating.profiles.map((profile) => profile.unit),
          undecided: byProduct.undecided ?? byForm.undecided ?? byRelease.undecided,
        })),
      ),
    ),
  );
}

function profileOf(unit: TherapyUnit): Profile {
  const { facts } = unit;
  const first = facts[0] as MedicationFact;
  let forms: readonly string[] | undefined;
  for (const fact of facts) {
    const said = formClasses(fact);
    if (said !== undefined) forms = forms === undefined ? said : narrower(forms, said);
  }
  const named =
    facts.find((fact) => fact.reading.release !== undefined) ?? facts.find((fact) => fact.reading.strengths.length > 0);
  return {
    unit,
    product:
      facts.find((fact) => fact.reading.product !== undefined)?.reading.product ??
      (unit.strength === '' ? undefined : ''),
    forms,
    release: releaseClass((named ?? first).reading),
    coating: facts.some((fact) => fact.reading.gastroResistant)
      ? 'gastro-resistant'
      : facts.some((fact) => fact.reading.form === 'dispersible')
        ? 'dispersible'
        : '',
  };
}

/** What all linked records allow; where they contradict, what the first says. */
function narrower(a: readonly string[], b: readonly string[]): readonly string[] {
  if (a === b) return a;
  const both = a.filter((item) => b.includes(item));
  return both.length > 0 ? both : a;
}

interface Split<V extends string> {
  readonly value: V;
  readonly profiles: readonly Profile[];
  readonly undecided: RelatedReason | undefined;
}

function productOf(profile: Profile): readonly string[] | undefined {
  return profile.product === undefined ? undefined : [profile.product];
}

function formOf(profile: Profile): readonly string[] | undefined {
  return profile.forms;
}

/** Definite values make the classes; an open profile joins the only one it may be, or stands undecided. */
function splitBy(
  profiles: readonly Profile[],
  valuesOf: (profile: Profile) => readonly string[] | undefined,
  reason: RelatedReason,
): readonly Split<string>[] {
  const definite = new Map<string, Profile[]>();
  const open: Profile[] = [];
  for (const profile of profiles) {
    const values = valuesOf(profile);
    const only = values?.length === 1 ? values[0] : undefined;
    if (only === undefined) open.push(profile);
    else push(definite, only, profile);
  }
  const present = [...definite.keys()];
  const waiting = new Map<string, Profile[]>();
  const undecided: Split<string>[] = [];
  for (const profile of open) {
    const values = valuesOf(profile);
    const fitting = values === undefined ? present : present.filter((value) => values.includes(value));
    const [only] = fitting;
    if (only !== undefined && fitting.length === 1) push(definite, only, profile);
    else if (fitting.length === 0) push(waiting, values === undefined ? '' : `any of ${values.join(', ')}`, profile);
    else undecided.push({ value: values?.join(' or ') ?? '', profiles: [profile], undecided: reason });
  }
  return [...joinWaiting(definite, waiting), ...undecided];
}

/** Nothing definite to join: those that leave it wholly unsaid join the only family there is. */
function joinWaiting(definite: Map<string, Profile[]>, waiting: Map<string, Profile[]>): readonly Split<string>[] {
  const unsaid = waiting.get('');
  const families = [...waiting.keys()].filter((key) => key !== '');
  const [family] = families;
  if (unsaid && family !== undefined && families.length === 1 && definite.size === 0) {
    waiting.get(family)?.push(...unsaid);
    waiting.delete('');
  }
  return [...definite, ...waiting]
    .map(([value, profiles]) => ({ value, profiles, undecided: undefined }))
    .sort((a, b) => compareText(a.value, b.value));
}

/** Only solid oral products come in release classes; "modified" without hours joins the only modified class there is. */
function splitByRelease(profiles: readonly Profile[], form: string): readonly Split<ReleaseClass | ''>[] {
  if (form !== 'oral-solid' && form !== '') return [{ value: '', profiles, undecided: undefined }];
  const byClass = new Map<ReleaseClass, Profile[]>();
  for (const profile of profiles) push(byClass, profile.release, profile);
  const modified = byClass.get('modified');
  const withHours = (['12-hour', '24-hour'] as const).filter((value) => byClass.has(value));
  const [only] = withHours;
  if (modified && only !== undefined && withHours.length === 1) {
    byClass.get(only)?.push(...modified);
    byClass.delete('modified');
  }
  return [...byClass]
    .map(([value, members]) => ({ value, profiles: members, undecided: undefined }))
    .sort((a, b) => compareText(a.value, b.value));
}

/** Gastro-resistant against dispersible stay apart; a plain tablet joins either, and neither where both are there. */
function splitByCoating(profiles: readonly Profile[]): readonly Split<Coating>[] {
  const coatings = new Set(profiles.map((profile) => profile.coating));
  if (!coatings.has('gastro-resistant') || !coatings.has('dispersible')) {
    return [{ value: '', profiles, undecided: undefined }];
  }
  return (['gastro-resistant', 'dispersible', ''] as const).flatMap((value) => {
    const members = profiles.filter((profile) => profile.coating === value);
    return members.length > 0 ? [{ value, profiles: members, undecided: undefined }] : [];
  });
}

function push<K>(map: Map<K, Profile[]>, key: K, profile: Profile): void {
  const members = map.get(key);
  if (members) members.push(profile);
  else map.set(key, [profile]);
}
