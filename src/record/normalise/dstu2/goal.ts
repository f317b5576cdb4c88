/** DSTU2 Goal → R4: words become concepts, the one target a list. */
import { isJsonObject } from '../../fhir/types.ts';
import { type Draft, note, put, rename, take } from '../draft.ts';
import { goal as stu3Goal } from '../stu3/goal.ts';

export function goal(draft: Draft): void {
  rename(draft, { author: 'expressedBy' });
  const { description, statusReason } = draft.fields;
  if (typeof description === 'string' && description !== '') draft.fields.description = { text: description };
  if (isJsonObject(statusReason) && typeof statusReason.text === 'string') {
    note(draft, 'statusReason', statusReason, 'R4 has a text here');
    draft.fields.statusReason = statusReason.text;
  }
  const dueDate = take(draft, 'targetDate');
  const dueDuration = take(draft, 'targetQuantity');
  put(draft, 'target', dueDate === undefined ? undefined : [{ dueDate }], 'targetDate');
  put(draft, 'target', dueDuration === undefined ? undefined : [{ dueDuration }], 'targetQuantity');
  stu3Goal(draft);
}
