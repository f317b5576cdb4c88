/**
 * Says of a kind that the sign-in did not cover that it was not granted: a source may answer such a search with 403, or with 200
 * and nothing, which then is no "nothing there" (SMART App Launch 2.2, scopes: "granted may differ from requested"; law L6).
 */
import type { TypeOutcome } from '../../record/completeness.ts';
import type { Reason } from '../../record/reasons.ts';
import { scopeCoverage } from '../oauth/scope-coverage.ts';

const NOT_GRANTED: Reason = 'The sign-in did not cover this. Sign in there again and allow it to be seen.';
const NOT_GRANTED_BACKEND: Reason = 'The source has not granted this to the gateway.';
const IN_PART: Reason = 'The sign-in covered a part of this only.';

export function withGrantedScope(
  outcome: TypeOutcome,
  grantedScope: string | undefined,
  access: 'patient' | 'backend' | undefined,
): TypeOutcome {
  const coverage = scopeCoverage(grantedScope, outcome.type);
  const { state } = outcome;
  if (coverage === 'not-covered' && (state === 'refused' || state === 'nothing-there')) {
    return { ...outcome, state: 'refused', reason: access === 'backend' ? NOT_GRANTED_BACKEND : NOT_GRANTED };
  }
  if (coverage === 'in-part' && (state === 'done' || state === 'nothing-there')) {
    return { ...outcome, state: 'partial', reason: IN_PART };
  }
  return outcome;
}
