/** Why something is not whole, in the page's language; as it was written where it is none of the gateway's own sentences of today. Pure. */
import { readReasons, type ReadReason } from '../../record/reasons.ts';
import type { Words } from '../locales/words.ts';

export interface ToldReason {
  readonly text: string;
  /** English, not in the page's language: written by an older version, or by somebody else. */
  readonly isWritten: boolean;
}

export function tellReason(words: Words, reason: string): ToldReason {
  const read = readReasons(reason);
  if (read === undefined) return { text: reason, isWritten: true };
  return { text: [...new Set(read.map((one) => sentenceOf(words, one)))].join(' '), isWritten: false };
}

function sentenceOf(words: Words, { kind, values, why }: ReadReason): string {
  const whys = why.map((one) => words.text(`record:why.${one}`)).join(words.language.signs.semicolon);
  return words.text(`record:reason.${kind}`, { ...values, why: whys });
}
