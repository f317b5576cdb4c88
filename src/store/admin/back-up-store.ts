/** One instant of a store as two files, on any engine, while gateways go on writing to it (design 8). */
import type { DurableEngine } from '../durable/durable-engine.ts';
import { migrationNames } from '../durable/migrate.ts';
import { requireFilled } from '../durable/filling.ts';
import type { BackupPaths } from './backup-format.ts';
import { rowsOf } from './row-source.ts';
import { requireCurrentSchema } from './schema-state.ts';
import type { TableDigests } from './table-digests.ts';
import { writeBackupFile } from './write-backup-file.ts';

/**
 * The keys are written first: a data file that is there has its keys.
 * @throws StoreFault where the store is not of this version, StoreOpenError where it is still being filled.
 */
export function backUpStore(engine: DurableEngine, paths: BackupPaths, now: Date): Promise<TableDigests> {
  return engine.readSnapshot(async (queries) => {
    await requireCurrentSchema(queries);
    await requireFilled(queries);
    const head = { schema: migrationNames.at(-1) ?? '', madeAt: now.toISOString() };
    const keys = await writeBackupFile(paths.keysFile, { part: 'keys', ...head }, rowsOf(queries, 'keys'));
    const data = await writeBackupFile(paths.dataFile, { part: 'data', ...head }, rowsOf(queries, 'data'));
    return new Map([...data, ...keys]);
  });
}
