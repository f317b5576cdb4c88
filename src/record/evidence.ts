/**
 * What a join may rest on, in the words Provenance gives it: each ground has one form, so that a reader can take it apart
 * again and say it in another language. The engine can write no other: its type is made from these forms.
 */

/** `{…}`: what a source wrote, a code, a source's name or a release. */
export const EVIDENCE_FORMS = {
  name: 'name "{words}"',
  'imported-name': 'name "{words}" (imported {release})',
  brand: 'brand "{words}"',
  display: 'display "{words}"',
  'misspelt-name': '"{words}" is one edit away from a known name',
  'misspelt-substance': 'near "{words}"',
  'none-known': '"{words}"',
  'code-and-words': 'code {code} (confirmed by "{words}")',
  'code-without-words': 'code {code} (not confirmed by the text)',
  'imported-code': 'code {code} (imported {release})',
  'known-code': 'code {code} (its meaning is known from {list})',
  replaces: 'replaces an earlier order of its source',
  'refers-to': 'refers to another record of its source',
  'referred-to': 'another record of its source refers to it',
  'same-group': 'same group identifier in its source',
  'E-identifier': 'E-identifier: identifier of system {system}',
  'E-elsewhere': 'E-elsewhere: marked as recorded or prescribed elsewhere',
  'E-view': 'E-view: shows the record of {source}',
} as const satisfies Readonly<Record<string, string>>;

export type EvidenceKind = keyof typeof EVIDENCE_FORMS;

type Filled<Form extends string> = Form extends `${infer Before}{${string}}${infer After}`
  ? `${Before}${string}${Filled<After>}`
  : Form;

/** One ground as Provenance writes it. */
export type Evidence = Filled<(typeof EVIDENCE_FORMS)[EvidenceKind]>;

export interface ReadEvidence {
  readonly kind: EvidenceKind;
  /** What stands in the places of the form, by their names. */
  readonly values: Readonly<Record<string, string>>;
}

const READERS = (Object.entries(EVIDENCE_FORMS) as [EvidenceKind, string][]).map(([kind, form]) => {
  const parts = form.split(/[{}]/);
  return {
    kind,
    // Words and names of places take turns.
    words: parts.filter((_, index) => index % 2 === 0),
    places: parts.filter((_, index) => index % 2 === 1),
  };
});

/** @returns undefined for a text of none of the forms. */
export function readEvidence(text: string): ReadEvidence | undefined {
  for (const { kind, words, places } of READERS) {
    const values = valuesBetween(words, text);
    if (values === undefined) continue;
    return { kind, values: Object.fromEntries(places.map((place, index) => [place, values[index] ?? ''])) };
  }
  return undefined;
}

/** From the end: the words of a form come after what a source wrote, which may hold anything. */
function valuesBetween(words: readonly string[], text: string): readonly string[] | undefined {
  const [first = '', ...others] = words;
  if (others.length === 0) return text === first ? [] : undefined;
  if (!text.startsWith(first) || !text.endsWith(others.at(-1) ?? '')) return undefined;
  const values: string[] = [];
  let end = text.length;
  for (const word of others.toReversed()) {
    const at = text.lastIndexOf(word, end - word.length);
    if (at < first.length) return undefined;
    values.push(text.slice(at + word.length, end));
    end = at;
  }
  return [text.slice(first.length, end), ...values.toReversed()].slice(0, -1);
}
