/** Writes one file of a backup (backup-format.ts), page by page: it never holds more than a few rows. */
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { BACKUP_FORMAT, type BackupHead } from './backup-format.ts';
import type { RowSource } from './row-source.ts';
import { rowText } from './store-rows.ts';
import { createTableDigests, type TableDigests } from './table-digests.ts';

/** What is sealed cannot be packed but for its base64: more effort than the least is lost. */
const GZIP = { level: 1 };

/**
 * Written beside its place first, so that a file that is there is whole; for the owner alone to read.
 * @returns rows and digest of each table.
 */
export async function writeBackupFile(
  file: string,
  head: Omit<BackupHead, 'format'>,
  source: RowSource,
): Promise<TableDigests> {
  const digests = createTableDigests();
  async function* lines(): AsyncGenerator<string> {
    yield `${JSON.stringify({ format: BACKUP_FORMAT, ...head })}\n`;
    for await (const { table, rows } of source) {
      digests.add(table, rows);
      yield rows.map((row) => `[${JSON.stringify(table.name)},${rowText(row)}]\n`).join('');
    }
    yield `${JSON.stringify({ end: Object.fromEntries(digests.done()) })}\n`;
  }
  const unfinished = `${file}.part`;
  const handle = await open(unfinished, 'w', 0o600);
  try {
    await pipeline(
      Readable.from(lines(), { highWaterMark: 1 }),
      createGzip(GZIP),
      handle.createWriteStream({ flush: true }),
    );
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await handle.close().catch(() => undefined);
  }
  return digests.done();
}
