/** What poppler-utils reads out of a PDF: an independent reader of what was written. */
import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMissing } from './needs.ts';

const run = promisify(execFile);

/** Says so where there is none. */
export function lacksPoppler(): boolean {
  return isMissing('pdftotext (poppler-utils)', spawnSync('pdftotext', ['-v']).error === undefined);
}

/** In the order in which it was written into the file: the order in which it is read aloud. */
export async function pdfText(pdf: Buffer): Promise<string> {
  return withFile(pdf, async (path) => (await run('pdftotext', ['-raw', path, '-'], LARGE)).stdout);
}

/** Tags, one a line, indented by depth. */
export async function pdfTags(pdf: Buffer): Promise<string> {
  return withFile(pdf, async (path) => (await run('pdfinfo', ['-struct', path], LARGE)).stdout);
}

export async function pdfInfo(pdf: Buffer): Promise<ReadonlyMap<string, string>> {
  const { stdout } = await withFile(pdf, async (path) => run('pdfinfo', [path], LARGE));
  return new Map(
    stdout.split('\n').map((line) => [line.split(':')[0] ?? '', line.slice(line.indexOf(':') + 1).trim()]),
  );
}

/** Names of fonts that are not in the file, so that it would look otherwise elsewhere. */
export async function fontsNotEmbedded(pdf: Buffer): Promise<readonly string[]> {
  const { stdout } = await withFile(pdf, async (path) => run('pdffonts', [path], LARGE));
  return stdout
    .split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '' && !/\syes\s+(?:yes|no)\s+yes\s/.test(line));
}

/** Lines are broken anywhere, so white space is no part of what is compared. */
export function withoutSpaces(text: string): string {
  return text.replaceAll(/[\s\u00AD\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '');
}

const LARGE = { maxBuffer: 64 * 1024 * 1024 };

async function withFile<T>(pdf: Buffer, read: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'phr-pdf-'));
  try {
    const path = join(folder, 'file.pdf');
    await writeFile(path, pdf);
    return await read(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}
