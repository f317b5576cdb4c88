/** Decisions that could not be followed, or that contradict each other, in words: kept and told, never dropped (law L12). */
import type { OperationOutcomeIssue } from 'fhir/r4.js';
import { COMPLETENESS_SYSTEM } from '../fhir/canonical.ts';
import { compareText } from '../facts/fact.ts';
import { itemWords } from './decision.ts';
import type { DecisionNote } from './place-decisions.ts';

export function decisionIssues(notes: readonly DecisionNote[]): OperationOutcomeIssue[] {
  return notes
    .map((note): OperationOutcomeIssue => ({
      severity: note.code === 'overruled' ? 'information' : 'warning',
      code: note.code === 'not-there' ? 'not-found' : 'business-rule',
      details: {
        coding: [{ system: COMPLETENESS_SYSTEM, code: 'decision' }],
        text: `The person's decision ${note.decision.id} (${note.decision.kind}): ${wordsOf(note)}`,
      },
    }))
    .sort((a, b) => compareText(a.details?.text ?? '', b.details?.text ?? ''));
}

function wordsOf({ code, items, by }: DecisionNote): string {
  const named = items.map(itemWords).join(' and ');
  switch (code) {
    case 'not-there':
      return `${named} ${items.length > 1 ? 'are' : 'is'} not in the record now; the decision is kept.`;
    case 'two-kinds':
      return `${named} are different kinds of things, so it cannot be followed; it is kept.`;
    case 'one-item':
      return `${named} are one record, so it changes nothing; it is kept.`;
    case 'opposed':
      return `of ${named} one says what the other rules out, so they stay apart; the decision is kept.`;
    case 'overruled':
      return by === undefined
        ? 'later decisions say the contrary, so they are followed; it is kept.'
        : `the later decision ${by.id} (${by.kind}) says the contrary and is followed; it is kept.`;
  }
}
