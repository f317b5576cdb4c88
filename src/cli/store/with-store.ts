/** Runs one command on the configured store; what stops it is told in words. */
import { readFileSync } from 'node:fs';
import { openStoreAdmin } from '../../app.ts';
import { ConfigError, renderConfigError } from '../../config/config-error.ts';
import { loadConfig } from '../../config/load-config.ts';
import type { Terminal } from '../terminal.ts';

export type StoreAdmin = ReturnType<typeof openStoreAdmin>;

/** Rows and digest by table. */
export type TableDigests = Awaited<ReturnType<StoreAdmin['backUp']>>;

const TOLD: ReadonlySet<string> = new Set(['StoreOpenError', 'StoreFault']);

/** @returns the exit code; 2 where settings or store stop it. */
export async function withStore(terminal: Terminal, work: (admin: StoreAdmin) => Promise<number>): Promise<number> {
  try {
    return await work(openStoreAdmin(loadConfig(terminal.env, (path) => readFileSync(path, 'utf8'))));
  } catch (error) {
    if (error instanceof ConfigError) terminal.note(`${renderConfigError(error).join('\n')}\n`);
    else if (error instanceof Error && TOLD.has(error.name)) terminal.note(`error: ${error.message}\n`);
    else if (error instanceof Error && 'syscall' in error) terminal.note(`error: ${error.message}\n`);
    else throw error;
    return 2;
  }
}

/** One line a table: how many rows, and the first letters of the digest, to be compared by eye. */
export function digestLines(digests: TableDigests): string {
  const lines = [...digests].map(
    ([name, { rows, sha256 }]) => `${name.padEnd(20)} ${String(rows).padStart(9)}  ${sha256.slice(0, 16)}`,
  );
  return `${lines.join('\n')}\n`;
}
