/** The driver's pool as Kysely takes it, with every failure as the gateway's own. */
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { toGatewayError } from './postgres-errors.ts';

export function tellingPool(pool: Pool): PostgresPool {
  return {
    connect: async () => tellingClient(await telling(() => pool.connect())),
    end: () => pool.end(),
  };
}

function tellingClient(client: PoolClient): PostgresPoolClient {
  function query<Row>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  function query(sql: unknown, parameters: readonly unknown[] = []): never {
    if (typeof sql !== 'string') throw new Error('Rows are not streamed.');
    return telling(() => client.query(sql, [...parameters])) as never;
  }
  return { query, release: () => client.release() };
}

async function telling<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toGatewayError(error);
  }
}
