/** Moves a deployment from one store to another, whatever the engines; sealed values are moved as they are. */
import type { DurableEngine } from '../durable/durable-engine.ts';
import { migrate } from '../durable/migrate.ts';
import type { OperatorKeyring } from '../encryption/operator-keyring.ts';
import { fillStore, type TableDigests } from './fill-store.ts';
import { rowsOf } from './row-source.ts';
import { requireCurrentSchema } from './schema-state.ts';

/**
 * @param to an empty database.
 * @returns rows and digest of each table: the same in both, or this throws and `to` stays empty.
 * @throws StoreFault
 */
export function copyStore(from: DurableEngine, to: DurableEngine, keyring: OperatorKeyring): Promise<TableDigests> {
  return from.readSnapshot(async (source) => {
    await requireCurrentSchema(source);
    await migrate(to.db, keyring);
    return to.db.transaction().execute((target) => fillStore(target, rowsOf(source)));
  });
}
