/** Fills a preset with what the operator gives, into the JSON of a source file. */
import type { Preset } from './preset-schema.ts';
import { filledFields } from './preset-schema.ts';

/** By field: `baseUrl`, `clientId`, `authentication.method`, `endpoints.token`. A list is written with commas. */
export type GivenFields = ReadonlyMap<string, string>;

const LISTS: ReadonlySet<string> = new Set(['scopes', 'resourceTypes', 'lacks', 'quirks']);
const FLAGS: ReadonlySet<string> = new Set(['allowInsecure']);

/** @returns what is still to be given, in words; empty where nothing is. */
export function missingFields(preset: Preset, given: GivenFields): readonly { field: string; words: string }[] {
  const filled = new Set([...filledFields(preset.file), ...given.keys()]);
  return preset.ask.filter(({ field }) => !filled.has(field));
}

/** What is given goes before what the preset says; another way of authenticating replaces the preset's whole. */
export function sourceFromPreset(preset: Preset, given: GivenFields): Readonly<Record<string, unknown>> {
  const source: Record<string, unknown> = structuredClone(preset.file);
  if (given.has('authentication.method')) delete source['authentication'];
  for (const [field, text] of given) {
    const [name = field, inner] = field.split('.');
    const value = valueOf(field, text);
    if (inner === undefined) source[name] = value;
    else source[name] = { ...(source[name] as object | undefined), [inner]: value };
  }
  return source;
}

function valueOf(field: string, text: string): unknown {
  if (LISTS.has(field)) return text.split(',').map((item) => item.trim());
  if (FLAGS.has(field)) return text === 'true';
  return field.startsWith('limits.') || field === 'fullPullEveryHours' ? Number(text) : text;
}
