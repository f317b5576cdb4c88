import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPostgresStore } from '../../src/store/durable/postgres/create-postgres-store.ts';
import { createLog } from '../../src/telemetry/log.ts';
import { hasPostgres, startPostgres, type PostgresServer } from '../servers/postgres-server.ts';
import { isMissing } from '../support/needs.ts';
import { durableStoreContract } from './durable-store-contract.ts';
import { orla } from './durable-store/people-of-the-contract.ts';

const log = createLog({ level: 'silent' });

describe.skipIf(isMissing('PostgreSQL', hasPostgres()))('PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.close());

  durableStoreContract('PostgreSQL', async () => {
    const url = await server.createDatabase();
    const operatorKey = randomBytes(32);
    return {
      shared: true,
      open: () => createPostgresStore({ url, operatorKey, log, maxConnections: 4 }),
      dispose: () => Promise.resolve(),
    };
  });

  test('several processes may bring an empty database to the schema at the same time', async () => {
    const url = await server.createDatabase();
    const operatorKey = randomBytes(32);
    const stores = await Promise.all(
      Array.from({ length: 4 }, () => createPostgresStore({ url, operatorKey, log, maxConnections: 2 })),
    );
    await stores[0]?.createPerson(orla);
    expect(await stores[3]?.getPerson(orla.id)).toEqual(orla);
    for (const store of stores) await store.close();
  });

  test('a database that does not order text by its bytes is refused, with the words to make one', async () => {
    const url = await server.createDatabase({ order: 'language' });
    await expect(createPostgresStore({ url, operatorKey: randomBytes(32), log })).rejects.toMatchObject({
      name: 'StoreOpenError',
      code: 'schema',
      message: expect.stringContaining("LC_COLLATE 'C'") as string,
    });
  });

  test('gone: says so; back: works again by itself', async () => {
    const own = await startPostgres();
    const url = await own.createDatabase();
    const store = await createPostgresStore({ url, operatorKey: randomBytes(32), log });
    await store.createPerson(orla);
    await own.stop();
    await expect(store.getPerson(orla.id)).rejects.toMatchObject({ code: 'unavailable', status: 503 });
    await own.start();
    await expect.poll(() => store.getPerson(orla.id).catch(() => undefined), { timeout: 10_000 }).toEqual(orla);
    await store.close();
    await own.close();
  }, 60_000);

  test('an address where nothing answers is told at the start, without the password in it', async () => {
    const error: unknown = await createPostgresStore({
      url: 'postgresql://phr:a-password@127.0.0.1:1/phr',
      operatorKey: randomBytes(32),
      log,
    }).catch((fault: unknown) => fault);
    expect(error).toMatchObject({ name: 'StoreOpenError', code: 'cannot-open' });
    expect(String(error)).not.toContain('a-password');
  });
});
