/** One SQLite file as an engine: WAL, every commit on disk before it is answered. */
import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely } from 'kysely';
import Database from 'libsql';
import type { Log } from '../../../ports/log.ts';
import { StoreOpenError } from '../../store-open-error.ts';
import type { DurableEngine } from '../durable-engine.ts';
import type { Schema } from '../schema.ts';
import { createSqliteDialect } from './sqlite-dialect.ts';

/** Only the gateway's own account may read the file; SQLite gives -wal and -shm the same rights. */
function makePrivateFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
}

function openDatabase(file: string): Database.Database {
  try {
    if (file !== ':memory:') makePrivateFile(file);
    const database = new Database(file);
    for (const setting of [
      'busy_timeout = 0',
      'journal_mode = WAL',
      'synchronous = FULL',
      // 16 MB: the access log writes the same pages over and over, and what is copied into the file seldom costs less.
      'wal_autocheckpoint = 4000',
      'foreign_keys = ON',
      // Deleted rows are overwritten with zeros, wrapped keys among them.
      'secure_delete = ON',
    ]) {
      database.pragma(setting);
    }
    return database;
  } catch (cause) {
    throw new StoreOpenError(
      'cannot-open',
      'The data file (PHR_DATA_FILE) cannot be opened as a SQLite database.',
      cause,
    );
  }
}

/** @throws StoreOpenError `cannot-open`. */
export function openSqliteEngine({
  file,
  log,
}: {
  readonly file: string;
  readonly log?: Log | undefined;
}): DurableEngine {
  const database = openDatabase(file);
  const db = new Kysely<Schema>({ dialect: createSqliteDialect(database) });
  // The write-ahead log still holds pages as they were; emptied, only the zeros are left.
  const emptyLog = () => {
    try {
      database.pragma('wal_checkpoint(TRUNCATE)');
    } catch (cause) {
      log?.warn({ err: cause }, 'The write-ahead log could not be emptied');
    }
    return Promise.resolve();
  };
  return {
    name: 'sqlite',
    db,
    // A transaction of this engine holds every other writer off.
    lockPerson: () => Promise.resolve(),
    holdOperatorKey: () => Promise.resolve(),
    readSnapshot: (read) =>
      db.connection().execute(async (queries) => {
        // Not `immediate`: a reader of the write-ahead log holds nobody up.
        database.exec('begin');
        try {
          return await read(queries);
        } finally {
          database.exec('rollback');
        }
      }),
    forgetDeleted: emptyLog,
    async close() {
      await emptyLog();
      await db.destroy();
      if (database.open) database.close();
    },
  };
}
