/**
 * What a person decides about their record: that two items are one thing, or are not (law L12). A decision is added and taken
 * back, never changed; both say who and when.
 */
import { GatewayError } from '../errors.ts';
import type { StoreTransaction } from '../ports/durable-store.ts';
import type { PersonDecision } from '../ports/person-decisions.ts';
import { itemKey, type Decision, type ItemRef } from '../record/decide/decision.ts';
import { audit } from './audit.ts';
import { requireSubject } from './represent.ts';
import { isoNow, type ServiceContext } from './service-context.ts';

export interface WhoseDecision {
  readonly actorId: string;
  readonly subjectId: string;
}

export type NewDecision = Pick<Decision, 'kind' | 'items' | 'reason'>;

const MAX_REASON_CHARACTERS = 4_096;
const MAX_NAME_CHARACTERS = 512;
const MAX_DECISIONS = 5_000;
const REFERENCE = /^[A-Z][A-Za-z]{1,63}\/[A-Za-z0-9\-.]{1,64}$/;

/**
 * The items need not be in the record now: they may come back. The latest decision wins over earlier ones.
 * @throws GatewayError `not-found` for another's record, `bad-request` for what is no decision, `conflict` for too many.
 */
export async function addDecision(
  context: ServiceContext,
  { actorId, subjectId }: WhoseDecision,
  { kind, items, reason }: NewDecision,
): Promise<PersonDecision> {
  await requireSubject(context, actorId, subjectId);
  requireItems(items);
  if (reason !== undefined && reason.length > MAX_REASON_CHARACTERS) {
    throw new GatewayError('bad-request', 'The reason is too long.');
  }
  const said = reason === undefined ? {} : { reason };
  const decision: Decision = { id: context.newId(), kind, items, actorId, at: isoNow(context), ...said };
  await context.store.atomically(subjectId, async (writes) => {
    if ((await writes.listDecisions(subjectId)).length >= MAX_DECISIONS) {
      throw new GatewayError('conflict', 'There are too many decisions.');
    }
    await writes.addDecision(subjectId, decision);
    await auditDecision(context, { actorId, subjectId }, kind, writes);
  });
  return { ...decision, withdrawnAt: undefined, withdrawnBy: undefined };
}

/** By time, withdrawn ones among them. @throws GatewayError `not-found` for another's record. */
export async function listDecisions(
  context: ServiceContext,
  { actorId, subjectId }: WhoseDecision,
): Promise<readonly PersonDecision[]> {
  await requireSubject(context, actorId, subjectId);
  return context.store.listDecisions(subjectId);
}

/** The record is as if it had not been taken; that it was stays on record. @throws GatewayError `not-found`. */
export async function withdrawDecision(
  context: ServiceContext,
  { actorId, subjectId }: WhoseDecision,
  decisionId: string,
): Promise<void> {
  await requireSubject(context, actorId, subjectId);
  await context.store.atomically(subjectId, async (writes) => {
    const isWithdrawn = await writes.withdrawDecision(subjectId, decisionId, { actorId, at: isoNow(context) });
    if (!isWithdrawn) throw new GatewayError('not-found', 'There is no such decision.');
    await auditDecision(context, { actorId, subjectId }, 'withdrawn', writes);
  });
}

function requireItems(items: Decision['items']): void {
  if (!items.every(isItem)) throw new GatewayError('bad-request', 'A decision names two records.');
  const [first, second] = items.map(itemKey);
  if (first === second) throw new GatewayError('bad-request', 'A decision is about two different records.');
}

function isItem(item: ItemRef): boolean {
  if ('reference' in item) return REFERENCE.test(item.reference);
  return [item.source, item.resourceType, item.originalId].every(
    (text) => text !== '' && text.length <= MAX_NAME_CHARACTERS,
  );
}

/** Which records it names stays out of the log. */
async function auditDecision(
  context: ServiceContext,
  whose: WhoseDecision,
  note: string,
  writes: StoreTransaction,
): Promise<void> {
  await audit(context, { ...whose, action: 'decision', notes: [note], outcome: 'success' }, writes);
}
