/**
 * Databases as every earlier version wrote them (test/fixtures/store: rows of invented people, kept as they were), brought to
 * this version on each engine; and the rule that lets two versions run side by side: a step only adds.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DurableStore } from '../../src/ports/durable-store.ts';
import { proveBackup } from '../../src/store/admin/prove-backup.ts';
import { restoreStore } from '../../src/store/admin/restore-store.ts';
import { tablesHere } from '../../src/store/admin/schema-state.ts';
import { addRows, readRows, type StoredRow } from '../../src/store/admin/store-rows.ts';
import { writeBackupFile } from '../../src/store/admin/write-backup-file.ts';
import type { DurableEngine } from '../../src/store/durable/durable-engine.ts';
import { STORE_TABLES } from '../../src/store/admin/tables/store-tables.ts';
import { migrate, migrationNames } from '../../src/store/durable/migrate.ts';
import type { Schema } from '../../src/store/durable/schema.ts';
import { createOperatorKeyring } from '../../src/store/encryption/operator-keyring.ts';
import { openEngine, type EngineAddress } from '../../src/store/open-engine.ts';
import { hasPostgres, startPostgres, type PostgresServer } from '../servers/postgres-server.ts';
import { auditOf } from '../support/audit-of.ts';
import { isMissing } from '../support/needs.ts';
import { adminOf, inEngine, log, openStore } from './store-admin/engine-under-test.ts';

const FIXTURES = new URL('../fixtures/store/', import.meta.url);
const SYSTEM = 'https://fhir.nhs.uk/Id/nhs-number';

interface Fixture {
  readonly step: string;
  readonly operatorKey: Buffer;
  readonly rows: readonly (readonly [string, StoredRow])[];
}

type Written = string | number | null | { readonly base64: string };

function readFixture(name: string): Fixture {
  const [head = '', ...lines] = readFileSync(new URL(name, FIXTURES), 'utf8').trim().split('\n');
  const { step, operatorKey } = JSON.parse(head) as { readonly step: string; readonly operatorKey: string };
  const rows = lines.map((line): [string, StoredRow] => {
    const [table, row] = JSON.parse(line) as [string, Readonly<Record<string, Written>>];
    const columns = Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'object' && value !== null ? Buffer.from(value.base64, 'base64') : value,
    ]);
    return [table, Object.fromEntries(columns) as StoredRow];
  });
  return { step, operatorKey: Buffer.from(operatorKey, 'base64'), rows };
}

const fixtures = readdirSync(FIXTURES).map(readFixture);

/** @param until the schema that the rows are put into. */
async function put(address: EngineAddress, { operatorKey, rows }: Fixture, until: string | undefined): Promise<void> {
  const engine = await openEngine(address, { log, mustExist: false });
  await migrate(engine.db, createOperatorKeyring({ operatorKey }), until);
  for (const table of STORE_TABLES) {
    const ofTable = rows.filter(([name]) => name === table.name).map(([, row]) => row);
    await addRows(engine.db, table, ofTable);
  }
  await engine.close();
}

async function expectAsWritten(store: DurableStore, step: string): Promise<void> {
  expect(await store.getPerson('p-bryn')).toMatchObject({
    name: { family: 'Tarnwick', given: ['Bryn', 'Ó'] },
    birthDate: '1960-02-29',
  });
  expect((await store.findPersonByIdentity({ issuer: 'https://sign-in.example', sub: 'sub-of-bryn' }))?.id).toBe(
    'p-bryn',
  );
  expect((await store.findPersonByIdentifier({ system: SYSTEM, value: '9990001111' }))?.id).toBe('p-bryn');
  await expect(
    store.createPerson({
      id: 'p-gone',
      identities: [],
      identifiers: [],
      name: { text: undefined, family: undefined, given: [] },
      birthDate: undefined,
      createdAt: '',
    }),
  ).rejects.toMatchObject({ code: 'conflict' });
  expect((await store.listRepresentations('p-bryn')).map(({ relationship }) => relationship)).toEqual([
    'self',
    'parent',
  ]);
  for (const id of ['p-bryn', 'p-ness']) {
    expect(await store.listAccounts(id)).toMatchObject([
      { actorId: 'p-bryn', sourcePatientId: 'patient-9', state: 'active' },
    ]);
    expect(await store.getTokens(id, 'account-hospital')).toMatchObject({ refreshToken: 'a-refresh-token' });
    const [resource] = await store.listResources(id, 'account-hospital');
    expect(resource?.text).toBe(
      '{"resourceType":"Condition","id":"c1","code":{"text":"Glimmerknee “left” \\u00e9 💧"},"note":[{"text":"1.10"}]}',
    );
    expect(await store.readLedger(id, 'unified')).toMatchObject([
      { reference: 'Condition/u1', digest: 'd1', version: 2 },
    ]);
    expect(await auditOf(store, id)).toMatchObject([{ action: 'read', actorId: 'p-bryn', agent: 'app-1' }]);
    if (step >= '0002') {
      expect(await store.listAppGrants(id)).toMatchObject([{ scopes: ['patient/*.rs'] }]);
      expect(await store.findIssuedToken('refresh', `token-of-${id}`)).toMatchObject({ payload: '{"scope":"openid"}' });
    }
    if (step >= '0005') expect(await store.listDecisions(id)).toMatchObject([{ id: 'd-1', kind: 'not-same' }]);
    if (step >= '0006') expect(await store.listEntries(id)).toMatchObject([{ content: { text: 'It creaks' } }]);
  }
  if (step >= '0002') {
    expect(await store.findAppClient('app-1')).toMatchObject({ authentication: { secret: 'the-secret-of-app-1' } });
    expect(await store.listSigningKeys()).toMatchObject([{ generation: 3, privateKey: { d: 'not-a-real-key' } }]);
  }
  if (step >= '0009') {
    expect(await store.findLeaveReceipt('the-id-of-a-receipt', '2026-02-01T00:00:00.000Z')).toBe(
      'One account was unlinked.',
    );
  }
}

