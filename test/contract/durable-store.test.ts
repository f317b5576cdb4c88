import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSqliteStore } from '../../src/store/durable/sqlite/create-sqlite-store.ts';
import { durableStoreContract } from './durable-store-contract.ts';

durableStoreContract('SQLite file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'phr-store-'));
  const operatorKey = randomBytes(32);
  return Promise.resolve({
    shared: true,
    open: () => createSqliteStore({ file: join(folder, 'inner', 'data.sqlite'), operatorKey }),
    dispose: () => {
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  });
});

durableStoreContract('SQLite in memory', () => {
  const operatorKey = randomBytes(32);
  return Promise.resolve({
    shared: false,
    open: () => createSqliteStore({ file: ':memory:', operatorKey }),
    dispose: () => Promise.resolve(),
  });
});
