/** What the person decided, on the Provenance of the record it shaped: what, who, when (law L12). */
import type { Extension } from 'fhir/r4.js';
import { EXTENSION } from '../fhir/canonical.ts';
import type { Decision } from './decision.ts';

const REFERENCE = /^[A-Z][A-Za-z]{1,63}\/[A-Za-z0-9\-.]{1,64}$/;

export function personDecisions(decisions: readonly Decision[]): Extension[] {
  return decisions.map(({ kind, actorId, at }) => ({
    url: EXTENSION.personDecision,
    extension: [
      { url: 'decision', valueCode: kind },
      {
        url: 'actor',
        valueReference: REFERENCE.test(actorId) ? { reference: actorId } : { identifier: { value: actorId } },
      },
      { url: 'date', valueDateTime: at },
    ],
  }));
}
