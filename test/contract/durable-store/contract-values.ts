/** Values the contract's parts have in common. */
import { GatewayError } from '../../../src/errors.ts';
import type { AuditEntry } from '../../../src/ports/audit.ts';
import type { LedgerRow } from '../../../src/ports/durable-store.ts';
import { AT_NINE, orla } from './people-of-the-contract.ts';

export function auditLine(changes: Partial<AuditEntry>): AuditEntry {
  return {
    at: AT_NINE,
    subjectId: orla.id,
    actorId: orla.id,
    agent: 'app-1',
    appGrantId: 'grant-1',
    action: 'read',
    types: ['MedicationStatement'],
    sources: ['hospital'],
    reference: 'MedicationStatement/u1',
    query: 'MedicationStatement/u1',
    notes: ['a note'],
    outcome: 'success',
    status: 200,
    requestId: 'request-1',
    ...changes,
  };
}

export function ledgerRow(reference: string, changes: Partial<LedgerRow> = {}): LedgerRow {
  return { reference, digest: 'digest-1', version: 1, lastUpdated: AT_NINE, goneAt: undefined, ...changes };
}

/** Codes of the attempts that were refused. */
export async function refusals(attempts: readonly Promise<void>[]): Promise<readonly string[]> {
  const results = await Promise.allSettled(attempts);
  return results
    .filter((result) => result.status === 'rejected')
    .map(({ reason }) => (reason instanceof GatewayError ? reason.code : String(reason)));
}
