/**
 * Reads one linked account into the store: one reading at a time per account, whatever process asks; a failing kind or
 * source changes nothing of what was kept before (laws L2, L6).
 */
import { GatewayError } from '../errors.ts';
import type { TypeOutcome } from '../record/completeness.ts';
import type { Reason } from '../record/reasons.ts';
import type { LinkedAccount, StoredResource } from '../ports/linked-account.ts';
import { SourceError, type Progress, type PullResult, type SourceConnector } from '../ports/source-connector.ts';
import { createAccountTokens, type AccountTokens } from './access-tokens.ts';
import { audit } from './audit.ts';
import { outcomesAfter, stateAfter, withoutBasis, type SignInAfter } from './pull-outcome.ts';
import { pulledRows } from './pulled-rows.ts';
import { isNhsNumberSystem } from './nhs-number.ts';
import { nextReadingAt, type ReadingPlan } from './next-reading.ts';
import { readingInstant, waitUntil } from './reading-times.ts';
import type { ServiceContext } from './service-context.ts';
import { signInFacts } from './sign-in-facts.ts';
import { beginProgress } from './sync-progress.ts';
import { withLock } from './with-lock.ts';

/** What a process that died was reading is free after this; a reading holds on to its lock while it lasts. */
export const SYNC_LOCK_TTL_MS = 20_000;
/** Longer than any reading: what a process that died was reading is forgotten by itself. */
const PROGRESS_TTL_MS = 5 * 60_000;

export function syncLockKey(accountId: string): string {
  return `sync:${accountId}`;
}

export type ProgressListener = (source: string, progress: Progress) => void;

export interface SyncSettings {
  /** A reading is ended after this long; what came until then is kept. */
  readonly pullDeadlineMs: number;
  readonly onProgress: ProgressListener;
  /** When an account is read again by itself; not at all where it is left out. */
  readonly plan?: ReadingPlan | undefined;
}

export interface AccountReading {
  /** As it is afterwards. */
  readonly account: LinkedAccount;
  /** All that is stored of it then, where this reading stored something. */
  readonly rows: readonly StoredResource[] | undefined;
}

export interface AccountSync {
  /** Joins a reading that is under way. @throws only for a failing store. */
  read(account: LinkedAccount): Promise<AccountReading>;
  /** The same, for those who need the account only. */
  sync(account: LinkedAccount): Promise<LinkedAccount>;
  /** Ends readings of these accounts in this process and waits for them; others find no account when they want to write. */
  stop(accountIds: readonly string[]): Promise<void>;
  /** Ends readings under way and waits for them. */
  close(): Promise<void>;
}

export function createAccountSync(context: ServiceContext, settings: SyncSettings): AccountSync {
  const underway = new Map<string, Promise<AccountReading>>();
  const stops = new Map<string, AbortController>();
  const closing = new AbortController();

  async function readLocked(account: LinkedAccount, ending: AbortSignal): Promise<AccountReading> {
    const times = { ttlMs: SYNC_LOCK_TTL_MS, waitMs: settings.pullDeadlineMs, signal: ending };
    const done = await withLock(context.shared, syncLockKey(account.id), times, async () => {
      const current = await context.store.getAccount(account.subjectId, account.id);
      if (current === undefined) throw new GatewayError('gone', 'The source was unlinked.');
      // Another process read it while this one waited for the lock.
      if (current.lastTriedAt !== account.lastTriedAt) return { account: current, rows: undefined };
      const progress = await beginProgress(context.shared, current.id, PROGRESS_TTL_MS);
      const told: ProgressListener = (source, item) => {
        settings.onProgress(source, item);
        progress.note(item);
      };
      return pullAndStore(context, { ...settings, onProgress: told }, current, ending).finally(() => progress.end());
    });
    return done?.value ?? { account, rows: undefined };
  }

  function read(account: LinkedAccount): Promise<AccountReading> {
    const joined = underway.get(account.id);
    if (joined !== undefined) return joined;
    const stop = new AbortController();
    const started = readLocked(account, AbortSignal.any([closing.signal, stop.signal])).finally(() => {
      underway.delete(account.id);
      stops.delete(account.id);
    });
    underway.set(account.id, started);
    stops.set(account.id, stop);
    return started;
  }

  return {
    read,
    sync: async (account) => (await read(account)).account,
    async stop(accountIds) {
      for (const id of accountIds) stops.get(id)?.abort();
      await Promise.allSettled(accountIds.flatMap((id) => underway.get(id) ?? []));
    },
    async close() {
      closing.abort();
      await Promise.allSettled(underway.values());
    },
  };
}

