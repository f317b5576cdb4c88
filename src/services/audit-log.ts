/**
 * The access log of a person as one viewer may see it (law L10): a viewer with less than the whole record sees what was done
 * under their own consent only, so that the log tells neither of hidden sources nor of what others read.
 */
import { createHmac } from 'node:crypto';
import { GatewayError } from '../errors.ts';
import type { AccessGrant } from '../access/access-grant.ts';
import type { AuditFilter, AuditPosition, AuditQuery, AuditRecord } from '../ports/audit.ts';
import { agentOf } from './audit-agent.ts';
import type { FindActor } from './find-actor.ts';
import type { ServiceContext } from './service-context.ts';

export interface AuditLogEntry extends AuditRecord {
  /** `self`: the person whose record it is; else a name that stands for one other person, in this log only. */
  readonly actor: 'self' | { readonly pseudonym: string } | undefined;
}

export interface AuditLogPage {
  readonly entries: readonly AuditLogEntry[];
  /** Of all pages. */
  readonly total: number;
  /** Where the next page begins; undefined after the last. */
  readonly next: AuditPosition | undefined;
}

export interface AuditLog {
  /** Whether this viewer sees only what was done under their own consent. */
  isOwnOnly(grant: AccessGrant): Promise<boolean>;
  /** @throws GatewayError `forbidden` for a carer. */
  search(grant: AccessGrant, query: AuditQuery): Promise<AuditLogPage>;
  /** @returns undefined for a line that is not there or not for this viewer. */
  find(grant: AccessGrant, id: string): Promise<AuditLogEntry | undefined>;
}

export function createAuditLog({ store }: Pick<ServiceContext, 'store'>, findActor: FindActor): AuditLog {
  async function isOwnOnly(grant: AccessGrant): Promise<boolean> {
    const { subjectId } = grant;
    const actorId = await findActor(grant.actor);
    if (actorId === undefined) return true;
    if (actorId !== subjectId) {
      const represented = (await store.listRepresentations(actorId)).filter((item) => item.subjectId === subjectId);
      if (!represented.some(({ relationship }) => relationship === 'parent')) {
        throw new GatewayError('forbidden', 'The access log is for the person and for a parent only.');
      }
    }
    return grant.sources !== undefined || grant.labels !== undefined;
  }

  /** What this viewer's part of the log is found by; undefined where there is none. */
  async function visible(grant: AccessGrant): Promise<AuditFilter | undefined> {
    if (!(await isOwnOnly(grant))) return {};
    if (grant.appGrantId !== undefined) return { appGrantId: grant.appGrantId };
    return grant.clientId === undefined ? undefined : { agents: [agentOf(grant)] };
  }

  async function withActors(subjectId: string, records: readonly AuditRecord[]): Promise<readonly AuditLogEntry[]> {
    const others = records.some(({ actorId }) => actorId !== undefined && actorId !== subjectId);
    const key = others ? await store.recordKey(subjectId) : undefined;
    return records.map((record) => ({ ...record, actor: actorOf(record, key) }));
  }

  return {
    isOwnOnly,
    async search(grant, query) {
      const part = await visible(grant);
      if (part === undefined) return { entries: [], total: 0, next: undefined };
      const { limit, before, ...filter } = both(query, part);
      const found = await store.listAudit(grant.subjectId, { ...filter, before, limit: limit + 1 });
      const page = found.slice(0, limit);
      return {
        entries: await withActors(grant.subjectId, page),
        total: await store.countAudit(grant.subjectId, filter),
        next: found.length > limit ? page.at(-1) : undefined,
      };
    },
    async find(grant, id) {
      const part = await visible(grant);
      if (part === undefined) return undefined;
      const found = await store.listAudit(grant.subjectId, { ...part, ids: [id], limit: 1 });
      return (await withActors(grant.subjectId, found))[0];
    },
  };
}

/** A query never asks by agent itself, so the viewer's part can only narrow it. */
function both(query: AuditQuery, part: AuditFilter): AuditQuery {
  return { ...query, ...part };
}

function actorOf({ subjectId, actorId }: AuditRecord, key: Uint8Array | undefined): AuditLogEntry['actor'] {
  if (actorId === undefined) return undefined;
  if (actorId === subjectId) return 'self';
  if (key === undefined) return undefined;
  return {
    pseudonym: createHmac('sha256', key)
      .update(JSON.stringify(['actor', actorId]))
      .digest('base64url'),
  };
}
