/** A PostgreSQL database as an engine, for several gateway processes: every commit on disk before it is answered. */
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Log } from '../../../ports/log.ts';
import { StoreOpenError } from '../../store-open-error.ts';
import type { DurableEngine } from '../durable-engine.ts';
import type { Schema } from '../schema.ts';
import { tellingPool } from './postgres-pool.ts';

export interface PostgresEngineOptions {
  /** `postgresql://`; may hold the user's name and password. */
  readonly url: string;
  readonly log: Log;
  /** Connections of this process. */
  readonly maxConnections?: number;
  /** After so long a statement is ended; undefined: never. */
  readonly statementTimeoutMs?: number | undefined;
}

const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 60_000;
const MAX_CONNECTIONS = 10;

/** @throws StoreOpenError `cannot-open`, or `schema` where the database does not order text by its bytes. */
export async function openPostgresEngine(options: PostgresEngineOptions): Promise<DurableEngine> {
  const { url, log, maxConnections, statementTimeoutMs } = {
    maxConnections: MAX_CONNECTIONS,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
    ...options,
  };
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'phr-gateway',
    // Whatever the server's defaults: what was answered must last.
    options: `-c synchronous_commit=on -c statement_timeout=${statementTimeoutMs ?? 0}`,
  });
  // A connection that breaks is replaced by the pool; without listeners it would end the process, idle or in use.
  const tell = (error: Error) => log.warn({ error: error.name }, 'connection to the durable store lost');
  pool.on('error', tell);
  pool.on('connect', (client) => {
    client.on('error', tell);
  });
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: tellingPool(pool) }) });
  try {
    await requireByteOrder(db);
  } catch (cause) {
    await db.destroy();
    throw cause instanceof StoreOpenError
      ? cause
      : new StoreOpenError(
          'cannot-open',
          'PostgreSQL (PHR_POSTGRES_URL) cannot be reached or refuses the sign-in.',
          cause,
        );
  }
  return {
    name: 'postgresql',
    db,
    lockPerson: async (queries, subjectId) => {
      // Not FOR UPDATE: rows that merely refer to the person may be added meanwhile.
      await sql`select 1 from person where subject_id = ${subjectId} for no key update`.execute(queries);
    },
    holdOperatorKey: async (queries) => {
      await sql`select 1 from operator_key_check for share`.execute(queries);
    },
    readSnapshot: (read) =>
      db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read),
    // What a vacuum has not yet taken opens with the operator's key only (docs/adr/0010).
    forgetDeleted: () => Promise.resolve(),
    close: () => db.destroy(),
  };
}

/**
 * The database must order text by its bytes, as the other engine does and as pages of a list rely on. Tried, not read from
 * the catalogue: a locale's name does not say which provider orders by it.
 * @throws StoreOpenError `schema`.
 */
async function requireByteOrder(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ inOrder: boolean }>`
    select ('B' < 'a' and 'a-c' < 'ab' and 'a_b' < 'aa') as "inOrder"`.execute(db);
  if (rows.every(({ inOrder }) => inOrder)) return;
  const how = `CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C'`;
  throw new StoreOpenError('schema', `The database must order text by its bytes. Make it with: ${how}`);
}
