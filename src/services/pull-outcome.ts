/** What a reading means for the account: its state, its times, and per kind of data when it was last delivered whole. */
import type { ReadState } from '../record/completeness.ts';
import type { Reason } from '../record/reasons.ts';
import type { LinkedAccount, LinkState, ReadOutcome } from '../ports/linked-account.ts';
import type { PullResult } from '../ports/source-connector.ts';

const READ: ReadonlySet<ReadState> = new Set(['done', 'nothing-there', 'partial']);
const WHOLE: ReadonlySet<ReadState> = new Set(['done', 'nothing-there']);

const GAVE_NOTHING: Reason = 'The source gave nothing.';

/** What became of the sign-in during a reading. */
export type SignInAfter = 'holds' | 'needs-sign-in' | 'withdrawn';

export function stateAfter(
  account: LinkedAccount,
  result: Pick<PullResult, 'outcomes'>,
  signIn: SignInAfter,
  at: string,
): Pick<LinkedAccount, 'state' | 'lastSuccessAt' | 'lastTriedAt' | 'lastFailure'> {
  const hasRead = result.outcomes.some((item) => READ.has(item.state));
  const reason = result.outcomes.find((item) => item.reason !== undefined)?.reason;
  return {
    state: linkState(signIn, hasRead),
    lastSuccessAt: hasRead ? at : account.lastSuccessAt,
    lastTriedAt: at,
    lastFailure: hasRead && signIn === 'holds' ? undefined : (reason ?? GAVE_NOTHING),
  };
}

function linkState(signIn: SignInAfter, hasRead: boolean): LinkState {
  if (signIn === 'withdrawn') return 'refused';
  if (signIn === 'needs-sign-in') return 'needs-sign-in';
  return hasRead ? 'active' : 'unreachable';
}

/**
 * Carries over, for kinds that failed this time or gave changes only, when they were last whole. A kind that was delivered
 * before and is not told of this time stays as `unread`: what it gave is older data.
 */
export function outcomesAfter(
  earlier: readonly ReadOutcome[],
  latest: readonly ReadOutcome[],
  at: string,
): readonly ReadOutcome[] {
  const told = latest.map((outcome) =>
    kept(
      outcome,
      earlier.find((item) => item.type === outcome.type),
      at,
    ),
  );
  const untold = earlier.filter(
    (item) => item.wholeAt !== undefined && latest.every((outcome) => outcome.type !== item.type),
  );
  const reason: Reason = 'Not asked for this time; what it gave earlier is shown.';
  return [
    ...told,
    ...untold.map(({ type, wholeAt }) => ({
      type,
      state: 'unread' as const,
      received: 0,
      reason,
      ...given({ wholeAt }),
    })),
  ];
}

function kept(outcome: ReadOutcome, before: ReadOutcome | undefined, at: string): ReadOutcome {
  const { type, state, received, reason, asOf, etag } = outcome;
  const told = { type, state, received, reason };
  // What was in before still is, up to the same instant.
  if (!WHOLE.has(state))
    return { ...told, ...given({ wholeAt: before?.wholeAt, asOf: before?.asOf, etag: before?.etag }) };
  if (outcome.increment !== true) return { ...told, ...given({ wholeAt: at, asOf, etag }) };
  return {
    ...told,
    ...withWhatWasThere(outcome, before),
    increment: true,
    ...given({ wholeAt: before?.wholeAt, asOf, etag }),
  };
}

/** No change is not "nothing there"; the count is that of the last whole reading, or of the changes where they are more. */
function withWhatWasThere(
  { state, received }: ReadOutcome,
  before: ReadOutcome | undefined,
): Pick<ReadOutcome, 'state' | 'received'> {
  const wasEmpty = before?.state === 'nothing-there' && state === 'nothing-there';
  return { state: wasEmpty ? 'nothing-there' : 'done', received: Math.max(received, before?.received ?? 0) };
}

/** The next reading reads everything. */
export function withoutBasis({ type, state, received, reason, wholeAt }: ReadOutcome): ReadOutcome {
  return { type, state, received, reason, ...(wholeAt === undefined ? {} : { wholeAt }) };
}

function given<Values extends Readonly<Record<string, string | undefined>>>(
  values: Values,
): { [Name in keyof Values]?: NonNullable<Values[Name]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Values]?: NonNullable<Values[Name]>;
  };
}
