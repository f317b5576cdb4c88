/**
 * The record of one subject as one viewer may see it: reads what is due side by side under one deadline, falls back to what
 * is stored, reconciles, and says how complete the answer is (design 2; laws L6, L7, L10).
 */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { GatewayError } from '../errors.ts';
import type { AccessGrant } from '../access/access-grant.ts';
import type { SourceCompleteness } from '../record/completeness.ts';
import { reconcile } from '../record/reconcile.ts';
import type { SourceInput } from '../record/source-input.ts';
import type { LinkedAccount } from '../ports/linked-account.ts';
import type { Person } from '../ports/people.ts';
import type { SourceDescription } from '../ports/source-connector.ts';
import { accountCompleteness, currentRows, sourceInput } from './account-input.ts';
import { createAnswerMemo } from './answer-memo.ts';
import { audit } from './audit.ts';
import { gatewayPatient } from './gateway-patient.ts';
import { contentDigests, goneOf, stampsOf, updateLedger } from './record-ledger.ts';
import type { RecordAnswer, RecordReader } from './record-reader.ts';
import { isoNow, type ServiceContext } from './service-context.ts';
import type { AccountSync } from './sync-account.ts';
import { withLock } from './with-lock.ts';

export interface ReadSettings {
  /** The caller waits this long for sources; later ones continue in the background. */
  readonly readDeadlineMs: number;
  /** Data younger than this is not asked for again. */
  readonly freshForMs: number;
}

/** A source that failed is not asked at every read, but soon again. */
const RETRY_AFTER_MS = 15_000;
const MEMO_ENTRIES = 50;
const LEDGER_LOCK = { ttlMs: 30_000, waitMs: 20_000 };

export function createRecordReader(context: ServiceContext, sync: AccountSync, settings: ReadSettings): RecordReader {
  const memo = createAnswerMemo<RecordAnswer>(MEMO_ENTRIES);

  return {
    async read(grant) {
      const person = await context.store.getPerson(grant.subjectId);
      if (person === undefined) throw new GatewayError('not-found');
      const visible = (account: LinkedAccount) => grant.sources?.includes(account.source) ?? true;
      const accounts = (await context.store.listAccounts(person.id)).filter(visible);
      const late = await syncDue(context, sync, settings, accounts);
      const read = (await context.store.listAccounts(person.id)).filter(visible);

      const view = viewName(grant);
      const ground = digestOf([person, read, [...late].toSorted(), view]);
      const answer = await memo.get(`${person.id} ${view}`, ground, () => compute(context, person, read, late, grant));
      await auditRead(context, grant);
      return answer;
    },
  };
}

/** @returns ids of accounts whose reading has not ended by the deadline. */
async function syncDue(
  context: ServiceContext,
  sync: AccountSync,
  settings: ReadSettings,
  accounts: readonly LinkedAccount[],
): Promise<ReadonlySet<string>> {
  const due = accounts.filter((account) => isDue(context, settings, account));
  const late = new Set(due.map((account) => account.id));
  if (due.length === 0) return late;
  const readings = due.map(async (account) => {
    try {
      await sync.sync(account);
    } catch (error) {
      context.log.error({ source: account.source, error: errorName(error) }, 'account not read');
    }
    late.delete(account.id);
  });
  const waiting = new AbortController();
  const deadline = sleep(settings.readDeadlineMs, undefined, { signal: waiting.signal }).catch(() => undefined);
  await Promise.race([Promise.all(readings), deadline]);
  waiting.abort();
  return new Set(late);
}

function isDue(context: ServiceContext, settings: ReadSettings, account: LinkedAccount): boolean {
  if (account.state === 'awaiting-confirmation' || account.state === 'needs-sign-in') return false;
  if (!context.connectors.has(account.source)) return false;
  if (account.lastTriedAt === undefined) return true;
  const whole =
    account.state === 'active' && account.outcomes.every((item) => item.state !== 'failed' && item.state !== 'partial');
  const restMs = whole ? settings.freshForMs : Math.min(settings.freshForMs, RETRY_AFTER_MS);
  return context.now() - Date.parse(account.lastTriedAt) >= restMs;
}

