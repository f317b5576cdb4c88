/** What is kept of the people of a plan, without ids that chance gave and without times, and whether the access log tells of all of it. */
import type { DurableStore } from '../../../src/ports/durable-store.ts';
import type { AuditRecord } from '../../../src/ports/audit.ts';
import type { Person } from '../../../src/ports/people.ts';
import { findReceipt } from '../../../src/services/leave-receipt.ts';
import { auditOf } from '../../support/audit-of.ts';

interface KeptAccount {
  readonly sourcePatientId: string | undefined;
  readonly outcomes: readonly { readonly type: string; readonly state: string; readonly received: number }[];
  readonly hasTokens: boolean;
  readonly resources: readonly string[];
}

export interface KeptPerson {
  readonly person: string;
  /** Undefined where there is nobody. */
  readonly record:
    | undefined
    | {
        readonly acts: readonly string[];
        readonly accounts: readonly KeptAccount[];
        readonly decisions: readonly unknown[];
        readonly entries: readonly unknown[];
      };
  /** For who has left. */
  readonly receipt: unknown;
}

export async function keptOf(
  store: DurableStore,
  person: string,
  { found, receiptId }: { readonly found: Person | undefined; readonly receiptId: string },
): Promise<KeptPerson> {
  const given = await findReceipt({ store, now: Date.now }, receiptId);
  const receipt = given === undefined ? undefined : { ...given, at: undefined };
  if (found === undefined) return { person, record: undefined, receipt };
  const { id } = found;
  const accounts = await Promise.all(
    (await store.listAccounts(id)).map(async (account) => ({
      sourcePatientId: account.sourcePatientId,
      outcomes: account.outcomes.map(({ type, state, received }) => ({ type, state, received })),
      hasTokens: (await store.getTokens(id, account.id)) !== undefined,
      resources: (await store.listResources(id, account.id))
        .map((row) => `${row.resourceType}/${row.originalId ?? ''}`)
        .sort(),
    })),
  );
  const decisions = (await store.listDecisions(id)).map(({ items, withdrawnAt }) => [items, withdrawnAt !== undefined]);
  const entries = (await store.listEntries(id)).map(({ content, withdrawnAt }) => [content, withdrawnAt !== undefined]);
  const acts = (await store.listRepresentations(id)).map(({ relationship }) => relationship).sort();
  return { person, record: { acts, accounts, decisions, entries }, receipt };
}

/**
 * The same where one person's last reading failed: the refresh token was lost with an earlier process that had just been given
 * it, and this one died before the person had signed in at the source again.
 */
export function withFailedReading(kept: readonly KeptPerson[], person: string): readonly KeptPerson[] {
  return kept.map((one) => {
    if (one.person !== person || one.record === undefined) return one;
    const accounts = one.record.accounts.map((account) => ({
      ...account,
      outcomes: (account.outcomes.length === 0 ? [{ type: '*' }] : account.outcomes).map(({ type }) => ({
        type,
        state: 'failed',
        received: 0,
      })),
    }));
    return { ...one, record: { ...one.record, accounts } };
  });
}

/** What was done to this person's record and has no line in the access log, or has one and was not done. */
export async function faultsOfLog(store: DurableStore, { id }: Person): Promise<readonly string[]> {
  const lines = (await auditOf(store, id)).filter(({ action, outcome }) => outcome === 'success' || action === 'sync');
  const decisions = await store.listDecisions(id);
  const entries = await store.listEntries(id);
  const replaced = new Set(entries.map(({ replaces }) => replaces));
  const count = (action: string, isIt: (note: string | undefined) => boolean): number =>
    lines.filter((line) => line.action === action && isIt(line.notes[0])).length;
  const isWithdrawn = (note: string | undefined): boolean => note === 'withdrawn';
  const pairs = {
    decisions: [decisions.length, count('decision', (note) => !isWithdrawn(note))],
    'decisions taken back': [
      decisions.filter(({ withdrawnAt }) => withdrawnAt !== undefined).length,
      count('decision', isWithdrawn),
    ],
    entries: [entries.length, count('entry', (note) => !isWithdrawn(note))],
    'entries taken back': [
      entries.filter((entry) => entry.withdrawnAt !== undefined && !replaced.has(entry.id)).length,
      count('entry', isWithdrawn),
    ],
  };
  const uneven = Object.entries(pairs).flatMap(([what, [done, told]]) =>
    done === told ? [] : [`${done} ${what}, ${told} lines`],
  );
  return [...uneven, ...(await faultsOfLinks(store, id, lines)), ...(await faultsOfOthers(store, id))];
}

async function faultsOfLinks(
  store: DurableStore,
  id: string,
  lines: readonly AuditRecord[],
): Promise<readonly string[]> {
  const [account] = await store.listAccounts(id);
  const last = lines.findLast(({ action }) => action === 'link' || action === 'unlink')?.action;
  const { askedAt } = account ?? {};
  const isRead = askedAt === undefined || lines.some(({ action, at }) => action === 'sync' && at >= askedAt);
  return [
    ...((account !== undefined) === (last === 'link')
      ? []
      : [`${last ?? 'nothing'} was the last that is told of a link`]),
    ...(isRead ? [] : ['a reading without a line']),
  ];
}

async function faultsOfOthers(store: DurableStore, id: string): Promise<readonly string[]> {
  const others = (await store.listRepresentations(id)).filter(({ relationship }) => relationship !== 'self');
  const told = await Promise.all(others.map(({ subjectId }) => auditOf(store, subjectId)));
  return told.some((lines) => !lines.some(({ action }) => action === 'represent'))
    ? ['somebody looked after without a line']
    : [];
}
