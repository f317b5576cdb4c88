/** STU3 Procedure → R4. `notDone` is a status there. */
import { type Draft, contextToEncounter, lose, mapCode, rename, replaceCode, within } from '../draft.ts';

export function procedure(draft: Draft): void {
  contextToEncounter(draft);
  rename(draft, { notDoneReason: 'statusReason' });
  mapCode(draft, 'status', { suspended: 'on-hold', aborted: 'stopped' });
  if (draft.fields.notDone === true && draft.fields.status !== 'entered-in-error')
    replaceCode(draft, 'status', 'not-done');
  lose(draft, 'notDone', 'R4 says this by the status');
  within(draft, 'performer', (performer) => rename(performer, { role: 'function' }));
}
