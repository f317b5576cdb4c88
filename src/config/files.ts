/** The file system as configuration needs it, so that tests can give their own. */
import { readdirSync, readFileSync } from 'node:fs';

/** @throws Error with `code` (`ENOENT` …) where the file cannot be read. */
export type ReadFile = (path: string) => string;

export interface ConfigFiles {
  readonly readFile: ReadFile;
  /** Names in a folder; @throws Error with `code`. */
  readonly listFolder: (path: string) => readonly string[];
}

export const systemFiles: ConfigFiles = {
  readFile: (path) => readFileSync(path, 'utf8'),
  listFolder: (path) => readdirSync(path),
};

/** `ENOENT`, `EACCES` …: the only part of a file system error that holds no path. */
export function fileErrorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^E[A-Z]{2,15}$/.test(code) ? code : 'unknown reason';
}
