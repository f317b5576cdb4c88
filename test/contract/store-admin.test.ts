/** What an operator does to a store from the command line, on every engine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { hasPostgres, startPostgres, type PostgresServer } from '../servers/postgres-server.ts';
import { isMissing } from '../support/needs.ts';
import { backupContract } from './store-admin/backup-contract.ts';
import { checkContract } from './store-admin/check-contract.ts';
import { deletionsContract } from './store-admin/deletions-contract.ts';
import { fillingContract } from './store-admin/filling-contract.ts';
import type { FreshAddress } from './store-admin/engine-under-test.ts';
import { rewrapContract } from './store-admin/rewrap-contract.ts';

const withoutPostgres = isMissing('PostgreSQL', hasPostgres());
let folder: string;
let server: PostgresServer | undefined;
let files = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'phr-admin-'));
  if (!withoutPostgres) server = await startPostgres();
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server?.close();
});

const sqlite: FreshAddress = () => {
  files += 1;
  return Promise.resolve({ dataFile: join(folder, `${files}.sqlite`) });
};
const postgres: FreshAddress = async () => ({ postgresUrl: (await server?.createDatabase()) ?? '', dataFile: '' });
const engines = { SQLite: sqlite, ...(withoutPostgres ? {} : { PostgreSQL: postgres }) };

describe.each(Object.entries(engines))('the operator’s commands on %s', (_name, fresh) => {
  checkContract(fresh);
  backupContract(fresh, engines);
  fillingContract(fresh);
  rewrapContract(fresh);
  deletionsContract(fresh);
});
