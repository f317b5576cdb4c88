/** Gateways as processes of their own on one PostgreSQL and one Redis, with people in databases of several sizes. */
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DurableStore } from '../../src/ports/durable-store.ts';
import { openDurableStore } from '../../src/store/durable/open-durable-store.ts';
import { openPostgresEngine } from '../../src/store/durable/postgres/open-postgres-engine.ts';
import { createOperatorKeyring } from '../../src/store/encryption/operator-keyring.ts';
import { createLog } from '../../src/telemetry/log.ts';
import { AUDIENCE, startIssuer } from '../fixtures/token-issuer.ts';
import { freePort } from '../servers/free-port.ts';
import { startGatewayProcess, type GatewayProcess } from '../servers/gateway-process.ts';
import { startPostgres } from '../servers/postgres-server.ts';
import { startRedis } from '../servers/redis-server.ts';
import { sourceOf } from './filled-gateway.ts';
import { putPerson } from './filled-store.ts';
import { fillMany } from './many-people.ts';

const ISSUER = 'https://sign-in.example';
const RESOURCES_OF_MANY = 6;

export interface Database {
  readonly store: DurableStore;
  /** Those whose records are read. */
  readonly people: readonly string[];
  startGateway(): Promise<GatewayProcess>;
}

export interface Servers extends AsyncDisposable {
  /** @param many how many others are there beside those who are read. */
  fill(many: number, people: number, resources: number): Promise<Database>;
  token(patient: string): Promise<string>;
}

export async function startServers(): Promise<Servers> {
  const folder = await mkdtemp(join(tmpdir(), 'phr-bench-'));
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  const issuer = await startIssuer(ISSUER, () => Math.floor(Date.now() / 1000));
  const { jwksUri, algorithms } = issuer.trusted;
  const trusted = [{ issuer: ISSUER, jwksUri, algorithms, audience: AUDIENCE, patient: { claim: 'patient' } }];
  await writeFile(join(folder, 'issuers.json'), JSON.stringify(trusted));
  await mkdir(join(folder, 'sources'));
  for (const name of ['gp', 'hospital', 'specialist']) {
    await writeFile(join(folder, 'sources', `${name}.json`), JSON.stringify(sourceOf(name)));
  }
  const open: (() => Promise<unknown>)[] = [];
  return {
    token: (patient) => issuer.token({ patient, sub: patient }),
    async fill(many, people, resources) {
      const url = await postgres.createDatabase();
      const operatorKey = randomBytes(32);
      const keyring = createOperatorKeyring({ operatorKey });
      const engine = await openPostgresEngine({ url, log: createLog({ level: 'silent' }) });
      const store = await openDurableStore(engine, { keyring });
      open.push(() => store.close());
      await fillMany(engine, keyring, { people: many, resources: RESOURCES_OF_MANY });
      const ids: string[] = [];
      for (let n = 0; n < people; n++) ids.push(await putPerson(store, resources));
      return {
        store,
        people: ids,
        async startGateway() {
          const gateway = await startGatewayProcess(await freePort(), {
            PHR_POSTGRES_URL: url,
            PHR_REDIS_URL: redis.url,
            PHR_OPERATOR_KEY: operatorKey.toString('base64'),
            PHR_SOURCES_DIR: join(folder, 'sources'),
            PHR_TOKEN_ISSUERS: join(folder, 'issuers.json'),
            PHR_FRESH_FOR_S: '86400',
            PHR_READ_EVERY_H: '0',
            PHR_RATE_LIMIT_PER_MINUTE: '1000000',
            PHR_LOG_LEVEL: 'error',
          });
          open.push(() => gateway.kill());
          return gateway;
        },
      };
    },
    async [Symbol.asyncDispose]() {
      for (const close of open.toReversed()) await close();
      await issuer.stop();
      await Promise.all([redis.close(), postgres.close()]);
      await rm(folder, { recursive: true });
    },
  };
}
