/**
 * Which items of a source a viewer's labels hide: those with a label that is not theirs, and those that exist only as a part of
 * a hidden one. Decided before anything is computed (law L10; design 4 and 6).
 */
import type { Coding } from 'fhir/r4.js';
import { identifierKey } from '../record/fhir/identifiers.ts';
import { parseReference } from '../record/fhir/references.ts';
import { isJsonObject, type JsonObject } from '../record/fhir/types.ts';
import type { LabelRights } from './access-grant.ts';
import { maySee } from './labels.ts';
import { SUPPORTING_TYPES } from './tables/supporting-types.ts';

export interface DeliveredItem {
  /** As received; undefined where the text is no JSON: only a viewer with all labels sees that. */
  readonly json: unknown;
  readonly fullUrl: string | undefined;
}

/** By what others may refer to hidden items. */
export interface HiddenNames {
  /** Absolute addresses. */
  readonly urls: ReadonlySet<string>;
  /** `system|value`, for references within the same source. */
  readonly identifiers: ReadonlySet<string>;
}

export interface SeenItems<T> {
  readonly seen: readonly T[];
  readonly hidden: HiddenNames;
}

interface Place {
  readonly json: JsonObject | undefined;
  readonly names: readonly string[];
  readonly refersTo: readonly string[];
  /** What it is about or belongs to, where it is nothing by itself. */
  readonly about: readonly string[];
}

/** @param defaults labels of the source's items that carry none. */
export function hideItems<T extends DeliveredItem>(
  items: readonly T[],
  source: { readonly baseUrl: string; readonly defaults: readonly Coding[] },
  rights: LabelRights,
): SeenItems<T> {
  const places = items.map((item) => placeOf(item, source.baseUrl));
  const hidden = places.map((place) => !maySee(rights, place.json, source.defaults));
  // A part may have parts of its own.
  for (let before = -1, now = count(hidden); now !== before; before = now, now = count(hidden)) {
    const names = namesOf(places, hidden);
    const wanted = referredTo(places, hidden);
    places.forEach((place, index) => {
      hidden[index] ||= place.names.some((name) => names.has(name)) || isPartOfHidden(place, names, wanted);
    });
  }
  return {
    seen: items.filter((_, index) => hidden[index] !== true),
    hidden: { urls: namesOf(places, hidden), identifiers: identifiersOf(places, hidden) },
  };
}

function placeOf({ json, fullUrl }: DeliveredItem, baseUrl: string): Place {
  if (!isJsonObject(json)) return { json: undefined, names: [], refersTo: [], about: [] };
  const { resourceType, id } = json;
  const own = typeof resourceType === 'string' && typeof id === 'string' ? [`${baseUrl}/${resourceType}/${id}`] : [];
  // Whose record it is is told by the account: every record names the Patient.
  const names = resourceType === 'Patient' ? [] : [...own, ...(fullUrl === undefined ? [] : [fullUrl])];
  return { json, names, refersTo: addressesIn(json, baseUrl), about: addressesIn(aboutOf(json), baseUrl) };
}

/** The absolute form of a reference in a record of this server; a version or a fragment names the same item. */
export function addressOf(reference: string, baseUrl: string): string {
  const [whole = ''] = reference.split('#');
  const parts = parseReference(whole);
  return parts === undefined ? whole : `${parts.base ?? baseUrl}/${parts.type}/${parts.id}`;
}

function addressesIn(value: unknown, baseUrl: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => addressesIn(item, baseUrl));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    (name === 'reference' || name === 'url') && typeof member === 'string'
      ? [addressOf(member, baseUrl)]
      : addressesIn(member, baseUrl),
  );
}

/** A Provenance is about its targets; a Binary may name the record whose rights are its own (FHIR R4, `securityContext`). */
function aboutOf({ resourceType, target, securityContext }: JsonObject): unknown {
  if (resourceType === 'Provenance') return target;
  return resourceType === 'Binary' ? securityContext : undefined;
}

/** A product, place or file that only hidden records name tells of them. */
function isPartOfHidden(
  { json, names, about }: Place,
  hidden: ReadonlySet<string>,
  wanted: { readonly bySeen: ReadonlySet<string>; readonly byHidden: ReadonlySet<string> },
): boolean {
  if (about.length > 0 && about.every((address) => hidden.has(address))) return true;
  if (typeof json?.resourceType !== 'string' || !SUPPORTING_TYPES.has(json.resourceType)) return false;
  return names.some((name) => wanted.byHidden.has(name)) && !names.some((name) => wanted.bySeen.has(name));
}

function referredTo(places: readonly Place[], hidden: readonly boolean[]) {
  const of = (isHidden: boolean) =>
    new Set(places.flatMap(({ refersTo }, index) => (hidden[index] === isHidden ? refersTo : [])));
  return { bySeen: of(false), byHidden: of(true) };
}

function namesOf(places: readonly Place[], hidden: readonly boolean[]): ReadonlySet<string> {
  return new Set(places.flatMap(({ names }, index) => (hidden[index] === true ? names : [])));
}

/** An identifier that a seen item carries as well tells nothing of the hidden one. */
function identifiersOf(places: readonly Place[], hidden: readonly boolean[]): ReadonlySet<string> {
  const keysOf = (isHidden: boolean) =>
    places.flatMap(({ json }, index) => (hidden[index] === isHidden ? identifierKeys(json) : []));
  const seen = new Set(keysOf(false));
  return new Set(keysOf(true).filter((key) => !seen.has(key)));
}

function identifierKeys(json: JsonObject | undefined): readonly string[] {
  if (json?.resourceType === 'Patient') return [];
  const list: readonly unknown[] = Array.isArray(json?.identifier) ? json.identifier : [json?.identifier];
  return list.flatMap((item) => (isJsonObject(item) ? (identifierKey(item) ?? []) : []));
}

function count(hidden: readonly boolean[]): number {
  return hidden.filter(Boolean).length;
}
