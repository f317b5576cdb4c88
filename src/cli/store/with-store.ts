/**
 * Runs one command on the configured store; what stops it is told in words. Exit codes of all of them: 0 done, 1 something is wrong
 * in the data, 2 it could not be done.
 */
import { readFileSync } from 'node:fs';
import { openStoreAdmin } from '../../app.ts';
import { ConfigError, renderConfigError } from '../../config/config-error.ts';
import { loadConfig } from '../../config/load-config.ts';
import { GatewayError, type ErrorCode } from '../../errors.ts';
import type { Terminal } from '../terminal.ts';

export type StoreAdmin = ReturnType<typeof openStoreAdmin>;

/** Rows and digest by table. */
export type TableDigests = Awaited<ReturnType<StoreAdmin['backUp']>>;

const TOLD: ReadonlySet<string> = new Set(['StoreOpenError', 'StoreFault']);

/** What may be otherwise at the next try. */
const PASSING: Readonly<Partial<Record<ErrorCode, string>>> = {
  unavailable: 'error: The database is gone, or its disk is full.',
  conflict: 'error: Something else wrote to the database at the same time.',
};

/** @returns the exit code of `work`; 2 where settings, files or store stop it. */
export async function withStore(terminal: Terminal, work: (admin: StoreAdmin) => Promise<number>): Promise<number> {
  try {
    return await work(openStoreAdmin(loadConfig(terminal.env, (path) => readFileSync(path, 'utf8'))));
  } catch (error) {
    const words = wordsOf(error);
    if (words === undefined) throw error;
    terminal.note(`${words}\n`);
    return 2;
  }
}

/** @returns undefined for what nobody has foreseen. */
function wordsOf(error: unknown): string | undefined {
  if (error instanceof ConfigError) return renderConfigError(error).join('\n');
  if (!(error instanceof Error)) return undefined;
  if (error instanceof GatewayError) return PASSING[error.code];
  return TOLD.has(error.name) || 'syscall' in error ? `error: ${error.message}` : undefined;
}

/** One line a table: how many rows, and the first letters of the digest, to be compared by eye. */
export function digestLines(digests: TableDigests): string {
  const lines = [...digests].map(
    ([name, { rows, sha256 }]) => `${name.padEnd(20)} ${String(rows).padStart(9)}  ${sha256.slice(0, 16)}`,
  );
  return `${lines.join('\n')}\n`;
}
