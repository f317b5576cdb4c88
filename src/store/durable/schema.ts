/** The tables, as queries see them. Text keys throughout; instants are ISO text; what tells of a person is sealed bytes. */
import type { LinkState } from '../../ports/linked-account.ts';
import type { AuditEntry } from '../../ports/audit.ts';
import type { Representation } from '../../ports/people.ts';
import type { AppsSchema } from './schema-apps.ts';

type Sealed = Uint8Array;

export interface Schema extends AppsSchema {
  /** One row: the operator key with which new keys of people are wrapped. */
  operator_key_check: { id: string; operator_key_id: string; check_value: Sealed };
  /** The secret of the store, once for each operator key with which anything may still be wrapped. */
  store_secret: { operator_key_id: string; secret: Sealed };

  person: { subject_id: string; created_at: string; details: Sealed };
  /** Apart from `person`, so that a backup can leave it out (design 8). */
  person_key: {
    subject_id: string;
    operator_key_id: string;
    data_key_id: string;
    data_key: Sealed;
    record_key: Sealed;
  };
  person_identity: { identity_index: string; subject_id: string };
  /** Keyed digest of a verified identifier; not unique: two people may be vouched for under one. */
  person_identifier: { identifier_index: string; subject_id: string };
  /** Who was deleted and when, for replay after a backup is restored. */
  person_deletion: { subject_id: string; deleted_at: string };

  representation: {
    subject_id: string;
    actor_id: string;
    relationship: Representation['relationship'];
    since: string;
    until: string | null;
  };

  linked_account: {
    subject_id: string;
    account_id: string;
    actor_id: string;
    source: string;
    state: LinkState;
    linked_at: string;
    last_success_at: string | null;
    last_tried_at: string | null;
    confirmed_by_actor_id: string | null;
    confirmed_at: string | null;
    next_reading_at: string | null;
    details: Sealed;
  };
  source_token: { subject_id: string; account_id: string; expires_at: string | null; tokens: Sealed };
  source_resource: {
    subject_id: string;
    account_id: string;
    /** Keyed digest of type, original id and text: the same text is the same row. */
    resource_index: string;
    first_seen_at: string;
    last_seen_at: string;
    content: Sealed;
    delivery: Sealed;
  };

  record_ledger: {
    subject_id: string;
    view: string;
    /** Keyed digest of the reference, which may hold an id of the source. */
    reference_index: string;
    version: number;
    last_updated: string;
    gone_at: string | null;
    details: Sealed;
  };

  /** Append-only; on deletion of a person a pseudonym takes the id's place. */
  audit_entry: {
    audit_id: string;
    at: string;
    subject_id: string;
    actor_id: string | null;
    agent: string;
    action: AuditEntry['action'];
    outcome: AuditEntry['outcome'];
    /** JSON list; empty in lines with `details`. */
    what: string;
    request_id: string | null;
    app_grant_id: string | null;
    status: number | null;
    details: Sealed | null;
  };

  person_decision: {
    subject_id: string;
    decision_id: string;
    actor_id: string;
    at: string;
    withdrawn_at: string | null;
    withdrawn_by: string | null;
    details: Sealed;
  };

  person_entry: {
    subject_id: string;
    entry_id: string;
    actor_id: string;
    at: string;
    /** The entry it took the place of. */
    replaces: string | null;
    withdrawn_at: string | null;
    withdrawn_by: string | null;
    content: Sealed;
  };
  /** How far an actor has seen the changes of a record. */
  person_look: { subject_id: string; actor_id: string; looked: Sealed };

  /** For who has left: found by a keyed digest of an id that only their browser has, and sealed under a key made of that id. */
  leave_receipt: { receipt_index: string; until: string; receipt: Sealed };
}
