/**
 * Many people with rows in every table that grows with them, sealed as the store seals them, written in bulk: through the port each
 * person would wait for the disk several times.
 */
import { randomBytes } from 'node:crypto';
import type { LinkedAccount } from '../../src/ports/linked-account.ts';
import { toAccountRow } from '../../src/store/durable/account-row.ts';
import { toAuditRow } from '../../src/store/durable/audit-row.ts';
import type { DurableEngine } from '../../src/store/durable/durable-engine.ts';
import { openStoreContext } from '../../src/store/durable/open-durable-store.ts';
import { indexResources, toResourceRow } from '../../src/store/durable/resource-row.ts';
import { addRows, type StoredRow } from '../../src/store/admin/store-rows.ts';
import { STORE_TABLES } from '../../src/store/admin/tables/store-tables.ts';
import { keyedIndex } from '../../src/store/encryption/keyed-index.ts';
import type { OperatorKeyring } from '../../src/store/encryption/operator-keyring.ts';
import { createPersonKeys } from '../../src/store/encryption/person-keys.ts';
import { sealJson, sealText } from '../../src/store/encryption/sealed-json.ts';
import { largeRecord } from './large-record.ts';
import { readAccount, storedOf } from './filled-store.ts';

const PEOPLE_PER_BATCH = 50;
const ISSUER = 'https://sign-in.example';

export interface Many {
  /** How many; they are called `many-0`, `many-1` … */
  readonly people: number;
  /** How many are there already. */
  readonly from?: number;
  readonly resources: number;
}

/** @param engine at the newest schema, with the operator's key proved. */
export async function fillMany(
  engine: DurableEngine,
  keyring: OperatorKeyring,
  { people, from = 0, resources }: Many,
): Promise<void> {
  const { storeKeys } = await openStoreContext(engine, { keyring });
  const record = [...largeRecord(resources)].map(([source, texts]) => ({ source, rows: texts.map(storedOf) }));
  for (let start = from; start < people; start += PEOPLE_PER_BATCH) {
    const rows = new Map<string, StoredRow[]>();
    const add = (table: string, row: object) =>
      rows.set(table, [...(rows.get(table) ?? []), row as unknown as StoredRow]);
    for (let n = start; n < Math.min(start + PEOPLE_PER_BATCH, people); n++) {
      addPerson(add, keyring, storeKeys.identityIndex, record, `many-${n}`);
    }
    await engine.db.transaction().execute(async (queries) => {
      for (const table of STORE_TABLES) {
        const ofTable = rows.get(table.name) ?? [];
        for (let at = 0; at < ofTable.length; at += 500) await addRows(queries, table, ofTable.slice(at, at + 500));
      }
    });
  }
}

type Record = readonly { readonly source: string; readonly rows: readonly ReturnType<typeof storedOf>[] }[];

function addPerson(
  add: (table: string, row: object) => void,
  keyring: OperatorKeyring,
  identityIndex: Uint8Array,
  record: Record,
  id: string,
): void {
  const at = new Date().toISOString();
  const { keys, wrapped } = createPersonKeys(keyring.preferred, id);
  const sealed = (table: string, rowId: string, column: string, value: object) =>
    sealJson(keys, value, { table, rowId, column });
  const details = {
    identities: [{ issuer: ISSUER, sub: id }],
    identifiers: [],
    text: null,
    family: 'Invented',
    given: ['Person'],
    birthDate: '1950-03-02',
  };
  add('person', { subject_id: id, created_at: at, details: sealed('person', id, 'details', details) });
  add('person_key', {
    subject_id: id,
    operator_key_id: wrapped.operatorKeyId,
    data_key_id: wrapped.dataKeyId,
    data_key: wrapped.dataKey,
    record_key: wrapped.recordKey,
  });
  const index = keyedIndex(identityIndex, ['identity', ISSUER, id]);
  add('person_identity', { identity_index: index, subject_id: id });
  add('person_identifier', { identifier_index: keyedIndex(identityIndex, [id]), subject_id: id });
  add('representation', { subject_id: id, actor_id: id, relationship: 'self', since: at, until: null });
  for (const { source, rows } of record) {
    const account = accountOf(id, source, [...new Set(rows.map(({ resourceType }) => resourceType))], at);
    add('linked_account', toAccountRow(keys, account));
    const tokens = { accessToken: randomBytes(32).toString('base64url'), refreshToken: null, scope: '' };
    add('source_token', {
      subject_id: id,
      account_id: account.id,
      expires_at: at,
      tokens: sealed('source_token', account.id, 'tokens', tokens),
    });
    for (const item of indexResources(keys, account.id, rows)) {
      add('source_resource', toResourceRow(keys, account.id, at, item, false));
      const reference = keyedIndex(keys.index, ['ledger', 'unified', item.index]);
      const ledger = { reference: `Observation/${item.index}`, digest: item.index };
      add('record_ledger', {
        subject_id: id,
        view: 'unified',
        reference_index: reference,
        version: 1,
        last_updated: at,
        gone_at: null,
        details: sealed('record_ledger', reference, 'details', ledger),
      });
    }
  }
  const own = { subject_id: id, actor_id: id, at, withdrawn_at: null, withdrawn_by: null };
  const decision = { kind: 'same', items: [{ reference: 'Condition/a' }, { reference: 'Condition/b' }] };
  add('person_decision', {
    ...own,
    decision_id: 'd',
    details: sealed('person_decision', 'd', 'details', decision),
  });
  const question = { kind: 'question', text: 'Do I still need it?', state: 'ask' };
  add('person_entry', {
    ...own,
    entry_id: 'e',
    replaces: null,
    content: sealed('person_entry', 'e', 'content', question),
  });
  add('person_look', {
    subject_id: id,
    actor_id: id,
    looked: sealed('person_look', id, 'looked', { at, seen: [] }),
  });
  const grant = `grant-of-${id}`;
  add('app_grant', {
    grant_id: grant,
    subject_id: id,
    actor_id: id,
    client_id: `client-${Number(id.split('-')[1]) % 100}`,
    granted_at: at,
    until: null,
    last_used_at: at,
    details: sealed('app_grant', grant, 'details', { scopes: ['patient/*.rs'], sources: null, labels: null }),
  });
  const token = keyedIndex(identityIndex, ['token', id]);
  add('issued_token', {
    token_index: token,
    grant_id: grant,
    expires_at: new Date(Date.now() + 86_400_000).toISOString(),
    used_at: null,
    payload: sealText(keys, '{}', { table: 'issued_token', rowId: token, column: 'payload' }),
  });
  add('person_deletion', { subject_id: `before-${id}`, deleted_at: at });
  add('leave_receipt', {
    receipt_index: keyedIndex(identityIndex, ['receipt', id]),
    until: at,
    receipt: randomBytes(200),
  });
  for (const action of ['sync', 'everything'] as const) {
    const line = { at, subjectId: id, actorId: id, agent: 'app-1', appGrantId: grant, action } as const;
    const more = { types: [], sources: [], reference: undefined, query: undefined, notes: [] };
    const outcome = { outcome: 'success', status: 200, requestId: undefined } as const;
    add('audit_entry', toAuditRow(keys, randomBytes(12).toString('hex'), { ...line, ...more, ...outcome }));
  }
}

function accountOf(id: string, source: string, types: readonly string[], at: string): LinkedAccount {
  const account = readAccount({ id: `account-${source}`, subjectId: id, source, types, at });
  return { ...account, nextReadingAt: new Date(Date.now() + 86_400_000).toISOString() };
}
