/** Decides when a sign-in at a source ends, and whether that is soon: as the source says, else as an earlier sign-in there showed. */
import type { LinkedAccount, ToldLinkState, TokenSet } from '../ports/linked-account.ts';

const SOON_MS = 7 * 86_400_000;

type SignInTimes = Pick<LinkedAccount, 'signedInAt' | 'signInEndsAt' | 'signInLastedMs'>;

/** @returns what the source said; undefined where it did not. */
export function saidEnd(tokens: TokenSet): string | undefined {
  // Without a refresh token the access lasts as long as the access token.
  return tokens.refreshToken === undefined ? tokens.expiresAt : tokens.refreshExpiresAt;
}

/** @returns what an earlier sign-in showed; undefined where none did. */
export function learntEnd({ signedInAt, signInLastedMs }: SignInTimes): string | undefined {
  if (signedInAt === undefined || signInLastedMs === undefined) return undefined;
  return new Date(Date.parse(signedInAt) + signInLastedMs).toISOString();
}

/** What is learnt from a sign-in that ended: it lasted at least until the last reading. */
export function signInLasted(account: Pick<LinkedAccount, 'signedInAt' | 'lastSuccessAt'>): number | undefined {
  if (account.signedInAt === undefined || account.lastSuccessAt === undefined) return undefined;
  const lastedMs = Date.parse(account.lastSuccessAt) - Date.parse(account.signedInAt);
  return lastedMs > 0 ? lastedMs : undefined;
}

/** The state as told to people: an active link whose sign-in ends within a week, or within the last third of a short one. */
export function toldLinkState(
  account: Pick<LinkedAccount, 'state' | 'lastSuccessAt'> & SignInTimes,
  nowMs: number,
): ToldLinkState {
  const { state, signedInAt, signInEndsAt, lastSuccessAt = '' } = account;
  // A sign-in that worked after its end lasts longer than was said.
  if (state !== 'active' || signInEndsAt === undefined || lastSuccessAt > signInEndsAt) return state;
  const endsMs = Date.parse(signInEndsAt);
  const lengthMs = signedInAt === undefined ? Infinity : endsMs - Date.parse(signedInAt);
  return endsMs - nowMs <= Math.min(SOON_MS, lengthMs / 3) ? 'expiring' : 'active';
}
