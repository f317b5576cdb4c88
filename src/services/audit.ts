/** One line of the access log with the time filled in. What is not said is not known, or not so. */
import type { AuditEntry, AuditStore } from '../ports/audit.ts';
import { isoNow, type ServiceContext } from './service-context.ts';

type Said = 'subjectId' | 'actorId' | 'action' | 'outcome';
export type AuditFacts = Pick<AuditEntry, Said> & Partial<Omit<AuditEntry, Said | 'at'>>;

const UNSAID = {
  agent: 'web',
  appGrantId: undefined,
  status: undefined,
  types: [],
  sources: [],
  reference: undefined,
  query: undefined,
  notes: [],
} as const;

/**
 * Settles when the line is on disk; what it tells of must not be given out before.
 * @param writes the transaction that the line is part of: a change and its line are there together or not at all.
 * @throws for a failing store.
 */
export async function audit(
  context: Pick<ServiceContext, 'store' | 'now' | 'requestId'>,
  facts: AuditFacts,
  writes: Pick<AuditStore, 'appendAudit'> = context.store,
): Promise<void> {
  await writes.appendAudit({ ...UNSAID, requestId: context.requestId?.(), ...facts, at: isoNow(context) });
}
