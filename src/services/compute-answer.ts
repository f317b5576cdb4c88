/** Computes a record from what is stored of its accounts, and stamps it with the ledger (design 2 and 4). */
import { createHash } from 'node:crypto';
import { GatewayError } from '../errors.ts';
import type { AccessGrant } from '../access/access-grant.ts';
import type { SourceCompleteness } from '../record/completeness.ts';
import { reconcile } from '../record/reconcile.ts';
import type { SourceInput } from '../record/source-input.ts';
import type { LinkedAccount } from '../ports/linked-account.ts';
import type { Person } from '../ports/people.ts';
import { accountCompleteness } from './account-input.ts';
import type { AccountParts } from './account-parts.ts';
import { gatewayPatient } from './gateway-patient.ts';
import { contentDigests, goneOf, stampsOf, updateLedger } from './record-ledger.ts';
import type { RecordAnswer } from './record-reader.ts';
import { isoNow, type ServiceContext } from './service-context.ts';
import { withLock } from './with-lock.ts';

const LEDGER_LOCK = { ttlMs: 30_000, waitMs: 20_000 };

/** @param late ids of accounts whose reading is still under way. */
export async function computeAnswer(
  context: ServiceContext,
  person: Person,
  accounts: readonly LinkedAccount[],
  late: ReadonlySet<string>,
  parts: AccountParts,
  grant: AccessGrant,
): Promise<RecordAnswer> {
  const sources: SourceInput[] = [];
  const completeness: SourceCompleteness[] = [];
  let recordedAt: string | undefined;
  for (const account of accounts) {
    const { source, input, noLongerReturned, newestAt } = await parts.get(account);
    sources.push(input);
    completeness.push(accountCompleteness(source, account, noLongerReturned, late.has(account.id)));
    if (newestAt !== undefined && (recordedAt === undefined || newestAt > recordedAt)) recordedAt = newestAt;
  }
  if (grant.sources !== undefined) completeness.push(WITHHELD);
  const idKey = await context.store.recordKey(person.id);
  const record = reconcile({
    patient: gatewayPatient(person),
    sources,
    completeness,
    idKey,
    recordedAt,
    terminology: context.terminology,
  });

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

/** Whoever sees the same sources sees the same record: one ledger for each such view. */
export function viewName(grant: AccessGrant): string {
  return grant.sources === undefined ? 'all' : `sources:${grant.sources.toSorted().join(',')}`;
}

function digestOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
