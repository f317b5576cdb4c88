/**
 * Readers whose memo outlives one record of a person: after a small change nearly all words are the same. Few people and few
 * records each, so that the memos stay small.
 */
import { createReaders } from '../../record/facts/create-readers.ts';
import type { Readers } from '../../record/facts/readers.ts';
import type { ImportedTerminology } from '../../record/terminology/imported/imported-terminology.ts';

const MAX_PEOPLE = 16;
/** Then begun anew: words that are gone from the record go from the memo. */
const MAX_RECORDS = 50;

/** @returns the readers to use for one more record of a person. */
export function createKeptReaders(terminology: ImportedTerminology | undefined): (subjectId: string) => Readers {
  const kept = new Map<string, { readonly readers: Readers; records: number }>();
  return (subjectId) => {
    const known = kept.get(subjectId);
    kept.delete(subjectId);
    const entry =
      known !== undefined && known.records < MAX_RECORDS ? known : { readers: createReaders(terminology), records: 0 };
    entry.records += 1;
    kept.set(subjectId, entry);
    const [oldest] = kept.size > MAX_PEOPLE ? kept.keys() : [];
    if (oldest !== undefined) kept.delete(oldest);
    return entry.readers;
  };
}
