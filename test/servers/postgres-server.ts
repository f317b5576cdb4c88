/** A throw-away PostgreSQL on a free port of this machine, from the distribution's own programs. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.ts';

const VERSIONS = '/usr/lib/postgresql';

export interface PostgresServer {
  /** Where it keeps what it was told: tables, indexes, write-ahead log. */
  readonly dataFolder: string;
  /** Of a new, empty database. */
  createDatabase(options?: { readonly order: 'bytes' | 'language' }): Promise<string>;
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

function programs(): string | undefined {
  const [newest] = existsSync(VERSIONS) ? readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a)) : [];
  return newest === undefined ? undefined : join(VERSIONS, newest, 'bin');
}

export function hasPostgres(): boolean {
  const folder = programs();
  return folder !== undefined && existsSync(join(folder, 'postgres'));
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
    const [program, args] = asServerUser(join(bin ?? '', 'postgres'), options);
    server = spawn(program, args, { stdio: 'ignore', cwd: folder });
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

/** PostgreSQL refuses to run as root. */
function asServerUser(program: string, args: readonly string[]): [string, string[]] {
  return process.getuid?.() === 0 ? ['runuser', ['-u', 'postgres', '--', program, ...args]] : [program, [...args]];
}

function run(bin: string, name: string, args: readonly string[]): void {
  const [program, all] = asServerUser(join(bin, name), args);
  const { status, stderr } = spawnSync(program, all, { encoding: 'utf8', cwd: tmpdir() });
  if (status !== 0) throw new Error(`${name} ended with ${String(status)}: ${stderr}`);
}
