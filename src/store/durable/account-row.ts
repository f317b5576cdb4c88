/** A linked account as a row: ids, source, states and instants in clear, the rest sealed. */
import type { Insertable, Selectable } from 'kysely';
import type { IdentityCheck, LinkConsent, LinkedAccount, ReadOutcome } from '../../ports/linked-account.ts';
import type { PersonKeys } from '../encryption/person-keys.ts';
import { sealJson, unsealJson } from '../encryption/sealed-json.ts';
import type { Schema } from './schema.ts';

/** As sealed: JSON knows null only. */
interface AccountDetails {
  readonly sourcePatientId: string | null;
  readonly grantedScope: string;
  readonly identity: Pick<IdentityCheck, 'result' | 'agreed' | 'contradicted'>;
  readonly lastFailure: string | null;
  readonly outcomes: readonly (Omit<ReadOutcome, 'reason'> & { readonly reason: string | null })[];
  /** Absent in rows of older versions. */
  readonly consent?: LinkConsent | null;
  readonly signedInAt?: string | null;
  readonly signInEndsAt?: string | null;
  readonly signInLastedMs?: number | null;
  readonly askedAt?: string | null;
  readonly waitUntil?: string | null;
}

function detailsPlace(accountId: string) {
  return { table: 'linked_account', rowId: accountId, column: 'details' };
}

export function toAccountRow(keys: PersonKeys, account: LinkedAccount): Insertable<Schema['linked_account']> {
  const { result, agreed, contradicted, confirmedBy, confirmedAt } = account.identity;
  const details: AccountDetails = {
    sourcePatientId: account.sourcePatientId ?? null,
    grantedScope: account.grantedScope,
    identity: { result, agreed, contradicted },
    lastFailure: account.lastFailure ?? null,
    outcomes: account.outcomes.map((outcome) => ({ ...outcome, reason: outcome.reason ?? null })),
    consent: account.consent ?? null,
    signedInAt: account.signedInAt ?? null,
    signInEndsAt: account.signInEndsAt ?? null,
    signInLastedMs: account.signInLastedMs ?? null,
    askedAt: account.askedAt ?? null,
    waitUntil: account.waitUntil ?? null,
  };
  return {
    subject_id: account.subjectId,
    account_id: account.id,
    actor_id: account.actorId,
    source: account.source,
    state: account.state,
    linked_at: account.linkedAt,
    last_success_at: account.lastSuccessAt ?? null,
    last_tried_at: account.lastTriedAt ?? null,
    confirmed_by_actor_id: confirmedBy ?? null,
    confirmed_at: confirmedAt ?? null,
    next_reading_at: account.nextReadingAt ?? null,
    details: sealJson(keys, details, detailsPlace(account.id)),
  };
}

export function fromAccountRow(keys: PersonKeys, row: Selectable<Schema['linked_account']>): LinkedAccount {
  const details = unsealJson(keys, row.details, detailsPlace(row.account_id)) as AccountDetails;
  return {
    id: row.account_id,
    subjectId: row.subject_id,
    actorId: row.actor_id,
    source: row.source,
    sourcePatientId: details.sourcePatientId ?? undefined,
    grantedScope: details.grantedScope,
    state: row.state,
    identity: {
      ...details.identity,
      confirmedBy: row.confirmed_by_actor_id ?? undefined,
      confirmedAt: row.confirmed_at ?? undefined,
    },
    linkedAt: row.linked_at,
    lastSuccessAt: row.last_success_at ?? undefined,
    lastTriedAt: row.last_tried_at ?? undefined,
    ...whereThere('nextReadingAt', row.next_reading_at),
    lastFailure: details.lastFailure ?? undefined,
    outcomes: details.outcomes.map((outcome) => ({ ...outcome, reason: outcome.reason ?? undefined })),
    ...whereThere('consent', details.consent),
    ...whereThere('signedInAt', details.signedInAt),
    ...whereThere('signInEndsAt', details.signInEndsAt),
    ...whereThere('signInLastedMs', details.signInLastedMs),
    ...whereThere('askedAt', details.askedAt),
    ...whereThere('waitUntil', details.waitUntil),
  };
}

function whereThere<Name extends string, Value>(name: Name, value: Value | null | undefined): { [N in Name]?: Value } {
  return value === null || value === undefined ? {} : ({ [name]: value } as { [N in Name]?: Value });
}
