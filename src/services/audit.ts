/** One line of the access log with the time filled in. */
import type { AuditEntry } from '../ports/durable-store.ts';
import { isoNow, type ServiceContext } from './service-context.ts';

type AuditFacts = Omit<AuditEntry, 'at' | 'agent' | 'requestId'> & Partial<Pick<AuditEntry, 'agent' | 'requestId'>>;

export async function audit(context: ServiceContext, facts: AuditFacts): Promise<void> {
  await context.store.appendAudit({ agent: 'web', requestId: undefined, ...facts, at: isoNow(context) });
}
