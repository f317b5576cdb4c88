/** A line of the access log as a row: who, when and how it ended in clear; what tells of the person sealed under their key. */
import type { Insertable, Selectable } from 'kysely';
import type { AuditDetails, AuditEntry, AuditRecord } from '../../ports/audit.ts';
import type { PersonKeys } from '../encryption/person-keys.ts';
import { sealJson, unsealJson } from '../encryption/sealed-json.ts';
import type { Schema } from './schema.ts';

/** As sealed: JSON knows null only. */
type SealedDetails = Pick<AuditDetails, 'types' | 'sources' | 'notes'> & {
  readonly reference: string | null;
  readonly query: string | null;
};

/** Actions whose older lines name a source in clear. */
const ABOUT_SOURCES: ReadonlySet<AuditEntry['action']> = new Set(['link', 'confirm-identity', 'unlink', 'sync']);

function auditPlace(id: string) {
  return { table: 'audit_entry', rowId: id, column: 'details' };
}

/** @param keys undefined where the subject is nobody known here: the details are not kept then, for nothing rests in clear. */
export function toAuditRow(
  keys: PersonKeys | undefined,
  id: string,
  entry: AuditEntry,
): Insertable<Schema['audit_entry']> {
  const { types, sources, reference, query, notes } = entry;
  const details: SealedDetails = { types, sources, notes, reference: reference ?? null, query: query ?? null };
  return {
    audit_id: id,
    at: entry.at,
    subject_id: entry.subjectId,
    actor_id: entry.actorId ?? null,
    agent: entry.agent,
    app_grant_id: entry.appGrantId ?? null,
    action: entry.action,
    outcome: entry.outcome,
    status: entry.status ?? null,
    what: '[]',
    request_id: entry.requestId ?? null,
    details: keys === undefined ? null : sealJson(keys, details, auditPlace(id)),
  };
}

/** @param keys undefined where the person was deleted: what was sealed stays closed. */
export function fromAuditRow(keys: PersonKeys | undefined, row: Selectable<Schema['audit_entry']>): AuditRecord {
  return {
    id: row.audit_id,
    at: row.at,
    subjectId: row.subject_id,
    actorId: row.actor_id ?? undefined,
    agent: row.agent,
    appGrantId: row.app_grant_id ?? undefined,
    action: row.action,
    outcome: row.outcome,
    status: row.status ?? undefined,
    requestId: row.request_id ?? undefined,
    ...detailsOf(keys, row),
  };
}

function detailsOf(keys: PersonKeys | undefined, row: Selectable<Schema['audit_entry']>): AuditDetails {
  if (keys !== undefined && row.details !== null) {
    const { reference, query, ...lists } = unsealJson(keys, row.details, auditPlace(row.audit_id)) as SealedDetails;
    return { ...lists, reference: reference ?? undefined, query: query ?? undefined };
  }
  const sources = ABOUT_SOURCES.has(row.action) ? (JSON.parse(row.what) as readonly string[]) : [];
  return { types: [], sources, reference: undefined, query: undefined, notes: [] };
}
