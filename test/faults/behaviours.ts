/** Every way in which a source is known to misbehave, as one table. */
import type { Behaviour } from './behaviour.ts';
import { ANSWER_FAULTS } from './tables/answers.ts';
import { BODY_FAULTS } from './tables/bodies.ts';
import { CONNECTION_FAULTS } from './tables/connection.ts';
import { PAGING_FAULTS } from './tables/paging.ts';
import { SIGN_IN_FAULTS } from './tables/sign-in.ts';

export const BEHAVIOURS: readonly Behaviour[] = [
  ...CONNECTION_FAULTS,
  ...BODY_FAULTS,
  ...ANSWER_FAULTS,
  ...PAGING_FAULTS,
  ...SIGN_IN_FAULTS,
];
