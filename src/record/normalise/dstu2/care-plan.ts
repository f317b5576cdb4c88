/** DSTU2 CarePlan → R4. */
import { type Draft, mapCode, rename, within } from '../draft.ts';
import { authorsToContributors, detail } from '../stu3/care-plan.ts';
import { timing } from './dosage.ts';

export function carePlan(draft: Draft): void {
  draft.fields.intent ??= 'plan';
  rename(draft, { context: 'encounter', support: 'supportingInfo' });
  mapCode(draft, 'status', { proposed: 'draft', cancelled: 'revoked' });
  authorsToContributors(draft);
  within(draft, 'activity', (activity) => {
    rename(activity, { actionResulting: 'outcomeReference' });
    within(activity, 'detail', (inner) => {
      detail(inner);
      within(inner, 'scheduledTiming', timing);
    });
  });
}
