/**
 * The engine that an address names, for an operator's command: a statement over all people may take as long as it needs. The
 * driver of a server takes long to load: only where one is asked for.
 */
import { existsSync } from 'node:fs';
import type { Log } from '../ports/log.ts';
import type { DurableEngine } from './durable/durable-engine.ts';
import { openSqliteEngine } from './durable/sqlite/open-sqlite-engine.ts';
import { StoreOpenError } from './store-open-error.ts';

export interface EngineAddress {
  /** `postgresql://`; undefined: the file. */
  readonly postgresUrl?: string | undefined;
  readonly dataFile: string;
}

/**
 * @param options `mustExist`: a file that is not there is not made.
 * @throws StoreOpenError `cannot-open`.
 */
export async function openEngine(
  { postgresUrl, dataFile }: EngineAddress,
  { log, mustExist }: { readonly log: Log; readonly mustExist: boolean },
): Promise<DurableEngine> {
  if (postgresUrl === undefined) {
    if (mustExist && !existsSync(dataFile))
      throw new StoreOpenError('cannot-open', `There is no such file: ${dataFile}`);
    return openSqliteEngine({ file: dataFile, log });
  }
  const { openPostgresEngine } = await import('./durable/postgres/open-postgres-engine.ts');
  return openPostgresEngine({ url: postgresUrl, log, statementTimeoutMs: undefined });
}
