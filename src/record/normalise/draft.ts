/** The small steps of which every conversion from an older FHIR release is made. What no step takes is left to the R4 check. */
import { isJsonObject } from '../fhir/types.ts';
import type { Unmapped } from './unmapped.ts';

/** A resource or element on its way to R4. */
export interface Draft {
  /** A copy, one level deep: its members may be replaced, what is inside them may not. */
  readonly fields: Record<string, unknown>;
  /** Where it stands in the original. */
  readonly path: string;
  readonly unmapped: Unmapped[];
}

export type Convert = (draft: Draft) => void;

/** How a type of an older release comes to R4; `type` where R4 has another name for it. */
export interface Conversion {
  readonly type?: string;
  readonly convert: Convert;
}

/** Takes an element out of its place and keeps it among the unmapped. */
export function lose(draft: Draft, name: string, reason: string): void {
  for (const key of [name, `_${name}`]) {
    const value = draft.fields[key];
    if (value === undefined) continue;
    Reflect.deleteProperty(draft.fields, key);
    if (value !== null) draft.unmapped.push({ path: `${draft.path}.${key}`, value, reason });
  }
}

/** Keeps a value among the unmapped although its element stays: it was changed. */
export function note(draft: Draft, name: string, value: unknown, reason: string): void {
  draft.unmapped.push({ path: `${draft.path}.${name}`, value, reason });
}

/** Moves elements to their R4 names, extensions with them. Where the R4 name is taken the old one stays and is found unknown. */
export function rename(draft: Draft, names: Readonly<Record<string, string>>): void {
  for (const [from, to] of Object.entries(names)) {
    if (draft.fields[to] !== undefined) continue;
    for (const [old, now] of [
      [from, to],
      [`_${from}`, `_${to}`],
    ] as const) {
      if (draft.fields[old] === undefined) continue;
      draft.fields[now] = draft.fields[old];
      Reflect.deleteProperty(draft.fields, old);
    }
  }
}

/** The value of an element, taken out of the draft. */
export function take(draft: Draft, name: string): unknown {
  const value = draft.fields[name];
  Reflect.deleteProperty(draft.fields, name);
  return value ?? undefined;
}

/** Puts a value in an R4 place; where the place is taken, or there is nothing to put, the original is kept as `from`. */
export function put(draft: Draft, name: string, value: unknown, from: string): void {
  if (value === undefined) return;
  if (draft.fields[name] === undefined) draft.fields[name] = value;
  else note(draft, from, value, 'its place in R4 is taken');
}

/** Makes a code a CodeableConcept; a code that R4 does not know is kept as it is, for the R4 check knows no better. */
export function conceptFromCode(draft: Draft, name: string, system: string, known: readonly string[]): void {
  const code = draft.fields[name];
  if (typeof code !== 'string') return;
  if (!known.includes(code)) {
    lose(draft, name, 'not a code that R4 allows here');
    return;
  }
  const extensions = draft.fields[`_${name}`];
  Reflect.deleteProperty(draft.fields, `_${name}`);
  draft.fields[name] = { ...(isJsonObject(extensions) ? extensions : {}), coding: [{ system, code }] };
}

/** Replaces codes by what R4 calls them; the original is noted. */
export function mapCode(draft: Draft, name: string, codes: Readonly<Record<string, string>>): void {
  const code = draft.fields[name];
  if (typeof code !== 'string' || !Object.hasOwn(codes, code)) return;
  replaceCode(draft, name, codes[code]);
}

/** Puts a code in place of another; the original is noted. */
export function replaceCode(draft: Draft, name: string, code: string | undefined): void {
  const old = draft.fields[name];
  if (code === undefined || old === code) return;
  draft.fields[name] = code;
  if (old !== undefined) note(draft, name, old, 'R4 says this with another code');
}

/** Drops a flag whose meaning the status now has; anything that is no flag is kept. */
export function dropIfSaid(draft: Draft, name: string): void {
  if (typeof draft.fields[name] === 'boolean') Reflect.deleteProperty(draft.fields, name);
  lose(draft, name, 'R4 says this by the status');
}

/** Converts each element of a list (or the only one) as a draft of its own. */
export function within(draft: Draft, name: string, convert: Convert): void {
  const value = draft.fields[name];
  const path = `${draft.path}.${name}`;
  if (Array.isArray(value)) {
    draft.fields[name] = (value as unknown[]).map((item, i) =>
      convertObject(item, `${path}[${i}]`, draft.unmapped, convert),
    );
  } else if (value !== undefined) {
    draft.fields[name] = convertObject(value, path, draft.unmapped, convert);
  }
}

/** Anything but an object is given back as it is. */
export function convertObject(value: unknown, path: string, unmapped: Unmapped[], convert: Convert): unknown {
  if (!isJsonObject(value)) return value;
  const draft: Draft = { fields: { ...value }, path, unmapped };
  convert(draft);
  return draft.fields;
}

/** `context` names an encounter or an episode of care; R4 has a place for the encounter only. */
export function contextToEncounter(draft: Draft): void {
  const context = draft.fields.context;
  if (isJsonObject(context) && typeof context.reference === 'string' && context.reference.includes('EpisodeOfCare/'))
    return;
  rename(draft, { context: 'encounter' });
}

/** `requester: { agent, onBehalfOf }` becomes a plain reference; `onBehalfOf` has no place. */
export function requesterToReference(draft: Draft): void {
  const requester = draft.fields.requester;
  if (!isJsonObject(requester) || requester.agent === undefined) return;
  const { agent, ...rest } = requester;
  draft.fields.requester = agent;
  for (const [key, value] of Object.entries(rest)) note(draft, `requester.${key}`, value, 'R4 has no such element');
}

/** Words that stood alone become an annotation. */
export function textToNote(draft: Draft, name: string): void {
  const text = draft.fields[name];
  if (typeof text !== 'string' || text === '') return;
  Reflect.deleteProperty(draft.fields, name);
  const notes: readonly unknown[] = Array.isArray(draft.fields.note) ? draft.fields.note : [];
  draft.fields.note = [...notes, { text }];
}
