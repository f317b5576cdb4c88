/**
 * Gives a pull its access token and renews it: under a lock that all processes share, and the new tokens are stored before
 * they are handed out, because a source that rotates refresh tokens takes each one once (design 2; RFC 9700, 2.2.2).
 */
import { GatewayError } from '../errors.ts';
import type { LinkedAccount, TokenSet } from '../ports/linked-account.ts';
import {
  SourceError,
  type AccessTokens,
  type SourceConnector,
  type SourceErrorCode,
} from '../ports/source-connector.ts';
import type { Reason } from '../record/reasons.ts';
import type { SignInAfter } from './pull-outcome.ts';
import type { ServiceContext } from './service-context.ts';
import { withLock } from './with-lock.ts';

/** A token this close to its end is renewed first: it must outlive the request it is sent with. */
const EXPIRY_MARGIN_MS = 15_000;
/** A token ended by unlinking is sent no longer than this. */
const AT_HAND_MS = 1_000;
const ENDED: ReadonlySet<SourceErrorCode> = new Set(['needs-sign-in', 'access-withdrawn']);
const REFRESH_LOCK = { ttlMs: 60_000, waitMs: 45_000 };

/** Who holds it is the only one that renews the tokens of this account, or ends them. */
export function refreshLockKey(accountId: string): string {
  return `refresh:${accountId}`;
}

export interface AccountTokens extends AccessTokens {
  /** What became of the sign-in: the source takes no token of this account any more, or says that access was withdrawn. */
  readonly signIn: SignInAfter;
  /** As last read or renewed; undefined before any was asked for. */
  readonly latest: TokenSet | undefined;
  /** The source gave another refresh token meanwhile. */
  readonly isRotated: boolean;
  /** Why tokens could not be stored or read; the pull must not be trusted then. */
  readonly fault: unknown;
}

export function createAccountTokens(
  context: ServiceContext,
  account: Pick<LinkedAccount, 'id' | 'subjectId'>,
  connector: SourceConnector,
): AccountTokens {
  let underway: Promise<string> | undefined;
  let atHand: { readonly tokens: Promise<TokenSet>; readonly untilMs: number } | undefined;
  let refused: SourceError | undefined;
  let notRenewed: SourceError | undefined;
  let latest: TokenSet | undefined;
  let isRotated = false;
  let fault: unknown;

  async function stored(): Promise<TokenSet> {
    const tokens = await guardStore(() => context.store.getTokens(account.subjectId, account.id));
    if (tokens === undefined) throw signInAgain('There is no access token any more.');
    latest = tokens;
    return tokens;
  }

  /** Requests of one pull come in bursts: the store is asked once for each. */
  async function recent(): Promise<TokenSet> {
    const nowMs = performance.now();
    if (atHand === undefined || nowMs >= atHand.untilMs) atHand = { tokens: stored(), untilMs: nowMs + AT_HAND_MS };
    return atHand.tokens;
  }

  async function guardStore<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      fault = cause;
      throw new GatewayError('internal', undefined, cause);
    }
  }

  async function keep(renewed: TokenSet): Promise<void> {
    try {
      await context.store.putTokens(account.subjectId, account.id, renewed);
    } catch (error) {
      // Unlinked while the source was renewing them: nobody would ever end these.
      const isUnlinked = error instanceof GatewayError && error.code === 'conflict';
      if (isUnlinked) await connector.revoke(renewed).catch(() => 'failed');
      throw error;
    }
  }

  function signInAgain(detail: Reason, cause?: unknown): SourceError {
    const isWithdrawn = cause instanceof SourceError && cause.code === 'access-withdrawn';
    refused = new SourceError(isWithdrawn ? 'access-withdrawn' : 'needs-sign-in', detail, cause);
    return refused;
  }

  function isFresh(tokens: TokenSet): boolean {
    return tokens.expiresAt === undefined || Date.parse(tokens.expiresAt) - EXPIRY_MARGIN_MS > context.now();
  }

  async function refresh(isUsable: (tokens: TokenSet) => boolean): Promise<string> {
    const done = await withLock(context.shared, refreshLockKey(account.id), REFRESH_LOCK, async () => {
      // Another process may have renewed it while this one waited.
      const tokens = await stored();
      if (isUsable(tokens)) return tokens.accessToken;
      // A source read by agreement gives a new token to the gateway itself.
      if (tokens.refreshToken === undefined && connector.backend === undefined)
        throw signInAgain('The access has ended and cannot be renewed.');
      // New tokens that cannot be kept would be lost, and the old ones are used up: a full disk is met before, not after.
      await guardStore(() => context.store.checkWritable());
      const renewed = await connector.refresh(tokens).catch((error: unknown) => {
        if (!(error instanceof SourceError)) throw error;
        if (ENDED.has(error.code)) throw signInAgain(error.detail, error);
        // Whether the source saw it is not known: the refresh token may be used up, and used again it may end the grant.
        notRenewed = new SourceError(error.code, error.detail, error.cause);
        throw notRenewed;
      });
      await guardStore(() => keep(renewed));
      atHand = undefined;
      latest = renewed;
      isRotated ||= renewed.refreshToken !== tokens.refreshToken;
      return renewed.accessToken;
    });
    if (done === undefined) throw new SourceError('timed-out', 'Another request is still renewing the access.');
    return done.value;
  }

  /** Requests of one pull that are rejected together renew once. */
  function refreshOnce(isUsable: (tokens: TokenSet) => boolean): Promise<string> {
    underway ??= refresh(isUsable).finally(() => {
      underway = undefined;
    });
    return underway;
  }

  return {
    get signIn() {
      if (refused === undefined) return 'holds';
      return refused.code === 'access-withdrawn' ? 'withdrawn' : 'needs-sign-in';
    },
    get isRotated() {
      return isRotated;
    },
    get latest() {
      return latest;
    },
    get fault() {
      return fault;
    },
    async current() {
      if (refused !== undefined) throw refused;
      if (notRenewed !== undefined) throw notRenewed;
      const tokens = await recent();
      return isFresh(tokens) ? tokens.accessToken : refreshOnce(isFresh);
    },
    async renew(rejected) {
      if (refused !== undefined) throw refused;
      if (notRenewed !== undefined) throw notRenewed;
      atHand = undefined;
      return refreshOnce((tokens) => tokens.accessToken !== rejected && isFresh(tokens));
    },
  };
}
