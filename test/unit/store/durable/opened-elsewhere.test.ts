/** What one process has opened never hides what another one wrote: two stores over one database. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DurableStore, LedgerRow } from '../../../../src/ports/durable-store.ts';
import { createSqliteStore } from '../../../../src/store/durable/sqlite/create-sqlite-store.ts';
import { putPerson } from '../../../bench/filled-store.ts';

let folder: string;
let here: DurableStore;
let elsewhere: DurableStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phr-opened-'));
  const options = { file: join(folder, 'data.sqlite'), operatorKey: randomBytes(32) };
  here = await createSqliteStore(options);
  elsewhere = await createSqliteStore(options);
});
afterEach(async () => {
  await here.close();
  await elsewhere.close();
  await rm(folder, { recursive: true });
});

it('rows of an account', async () => {
  const subjectId = await putPerson(here, 9);
  const account = (await here.listAccounts(subjectId))[0];
  if (account === undefined) throw new Error('no account');
  const first = await here.listResources(subjectId, account.id);
  expect(first.length).toBeGreaterThan(1);
  expect(await here.listResources(subjectId, account.id)).toEqual(first);

  const [one] = first;
  if (one === undefined) throw new Error('no row');
  const at = '2100-01-01T00:00:00.000Z';
  const pull = (text: string, place: string) => ({ at, outcomes: [], resources: [{ ...one, text, at: place }] });
  const added = await elsewhere.writePull({ ...account, lastTriedAt: at }, pull('{"changed":1}', 'elsewhere'));
  expect(await here.listResources(subjectId, account.id)).toEqual(added);
  expect(added).toHaveLength(first.length + 1);

  // Delivered again, so that only how it was delivered is new.
  const later = { ...pull(one.text, 'another page'), at: '2100-01-02T00:00:00.000Z' };
  const again = await here.writePull({ ...account, lastTriedAt: later.at }, later);
  expect(again).toHaveLength(added.length);
  expect(again.find(({ text }) => text === one.text)).toMatchObject({ at: 'another page', lastSeenAt: later.at });
  expect(again).toEqual(await elsewhere.listResources(subjectId, account.id));
  expect(again.map(({ text }) => text)).toEqual(added.map(({ text }) => text));

  await elsewhere.deleteAccount(subjectId, account.id);
  expect(await here.listResources(subjectId, account.id)).toEqual([]);
});

it('rows of a write that was taken back are forgotten with it', async () => {
  const subjectId = await putPerson(here, 9);
  const account = (await here.listAccounts(subjectId))[0];
  if (account === undefined) throw new Error('no account');
  const first = await here.listResources(subjectId, account.id);
  const at = '2100-01-01T00:00:00.000Z';
  const resources = first.slice(0, 1).map((row) => ({ ...row, at: 'never' }));
  const work = here.atomically(subjectId, async (writes) => {
    await writes.writePull({ ...account, lastTriedAt: at }, { at, outcomes: [], resources });
    throw new Error('taken back');
  });
  await expect(work).rejects.toThrow('taken back');
  expect(await here.listResources(subjectId, account.id)).toEqual(first);
  expect(await here.getAccount(subjectId, account.id)).toEqual(account);
});

it('rows of the ledger', async () => {
  const subjectId = await putPerson(here, 3);
  const row = (version: number, goneAt?: string): LedgerRow => ({
    reference: 'Condition/a',
    digest: `digest ${String(version)}`,
    version,
    lastUpdated: '2026-01-01T00:00:00.000Z',
    goneAt,
  });
  await here.writeLedger(subjectId, 'all', [row(1)]);
  expect(await here.readLedger(subjectId, 'all')).toEqual([row(1)]);
  await elsewhere.writeLedger(subjectId, 'all', [row(2)]);
  expect(await here.readLedger(subjectId, 'all')).toEqual([row(2)]);
  await elsewhere.writeLedger(subjectId, 'all', [row(2, '2026-01-02T00:00:00.000Z')]);
  expect(await here.readLedger(subjectId, 'all')).toEqual([row(2, '2026-01-02T00:00:00.000Z')]);
  await expect(here.writeLedger(subjectId, 'all', [row(1)])).rejects.toThrow();
  await here.writeLedger(subjectId, 'all', [row(3), { ...row(1), reference: 'Condition/b' }]);
  expect(
    (await elsewhere.readLedger(subjectId, 'all')).map(({ reference, version }) => `${reference} ${version}`),
  ).toEqual((await here.readLedger(subjectId, 'all')).map(({ reference, version }) => `${reference} ${version}`));
});
