/** One line of the access log with the time filled in. What is not said is not known, or not so. */
import type { AuditEntry } from '../ports/audit.ts';
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

/** Settles when the line is on disk; what it tells of must not be given out before. @throws for a failing store. */
export async function audit(
  context: Pick<ServiceContext, 'store' | 'now' | 'requestId'>,
  facts: AuditFacts,
): Promise<void> {
  await context.store.appendAudit({ ...UNSAID, requestId: context.requestId?.(), ...facts, at: isoNow(context) });
}
