/** A throw-away Redis on a free port of this machine; nothing of it stays on disk. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from 'redis';
import { freePort } from './free-port.ts';

export interface RedisServer {
  readonly url: string;
  readonly port: number;
  /** Ends the process; the port stays its own. */
  stop(): Promise<void>;
  /** Starts it again, empty, on the same port. */
  start(): Promise<void>;
  close(): Promise<void>;
}

export function hasRedis(): boolean {
  return spawnSync('redis-server', ['--version']).status === 0;
}

export async function startRedis(more: readonly string[] = []): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'phr-redis-'));
  const port = await freePort();
  let child: ChildProcess | undefined;

  async function start(): Promise<void> {
    const options = [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--dir',
      folder,
      '--save',
      '',
      '--appendonly',
      'no',
    ];
    child = await startProgram([...options, ...more], 'Ready to accept connections');
  }

  async function stop(): Promise<void> {
    const ending = child;
    child = undefined;
    if (ending !== undefined) await kill(ending);
  }

  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    start,
    stop,
    async close() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startProgram(options: readonly string[], ready: string): Promise<ChildProcess> {
  const started = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    started.once('error', reject);
    started.once('exit', (code) => reject(new Error(`redis-server ended with ${String(code)}`)));
    let said = '';
    started.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(ready)) resolve();
    });
  });
  return started;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

export interface RedisServers {
  readonly url: string;
  readonly servers: readonly RedisServer[];
  close(): Promise<void>;
}

const SLOTS = 16_384;

/** A cluster of three masters, each with a third of the slots. */
export async function startRedisCluster(): Promise<RedisServers> {
  const busPorts = [await freePort(), await freePort(), await freePort()];
  const servers = await Promise.all(
    busPorts.map((port) =>
      startRedis(['--cluster-enabled', 'yes', '--cluster-port', String(port), '--cluster-node-timeout', '2000']),
    ),
  );
  const clients = await Promise.all(servers.map(({ url }) => createClient({ url }).connect()));
  const [first] = clients;
  for (const [n, client] of clients.entries()) {
    const [from, until] = [Math.ceil((SLOTS / 3) * n), Math.ceil((SLOTS / 3) * (n + 1)) - 1];
    await client.sendCommand(['CLUSTER', 'ADDSLOTSRANGE', String(from), String(until)]);
    const other = servers[n];
    if (n > 0 && other !== undefined) {
      await first?.sendCommand(['CLUSTER', 'MEET', '127.0.0.1', String(other.port), String(busPorts[n])]);
    }
  }
  for (const client of clients) {
    while (!(await client.sendCommand<string>(['CLUSTER', 'INFO'])).includes('cluster_state:ok')) await wait(50);
    while (!(await client.sendCommand<string>(['CLUSTER', 'INFO'])).includes('cluster_known_nodes:3')) await wait(50);
    await client.close();
  }
  const nodes = servers.map(({ port }) => `127.0.0.1:${port}`).join(',');
  return {
    url: `redis+cluster://${nodes}`,
    servers,
    async close() {
      for (const server of servers) await server.close();
    },
  };
}

/** A master, a replica of it, and one sentinel that alone decides when the replica takes over. */
export async function startRedisSentinel(): Promise<RedisServers> {
  const master = await startRedis();
  const replica = await startRedis(['--replicaof', '127.0.0.1', String(master.port)]);
  const folder = await mkdtemp(join(tmpdir(), 'phr-sentinel-'));
  const port = await freePort();
  const file = join(folder, 'sentinel.conf');
  await writeFile(
    file,
    [
      `port ${port}`,
      'bind 127.0.0.1',
      `dir ${folder}`,
      `sentinel monitor records 127.0.0.1 ${master.port} 1`,
      'sentinel down-after-milliseconds records 500',
      'sentinel failover-timeout records 3000',
      '',
    ].join('\n'),
  );
  const sentinel = await startProgram([file, '--sentinel'], '+monitor master');
  const asked = await createClient({ url: `redis://127.0.0.1:${port}` }).connect();
  while ((await asked.sendCommand<readonly unknown[]>(['SENTINEL', 'REPLICAS', 'records'])).length === 0)
    await wait(50);
  await asked.close();
  return {
    url: `redis+sentinel://127.0.0.1:${port}/records`,
    servers: [master, replica],
    async close() {
      await kill(sentinel);
      for (const server of [replica, master]) await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
