/**
 * A backup is two files: the data, and apart from it the wrapped keys with the list of deletions. Each is gzipped text, one JSON
 * value a line: a head, the rows, and at the end how many there are of each table with their digest.
 */
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import type { RowSource, TableRows } from './row-source.ts';
import { StoreFault } from './store-fault.ts';
import { createTableDigest, rowFromText, rowText, type StoredRow, type TableDigest } from './store-rows.ts';
import { STORE_TABLES, type StoreTable } from './tables/store-tables.ts';

type Part = StoreTable['part'];

const FORMAT = 'phr-gateway-backup/1';
const ROWS_PER_PAGE = 200;

const headShape = z.object({
  format: z.literal(FORMAT),
  part: z.enum(['data', 'keys']),
  schema: z.string(),
  madeAt: z.iso.datetime(),
});
const rowShape = z.tuple([z.string(), z.record(z.string(), z.union([z.string(), z.number(), z.null()]))]);
const endShape = z.object({ end: z.record(z.string(), z.object({ rows: z.number(), sha256: z.string() })) });

export type BackupHead = z.infer<typeof headShape>;

/**
 * Written beside its place first, so that a file that is there is whole; for the owner alone to read.
 * @returns rows and digest of each table.
 */
export async function writeBackupFile(
  file: string,
  head: Omit<BackupHead, 'format'>,
  source: RowSource,
): Promise<ReadonlyMap<string, TableDigest>> {
  const digests = new Map<string, ReturnType<typeof createTableDigest>>();
  async function* lines(): AsyncGenerator<string> {
    yield `${JSON.stringify({ format: FORMAT, ...head })}\n`;
    for await (const { table, rows } of source) {
      const digest = digests.get(table.name) ?? createTableDigest();
      digests.set(table.name, digest);
      digest.add(rows);
      yield rows.map((row) => `[${JSON.stringify(table.name)},${rowText(row)}]\n`).join('');
    }
    for (const [name, digest] of digests) done.set(name, digest.done());
    yield `${JSON.stringify({ end: Object.fromEntries(done) })}\n`;
  }
  const done = new Map<string, TableDigest>();
  const unfinished = `${file}.part`;
  const handle = await open(unfinished, 'w', 0o600);
  try {
    await pipeline(Readable.from(lines()), createGzip(), handle.createWriteStream({ flush: true }));
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await handle.close().catch(() => undefined);
  }
  return done;
}

export interface BackupFile {
  readonly head: BackupHead;
  /** To be read once, to its end: only there is it proved to be whole. @throws StoreFault */
  readonly rows: RowSource;
}

/** @throws StoreFault where it cannot be read, or is no backup of this part. */
export async function openBackupFile(file: string, part: Part): Promise<BackupFile> {
  const lines = readLines(file);
  const first = await lines.next();
  const head = headShape.safeParse(parseLine(first.done === true ? '' : first.value));
  if (!head.success || head.data.part !== part) throw new StoreFault(`This is no backup of ${part}: ${file}`);
  return { head: head.data, rows: pages(lines, file, part) };
}

async function* readLines(file: string): AsyncGenerator<string> {
  const unpacked = createGunzip();
  // A fault of either ends the reading below.
  pipeline(createReadStream(file), unpacked).catch(() => undefined);
  const decoder = new StringDecoder('utf8');
  let rest = '';
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      const lines = (rest + decoder.write(chunk)).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (cause) {
    throw new StoreFault(`This file cannot be read: ${file}`, cause);
  }
  if (rest !== '') yield rest;
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function* pages(lines: AsyncIterable<string>, file: string, part: Part): AsyncGenerator<TableRows> {
  const tables = new Map<string, StoreTable>(
    STORE_TABLES.filter((table) => table.part === part).map((table) => [table.name, table]),
  );
  const digests = new Map<string, ReturnType<typeof createTableDigest>>();
  let page: { readonly table: StoreTable; readonly rows: StoredRow[] } | undefined;
  let end: Readonly<Record<string, TableDigest>> | undefined;
  for await (const line of lines) {
    const value = parseLine(line);
    const row = rowShape.safeParse(value);
    if (!row.success) {
      end = endShape.safeParse(value).data?.end;
      break;
    }
    const table = tables.get(row.data[0]);
    if (table === undefined) throw new StoreFault(`This backup has a table that does not belong there: ${file}`);
    if (page !== undefined && (page.table !== table || page.rows.length >= ROWS_PER_PAGE)) {
      yield page;
      page = undefined;
    }
    page ??= { table, rows: [] };
    const stored = rowFromText(table, row.data[1]);
    page.rows.push(stored);
    const digest = digests.get(table.name) ?? createTableDigest();
    digests.set(table.name, digest);
    digest.add([stored]);
  }
  if (page !== undefined) yield page;
  const found = Object.fromEntries([...digests].map(([name, digest]) => [name, digest.done()]));
  if (end === undefined || !isSame(found, end)) throw new StoreFault(`This backup is cut off or was changed: ${file}`);
}

function isSame(a: Readonly<Record<string, TableDigest>>, b: Readonly<Record<string, TableDigest>>): boolean {
  const text = (digests: Readonly<Record<string, TableDigest>>) =>
    JSON.stringify(Object.entries(digests).toSorted(([x], [y]) => (x < y ? -1 : 1)));
  return text(a) === text(b);
}
