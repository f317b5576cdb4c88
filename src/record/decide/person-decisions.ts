/** What the person decided, on the Provenance of the record it shaped: what, who, when (law L12). */
import type { Extension } from 'fhir/r4.js';
import { EXTENSION } from '../fhir/canonical.ts';
import type { Decision } from './decision.ts';

/** Only the person themselves is a resource of the answer; anyone else is named by their id at the gateway. */
export function personDecisions(decisions: readonly Decision[], patientId: string): Extension[] {
  const person = `Patient/${patientId}`;
  return decisions.map(({ kind, actorId, at }) => ({
    url: EXTENSION.personDecision,
    extension: [
      { url: 'decision', valueCode: kind },
      {
        url: 'actor',
        valueReference:
          actorId === patientId || actorId === person ? { reference: person } : { identifier: { value: actorId } },
      },
      { url: 'date', valueDateTime: at },
    ],
  }));
}
