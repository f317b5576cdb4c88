/** Two simple methods on the same records, so that the figures can be believed: exact code or text, and similar text. */
import type { Answer } from './answer.ts';
import type { LabelledPerson, LabelledRecord } from './labels.ts';

/** Records with an equal code or equal words (letter case aside) are one thing. */
export function exactBaseline(person: LabelledPerson): Answer {
  return joined(
    person,
    (a, b) =>
      (a.code !== undefined && a.code === b.code) ||
      (a.words !== '' && a.words.toLowerCase() === b.words.toLowerCase()),
  );
}

const SIMILAR = 0.6;

/** Records whose words share at least 0.6 of their letter triples (Jaccard) are one thing. */
export function similarBaseline(person: LabelledPerson): Answer {
  const triples = new Map(person.records.map((record) => [record.key, triplesOf(record.words)]));
  return joined(
    person,
    (a, b) => similarity(triples.get(a.key) ?? new Set(), triples.get(b.key) ?? new Set()) >= SIMILAR,
  );
}

export function triplesOf(words: string): ReadonlySet<string> {
  const padded = `  ${words.toLowerCase()} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const triple of a) if (b.has(triple)) shared += 1;
  return shared / (a.size + b.size - shared);
}

function joined(person: LabelledPerson, same: (a: LabelledRecord, b: LabelledRecord) => boolean): Answer {
  const records = person.records.filter((record) => record.standing === 'asserted');
  const groups = new Map(records.map((record) => [record.key, record.key]));
  const root = (key: string): string => {
    const parent = groups.get(key) ?? key;
    return parent === key ? key : root(parent);
  };
  records.forEach((a, index) => {
    for (const b of records.slice(index + 1)) if (a.kind === b.kind && same(a, b)) groups.set(root(a.key), root(b.key));
  });
  return {
    groups: new Map(records.map((record) => [record.key, root(record.key)])),
    issues: [],
    copies: new Set(),
    lostValues: [],
  };
}
