/** What a method says of one person: which records are one thing, what differs, what is related, what is a copy. */
import type { LabelledPerson } from './labels.ts';

export interface ToldIssue {
  readonly code: string;
  readonly reason: string | undefined;
  /** Keys of the records it is about, a unified record standing for its members. */
  readonly records: readonly string[];
  /** Values side by side, for reading. */
  readonly values: readonly string[];
}

export interface Answer {
  /** Record key → name of the group it is in; records that are in none are absent. */
  readonly groups: ReadonlyMap<string, string>;
  readonly issues: readonly ToldIssue[];
  readonly copies: ReadonlySet<string>;
  /** Input values that are nowhere in the output: `<record key> <path>`. */
  readonly lostValues: readonly string[];
}

export type Method = (person: LabelledPerson) => Answer;