async function pullAndStore(
  context: ServiceContext,
  settings: SyncSettings,
  account: LinkedAccount,
  closing: AbortSignal,
): Promise<AccountReading> {
  const connector = context.connectors.get(account.source);
  if (connector === undefined) return { account, rows: undefined };
  const tokens = createAccountTokens(context, account, connector);
  const { result, signIn } = await pull(context, settings, account, connector, tokens, closing);
  if (tokens.fault !== undefined) throw new GatewayError('internal', undefined, tokens.fault);

  const nowMs = context.now();
  const at = readingInstant(account, nowMs);
  const askedAt = new Date(nowMs).toISOString();
  const after = { ...stateAfter(account, result, signIn, askedAt), lastTriedAt: at, askedAt };
  const facts = await signInFacts(account, tokens, connector, after.state === 'active');
  const outcomes = outcomesAfter(account.outcomes, result.outcomes, at);
  // Unlinked meanwhile: nothing may be written for it any more.
  const current = await context.store.getAccount(account.subjectId, account.id);
  if (current === undefined) throw new GatewayError('gone', 'The source was unlinked.');
  const read = { ...current, ...after, ...facts, outcomes, waitUntil: waitUntil(result.askAgainAfterMs, nowMs) };
  const { plan } = settings;
  const stored = { ...read, nextReadingAt: plan === undefined ? undefined : nextReadingAt(read, nowMs, plan) };
  const { subjectId, source } = account;
  const outcome = stored.state === 'active' ? 'success' : 'failure';
  const resources = pulledRows(result);
  const rows = await context.store.atomically(subjectId, async (writes) => {
    const line = {
      subjectId,
      actorId: undefined,
      agent: 'gateway',
      action: 'sync',
      sources: [source],
      outcome,
    } as const;
    await audit(context, line, writes);
    return writes.writePull(stored, { at, outcomes, resources });
  });
  context.log.info(logFacts(stored, result.resources.length, outcomes), 'account read');
  return { account: stored, rows };
}

async function pull(
  context: ServiceContext,
  settings: SyncSettings,
  account: LinkedAccount,
  connector: SourceConnector,
  tokens: AccountTokens,
  closing: AbortSignal,
): Promise<Pulled> {
  const signal = AbortSignal.any([closing, AbortSignal.timeout(settings.pullDeadlineMs)]);
  try {
    // An account without usable tokens is told once here instead of once per kind of data.
    const [identifiers] = await Promise.all([sharedIdentifiers(context, account), tokens.current()]);
    const grantedScope = tokens.latest?.scope;
    const result = await connector.pull({
      tokens,
      patientId: account.sourcePatientId,
      signal,
      identifiers,
      onProgress: (progress) => settings.onProgress(account.source, progress),
      // Under another scope, older items may show for the first time: changes alone would miss them.
      earlier: sameScope(grantedScope, account.grantedScope) ? account.outcomes : [],
      // A renewal on the way may have changed it.
      get grantedScope() {
        return tokens.latest?.scope;
      },
    });
    const outcomes = sameScope(grantedScope, tokens.latest?.scope)
      ? result.outcomes
      : result.outcomes.map(withoutBasis);
    return { result: { ...result, outcomes }, signIn: result.withdrawn === true ? 'withdrawn' : tokens.signIn };
  } catch (error) {
    const code = error instanceof SourceError ? error.code : 'internal';
    context.log.warn({ source: account.source, code }, 'reading failed');
    const reason: Reason = error instanceof SourceError ? error.detail : 'The source could not be read.';
    const outcomes = account.outcomes.map(({ type }) => ({ type, state: 'failed' as const, received: 0, reason }));
    const result = {
      resources: [],
      unreadable: [],
      outcomes: outcomes.length > 0 ? outcomes : [everythingFailed(reason)],
    };
    // The source refuses a token it has just given.
    const isWithdrawn = code === 'needs-sign-in' && tokens.signIn === 'holds';
    return { result, signIn: isWithdrawn ? 'withdrawn' : tokens.signIn };
  }
}

/** Those by which the identity gate knew the source's Patient; none where it knew them otherwise. */
async function sharedIdentifiers({ store }: ServiceContext, account: LinkedAccount) {
  const { result, agreed } = account.identity;
  if (result !== 'match' || !agreed.includes('nhs-number')) return [];
  const person = await store.getPerson(account.subjectId);
  return (person?.identifiers ?? []).filter(({ system }) => isNhsNumberSystem(system));
}

interface Pulled {
  readonly result: PullResult;
  readonly signIn: SignInAfter;
}

function sameScope(one: string | undefined, other: string | undefined): boolean {
  const words = (scope: string) => [...new Set(scope.split(/\s+/))].sort().join(' ');
  return one !== undefined && other !== undefined && words(one) === words(other);
}

function everythingFailed(reason: Reason): TypeOutcome {
  return { type: '*', state: 'failed', received: 0, reason };
}

function logFacts(account: LinkedAccount, received: number, outcomes: readonly TypeOutcome[]) {
  const failed = outcomes.filter((item) => item.state !== 'done' && item.state !== 'nothing-there').length;
  return { source: account.source, state: account.state, received, kinds: outcomes.length, failed };
}
