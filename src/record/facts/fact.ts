/** What every fact has in common: the record it was read from and how to name it. */
import type { Evidence } from '../evidence.ts';
import type { SourceRecord } from '../normalise/source-record.ts';
import { stripEnd } from '../strip-end.ts';
import type { DaySpan } from './day-span.ts';

export interface Fact {
  readonly record: SourceRecord;
  /** `<Type>/<gateway id>` */
  readonly ref: string;
  /** The same as FHIR writes it; shared by everything that names the record. */
  readonly reference: { readonly reference: string };
  readonly source: string;
  /** What the person reads: the text, otherwise the best display; '' when there is none. */
  readonly words: string;
  /** When the record was made, otherwise when what it tells began. */
  readonly dated: DaySpan | undefined;
  /** The source itself marks the item as recorded or prescribed elsewhere. */
  readonly fromElsewhere: boolean;
}

/** Why a record belongs to its group. */
export interface Join {
  /** Id of a rule in `match/rules.ts`. */
  readonly rule: string;
  readonly evidence: readonly Evidence[];
}

/** A dated change inside one source (requirement P8). */
export interface Change {
  readonly what: 'dose' | 'strength' | 'stage' | 'severity';
  readonly from: string;
  readonly to: string;
  readonly date: string | undefined;
  readonly ref: string;
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function compareFacts(a: Fact, b: Fact): number {
  return compareText(a.ref, b.ref);
}

/** Words folded for equality only: case, spaces and full stops at the end tell nothing. Never used for likeness. */
export function foldWords(words: string): string {
  return stripEnd(words.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim(), /\./);
}
