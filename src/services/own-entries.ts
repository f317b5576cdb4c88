/**
 * What a person adds to their record themselves (requirements P6, P7): an entry is added and taken back, never changed; both
 * say who and when. What it says is checked here, whichever page or client it came from.
 */
import { GatewayError } from '../errors.ts';
import type { StoreTransaction } from '../ports/durable-store.ts';
import type { EntryContent, PersonEntry } from '../ports/person-entries.ts';
import { audit } from './audit.ts';
import { entryFaults, MAX_ENTRIES, MAX_HELD } from './own-entry-faults.ts';
import { requireSubject } from './represent.ts';
import { isoNow, type ServiceContext } from './service-context.ts';

export interface WhoseEntry {
  readonly actorId: string;
  readonly subjectId: string;
}

/** `known`: a form sent twice; `gone`: what it should replace was changed or taken back meanwhile. Nothing is done for both. */
export type EntryAdded = 'added' | 'known' | 'gone';

const ENTRY_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * @param content as `own-entry-faults.ts` finds no fault in it.
 * @param form the entry's id, a UUID in lower case, and which entry it takes the place of.
 * @throws GatewayError `not-found` for another's record, `bad-request` for what is no entry, `conflict` for too many.
 */
export async function addEntry(
  context: ServiceContext,
  { actorId, subjectId }: WhoseEntry,
  content: EntryContent,
  form: { readonly id: string; readonly replaces?: string | undefined },
): Promise<EntryAdded> {
  await requireSubject(context, actorId, subjectId);
  if (!ENTRY_ID.test(form.id)) throw new GatewayError('bad-request', 'The id of an entry is a UUID.');
  if (entryFaults(content).length > 0) throw new GatewayError('bad-request', 'This cannot be added as it is.');
  const entry = { id: form.id, content, actorId, at: isoNow(context) };
  return context.store.atomically(subjectId, async (writes) => {
    const added = await writes.addEntry(subjectId, entry, form.replaces);
    if (added !== 'added') return added;
    // Counted with it, so that those who come at the same moment count each other; one too many is taken back by this.
    const { ever, held } = await writes.countEntries(subjectId);
    if (ever > MAX_ENTRIES || held > MAX_HELD) throw new GatewayError('conflict', 'There are too many entries.');
    const notes = [content.kind, ...(form.replaces === undefined ? [] : ['changed'])];
    await auditEntry(context, { actorId, subjectId }, notes, writes);
    return added;
  });
}

/** By time, those taken back among them. @throws GatewayError `not-found` for another's record. */
export async function listEntries(
  context: ServiceContext,
  { actorId, subjectId }: WhoseEntry,
): Promise<readonly PersonEntry[]> {
  await requireSubject(context, actorId, subjectId);
  return context.store.listEntries(subjectId);
}

/** That it was there stays on record. @throws GatewayError `not-found` where there is no such entry that holds. */
export async function withdrawEntry(
  context: ServiceContext,
  { actorId, subjectId }: WhoseEntry,
  entryId: string,
): Promise<void> {
  await requireSubject(context, actorId, subjectId);
  await context.store.atomically(subjectId, async (writes) => {
    const isWithdrawn = await writes.withdrawEntry(subjectId, entryId, { actorId, at: isoNow(context) });
    if (!isWithdrawn) throw new GatewayError('not-found', 'There is no such entry.');
    await auditEntry(context, { actorId, subjectId }, ['withdrawn'], writes);
  });
}

/** What it says stays out of the log. */
async function auditEntry(
  context: ServiceContext,
  whose: WhoseEntry,
  notes: readonly string[],
  writes: StoreTransaction,
): Promise<void> {
  await audit(context, { ...whose, action: 'entry', notes, outcome: 'success' }, writes);
}
