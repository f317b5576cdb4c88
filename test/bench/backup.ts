/**
 * `store backup`, `check`, `restore` and `copy` as processes, over a store of many people on each engine: how long they take, how much
 * of that they themselves work (the rest is the database, or a busy machine), and how much memory at most. PHR_BENCH_PEOPLE says how many; 100,000 where it is left out.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../src/store/durable/migrate.ts';
import { createOperatorKeyring } from '../../src/store/encryption/operator-keyring.ts';
import { openEngine, type EngineAddress } from '../../src/store/open-engine.ts';
import { createLog } from '../../src/telemetry/log.ts';
import { hasPostgres, startPostgres } from '../servers/postgres-server.ts';
import { fillMany } from './many-people.ts';
import type { BenchRow } from './row.ts';

const PEOPLE = Number(process.env['PHR_BENCH_PEOPLE'] ?? 100_000);
const RESOURCES = 6;
const MB = 1024 * 1024;
const CLI = new URL('../../src/cli/phr-gateway.ts', import.meta.url).pathname;

type Settings = Readonly<Record<string, string>>;

export async function benchBackup(): Promise<readonly BenchRow[]> {
  if (!hasPostgres()) throw new Error('PostgreSQL is not here.');
  const folder = await mkdtemp(join(tmpdir(), 'phr-backup-bench-'));
  const server = await startPostgres();
  const operatorKey = randomBytes(32);
  try {
    const inFolder = (name: string): EngineAddress => ({ dataFile: join(folder, name) });
    const database = async () => ({ postgresUrl: await server.createDatabase(), dataFile: '' });
    const sqlite = inFolder('filled.sqlite');
    await fill(sqlite, operatorKey);
    const rows: BenchRow[] = [];
    const postgres = await database();
    rows.push(...(await measure(folder, operatorKey, 'SQLite', [sqlite, inFolder('restored.sqlite'), postgres])));
    const again = inFolder('again.sqlite');
    rows.push(...(await measure(folder, operatorKey, 'PostgreSQL', [postgres, await database(), again])));
    return rows;
  } finally {
    await server.close();
    await rm(folder, { recursive: true });
  }
}

async function fill(address: EngineAddress, operatorKey: Uint8Array): Promise<void> {
  const log = createLog({ level: 'silent' });
  const engine = await openEngine(address, { log, mustExist: false });
  const keyring = createOperatorKeyring({ operatorKey });
  await migrate(engine.db, keyring);
  await fillMany(engine, keyring, { people: PEOPLE, resources: RESOURCES });
  await engine.close();
}

/** @param stores the filled one, an empty one of the same engine to restore into, an empty one of the other to copy to. */
async function measure(
  folder: string,
  operatorKey: Uint8Array,
  name: string,
  [filled, toRestore, toCopy]: readonly [EngineAddress, EngineAddress, EngineAddress],
): Promise<readonly BenchRow[]> {
  const key = { PHR_OPERATOR_KEY: Buffer.from(operatorKey).toString('base64') };
  const [data, keys] = [join(folder, `${name}.data`), join(folder, `${name}.keys`)];
  const files = ['--data', data, '--keys', keys];
  const rows: BenchRow[] = [];
  const run = async (what: string, args: readonly string[], settings: Settings) => {
    const { seconds, worked, bytes } = await runCommand(['store', ...args], { ...key, ...settings });
    rows.push({ what: `${name}, ${PEOPLE} people: ${what}`, value: seconds, unit: 's' });
    rows.push({ what: `${name}, ${PEOPLE} people: ${what}, its own work`, value: worked, unit: 's' });
    rows.push({ what: `${name}, ${PEOPLE} people: ${what}, memory at most`, value: bytes / MB, unit: 'MB' });
  };
  await run('backup', ['backup', ...files], settingsOf(filled));
  const size = (await stat(data)).size + (await stat(keys)).size;
  rows.push({ what: `${name}, ${PEOPLE} people: the two files`, value: size / MB, unit: 'MB' });
  await run('restore', ['restore', ...files], settingsOf(toRestore));
  await run('check of what was restored', ['check'], settingsOf(toRestore));
  const [from, to] = [filled, toCopy].map(({ postgresUrl, dataFile }) => postgresUrl ?? dataFile);
  await run('copy to the other engine', ['copy', from ?? '', to ?? ''], settingsOf(filled));
  await rm(data);
  await rm(keys);
  return rows;
}

function settingsOf({ postgresUrl, dataFile }: EngineAddress): Settings {
  return postgresUrl === undefined ? { PHR_DATA_FILE: dataFile } : { PHR_POSTGRES_URL: postgresUrl };
}

async function runCommand(args: readonly string[], settings: Settings) {
  const env = { PATH: process.env['PATH'], ...settings };
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', CLI, ...args], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let bytes = 0;
  let worked = 0;
  const watch = setInterval(() => {
    void peakBytes(child.pid ?? 0).then((peak) => (bytes = Math.max(bytes, peak)));
    void workedSeconds(child.pid ?? 0).then((until) => (worked = Math.max(worked, until)));
  }, 200);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}`);
  return { seconds: (performance.now() - began) / 1000, worked, bytes };
}

/** The most that the process ever had in memory. */
async function peakBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const [, kilobytes = ''] = /VmHWM:\s+(\d+) kB/.exec(status) ?? [];
  return Number(kilobytes) * 1024;
}

/** Time on a processor until now; the kernel counts hundredths of a second. */
async function workedSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}
