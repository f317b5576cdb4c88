/**
 * What a person costs in PostgreSQL, and whether reading one gets slower with how many others there are: the queries that a read
 * of a record makes, with 10, 1,000 and 100,000 people in the store. The many are copies of rows under ids of their own: nobody
 * opens them, indexes and tables are as large as with real ones.
 */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DurableStore } from '../../src/ports/durable-store.ts';
import { createPostgresStore } from '../../src/store/durable/postgres/create-postgres-store.ts';
import { createLog } from '../../src/telemetry/log.ts';
import { hasPostgres, startPostgres } from '../servers/postgres-server.ts';
import { putPerson } from './filled-store.ts';
import { median, type BenchRow } from './row.ts';

const RESOURCES = 200;
/** The many have so few, so that the disk holds them. */
const RESOURCES_OF_MANY = 6;
const CROWDS = [10, 1_000, 100_000] as const;
const READS = 300;
const WARM_UP = 30;
const PEOPLE_WEIGHED = 50;
const TABLES = ['person', 'person_key', 'linked_account', 'source_resource'] as const;

export async function benchScale(): Promise<readonly BenchRow[]> {
  if (!hasPostgres()) throw new Error('PostgreSQL is not here.');
  const server = await startPostgres();
  const url = await server.createDatabase();
  const store = await createPostgresStore({ url, operatorKey: randomBytes(32), log: createLog({ level: 'silent' }) });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const rows: BenchRow[] = [];
    const empty = await bytesOf(client);
    const people: string[] = [];
    for (let i = 0; i < PEOPLE_WEIGHED; i++) people.push(await putPerson(store, RESOURCES));
    const perPerson = ((await bytesOf(client)) - empty) / PEOPLE_WEIGHED;
    rows.push({ what: `stored for one person of ${RESOURCES} resources`, value: perPerson / 1024, unit: 'kB' });
    rows.push({ what: 'stored for one resource', value: perPerson / RESOURCES / 1024, unit: 'kB' });

    for (const id of people.slice(CROWDS[0] - 1)) await store.deletePerson(id);
    const read = people[0] ?? '';
    const template = await putPerson(store, RESOURCES_OF_MANY);
    let firstMs = Number.NaN;
    let there: number = CROWDS[0];
    for (const crowd of CROWDS) {
      await copyPerson(client, template, there, crowd);
      there = crowd;
      await client.query('vacuum analyze');
      const ms = await readMs(store, read);
      if (Number.isNaN(firstMs)) firstMs = ms;
      rows.push({ what: `one person read, ${crowd} people in the store`, value: ms, unit: 'ms' });
      rows.push({ what: `one person read, ${crowd} people / ${CROWDS[0]} people`, value: ms / firstMs, unit: 'x' });
    }
    return rows;
  } finally {
    await client.end();
    await store.close();
    await server.close();
  }
}

/** What a read of a record asks of the store. */
async function readMs(store: DurableStore, id: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < READS + WARM_UP; i++) {
    const began = performance.now();
    await store.personVersion(id);
    await store.getPerson(id);
    const accounts = await store.listAccounts(id);
    await Promise.all(accounts.map((account) => store.listResources(id, account.id)));
    await store.listDecisions(id);
    await store.listEntries(id);
    if (i >= WARM_UP) times.push(performance.now() - began);
  }
  return median(times);
}

async function copyPerson(client: pg.Client, template: string, from: number, to: number): Promise<void> {
  for (const table of TABLES) {
    const { rows } = await client.query<{ column_name: string }>(
      'select column_name from information_schema.columns where table_name = $1 order by ordinal_position',
      [table],
    );
    const columns = rows.map(({ column_name }) => column_name);
    const values = columns.map((column) => (column === 'subject_id' ? `'copy-' || n` : column));
    await client.query(
      `insert into ${table} (${columns.join(', ')})
       select ${values.join(', ')} from ${table}, generate_series($2::int, $3::int - 1) as n where subject_id = $1`,
      [template, from, to],
    );
  }
}

async function bytesOf(client: pg.Client): Promise<number> {
  await client.query('vacuum full');
  const { rows } = await client.query<{ bytes: string }>('select pg_database_size(current_database()) as bytes');
  return Number(rows[0]?.bytes);
}
