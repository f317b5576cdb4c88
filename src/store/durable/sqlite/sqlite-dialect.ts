/** Kysely's SQLite dialect over libsql. */
import type Database from 'libsql';
import type { DatabaseConnection, Dialect } from 'kysely';
import { SqliteAdapter, SqliteDriver, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { SqliteConnection } from './sqlite-connection.ts';
import { createSqliteConnection } from './sqlite-connection.ts';

/** Kysely's driver for its turn-taking; the connection is our own. */
class LibsqlDriver extends SqliteDriver {
  readonly #connection: SqliteConnection;

  constructor(database: Database.Database) {
    super({ database });
    this.#connection = createSqliteConnection(database);
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    await super.acquireConnection();
    return this.#connection;
  }

  override beginTransaction(): Promise<void> {
    return this.#connection.begin();
  }

  override commitTransaction(): Promise<void> {
    return this.#connection.commit();
  }

  override rollbackTransaction(): Promise<void> {
    return this.#connection.rollback();
  }
}

class TransactionalDdlAdapter extends SqliteAdapter {
  /** So that a migration that fails halfway leaves nothing behind. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

export function createSqliteDialect(database: Database.Database): Dialect {
  return {
    createAdapter: () => new TransactionalDdlAdapter(),
    createDriver: () => new LibsqlDriver(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}
