/** DSTU2 Procedure → R4. */
import { type Draft, dropIfSaid, mapCode, note, put, rename, replaceCode, take, within } from '../draft.ts';
import { reasonToLists } from './reasons.ts';

export function procedure(draft: Draft): void {
  rename(draft, { request: 'basedOn', notes: 'note', used: 'usedReference' });
  reasonToLists(draft, 'reason');
  mapCode(draft, 'status', { aborted: 'stopped' });
  if (draft.fields.notPerformed === true && draft.fields.status !== 'entered-in-error') {
    replaceCode(draft, 'status', 'not-done');
  }
  dropIfSaid(draft, 'notPerformed');
  reasonAgainst(draft);
  within(draft, 'performer', (performer) => rename(performer, { role: 'function' }));
}

function reasonAgainst(draft: Draft): void {
  const reasons = take(draft, 'reasonNotPerformed');
  const [first, ...others] = Array.isArray(reasons) ? (reasons as unknown[]) : [reasons];
  put(draft, 'statusReason', first, 'reasonNotPerformed');
  if (others.length > 0) note(draft, 'reasonNotPerformed', others, 'R4 has room for one reason');
}
