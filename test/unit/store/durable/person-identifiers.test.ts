import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { rowsOf } from '../../../../src/store/admin/row-source.ts';
import { addRows } from '../../../../src/store/admin/store-rows.ts';
import { migrate } from '../../../../src/store/durable/migrate.ts';
import { openSqliteEngine } from '../../../../src/store/durable/sqlite/open-sqlite-engine.ts';
import { createOperatorKeyring } from '../../../../src/store/encryption/operator-keyring.ts';
import { createSqliteStore } from '../../../../src/store/durable/sqlite/create-sqlite-store.ts';
import { orla, tam } from '../../../contract/durable-store/people-of-the-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'identifiers-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SYSTEM = 'https://fhir.nhs.uk/Id/nhs-number';

/** A database as it was before people could be found by their identifiers. */
async function olderDatabase(operatorKey: Uint8Array): Promise<string> {
  const [newer, older] = [join(folder, 'newer.sqlite'), join(folder, 'data.sqlite')];
  const store = await createSqliteStore({ file: newer, operatorKey });
  await store.createPerson(orla);
  await store.createPerson(tam);
  for (let n = 0; n < 250; n++) {
    const identifiers = [{ system: SYSTEM, value: `number-${n}`, verifiedBy: 'https://sign-in.example' }];
    await store.createPerson({ ...tam, id: `p-${n}`, identities: [], identifiers });
  }
  await store.close();
  const [from, to] = [openSqliteEngine({ file: newer }), openSqliteEngine({ file: older })];
  await migrate(to.db, createOperatorKeyring({ operatorKey }), '0003-audit');
  for await (const { table, rows } of rowsOf(from.db)) {
    if (['person', 'person_key', 'operator_key_check'].includes(table.name)) await addRows(to.db, table, rows);
  }
  for (const engine of [from, to]) await engine.close();
  return older;
}

test('an older database is filled: everybody who is here already is found', async () => {
  const operatorKey = randomBytes(32);
  const store = await createSqliteStore({ file: await olderDatabase(operatorKey), operatorKey });
  const [number] = orla.identifiers;
  expect(await store.findPersonByIdentifier({ system: SYSTEM, value: number?.value ?? '' })).toStrictEqual(orla);
  for (const n of [0, 199, 200, 249]) {
    expect((await store.findPersonByIdentifier({ system: SYSTEM, value: `number-${n}` }))?.id).toBe(`p-${n}`);
  }
  await store.close();
});

test('under another operator key it is refused, for that reason, and left as it was', async () => {
  const operatorKey = randomBytes(32);
  const file = await olderDatabase(operatorKey);
  await expect(createSqliteStore({ file, operatorKey: randomBytes(32) })).rejects.toMatchObject({
    code: 'wrong-operator-key',
  });
  const store = await createSqliteStore({ file, operatorKey });
  expect((await store.findPersonByIdentifier({ system: SYSTEM, value: 'number-7' }))?.id).toBe('p-7');
  await store.close();
});
