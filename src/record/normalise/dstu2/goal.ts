/** DSTU2 Goal → R4: words become concepts, the one target a list. */
import { isJsonObject } from '../../fhir/types.ts';
import { type Draft, note, rename, take } from '../draft.ts';
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
  if (dueDate !== undefined) draft.fields.target = [{ dueDate }];
  else if (dueDuration !== undefined) draft.fields.target = [{ dueDuration }];
  stu3Goal(draft);
}
