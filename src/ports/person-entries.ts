/**
 * Port: what a person adds to their record themselves (requirements P6, P7): medicines and allergies of their own, how they
 * really take a medicine, notes, questions. An entry is added and taken back, never changed; changing is taking back and adding.
 */
import type { ItemRef } from '../record/decide/decision.ts';
import type { OwnAllergy, OwnMedicine } from '../record/own/own-entry.ts';

export type { OwnAllergy, OwnMedicine };

/** How the person takes what a source lists. Changes nothing in what the source says (law L9). */
export interface OwnTaking {
  readonly kind: 'taking';
  /** The items it was said of: it holds for every unified record that has one of them, whatever is split or joined. */
  readonly about: readonly ItemRef[];
  /** `unsaid`: not as the lists say, or the person does not know; they say no more. */
  readonly how: 'differently' | 'not-taken' | 'unsaid';
  readonly reason: string | undefined;
}

export interface OwnNote {
  readonly kind: 'note';
  readonly about: readonly ItemRef[];
  readonly text: string;
}

/** A question to take along: made by the person, or the person's words for one that a difference gave rise to. */
export interface OwnQuestion {
  readonly kind: 'question';
  readonly text: string;
  /** Stable key of the difference it is about (`services/questions.ts`); undefined: the person's own. */
  readonly of: string | undefined;
  readonly state: 'ask' | 'asked' | 'leave-out';
}

export type EntryContent = OwnMedicine | OwnAllergy | OwnTaking | OwnNote | OwnQuestion;

export interface PersonEntry {
  /** A UUID; chosen when the form was made, so that a form sent twice adds one entry. */
  readonly id: string;
  readonly content: EntryContent;
  /** The entry it took the place of. */
  readonly replaces?: string | undefined;
  /** Who added it. */
  readonly actorId: string;
  /** ISO instant. */
  readonly at: string;
  /** When it was taken back; undefined while it holds. */
  readonly withdrawnAt: string | undefined;
  readonly withdrawnBy: string | undefined;
}

/** Up to where the record was shown: enough to compute it again as it was then from the rows that are kept (law L2). */
export interface LookedAt {
  /** ISO instant. */
  readonly at: string;
  /** By account and kind of data: when it was last delivered whole by then. */
  readonly wholeAt: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface Looked {
  /** Where earlier visits ended: what came since is new. Undefined: this is the first visit. */
  readonly since?: LookedAt;
  /** What the pages showed last. */
  readonly shown: LookedAt;
}

/** Part of the durable store. Content rests under the person's key. */
export interface PersonEntryStore {
  /**
   * Takes back `replaces` and adds the entry, both or neither.
   * @returns `added`; `known` where this subject has an entry of that id already: nothing is done;
   * `gone` where `replaces` does not hold any more: nothing is done.
   */
  addEntry(
    subjectId: string,
    entry: Pick<PersonEntry, 'id' | 'content' | 'actorId' | 'at'>,
    replaces?: string,
  ): Promise<'added' | 'known' | 'gone'>;
  /** How many there are, and how many of them hold. */
  countEntries(subjectId: string): Promise<{ readonly ever: number; readonly held: number }>;
  /** By time, those taken back among them. */
  listEntries(subjectId: string): Promise<readonly PersonEntry[]>;
  /** @returns false where there is no such entry that holds. */
  withdrawEntry(
    subjectId: string,
    entryId: string,
    by: { readonly actorId: string; readonly at: string },
  ): Promise<boolean>;
  /** How far this actor has seen the changes of this record; undefined: never looked. */
  lastLooked(subjectId: string, actorId: string): Promise<Looked | undefined>;
  setLastLooked(subjectId: string, actorId: string, looked: Looked): Promise<void>;
}
