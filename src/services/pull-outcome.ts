/** What a reading means for the account: its state, its times, and per kind of data when it was last delivered whole. */
import type { ReadState, TypeOutcome } from '../record/completeness.ts';
import type { LinkedAccount } from '../ports/linked-account.ts';
import type { PullResult } from '../ports/source-connector.ts';

const READ: ReadonlySet<ReadState> = new Set(['done', 'nothing-there', 'partial']);
const WHOLE: ReadonlySet<ReadState> = new Set(['done', 'nothing-there']);

export function stateAfter(
  account: LinkedAccount,
  result: Pick<PullResult, 'outcomes'>,
  needsSignIn: boolean,
  at: string,
): Pick<LinkedAccount, 'state' | 'lastSuccessAt' | 'lastTriedAt' | 'lastFailure'> {
  const hasRead = result.outcomes.some((item) => READ.has(item.state));
  const reason = result.outcomes.find((item) => item.reason !== undefined)?.reason;
  return {
    state: needsSignIn ? 'needs-sign-in' : hasRead ? 'active' : 'unreachable',
    lastSuccessAt: hasRead ? at : account.lastSuccessAt,
    lastTriedAt: at,
    lastFailure: hasRead && !needsSignIn ? undefined : (reason ?? 'The source gave nothing.'),
  };
}

/**
 * Carries over, for kinds that failed this time, when they were last whole. A kind that was delivered before and is not told of
 * this time stays as `unread`: what it gave is older data.
 */
export function outcomesAfter(
  earlier: readonly TypeOutcome[],
  latest: readonly TypeOutcome[],
  at: string,
): readonly TypeOutcome[] {
  const told = latest.map((outcome) => {
    const before = earlier.find((item) => item.type === outcome.type)?.wholeAt;
    const wholeAt = WHOLE.has(outcome.state) ? at : before;
    return { ...outcome, ...(wholeAt === undefined ? {} : { wholeAt }) };
  });
  const untold = earlier.filter(
    (item) => item.wholeAt !== undefined && latest.every((outcome) => outcome.type !== item.type),
  );
  const reason = 'Not asked for this time; what it gave earlier is shown.';
  return [...told, ...untold.map((item) => ({ ...item, state: 'unread' as const, received: 0, reason }))];
}
