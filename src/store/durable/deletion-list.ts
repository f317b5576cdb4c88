/**
 * The list of deletions outside the database: a file to which every deletion is added once it is committed, so that a
 * database restored from an older backup forgets again whom it had forgotten. One JSON object a line: an id that means
 * nothing elsewhere, and when.
 */
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { StoreOpenError } from '../store-open-error.ts';

export interface Deletion {
  readonly subjectId: string;
  /** ISO instant. */
  readonly deletedAt: string;
}

export interface DeletionList {
  /** @throws StoreOpenError `cannot-open` where there is a file that cannot be read. */
  read(): Promise<readonly Deletion[]>;
  /** On disk when it settles; none: proves that it can be written. Several gateways may add. @throws StoreOpenError */
  add(deletions: readonly Deletion[]): Promise<void>;
}

const line = z.object({ subjectId: z.string().min(1), deletedAt: z.string() });

export function createDeletionList(file: string): DeletionList {
  return {
    async read() {
      try {
        return parseDeletions(await readFile(file, 'utf8'));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
        throw new StoreOpenError('cannot-open', 'The list of deletions (PHR_DELETIONS_FILE) cannot be read.', error);
      }
    },
    async add(deletions) {
      try {
        await append(file, deletions);
      } catch (error) {
        throw new StoreOpenError('cannot-open', 'The list of deletions (PHR_DELETIONS_FILE) cannot be written.', error);
      }
    },
  };
}

async function append(file: string, deletions: readonly Deletion[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'a', 0o600);
  try {
    if (deletions.length === 0) return;
    // A line that was cut off by a crash must not swallow this one.
    const lines = deletions.map(({ subjectId, deletedAt }) => `\n${JSON.stringify({ subjectId, deletedAt })}`);
    await handle.appendFile(`${lines.join('')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A line cut off by a crash is left out: its deletion is in the database, and is added again at the next start. */
function parseDeletions(text: string): readonly Deletion[] {
  return text.split('\n').flatMap((one) => {
    try {
      const parsed = line.safeParse(JSON.parse(one));
      return parsed.success ? [parsed.data] : [];
    } catch {
      return [];
    }
  });
}
