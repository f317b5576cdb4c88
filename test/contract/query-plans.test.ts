/**
 * No query of the store grows with the number of people: PostgreSQL's own plan of each, with many people in every table, reads no
 * table that grows with them from its beginning to its end.
 */
import { randomBytes } from 'node:crypto';
import { Kysely, PostgresDialect, type CompiledQuery } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DurableStore } from '../../src/ports/durable-store.ts';
import { STORE_TABLES } from '../../src/store/admin/tables/store-tables.ts';
import { openDurableStore } from '../../src/store/durable/open-durable-store.ts';
import { openPostgresEngine } from '../../src/store/durable/postgres/open-postgres-engine.ts';
import type { Schema } from '../../src/store/durable/schema.ts';
import { createOperatorKeyring } from '../../src/store/encryption/operator-keyring.ts';
import { fillMany } from '../bench/many-people.ts';
import { hasPostgres, startPostgres, type PostgresServer } from '../servers/postgres-server.ts';
import { isMissing } from '../support/needs.ts';
import { log } from './store-admin/engine-under-test.ts';
import { callEverything } from './store-admin/every-operation.ts';

const PEOPLE = process.env['PHR_FULL'] === '1' ? 100_000 : 2_000;

const IDLE_OF_EACH = 9;

/** Their rows are few however many people there are. */
const SMALL: ReadonlySet<string> = new Set(['operator_key_check', 'store_secret', 'signing_key', 'app_client']);

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

function nodesOf(plan: Plan): readonly Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

describe.skipIf(isMissing('PostgreSQL', hasPostgres()))('queries with many people in the store', () => {
  let server: PostgresServer;
  let client: pg.Client;
  let store: DurableStore;
  const sent = new Map<string, CompiledQuery>();
  let notCalled: readonly string[];

  beforeAll(async () => {
    server = await startPostgres();
    const url = await server.createDatabase();
    client = new pg.Client({ connectionString: url });
    await client.connect();
    const keyring = createOperatorKeyring({ operatorKey: randomBytes(32) });
    const engine = await openPostgresEngine({ url, log });
    // As a gateway brings it to the schema; nothing is listened to yet.
    const first = await openDurableStore(engine, { keyring });
    await fillMany(engine, keyring, { people: PEOPLE, resources: 3 });
    await first.close();
    // Consents without a token, beside those that have one.
    await client.query(
      `insert into app_grant (grant_id, subject_id, actor_id, client_id, granted_at, until, last_used_at, details)
       select grant_id || '-' || n, subject_id, actor_id, client_id, granted_at, until, last_used_at, details
       from app_grant, generate_series(1, $1) n`,
      [IDLE_OF_EACH],
    );
    await client.query('analyze');
    const db = new Kysely<Schema>({
      dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 4 }) }),
      log: ({ query }) => void sent.set(query.sql, query),
    });
    const readSnapshot = () => Promise.reject(new Error('not of the store'));
    store = await openDurableStore({ ...engine, db, readSnapshot, close: () => db.destroy() }, { keyring });
    notCalled = await callEverything(store);
  }, 1_800_000);
  afterAll(async () => {
    await store.close();
    await client.end();
    await server.close();
  });

  test('every operation of the store was looked at', () => {
    expect(notCalled).toEqual([]);
    expect(sent.size).toBeGreaterThan(90);
  });

  test('each is answered by an index, or from a table that stays small', async () => {
    const growing = new Set<string>(STORE_TABLES.map(({ name }) => name).filter((name) => !SMALL.has(name)));
    const slow: string[] = [];
    for (const { sql, parameters } of sent.values()) {
      if (
        !/^\s*(?:select|insert|update|delete)/.test(sql) ||
        /kysely_migration|pg_catalog|information_schema/.test(sql)
      )
        continue;
      const { rows } = await client.query<{ 'QUERY PLAN': readonly { readonly Plan: Plan }[] }>(
        `explain (format json) ${sql}`,
        [...parameters],
      );
      for (const { Plan: plan } of rows[0]?.['QUERY PLAN'] ?? []) {
        for (const node of nodesOf(plan)) {
          if (node['Node Type'] === 'Seq Scan' && growing.has(node['Relation Name'] ?? '')) {
            slow.push(`${node['Relation Name'] ?? ''}: ${sql}`);
          }
        }
      }
    }
    expect(slow).toEqual([]);
  });

  test('consents that hold no token go, some at each call, and no other', async () => {
    const count = async () => {
      const { rows } = await client.query<{ idle: string; held: string }>(
        `select count(*) filter (where t.grant_id is null) as idle, count(t.grant_id) as held
         from app_grant g left join (select distinct grant_id from issued_token) t on t.grant_id = g.grant_id`,
      );
      return { idle: Number(rows[0]?.idle), held: Number(rows[0]?.held) };
    };
    const before = await count();
    expect(before.idle).toBeGreaterThanOrEqual(PEOPLE * IDLE_OF_EACH);
    const soon = new Date(Date.now() + 60_000).toISOString();
    await store.deleteExpired(soon, soon);
    const once = await count();
    expect(before.idle - once.idle).toBeGreaterThan(0);
    expect(before.idle - once.idle).toBeLessThanOrEqual(1_001);
    for (let calls = 0; (await count()).idle > 0 && calls < before.idle; calls++) await store.deleteExpired(soon, soon);
    expect(await count()).toEqual({ idle: 0, held: PEOPLE });
  });
});
