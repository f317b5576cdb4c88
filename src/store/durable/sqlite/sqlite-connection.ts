/** One libsql connection as Kysely sees it: write locks are taken first, and waited for without blocking the process. */
import { setTimeout as sleep } from 'node:timers/promises';
import type Database from 'libsql';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { isBusy, toGatewayError } from './sqlite-errors.ts';

const LOCK_WAIT_MS = 10_000;
const LONGEST_PAUSE_MS = 50;
/** More than the store has queries; texts with lists of values must not gather. */
const MOST_PREPARED = 200;

/** libsql's own waiting would block the process, and with it a holder of the lock inside it. */
async function whenFree<Result>(run: () => Result): Promise<Result> {
  const giveUpAt = performance.now() + LOCK_WAIT_MS;
  for (let pauseMs = 1; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      return run();
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAt) throw toGatewayError(error);
    }
    await sleep(pauseMs);
  }
}

/** libsql gives bytes as ArrayBuffer; inside they are Uint8Array as from any other driver. The row is libsql's to give away. */
function withByteArrays(row: Record<string, unknown>): object {
  for (const name in row) {
    const value = row[name];
    if (value instanceof ArrayBuffer) row[name] = new Uint8Array(value);
  }
  return row;
}

export interface SqliteConnection extends DatabaseConnection {
  begin(): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/**
 * Every write stands in a transaction that took the lock at its start. A prepared write that met a busy lock would otherwise
 * stay "in progress" inside libsql 0.5 and make every later commit of the connection fail.
 */
export function createSqliteConnection(database: Database.Database): SqliteConnection {
  const execute = (sql: string) =>
    whenFree(() => {
      database.exec(sql);
    });
  const begin = () => execute('begin immediate');
  const commit = () => execute('commit');
  // A full disk has ended the transaction already (SQLite, "Response To Errors Within A Transaction").
  const rollback = () => (database.inTransaction ? execute('rollback') : Promise.resolve());

  const prepared = new Map<string, Database.Statement>();

  async function statementFor(sql: string): Promise<Database.Statement> {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const statement = await whenFree(() => database.prepare(sql));
    if (prepared.size >= MOST_PREPARED) prepared.clear();
    prepared.set(sql, statement);
    return statement;
  }

  /** A statement that failed is made anew: libsql may hold it to be in progress. */
  async function using<Result>(sql: string, run: (statement: Database.Statement) => Promise<Result>): Promise<Result> {
    const statement = await statementFor(sql);
    try {
      return await run(statement);
    } catch (error) {
      prepared.delete(sql);
      throw error;
    }
  }

  async function write(statement: Database.Statement, parameters: readonly unknown[]): Promise<bigint> {
    const alone = !database.inTransaction;
    if (alone) await begin();
    try {
      const { changes } = statement.run([...parameters]);
      if (alone) await commit();
      return BigInt(changes);
    } catch (error) {
      if (alone && database.inTransaction) await rollback();
      throw toGatewayError(error);
    }
  }

  return {
    begin,
    commit,
    rollback,
    executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      return using(sql, async (statement): Promise<QueryResult<Row>> => {
        if (!statement.reader) return { numAffectedRows: await write(statement, parameters), rows: [] };
        const rows = await whenFree(() => statement.all([...parameters]) as Record<string, unknown>[]);
        return { rows: rows.map(withByteArrays) as Row[] };
      });
    },
    streamQuery() {
      throw new Error('Rows are not streamed.');
    },
  };
}
