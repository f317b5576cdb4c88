/** Sentences that are made from a table of forms can be taken apart again by it: what was written, and what stood in the places. */

/** By kind: one form, or several that say the same. `{…}`: a place; two places never stand side by side. */
export type Forms = Readonly<Record<string, string | readonly string[]>>;

type Each<Form> = Form extends readonly (infer One)[] ? One : Form;

type Filled<Form> = Form extends `${infer Before}{${string}}${infer After}`
  ? `${Before}${string}${Filled<After>}`
  : Form;

/** All that these forms can make, and nothing else. */
export type Written<Table extends Forms> = Filled<Each<Table[keyof Table]>>;

export interface ReadForm<Kind> {
  readonly kind: Kind;
  /** What stands in the places of the form, by their names. */
  readonly values: Readonly<Record<string, string>>;
}

/** @returns a reader that gives undefined for a text of none of the forms; of several, the first counts. */
export function formReader<Table extends Forms>(table: Table): (text: string) => ReadForm<keyof Table> | undefined {
  const readers = Object.entries(table).flatMap(([kind, forms]) =>
    [forms].flat().map((form) => {
      const parts = form.split(/[{}]/);
      return {
        kind,
        // Words and names of places take turns.
        words: parts.filter((_, index) => index % 2 === 0),
        places: parts.filter((_, index) => index % 2 === 1),
      };
    }),
  );
  return (text) => {
    for (const { kind, words, places } of readers) {
      const values = valuesBetween(words, text);
      if (values === undefined) continue;
      return { kind, values: Object.fromEntries(places.map((place, index) => [place, values[index] ?? ''])) };
    }
    return undefined;
  };
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
