/** Checks what a person answered about an app; all faults at once. Pure. */
import type { ConsentAnswer, ConsentQuestion } from '../../ports/app-authorization.ts';
import { grantedScopes, type AskedData } from './asked-data.ts';
import { sharedSources } from './source-choice.ts';

/** An app that does not ask to go on after the person has left gets this long. */
export const SHORT_ACCESS_MS = 60 * 60_000;

/** The boxes of the page as they stand. */
export interface ConsentFields {
  /** Keys of AskedData. */
  readonly data: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  /** Sources linked later too. */
  readonly later: boolean;
}

/** What the page was made of. */
export interface ConsentChoices {
  readonly question: ConsentQuestion;
  readonly boxes: readonly AskedData[];
  readonly actorId: string;
  readonly subjectId: string;
  readonly linked: readonly string[];
  readonly offered: readonly string[];
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
}

/** Id of the first box that is wrong. */
export type ConsentFault = 'data' | 'source';

/** As the page is first shown: everything ticked. */
export function allTicked({ boxes, linked }: Pick<ConsentChoices, 'boxes' | 'linked'>): ConsentFields {
  return { data: new Set(boxes.map((box) => box.key)), sources: new Set(linked), later: true };
}

export function checkConsent(
  fields: ConsentFields,
  choices: ConsentChoices,
): { readonly answer: ConsentAnswer } | { readonly faults: readonly ConsentFault[] } {
  const { question, boxes, actorId, subjectId, linked, offered, nowMs } = choices;
  const faults: ConsentFault[] = [];
  if (boxes.length > 0 && !boxes.some((box) => fields.data.has(box.key))) {
    faults.push('data');
  }
  const shared = linked.filter((name) => fields.sources.has(name));
  if (boxes.length > 0 && shared.length === 0 && (linked.length > 0 || !fields.later)) {
    faults.push('source');
  }
  if (faults.length > 0) return { faults };
  return {
    answer: {
      actorId,
      subjectId,
      scopes: grantedScopes(question, boxes, fields.data),
      sources: sharedSources({ linked, offered, ticked: fields.sources, later: fields.later }),
      until: question.asksOffline ? undefined : new Date(nowMs + SHORT_ACCESS_MS).toISOString(),
    },
  };
}
