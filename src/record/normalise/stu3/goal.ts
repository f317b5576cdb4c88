/** STU3 Goal → R4: one status becomes a life cycle and an achievement. */
import { type Draft, mapCode, rename } from '../draft.ts';
import { GOAL_ACHIEVEMENT } from '../terminology-systems.ts';

const LIFECYCLE = {
  'in-progress': 'active',
  'on-target': 'active',
  'ahead-of-target': 'active',
  'behind-target': 'active',
  sustaining: 'active',
  achieved: 'completed',
} as const;

export function goal(draft: Draft): void {
  rename(draft, { status: 'lifecycleStatus' });
  const status = draft.fields.lifecycleStatus;
  const known: readonly string[] = GOAL_ACHIEVEMENT.codes;
  if (typeof status === 'string' && known.includes(status) && draft.fields.achievementStatus === undefined) {
    draft.fields.achievementStatus = { coding: [{ system: GOAL_ACHIEVEMENT.system, code: status }] };
  }
  mapCode(draft, 'lifecycleStatus', LIFECYCLE);
}
