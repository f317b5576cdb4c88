/** Every table of the durable store, in an order in which rows may be added: what is referred to comes first. */
import type { Schema } from '../../durable/schema.ts';

export interface StoreTable {
  readonly name: keyof Schema;
  /** Columns of the primary key, in order. */
  readonly key: readonly string[];
  /** Columns of bytes. */
  readonly bytes: readonly string[];
  /** Wrapped keys and the list of deletions rest apart from the data, so that neither is turned back with it (design 8). */
  readonly part: 'data' | 'keys';
  /** Who owns the key under which the columns of bytes are sealed, and the columns that name the row in the seal. */
  readonly sealed?: { readonly under: 'person' | 'grant' | 'operator'; readonly row: readonly string[] };
}

const ofPerson = (...row: readonly string[]) => ({ under: 'person', row }) as const;

export const STORE_TABLES: readonly StoreTable[] = [
  { name: 'person', key: ['subject_id'], bytes: ['details'], part: 'data', sealed: ofPerson('subject_id') },
  { name: 'person_identity', key: ['identity_index'], bytes: [], part: 'data' },
  { name: 'person_identifier', key: ['identifier_index', 'subject_id'], bytes: [], part: 'data' },
  { name: 'representation', key: ['actor_id', 'subject_id', 'relationship'], bytes: [], part: 'data' },
  {
    name: 'linked_account',
    key: ['subject_id', 'account_id'],
    bytes: ['details'],
    part: 'data',
    sealed: ofPerson('account_id'),
  },
  {
    name: 'source_token',
    key: ['subject_id', 'account_id'],
    bytes: ['tokens'],
    part: 'data',
    sealed: ofPerson('account_id'),
  },
  {
    name: 'source_resource',
    key: ['subject_id', 'account_id', 'resource_index'],
    bytes: ['content', 'delivery'],
    part: 'data',
    sealed: ofPerson('resource_index'),
  },
  {
    name: 'record_ledger',
    key: ['subject_id', 'view', 'reference_index'],
    bytes: ['details'],
    part: 'data',
    sealed: ofPerson('reference_index'),
  },
  { name: 'audit_entry', key: ['audit_id'], bytes: ['details'], part: 'data', sealed: ofPerson('audit_id') },
  {
    name: 'person_decision',
    key: ['subject_id', 'decision_id'],
    bytes: ['details'],
    part: 'data',
    sealed: ofPerson('decision_id'),
  },
  {
    name: 'person_entry',
    key: ['subject_id', 'entry_id'],
    bytes: ['content'],
    part: 'data',
    sealed: ofPerson('entry_id'),
  },
  {
    name: 'person_look',
    key: ['subject_id', 'actor_id'],
    bytes: ['looked'],
    part: 'data',
    sealed: ofPerson('actor_id'),
  },
  { name: 'app_grant', key: ['grant_id'], bytes: ['details'], part: 'data', sealed: ofPerson('grant_id') },
  {
    name: 'issued_token',
    key: ['token_index'],
    bytes: ['payload'],
    part: 'data',
    sealed: { under: 'grant', row: ['token_index'] },
  },
  {
    name: 'app_client',
    key: ['client_id'],
    bytes: ['details'],
    part: 'data',
    sealed: { under: 'operator', row: ['client_id'] },
  },
  {
    name: 'signing_key',
    key: ['generation', 'algorithm'],
    bytes: ['details'],
    part: 'data',
    sealed: { under: 'operator', row: ['generation', 'algorithm'] },
  },
  // Opens with the id only that a browser has.
  { name: 'leave_receipt', key: ['receipt_index'], bytes: ['receipt'], part: 'data' },
  { name: 'operator_key_check', key: ['id'], bytes: ['check_value'], part: 'keys' },
  { name: 'store_secret', key: ['operator_key_id'], bytes: ['secret'], part: 'keys' },
  { name: 'person_deletion', key: ['subject_id'], bytes: [], part: 'keys' },
  { name: 'person_key', key: ['subject_id'], bytes: ['data_key', 'record_key'], part: 'keys' },
];

/** What a row may refer to; `deleted-…` is a pseudonym and refers to nobody. */
export interface RowReference {
  readonly table: keyof Schema;
  readonly columns: readonly string[];
  readonly to: keyof Schema;
  readonly toColumns: readonly string[];
}

const toPerson = (table: keyof Schema, column = 'subject_id'): RowReference => ({
  table,
  columns: [column],
  to: 'person',
  toColumns: ['subject_id'],
});
const toAccount = (table: keyof Schema): RowReference => ({
  table,
  columns: ['subject_id', 'account_id'],
  to: 'linked_account',
  toColumns: ['subject_id', 'account_id'],
});

export const ROW_REFERENCES: readonly RowReference[] = [
  { table: 'person', columns: ['subject_id'], to: 'person_key', toColumns: ['subject_id'] },
  toPerson('person_key'),
  toPerson('person_identity'),
  toPerson('person_identifier'),
  toPerson('representation'),
  toPerson('representation', 'actor_id'),
  toPerson('linked_account'),
  toPerson('linked_account', 'actor_id'),
  toPerson('linked_account', 'confirmed_by_actor_id'),
  toAccount('source_token'),
  toAccount('source_resource'),
  toPerson('record_ledger'),
  toPerson('person_decision'),
  toPerson('person_decision', 'actor_id'),
  toPerson('person_decision', 'withdrawn_by'),
  toPerson('person_entry'),
  toPerson('person_entry', 'actor_id'),
  toPerson('person_entry', 'withdrawn_by'),
  toPerson('person_look'),
  toPerson('person_look', 'actor_id'),
  toPerson('app_grant'),
  toPerson('app_grant', 'actor_id'),
  { table: 'issued_token', columns: ['grant_id'], to: 'app_grant', toColumns: ['grant_id'] },
];
