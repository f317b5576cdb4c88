/**
 * Why something is not whole, in the gateway's own English sentences: only those of the table can be written, and each can be
 * read again, so that a reader can say it in another language (law L7).
 */
import { formReader, type ReadForm, type Written } from './forms.ts';
import { REASON_FORMS, WHY_FORMS } from './tables/reason-forms.ts';

export type ReasonKind = keyof typeof REASON_FORMS;
export type WhyKind = keyof typeof WHY_FORMS;

/** One sentence of the gateway's own; two where they belong together. */
export type Reason = Written<typeof REASON_FORMS>;

/** What an OperationOutcome's code means, as a part of a sentence. */
export type Why = Written<typeof WHY_FORMS>;

export interface ReadReason extends ReadForm<ReasonKind> {
  /** What `{why}` says, in its order. */
  readonly why: readonly WhyKind[];
}

const readOne = formReader(REASON_FORMS);
const readWhy = formReader(WHY_FORMS);

/** @returns what is kept and given out: one text; undefined for no reasons. */
export function joinReasons(reasons: readonly Reason[]): string | undefined {
  return reasons.length === 0 ? undefined : reasons.join(' ');
}

export function joinWhys(whys: readonly Why[]): string {
  return [...new Set(whys)].join('; ');
}

/** @returns undefined for a text that is not made of these forms alone: one of an older version, or of somebody else. */
export function readReasons(text: string): readonly ReadReason[] | undefined {
  const sentences = text.split(/(?<=\.) /);
  const found: ReadReason[] = [];
  let from = 0;
  while (from < sentences.length) {
    const next = firstReason(sentences, from);
    if (next === undefined) return undefined;
    found.push(next.reason);
    from = next.end;
  }
  return found;
}

/** Of the sentences from there on, as few as make a reason. */
function firstReason(sentences: readonly string[], from: number): { reason: ReadReason; end: number } | undefined {
  for (let end = from + 1; end <= Math.min(sentences.length, from + MOST_SENTENCES); end += 1) {
    const read = readOne(sentences.slice(from, end).join(' '));
    const why = read === undefined ? undefined : whyOf(read.values['why']);
    if (read !== undefined && why !== undefined) return { reason: { ...read, why }, end };
  }
  return undefined;
}

const MOST_SENTENCES = 2;

function whyOf(text: string | undefined): readonly WhyKind[] | undefined {
  if (text === undefined) return [];
  const kinds = text.split('; ').map((part) => readWhy(part)?.kind);
  return kinds.every((kind) => kind !== undefined) ? [...new Set(kinds)] : undefined;
}
