/** The access log of a person as it was written, oldest first. */
import type { AuditRecord, AuditStore } from '../../src/ports/audit.ts';

export async function auditOf(
  store: Pick<AuditStore, 'listAudit'>,
  subjectId: string,
): Promise<readonly AuditRecord[]> {
  return (await store.listAudit(subjectId, { limit: 10_000 })).toReversed();
}
