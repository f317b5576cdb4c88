/** A connection to one Redis, to a cluster, or to the master that sentinels name; the same commands on each. */
import { createClient, createCluster, createSentinel, defineScript } from 'redis';
import type { Log } from '../../../ports/log.ts';
import { StoreOpenError } from '../../store-open-error.ts';
import { SPEND, SPENT } from './budget-scripts.ts';
import { EXTEND_LOCK, RELEASE_LOCK, TRY_LOCK } from './lock-scripts.ts';
import { parseRedisAddress, type RedisAddress } from './redis-address.ts';

/** Every command names one key, or keys that share a hash tag, so that a cluster finds them in one slot. */
export interface RedisCommands {
  get(key: string): Promise<string | null>;
  getDel(key: string): Promise<string | null>;
  set(key: string, value: string, options: { expiration: { type: 'PX'; value: number } }): Promise<unknown>;
  del(key: string): Promise<number>;
  tryLock(lock: string, fenceCount: string, ttlMs: number, fenceTtlMs: number): Promise<number>;
  releaseLock(lock: string, fence: number): Promise<number>;
  extendLock(lock: string, fence: number, ttlMs: number): Promise<boolean>;
  spend(count: string, windowMs: number): Promise<readonly [count: number, leftMs: number]>;
  spent(count: string): Promise<readonly [count: number, leftMs: number]>;
}

export interface RedisConnection extends RedisCommands {
  end(): Promise<void>;
}

/** What the three kinds of client have in common. */
interface Client extends RedisCommands {
  connect(): Promise<unknown>;
  close(): Promise<unknown>;
  destroy(): unknown;
  on(event: 'ready', told: () => void): unknown;
  on(event: 'error', told: (cause: unknown) => void): unknown;
}

const CONNECT_TIMEOUT_MS = 5_000;
/** Of the whole start: sentinels are asked again and again, a cluster node after node. */
const START_TIMEOUT_MS = 5_000;
/** A command that Redis does not answer for this long has failed: a request must not wait for a store that is gone. */
const COMMAND_TIMEOUT_MS = 5_000;
const MAX_RECONNECT_WAIT_MS = 2_000;
/** Sentinels are asked so often who the master is; a change is also told by them. */
const SENTINEL_SCAN_MS = 1_000;

const SCRIPTS = {
  tryLock: defineScript(TRY_LOCK),
  releaseLock: defineScript(RELEASE_LOCK),
  extendLock: defineScript(EXTEND_LOCK),
  spend: defineScript(SPEND),
  spent: defineScript(SPENT),
};

/** @throws StoreOpenError `cannot-open` where it cannot be reached or refuses the sign-in: a start is tried once. */
export async function openRedisConnection(url: string, log: Log): Promise<RedisConnection> {
  const address = parseRedisAddress(url);
  const client = createClientFor(address);
  let wasReady = false;
  client.on('ready', () => {
    if (wasReady) log.info({}, 'shared store reached again');
    wasReady = true;
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      client.on('error', (cause: unknown) => {
        if (wasReady) log.warn({ error: cause instanceof Error ? cause.name : 'unknown' }, 'shared store lost');
        // One node of several may be away.
        else if (address.kind === 'single') reject(cause instanceof Error ? cause : new Error('unknown'));
      });
      timer = setTimeout(() => reject(new Error('no answer in time')), START_TIMEOUT_MS);
      client.connect().then(() => resolve(), reject);
    });
    wasReady = true;
  } catch (cause) {
    end(client);
    throw new StoreOpenError('cannot-open', 'Redis (PHR_REDIS_URL) cannot be reached.', cause);
  } finally {
    clearTimeout(timer);
  }
  return Object.assign(client, {
    end: async () => {
      // What is not there any more cannot say goodbye.
      if ('isReady' in client && client.isReady === true) await client.close();
      else end(client);
    },
  });
}

function end(client: Client): void {
  try {
    client.destroy();
  } catch {
    // It was never open.
  }
}

function createClientFor(address: RedisAddress): Client {
  const commandOptions = { timeout: COMMAND_TIMEOUT_MS };
  const reconnectStrategy = (tries: number) => Math.min(50 * 2 ** Math.min(tries, 10), MAX_RECONNECT_WAIT_MS);
  const socket = { connectTimeout: CONNECT_TIMEOUT_MS, reconnectStrategy };
  // Without a connection a command fails at once; the client connects again by itself.
  const disableOfflineQueue = true;
  if (address.kind === 'single') {
    return createClient({ url: address.url, disableOfflineQueue, commandOptions, socket, scripts: SCRIPTS });
  }
  const { nodes, login, tls, master } = address;
  const nodeOptions = { ...login, disableOfflineQueue, socket: tls ? { ...socket, tls } : socket };
  if (address.kind === 'cluster') {
    return createCluster({
      rootNodes: nodes.map(({ host, port }) => ({ socket: { ...nodeOptions.socket, host, port } })),
      defaults: nodeOptions,
      commandOptions,
      scripts: SCRIPTS,
    });
  }
  return createSentinel({
    name: master,
    sentinelRootNodes: [...nodes],
    nodeClientOptions: nodeOptions,
    sentinelClientOptions: { socket: nodeOptions.socket },
    scanInterval: SENTINEL_SCAN_MS,
    commandOptions,
    scripts: SCRIPTS,
  });
}
