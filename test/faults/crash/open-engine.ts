/** Opens the durable store of a run on whichever engine it is. */
import type { DurableStore } from '../../../src/ports/durable-store.ts';
import { createPostgresStore } from '../../../src/store/durable/postgres/create-postgres-store.ts';
import { createSqliteStore } from '../../../src/store/durable/sqlite/create-sqlite-store.ts';
import { captureLog } from '../../servers/captured-log.ts';

export type Engine = { readonly file: string } | { readonly url: string };

export function openEngine(engine: Engine, operatorKeyBase64: string): Promise<DurableStore> {
  const options = { operatorKey: Buffer.from(operatorKeyBase64, 'base64'), log: captureLog() };
  return 'file' in engine
    ? createSqliteStore({ ...options, file: engine.file })
    : createPostgresStore({ ...options, url: engine.url });
}
