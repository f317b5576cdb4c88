/**
 * One line of the access log per request of a client app, answered or refused (design 6; IHE BALP). It is on disk before the
 * answer goes out: what cannot be recorded is not given.
 */
import type { AccessGrant } from '../access/access-grant.ts';
import type { AccessDecision } from '../access/decide.ts';
import type { AuditAction, AuditOutcome } from '../ports/audit.ts';
import { audit } from './audit.ts';
import { agentOf } from './audit-agent.ts';
import { auditQuery } from './audit-query.ts';
import type { FindActor } from './find-actor.ts';
import type { ServiceContext } from './service-context.ts';

/** What the FHIR endpoint tells of a request. */
export interface Access {
  /** Undefined where no grant could be made of the token, or none came. */
  readonly grant: AccessGrant | undefined;
  /** `read`, `vread`, `search-type`, or `$` and the operation's name. */
  readonly interaction: string;
  /** From the path; undefined where it is no type of FHIR R4. */
  readonly resourceType: string | undefined;
  readonly id: string | undefined;
  /** Names and values as sent. */
  readonly query: string;
  /** Undefined where it did not come to a decision. */
  readonly decision: AccessDecision | undefined;
  /** Types that were asked for; undefined = whatever there is, or it did not come to that. */
  readonly askedTypes: readonly string[] | undefined;
  readonly sources: readonly string[];
  /** HTTP. */
  readonly status: number;
  readonly requestId: string | undefined;
}

const ACTIONS: Readonly<Record<string, AuditAction>> = {
  read: 'read',
  vread: 'vread',
  'search-type': 'search',
  $everything: 'everything',
  $summary: 'summary',
  $docref: 'docref',
  $original: 'original',
};

/** Stands in the answer for what this viewer may not know of: no source. */
const NO_SOURCE = 'withheld';

/** Nothing was looked at, and an app that asks without end must not fill the log without end. */
const TOO_MANY = 429;

/** Without a grant nobody knows whose record was meant, and there is no log to write to. */
export function createAccessAudit(
  context: Pick<ServiceContext, 'store' | 'now'>,
  findActor: FindActor,
): (access: Access) => Promise<void> {
  return async (access) => {
    const { grant, decision, status, requestId } = access;
    if (grant === undefined || status === TOO_MANY) return;
    await audit(context, {
      subjectId: grant.subjectId,
      actorId: await findActor(grant.actor),
      agent: agentOf(grant),
      appGrantId: grant.appGrantId,
      action: ACTIONS[access.interaction] ?? 'operation',
      outcome: outcomeOf(status),
      status,
      types: typesOf(access),
      sources: access.sources.filter((source) => source !== NO_SOURCE),
      reference: referenceOf(access),
      query: auditQuery(pathOf(access), access.query),
      notes: decision?.refusal === undefined ? [] : [decision.refusal],
      requestId,
    });
  };
}

function outcomeOf(status: number): AuditOutcome {
  if (status < 400) return 'success';
  return status === 401 || status === 403 ? 'refused' : 'failure';
}

/** What was asked for as far as it may be given; what may be given where nothing was named. */
function typesOf({ askedTypes, decision, resourceType, interaction }: Access): readonly string[] {
  if (!interaction.startsWith('$') && resourceType !== undefined) return [resourceType];
  if (askedTypes !== undefined) return askedTypes.filter((type) => decision?.withheld.includes(type) !== true);
  return decision === undefined || decision.types === '*' ? [] : decision.types;
}

/** An id that gave nothing may be anything, another person's too: it is not kept. */
function referenceOf({ resourceType, id, status }: Access): string | undefined {
  const isNamed = resourceType !== undefined && id !== undefined && id !== '';
  return isNamed && outcomeOf(status) === 'success' ? `${resourceType}/${id}` : undefined;
}

function pathOf(access: Access): string {
  const { interaction, resourceType = '***', id = '' } = access;
  const place = id === '' ? resourceType : (referenceOf(access) ?? `${resourceType}/***`);
  return interaction.startsWith('$') ? `${place}/${interaction}` : place;
}
