/** After a whole journey no data file, dump or Redis holds a number, name, date, token, note or drug of anybody in clear. */
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SANDBOX_PEOPLE } from '../../src/sandbox/people/sandbox-people.ts';
import { hasPostgres, startPostgres, type PostgresServer } from '../servers/postgres-server.ts';
import { hasRedis, startRedis, type RedisServer } from '../servers/redis-server.ts';
import { isMissing } from '../support/needs.ts';
import { startHarness, type Harness } from './app-harness.ts';
import { appClient } from './oauth-apps.ts';
import { printableRuns, secretsIn, wordsIn } from './store-leaks/find-in-bytes.ts';
import { wholeJourney, type Journey } from './store-leaks/whole-journey.ts';
import { wordsOfRecords } from './store-leaks/words-of-people.ts';

const WORDS = wordsOfRecords(SANDBOX_PEOPLE);
const CLIENTS = [appClient('public-app', { method: 'none' })];

/** @param known words that were there before anybody came: a schema, a catalogue have words of their own. */
function expectNothingOf(bytes: Buffer, { secrets }: Journey, known: readonly string[] = []): void {
  const looked = WORDS.filter((word) => !known.includes(word));
  expect(looked.length).toBeGreaterThan(WORDS.length / 2);
  expect(secrets.length).toBeGreaterThan(30);
  const runs = printableRuns(bytes);
  expect(wordsIn(runs, looked)).toEqual([]);
  expect(secretsIn(runs, secrets)).toEqual([]);
}

test('the search finds what is there: words and secrets, in every coding', () => {
  const [word = '', other = ''] = WORDS;
  const bytes = Buffer.concat([Buffer.from([0, 200, 7]), Buffer.from(`x${word}y`), Buffer.from([0, 1])]);
  expect(wordsIn(printableRuns(bytes), [word, other])).toEqual([word]);
  const secret = '9990000018-Bronisława';
  const found = (text: Buffer) =>
    secretsIn(printableRuns(Buffer.concat([Buffer.alloc(5, 1), text])), [secret, 'absent-secret', '9990000018']);
  expect(found(Buffer.from(secret))).toEqual([secret, '9990000018']);
  expect(found(Buffer.from('9990000018', 'utf16le'))).toEqual(['9990000018']);
  for (const before of ['', 'a', 'ab']) {
    for (const coding of ['hex', 'base64', 'base64url'] as const) {
      expect(found(Buffer.from(Buffer.from(`${before}${secret}zzz`).toString(coding)))).toContain(secret);
    }
  }
});

describe('SQLite', () => {
  let harness: Harness;
  let journey: Journey;
  let known: readonly string[];
  beforeAll(async () => {
    harness = await startHarness({ clients: CLIENTS });
    known = wordsIn(printableRuns(onDisk()), WORDS);
    journey = await wholeJourney(harness);
  }, 60_000);
  afterAll(() => harness.close());

  const onDisk = () =>
    Buffer.concat(
      ['', '-wal', '-shm']
        .map((end) => `${harness.config.dataFile}${end}`)
        .filter(existsSync)
        .map((path) => readFileSync(path)),
    );

  test('the file, its log and its index', async () => {
    const bytes = onDisk();
    // What may rest in clear is there, so the right bytes are looked at.
    for (const id of await Promise.all(journey.visitors.map((visitor) => visitor.subjectId()))) {
      expect(bytes.includes(id)).toBe(true);
    }
    expectNothingOf(bytes, journey, known);
  });

  test('the log of the gateway', () => {
    expectNothingOf(Buffer.from(harness.logged()), journey);
  });
});

describe.skipIf(isMissing('PostgreSQL', hasPostgres()) || isMissing('redis-server', hasRedis()))(
  'PostgreSQL and Redis',
  () => {
    let postgres: PostgresServer;
    let redis: RedisServer;
    let harness: Harness;
    let journey: Journey;
    let known: readonly string[];
    let postgresUrl: string;

    beforeAll(async () => {
      [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
      postgresUrl = await postgres.createDatabase();
      harness = await startHarness({ clients: CLIENTS, settings: { postgresUrl, redisUrl: redis.url } });
      known = wordsIn(printableRuns(await onDisk()), WORDS);
      journey = await wholeJourney(harness);
    }, 60_000);
    afterAll(async () => {
      await harness.close();
      await redis.close();
      await postgres.close();
    });

    async function inDatabase<Row extends pg.QueryResultRow>(sql: string): Promise<readonly Row[]> {
      const client = new pg.Client({ connectionString: postgresUrl });
      await client.connect();
      const { rows } = await client.query<Row>(sql);
      await client.end();
      return rows;
    }

    /** Tables, indexes and write-ahead log. */
    async function onDisk(): Promise<Buffer> {
      await inDatabase('checkpoint');
      const files = await Promise.all(
        ['base', 'pg_wal'].map(async (folder) => {
          const entries = await readdir(join(postgres.dataFolder, folder), { recursive: true, withFileTypes: true });
          return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
        }),
      );
      return Buffer.concat(await Promise.all(files.flat().map((path) => readFile(path).catch(() => Buffer.alloc(0)))));
    }

    test('the rows, as a dump would show them', async () => {
      const tables = await inDatabase<{ name: string }>(
        "select table_name as name from information_schema.tables where table_schema = 'public'",
      );
      expect(tables.length).toBeGreaterThan(10);
      const dumps = await Promise.all(
        tables.map(({ name }) => inDatabase<{ line: string }>(`select t::text as line from ${name} t`)),
      );
      const dump = dumps
        .flat()
        .map(({ line }) => line)
        .join('\n');
      expect(dump).toContain(await journey.visitors[0]?.subjectId());
      expectNothingOf(Buffer.from(dump), journey);
    });

    test('the files of the server: tables, indexes, write-ahead log', async () => {
      expectNothingOf(await onDisk(), journey, known);
    });

    test('every key and every value in Redis', async () => {
      const client = await createClient({ url: redis.url }).connect();
      const keys = await client.keys('*');
      const values = await Promise.all(keys.map((key) => client.get(key)));
      await client.close();
      expect(keys.length).toBeGreaterThan(3);
      const opened = values.map((value) => Buffer.from(value ?? '', 'base64'));
      expectNothingOf(Buffer.from([...keys, ...values].join('\n')), journey);
      expectNothingOf(Buffer.concat(opened), journey);
    });
  },
);
