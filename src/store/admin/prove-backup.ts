/** Reads both files of a backup to their ends before any store is touched: whole, of one kind, and under the operator's key. */
import { createHash } from 'node:crypto';
import { OPERATOR_ROW } from '../durable/filling.ts';
import { migrationNames } from '../durable/migrate.ts';
import { keysOfProof } from '../durable/operator-key-check.ts';
import type { Schema } from '../durable/schema.ts';
import type { OperatorKeyring } from '../encryption/operator-keyring.ts';
import { openBackupFile, type BackupFile } from './read-backup-file.ts';
import type { BackupPaths } from './backup-format.ts';
import type { RowSource } from './row-source.ts';
import { StoreFault } from './store-fault.ts';
import type { StoredRow } from './store-rows.ts';
import { createTableDigests } from './table-digests.ts';

type Proof = Schema['operator_key_check'];

export interface ProvedBackup {
  /** Newest step of the schema that its rows are of. */
  readonly schema: string;
  /** The same for the same two files. */
  readonly digest: string;
  /** The row that proves the operator's key. */
  readonly proof: Proof;
  /** Data before keys, as they may be added. */
  rows(): RowSource;
}

/**
 * @throws StoreFault where a file is no whole backup, the keys are older than the data, or they are of another version;
 * StoreOpenError where the operator's key is not that of the backup.
 */
export async function proveBackup(paths: BackupPaths, keyring: OperatorKeyring): Promise<ProvedBackup> {
  const data = await openBackupFile(paths.dataFile, 'data');
  const keys = await openBackupFile(paths.keysFile, 'keys');
  const { schema } = data.head;
  if (keys.head.madeAt < data.head.madeAt) {
    throw new StoreFault('The keys are older than the data: people who came in between would be lost.');
  }
  if (keys.head.schema !== schema || !migrationNames.includes(schema)) {
    throw new StoreFault('Data and keys must be of one version, and no newer than this one.');
  }
  const hash = createHash('sha256').update(JSON.stringify([keys.head, data.head]));
  const proof = await readToEnd(keys, (digests) => hash.update(digests));
  await readToEnd(data, (digests) => hash.update(digests));
  keysOfProof(proof, keyring);
  if (proof === undefined) throw new StoreFault(`What proves the operator key is missing: ${paths.keysFile}`);
  return {
    schema,
    digest: hash.digest('base64url'),
    proof,
    async *rows() {
      yield* (await openBackupFile(paths.dataFile, 'data')).rows;
      yield* (await openBackupFile(paths.keysFile, 'keys')).rows;
    },
  };
}

/** @returns the row that proves the operator's key, where it is in this file. */
async function readToEnd({ rows }: BackupFile, tell: (digests: string) => void): Promise<Proof | undefined> {
  const digests = createTableDigests();
  let proof: StoredRow | undefined;
  for await (const page of rows) {
    digests.add(page.table, page.rows);
    if (page.table.name === 'operator_key_check') proof ??= page.rows.find((row) => row['id'] === OPERATOR_ROW);
  }
  tell(JSON.stringify([...digests.done()]));
  return proof as Proof | undefined;
}
