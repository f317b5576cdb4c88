/** Seeded damage: to the structure of a JSON value, and to the letters of a text. */
export type Random = () => number;

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}

/** Values that stand where another kind of value belongs. */
const ODD_VALUES: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1e308,
  12.5,
  '',
  ' ',
  'null',
  '2019-02-30',
  '2020-05-06T10:00',
  '9'.repeat(40),
  '\u0000\u202E\uFFFF',
  '\uD800',
  'x'.repeat(3_000),
  '<script>alert(1)</script>',
  '${jndi:ldap://x}',
  'Patient/somebody-else',
  '#c',
  'http://[',
  [],
  {},
  [[]],
  [null],
  { coding: [{ code: null }] },
  { reference: '../../etc/passwd' },
  { value: '1,5', unit: 'mg' },
];

const ODD_KEYS = [
  '__proto__',
  'constructor',
  'toString',
  '_status',
  'valueX',
  '',
  'extension',
  'contained',
  'id',
  'meta',
];

/** One or a few changes somewhere in it. @returns a new value. */
export function mutateJson(random: Random, value: Json): Json {
  const changes = 1 + Math.floor(random() * 3);
  let changed = value;
  for (let n = 0; n < changes; n += 1) changed = changeSomewhere(random, changed, 0);
  return changed;
}

function changeSomewhere(random: Random, value: Json, depth: number): Json {
  const isLeaf = typeof value !== 'object' || value === null;
  // The resource itself stays an object: what is none is damage to text.
  if (depth > 0 && (isLeaf || random() < 0.15)) return pick(random, ODD_VALUES);
  if (isLeaf) return value;
  return isList(value) ? changeList(random, value, depth) : changeObject(random, value, depth);
}

function changeList(random: Random, list: readonly Json[], depth: number): Json {
  const at = Math.floor(random() * list.length);
  const chance = random();
  if (list.length === 0 || chance < 0.1) return [...list, pick(random, ODD_VALUES)];
  if (chance < 0.2) return [...list, ...list.slice(at, at + 1)];
  if (chance < 0.25) return list.toReversed();
  return list.map((item, index) => (index === at ? changeSomewhere(random, item, depth + 1) : item));
}

function changeObject(random: Random, object: { readonly [key: string]: Json }, depth: number): Json {
  const entries = Object.entries(object);
  const at = Math.floor(random() * entries.length);
  const [name, item] = entries[at] ?? ['empty', null];
  const chance = random();
  if (chance < 0.1) return withEntries([...entries, [pick(random, ODD_KEYS), pick(random, ODD_VALUES)]]);
  if (chance < 0.18) return withEntries(entries.filter((_entry, index) => index !== at));
  if (chance < 0.24) return withEntries([...entries, [`${name}2`, item]]);
  if (chance < 0.3) return withEntries(entries.map(([key, one], index) => [key, index === at ? [one] : one]));
  return withEntries(
    entries.map(([key, one], index) => [key, index === at ? changeSomewhere(random, one, depth + 1) : one]),
  );
}

/** `__proto__` as a member of its own, as a parser makes it. */
function withEntries(entries: readonly (readonly [string, Json])[]): { readonly [key: string]: Json } {
  return Object.fromEntries(entries);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

const ODD_LETTERS = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\\',
  '\\u',
  '\u0000',
  '\uFEFF',
  '9',
  '-',
  '.',
  'e',
  ' ',
  '/',
  '\t',
];

/** One or a few letters lost, changed, added, moved or doubled. */
export function mutateText(random: Random, text: string): string {
  const changes = 1 + Math.floor(random() * 3);
  let changed = text;
  for (let n = 0; n < changes; n += 1) {
    const from = Math.floor(random() * (changed.length + 1));
    const to = Math.min(changed.length, from + 1 + Math.floor(random() * (random() < 0.2 ? 80 : 2)));
    const chance = random();
    if (chance < 0.15) changed = changed.slice(0, from);
    else if (chance < 0.5) changed = changed.slice(0, from) + changed.slice(to);
    else if (chance < 0.8) changed = changed.slice(0, from) + pick(random, ODD_LETTERS) + changed.slice(from);
    else if (chance < 0.9) changed = changed.slice(0, to) + changed.slice(from);
    else changed = changed.slice(0, from) + pick(random, ODD_LETTERS) + changed.slice(to);
  }
  return changed;
}
