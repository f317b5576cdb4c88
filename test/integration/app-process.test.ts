/** The gateway as a process: what it says when it cannot start, and how it ends. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const MAIN = new URL('../../src/main.ts', import.meta.url).pathname;
const KEY = randomBytes(32).toString('base64');

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phr-process-'));
  await mkdir(join(folder, 'sources'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

function start(settings: Readonly<Record<string, string>>) {
  const env = {
    PATH: process.env['PATH'],
    PHR_DATA_FILE: join(folder, 'data.sqlite'),
    PHR_SOURCES_DIR: join(folder, 'sources'),
    ...settings,
  };
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN], { env });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const finished = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, out, err }));
  });
  return { child, finished, out: () => out };
}

/** The gateway's own words: before them a library may warn of an old Node. */
function saidLast(err: string): string | undefined {
  return err.trimEnd().split('\n').at(-1);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('the gateway as a process', () => {
  test('names every fault of settings and sources at once, repeats no value, and exits 2', async () => {
    const sources = join(folder, 'faulty');
    await mkdir(sources);
    await writeFile(join(sources, 'hospital.json'), '{ "titel": "typo-in-a-key" }');
    const { code, out, err } = await start({
      PHR_PORT: 'seventy',
      PHR_OPERATOR_KEY: 'a-secret-too-short',
      PHR_SOURCES_DIR: sources,
    }).finished;
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('PHR_PORT');
    expect(err).toContain('PHR_OPERATOR_KEY');
    expect(err).toContain('hospital.json');
    expect(err).not.toMatch(/seventy|a-secret-too-short|typo-in-a-key|at .*\.ts/);
  });

  test('says that the port is taken and exits 2', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { code, err } = await start({ PHR_PORT: String(port), PHR_OPERATOR_KEY: KEY }).finished;
    server.close();
    expect(code).toBe(2);
    expect(saidLast(err)).toBe('The port (PHR_PORT) is already in use.');
  });

  test.each(['198.51.100.7', 'nowhere.invalid'])('says that it cannot listen at %s, and why', async (host) => {
    const port = String(await freePort());
    const { code, err } = await start({ PHR_HOST: host, PHR_PORT: port, PHR_OPERATOR_KEY: KEY }).finished;
    expect(code).toBe(2);
    expect(saidLast(err)).toMatch(/^The address \(PHR_HOST, PHR_PORT\) cannot be listened on \(E[A-Z_]+\)\.$/);
  });

  test('names the setting where the data file or the folder of sources cannot be used', async () => {
    const { err } = await start({ PHR_DATA_FILE: folder, PHR_OPERATOR_KEY: KEY }).finished;
    expect(saidLast(err)).toBe('The data file (PHR_DATA_FILE) cannot be opened as a SQLite database.');
    const faults = (await start({ PHR_SOURCES_DIR: join(folder, 'none'), PHR_OPERATOR_KEY: KEY }).finished).err;
    expect(faults).toContain('sources folder (PHR_SOURCES_DIR): cannot be read (ENOENT)');
  });

  test('refuses another operator key for the same data', async () => {
    const port = String(await freePort());
    const first = start({ PHR_PORT: port, PHR_OPERATOR_KEY: KEY, PHR_DATA_FILE: join(folder, 'kept.sqlite') });
    await expect.poll(first.out, { timeout: 20_000 }).toContain('"listening"');
    first.child.kill('SIGTERM');
    await first.finished;
    const other = randomBytes(32).toString('base64');
    const { code, err } = await start({
      PHR_PORT: port,
      PHR_OPERATOR_KEY: other,
      PHR_DATA_FILE: join(folder, 'kept.sqlite'),
    }).finished;
    expect(code).toBe(2);
    expect(err).toMatch(/operator key/i);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('on %s it lets go of its port and data and ends with 0', async (signal) => {
    const port = await freePort();
    const { child, finished, out } = start({ PHR_PORT: String(port), PHR_OPERATOR_KEY: KEY });
    await expect.poll(out, { timeout: 20_000 }).toContain('"listening"');
    const live = await fetch(`http://127.0.0.1:${String(port)}/health/live`);
    expect(live.status).toBe(200);
    child.kill(signal);
    const { code, out: log } = await finished;
    expect(code).toBe(0);
    expect(log).toContain('"stopped"');
    await expect(fetch(`http://127.0.0.1:${String(port)}/health/live`)).rejects.toThrow();
  });
});