async function compute(
  context: ServiceContext,
  person: Person,
  accounts: readonly LinkedAccount[],
  late: ReadonlySet<string>,
  grant: AccessGrant,
): Promise<RecordAnswer> {
  const sources: SourceInput[] = [];
  const completeness: SourceCompleteness[] = [];
  let recordedAt: string | undefined;
  for (const account of accounts) {
    const source = describe(context, account);
    // Until the actor has said whose account it is, nothing of it is anybody's record.
    const isConfirmed = account.state !== 'awaiting-confirmation';
    const rows = isConfirmed ? await context.store.listResources(person.id, account.id) : [];
    const { current, noLongerReturned } = currentRows(account, rows);
    sources.push(sourceInput(source, account, current));
    completeness.push(accountCompleteness(source, account, noLongerReturned, late.has(account.id)));
    for (const row of current)
      if (recordedAt === undefined || row.firstSeenAt > recordedAt) recordedAt = row.firstSeenAt;
  }
  if (grant.sources !== undefined) completeness.push(WITHHELD);
  const idKey = await context.store.recordKey(person.id);
  const record = reconcile({ patient: gatewayPatient(person), sources, completeness, idKey, recordedAt });

  const digests = contentDigests(record);
  const rows = await keepLedger(context, person.id, viewName(grant), digests);
  return {
    record,
    completeness,
    stamps: stampsOf(rows),
    gone: goneOf(rows),
    digest: digestOf([[...digests], record.outcome, completeness]),
  };
}

async function keepLedger(
  context: ServiceContext,
  subjectId: string,
  view: string,
  digests: ReadonlyMap<string, string>,
) {
  const kept = await withLock(context.shared, `ledger:${subjectId}:${view}`, LEDGER_LOCK, async () => {
    const earlier = await context.store.readLedger(subjectId, view);
    const { rows, changed } = updateLedger(earlier, digests, isoNow(context));
    if (changed.length > 0) await context.store.writeLedger(subjectId, view, changed);
    return rows;
  });
  if (kept === undefined) throw new GatewayError('conflict');
  return kept.value;
}

/** Always told to a viewer with less than all sources, so that it tells nothing about which there are (law L10). */
const WITHHELD: SourceCompleteness = {
  source: 'withheld',
  title: 'Other sources',
  state: 'withheld',
  lastSuccess: undefined,
  reason: 'This viewer may see some sources only. Whether there are others is not told.',
  types: [],
  noLongerReturned: 0,
};

/** A source that the operator has removed from the configuration still names what it gave. */
function describe(context: ServiceContext, account: LinkedAccount): SourceDescription {
  const known = context.connectors.get(account.source)?.source;
  if (known !== undefined) return known;
  return {
    name: account.source,
    title: account.source,
    adds: '',
    kind: 'smart',
    baseUrl: `https://sources.invalid/${account.source}`,
    fhirVersion: 'R4',
    viewOf: undefined,
  };
}

function viewName(grant: AccessGrant): string {
  return grant.sources === undefined ? 'all' : `sources:${grant.sources.toSorted().join(',')}`;
}

function digestOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

async function auditRead(context: ServiceContext, grant: AccessGrant): Promise<void> {
  const actor = await context.store.findPersonByIdentity(grant.actor);
  await audit(context, {
    subjectId: grant.subjectId,
    actorId: actor?.id,
    agent: grant.clientId ?? 'web',
    action: 'read',
    what: ['record'],
    outcome: 'success',
  });
}

function errorName(error: unknown): string {
  return error instanceof GatewayError ? error.code : error instanceof Error ? error.name : 'unknown';
}
