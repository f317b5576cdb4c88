/** Moves a deployment from one store to another, whatever the engines; sealed values are moved as they are. */
import type { DurableEngine } from '../durable/durable-engine.ts';
import { OPERATOR_ROW } from '../durable/filling.ts';
import { migrate } from '../durable/migrate.ts';
import { provenKeys } from '../durable/operator-key-check.ts';
import type { OperatorKeyring } from '../encryption/operator-keyring.ts';
import { fillStore } from './fill-store.ts';
import { rowsOf } from './row-source.ts';
import { requireCurrentSchema } from './schema-state.ts';
import { digestTables, type TableDigests } from './table-digests.ts';
import { STORE_TABLES } from './tables/store-tables.ts';

/**
 * @param withTarget opens an empty database; not called where the source cannot be copied.
 * @returns rows and digest of each table: the same in both.
 * @throws StoreFault, StoreOpenError
 */
export function copyStore(
  from: DurableEngine,
  withTarget: (fill: (to: DurableEngine) => Promise<TableDigests>) => Promise<TableDigests>,
  keyring: OperatorKeyring,
): Promise<TableDigests> {
  return from.readSnapshot(async (source) => {
    await requireCurrentSchema(source);
    await provenKeys(source, keyring);
    const secret = await digestTables(
      source,
      STORE_TABLES.filter(({ name }) => name === 'store_secret'),
    );
    const proof = await source
      .selectFrom('operator_key_check')
      .selectAll()
      .where('id', '=', OPERATOR_ROW)
      .executeTakeFirstOrThrow();
    return withTarget((to) =>
      fillStore(to, {
        // The secret is the store's own.
        from: `copy ${secret.get('store_secret')?.sha256 ?? ''}`,
        rows: rowsOf(source),
        proof,
        prepare: () => migrate(to.db, keyring),
      }),
    );
  });
}
