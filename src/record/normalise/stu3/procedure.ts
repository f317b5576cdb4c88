/** STU3 Procedure → R4. `notDone` is a status there. */
import { type Draft, contextToEncounter, dropIfSaid, mapCode, rename, replaceCode, within } from '../draft.ts';

export function procedure(draft: Draft): void {
  contextToEncounter(draft);
  rename(draft, { notDoneReason: 'statusReason' });
  mapCode(draft, 'status', { suspended: 'on-hold', aborted: 'stopped' });
  if (draft.fields.notDone === true && draft.fields.status !== 'entered-in-error')
    replaceCode(draft, 'status', 'not-done');
  dropIfSaid(draft, 'notDone');
  within(draft, 'performer', (performer) => rename(performer, { role: 'function' }));
}
