/** Finds the files of a release below the folder the operator names, and reads them line by line. */
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ReleaseFaultError } from './release-fault.ts';
import type { ReadProgress } from './release.ts';

/** No line of an official release is near this long. Bytes. */
const LONGEST_LINE = 1_000_000;

/** @throws ReleaseFaultError where the folder cannot be read. */
export async function filesBelow(dir: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(dir, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    throw new ReleaseFaultError({ file: dir, line: undefined, what: 'is no folder that can be read' });
  }
}

/** The files whose own name is of that kind, in the order of their paths. */
export function filesNamed(files: readonly string[], isWanted: (name: string) => boolean): readonly string[] {
  return files.filter((file) => isWanted(basename(file)));
}

/** @throws ReleaseFaultError where there is none, saying what was looked for. */
export function requiredFiles(
  dir: string,
  files: readonly string[],
  isWanted: (name: string) => boolean,
  wanted: string,
): readonly string[] {
  const found = filesNamed(files, isWanted);
  if (found.length > 0) return found;
  throw new ReleaseFaultError({ file: dir, line: undefined, what: `has no ${wanted} in it or below it` });
}

/** Pieces of a file as bytes, telling how far it is. */
export async function* readPieces(file: string, onProgress: ReadProgress): AsyncGenerator<Buffer> {
  const { size } = await stat(file);
  let read = 0;
  for await (const piece of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
    const bytes = piece as Buffer;
    read += bytes.length;
    yield bytes;
    onProgress(basename(file), read, size);
  }
}

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without its end. */
  readonly text: string;
}

/**
 * The lines of a text file in UTF-8; empty ones are left out.
 * @throws ReleaseFaultError for a line that is no UTF-8 or longer than any release has.
 */
export async function* readLines(file: string, onProgress: ReadProgress): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest: Buffer = Buffer.alloc(0);
  let number = 0;
  const line = (bytes: Buffer): Line => {
    number += 1;
    try {
      return { number, text: decoder.decode(bytes).replace(/\r$/, '') };
    } catch {
      throw new ReleaseFaultError({ file, line: number, what: 'is no text in UTF-8' });
    }
  };
  for await (const piece of readPieces(file, onProgress)) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    let start = 0;
    for (let end = bytes.indexOf(0x0a, start); end >= 0; end = bytes.indexOf(0x0a, start)) {
      const found = line(bytes.subarray(start, end));
      if (found.text !== '') yield found;
      start = end + 1;
    }
    rest = bytes.subarray(start);
    if (rest.length > LONGEST_LINE)
      throw new ReleaseFaultError({ file, line: number + 1, what: 'is longer than any line of a release' });
  }
  if (rest.length > 0) yield line(rest);
}
