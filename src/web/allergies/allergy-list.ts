/**
 * Allergies as people read them: those that count now, those that ended or were ruled out, and apart from them what a source
 * states about there being none. A place that lists nothing is named as such: nothing follows from that (law L6). Pure.
 */
import type { AllergyIntolerance, AllergyIntoleranceReaction } from 'fhir/r4.js';
import type { SourceCompleteness } from '../../record/completeness.ts';
import { conceptOf, conceptText } from '../../record/explain/record-names.ts';
import type { SourceRecord } from '../../record/normalise/source-record.ts';
import { OWN_SOURCE } from '../../record/own/own-source.ts';
import { statedNone } from '../../record/views/summary/stated-none.ts';
import { besideRelated } from '../things/beside-related.ts';
import { gatherTold, listThings, type Thing, type ThingInput, type Told } from '../things/thing.ts';

export interface ToldReaction {
  /** In the source's words; undefined where it says only how bad it was. */
  readonly what: string | undefined;
  /** `mild`, `moderate`, `severe`. */
  readonly severity: string | undefined;
  readonly who: readonly string[];
}

export interface AllergyRow extends Thing {
  readonly kinds: readonly Told[];
  /** `food`, `medication`, `environment`, `biologic`. */
  readonly categories: readonly string[];
  /** `low`, `high`, `unable-to-assess`; undefined where nobody says or they differ. */
  readonly criticality: string | undefined;
  readonly verification: string | undefined;
  readonly reactions: readonly ToldReaction[];
  /** FHIR dates. */
  readonly since: string | undefined;
  readonly writtenDown: string | undefined;
}

/** A source's own statement, never an item of the list. */
export interface NoneStatement {
  /** What it speaks of; `no-information`: it says that it knows nothing. */
  readonly scope: string;
  readonly words: string | undefined;
  readonly who: readonly string[];
  readonly date: string | undefined;
  readonly path: string;
  /** Another place lists an allergy. */
  readonly isDenied: boolean;
}

export interface AllergyList {
  readonly current: readonly AllergyRow[];
  readonly past: readonly AllergyRow[];
  readonly ruledOut: readonly AllergyRow[];
  readonly statements: readonly NoneStatement[];
  /** Titles of the sources that were read and neither list an allergy nor say anything about there being none. */
  readonly silent: readonly string[];
}

export interface AllergyInput extends ThingInput {
  readonly completeness: readonly SourceCompleteness[];
}

const ENDED: ReadonlySet<string> = new Set(['inactive', 'resolved', 'ended']);
const READ: ReadonlySet<SourceCompleteness['state']> = new Set(['complete', 'partial', 'stale']);

export function listAllergies(input: AllergyInput): AllergyList {
  const rows = input.rows.filter(({ type }) => type === 'AllergyIntolerance');
  const things = listThings({ ...input, rows });
  const isNone = (thing: Thing) => statedNone(thing.unified as AllergyIntolerance) !== undefined;
  const allergies = things.filter((thing) => !isNone(thing)).map((thing) => allergyRow(thing, input.titleOf));
  const asserted = allergies.filter(({ verification }) => verification !== 'refuted');
  return {
    current: besideRelated(
      asserted.filter((row) => !isOver(row)).sort((a, b) => rank(a) - rank(b)),
      ({ mayBeSame }) => mayBeSame.map(({ path }) => path),
    ),
    past: asserted.filter(isOver),
    ruledOut: allergies.filter(({ verification }) => verification === 'refuted'),
    statements: [...things.filter(isNone).map(noneStatement), ...withoutInformation(input)],
    silent: silentSources(input),
  };
}

function isOver({ statuses }: Thing): boolean {
  return statuses.length > 0 && statuses.every(({ value }) => ENDED.has(value));
}

/** What may be dangerous first; otherwise by name. */
function rank({ criticality, reactions }: AllergyRow): number {
  return criticality === 'high' || reactions.some(({ severity }) => severity === 'severe') ? 0 : 1;
}

function allergyRow(thing: Thing, titleOf: (source: string) => string): AllergyRow {
  const unified = thing.unified as AllergyIntolerance;
  const members = thing.members.map(({ resource, source }) => ({
    allergy: resource as AllergyIntolerance,
    who: titleOf(source),
  }));
  return {
    ...thing,
    kinds: gatherTold(members.flatMap(({ allergy, who }) => (allergy.type ? [{ value: allergy.type, who }] : []))),
    categories: unified.category ?? [],
    criticality: unified.criticality,
    verification: unified.verificationStatus?.coding?.[0]?.code,
    reactions: reactions(
      members.flatMap(({ allergy, who }) => (allergy.reaction ?? []).map((item) => ({ item, who }))),
    ),
    since: members.flatMap(({ allergy }) => allergy.onsetDateTime ?? allergy.onsetPeriod?.start ?? []).sort()[0],
    writtenDown: unified.recordedDate,
  };
}

/** Those that read alike once, with all who tell of them. */
function reactions(
  told: readonly { readonly item: AllergyIntoleranceReaction; readonly who: string }[],
): readonly ToldReaction[] {
  const byWords = new Map<string, { what: string | undefined; severity: string | undefined; who: Set<string> }>();
  for (const { item, who } of told) {
    const manifestations = item.manifestation.flatMap((concept) => conceptText(concept) ?? []);
    const what = [...new Set([...manifestations, item.description ?? ''])].filter((text) => text !== '').join(', ');
    const { severity } = item;
    if (what === '' && severity === undefined) continue;
    const key = `${what.toLowerCase()}|${severity ?? ''}`;
    const entry = byWords.get(key) ?? { what: what === '' ? undefined : what, severity, who: new Set<string>() };
    entry.who.add(who);
    byWords.set(key, entry);
  }
  return [...byWords.values()].map(({ who, ...reaction }) => ({ ...reaction, who: [...who] }));
}

function noneStatement(thing: Thing): NoneStatement {
  const unified = thing.unified as AllergyIntolerance;
  return {
    scope: statedNone(unified) ?? 'allergies',
    words: thing.what,
    who: [...thing.statedBy, ...thing.copiedBy],
    date: unified.recordedDate,
    path: thing.path,
    isDenied: thing.differences.some(({ code }) => code === 'denied'),
  };
}

/** "No information about allergies" is no fact about the person, so it is in no unified record. */
function withoutInformation({ record, titleOf }: ThingInput): readonly NoneStatement[] {
  return allergyRecords(record.sourceRecords)
    .filter(({ standing }) => standing === 'no-information')
    .map(({ resource, source }) => ({
      scope: 'no-information',
      words: conceptText(conceptOf(resource)),
      who: [titleOf(source)],
      date: (resource as AllergyIntolerance).recordedDate,
      path: `/other/AllergyIntolerance/${resource.id}`,
      isDenied: false,
    }));
}

function silentSources({ record, completeness, titleOf }: AllergyInput): readonly string[] {
  const speaking = new Set(allergyRecords(record.sourceRecords).map(({ source }) => source));
  return completeness
    .filter(({ source, state }) => READ.has(state) && !speaking.has(source) && source !== OWN_SOURCE)
    .map(({ source }) => titleOf(source));
}

function allergyRecords(records: readonly SourceRecord[]): readonly SourceRecord[] {
  return records.filter(({ resource }) => resource.resourceType === 'AllergyIntolerance');
}
