/** How long the gateway takes from its start as a process to its first ready answer, on embedded stores. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../servers/free-port.ts';
import { median, type BenchRow } from './row.ts';

const ROUNDS = 7;
/** As it is installed; the sources have to be compiled first. */
const COMPILED = new URL('../../dist/main.js', import.meta.url).pathname;

export async function benchStart(): Promise<readonly BenchRow[]> {
  if (!existsSync(COMPILED)) throw new Error('Compile first: npm run build');
  const folder = await mkdtemp(join(tmpdir(), 'phr-start-'));
  await mkdir(join(folder, 'sources'));
  try {
    const gateway: number[] = [];
    const node: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      gateway.push(await startMs(folder));
      node.push(await emptyNodeMs());
    }
    return [
      { what: 'start to ready, embedded stores', value: median(gateway) / 1000, unit: 's' },
      { what: 'start to ready / start of Node alone', value: median(gateway) / median(node), unit: 'x' },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function startMs(folder: string): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [COMPILED], {
    stdio: 'ignore',
    env: {
      PATH: process.env['PATH'],
      PHR_PORT: String(port),
      PHR_DATA_FILE: join(folder, 'data.sqlite'),
      PHR_SOURCES_DIR: join(folder, 'sources'),
      PHR_OPERATOR_KEY: KEY,
    },
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  for (;;) {
    const isReady = await fetch(`http://127.0.0.1:${port}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) break;
    if (child.exitCode !== null) throw new Error('The gateway did not start.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const ms = performance.now() - began;
  child.kill('SIGKILL');
  await ended;
  return ms;
}

const KEY = randomBytes(32).toString('base64');

async function emptyNodeMs(): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
  await new Promise((resolve) => child.once('close', resolve));
  return performance.now() - began;
}
