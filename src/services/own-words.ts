/** What the person says of an item of their record: how they take it, and their notes (requirement P7). Changes nothing in it. Pure. */
import type { OwnNote, OwnTaking, PersonEntry } from '../ports/person-entries.ts';
import { itemKey } from '../record/decide/decision.ts';
import type { SourceRecord } from '../record/normalise/source-record.ts';
import { itemKeysOf } from './item-refs.ts';

type EntryOf<C> = PersonEntry & { readonly content: C };

export interface OwnWords {
  /** The latest that holds; undefined: nothing said. */
  readonly taking: EntryOf<OwnTaking> | undefined;
  /** Those that hold, by time. */
  readonly notes: readonly EntryOf<OwnNote>[];
}

/** @param entries of the subject, by time. @returns for a unified record's members what was said of any of them. */
export function createOwnWords(entries: readonly PersonEntry[]): (members: readonly SourceRecord[]) => OwnWords {
  const held = entries.filter(({ withdrawnAt }) => withdrawnAt === undefined);
  const takings = held.flatMap((entry) => {
    const { content } = entry;
    return content.kind === 'taking' ? [{ ...entry, content, keys: new Set(content.about.map(itemKey)) }] : [];
  });
  const notes = held.flatMap((entry) => {
    const { content } = entry;
    return content.kind === 'note' ? [{ ...entry, content, keys: new Set(content.about.map(itemKey)) }] : [];
  });
  if (takings.length + notes.length === 0) return () => ({ taking: undefined, notes: [] });
  return (members) => {
    const keys = members.flatMap(itemKeysOf);
    const isAbout = (entry: { readonly keys: ReadonlySet<string> }) => keys.some((key) => entry.keys.has(key));
    return { taking: takings.findLast(isAbout), notes: notes.filter(isAbout) };
  };
}