const withoutPostgres = isMissing('PostgreSQL', hasPostgres());
let folder: string;
let server: PostgresServer | undefined;
let files = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'phr-older-'));
  if (!withoutPostgres) server = await startPostgres();
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server?.close();
});

const engines: Record<string, () => Promise<EngineAddress>> = {
  SQLite: () => Promise.resolve({ dataFile: join(folder, `${(files += 1)}.sqlite`) }),
  ...(withoutPostgres
    ? {}
    : { PostgreSQL: async () => ({ postgresUrl: (await server?.createDatabase()) ?? '', dataFile: '' }) }),
};

test('there is a database of the first version and of the newest', () => {
  const steps = fixtures.map(({ step }) => step);
  expect(steps).toContain(migrationNames[0]);
  expect(steps).toContain(migrationNames.at(-1));
  expect(steps.every((step) => migrationNames.includes(step))).toBe(true);
});

describe.each(Object.entries(engines))('on %s', (_name, fresh) => {
  test.each(fixtures)(
    'a database of $step reads as it was written, whole and still so at the next start',
    async (fixture) => {
      const address = await fresh();
      await put(address, fixture, fixture.step);
      const { operatorKey } = fixture;
      // Several gateways at once, as after an update of all of them.
      const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(address, { operatorKey })));
      for (const store of stores) {
        await expectAsWritten(store, fixture.step);
        await store.close();
      }
      expect((await adminOf(address, { operatorKey }).check()).faults).toEqual([]);
      const next = { operatorKey: Buffer.alloc(32, 'another-key-of-the-operator'), previousOperatorKey: operatorKey };
      expect(await adminOf(address, next).changeOperatorKey()).toBe(2);
      const store = await openStore(address, { operatorKey: next.operatorKey });
      await expectAsWritten(store, fixture.step);
      await store.close();
    },
  );

  test.each(fixtures)('a backup that a version of $step made is restored, broken off or not', async (fixture) => {
    const { operatorKey, step } = fixture;
    const [address, target] = [await fresh(), await fresh()];
    await put(address, fixture, step);
    const paths = { dataFile: join(folder, `${(files += 1)}.data`), keysFile: join(folder, `${files}.keys`) };
    const head = { schema: step, madeAt: '2026-01-07T09:00:00.000Z' };
    await inEngine(address, async (engine) => {
      const tables = await tablesHere(engine.db);
      const rows = async function* (part: 'data' | 'keys') {
        for (const table of tables) {
          if (table.part !== part) continue;
          for await (const page of readRows(engine.db, table)) yield { table, rows: page };
        }
      };
      await writeBackupFile(paths.keysFile, { part: 'keys', ...head }, rows('keys'));
      await writeBackupFile(paths.dataFile, { part: 'data', ...head }, rows('data'));
    });
    const keyring = createOperatorKeyring({ operatorKey });
    const engine = await openEngine(target, { log, mustExist: false });
    let writes = 0;
    const holdOperatorKey: DurableEngine['holdOperatorKey'] = (queries) =>
      (writes += 1) === 7 ? Promise.reject(new Error('broken off')) : engine.holdOperatorKey(queries);
    const backup = await proveBackup(paths, keyring);
    await expect(restoreStore({ ...engine, holdOperatorKey }, backup, keyring, new Date())).rejects.toThrow(
      'broken off',
    );
    await engine.close();
    // A gateway that is started on it meanwhile changes nothing: it would bring it to another schema than that of the rows.
    await expect(openStore(target, { operatorKey })).rejects.toMatchObject({ code: 'unfinished' });
    await adminOf(target, { operatorKey }).restore(paths);
    const store = await openStore(target, { operatorKey });
    await expectAsWritten(store, step);
    await store.close();
    expect((await adminOf(target, { operatorKey }).check()).faults).toEqual([]);
  });

  test.each(fixtures.filter(({ step }) => step >= '0005'))(
    'what a version of $step writes beside this one is read by this one',
    async (fixture) => {
      const address = await fresh();
      await put(address, fixture, undefined);
      const store = await openStore(address, { operatorKey: fixture.operatorKey });
      await expectAsWritten(store, fixture.step);
      await store.close();
    },
  );
});

describe('a step', () => {
  /** What each would send to PostgreSQL, beyond Kysely's own book of steps. */
  async function statements(): Promise<readonly string[]> {
    const sent: string[] = [];
    const db = new Kysely<Schema>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => new DummyDriver(),
        createIntrospector: (kysely) => new PostgresIntrospector(kysely),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
      log: ({ query }) => void sent.push(query.sql),
    });
    await migrate(db, createOperatorKeyring({ operatorKey: Buffer.alloc(32, 1) }));
    return sent.filter((sql) => !/kysely_migration|pg_catalog|pg_advisory/.test(sql));
  }

  test('only adds: tables, indexes, columns that may be empty; whatever takes away says so in its name', async () => {
    const sent = await statements();
    expect(sent.length).toBeGreaterThan(30);
    const adds =
      /^(?:create (?:table|index) |alter table "[a-z_]+" add column "[a-z_]+" [a-z]+$|select |insert into |begin|commit)/;
    expect(migrationNames.filter((name) => name.endsWith('-contract'))).toEqual([]);
    expect(sent.filter((sql) => !adds.test(sql))).toEqual([]);
  });
});
