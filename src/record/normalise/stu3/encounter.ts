/** STU3 Encounter → R4. */
import { type Draft, rename, within } from '../draft.ts';

export function encounter(draft: Draft): void {
  rename(draft, { reason: 'reasonCode', incomingReferral: 'basedOn' });
  within(draft, 'diagnosis', (diagnosis) => rename(diagnosis, { role: 'use' }));
}
