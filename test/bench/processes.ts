/**
 * Two gateway processes on one PostgreSQL and one Redis against one, on the same processors under the same load; and one person's
 * record read over HTTP with 10, 1,000 and 100,000 other people in the store. Sides take turns, so that a busy machine slows all.
 */
import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import type { GatewayProcess } from '../servers/gateway-process.ts';
import { hasPostgres } from '../servers/postgres-server.ts';
import { hasRedis } from '../servers/redis-server.ts';
import { startServers, type Database, type Servers } from './gateways-on-postgres.ts';
import { median, type BenchRow } from './row.ts';

const CROWDS = [10, 1_000, Number(process.env['PHR_BENCH_PEOPLE'] ?? 100_000)] as const;
const PEOPLE = 8;
const RESOURCES = 200;
const CONNECTIONS = 16;
const LOAD_SECONDS = 4;
const ROUNDS = 5;
const READS_PER_ROUND = 60;

export async function benchProcesses(): Promise<readonly BenchRow[]> {
  if (!hasPostgres() || !hasRedis()) throw new Error('PostgreSQL or Redis is not here.');
  await using servers = await startServers();
  return [...(await compareProcesses(servers)), ...(await compareCrowds(servers))];
}

async function compareProcesses(servers: Servers): Promise<readonly BenchRow[]> {
  const database = await servers.fill(1_000, PEOPLE, RESOURCES);
  const alone = [await database.startGateway()];
  const both = [await database.startGateway(), await database.startGateway()];
  const requests = await requestsOf(servers, database);
  for (const gateway of [...alone, ...both]) await load([gateway], requests);
  const loads: { readonly one: Load[]; readonly two: Load[] } = { one: [], two: [] };
  for (let round = 0; round < ROUNDS; round++) {
    loads.one.push(await load(alone, requests));
    loads.two.push(await load(both, requests));
  }
  for (const gateway of [...alone, ...both]) await gateway.kill();
  const perSecond = (side: readonly Load[]) => median(side.map((item) => item.perSecond));
  const p99Ms = (side: readonly Load[]) => median(side.map((item) => item.p99Ms));
  const what = `reads of ${PEOPLE} records, ${CONNECTIONS} connections`;
  return [
    { what: `${what}: one process`, value: perSecond(loads.one), unit: 'requests/s' },
    { what: `${what}: two processes`, value: perSecond(loads.two), unit: 'requests/s' },
    { what: `${what}: two / one`, value: perSecond(loads.two) / perSecond(loads.one), unit: 'x' },
    { what: `${what}: p99 two / one`, value: p99Ms(loads.two) / p99Ms(loads.one), unit: 'x' },
  ];
}

interface Load {
  readonly perSecond: number;
  readonly p99Ms: number;
}

type Requests = readonly { readonly path: string; readonly headers: Readonly<Record<string, string>> }[];

/** Of each person the whole record, and one search. */
async function requestsOf(servers: Servers, { people }: Database): Promise<Requests> {
  const all: Requests[number][] = [];
  for (const id of people) {
    const headers = { authorization: `Bearer ${await servers.token(id)}` };
    all.push({ path: `/fhir/R4/Patient/${id}/$everything`, headers });
    all.push({ path: `/fhir/R4/Condition?patient=${id}`, headers });
  }
  return all;
}

/** The same connections in all, however many gateways share them. */
async function load(gateways: readonly GatewayProcess[], requests: Requests): Promise<Load> {
  const connections = CONNECTIONS / gateways.length;
  const results = await Promise.all(
    gateways.map(({ url }) =>
      autocannon({
        url,
        requests: requests.map(({ path, headers }) => ({ path, headers, method: 'GET' })),
        connections,
        duration: LOAD_SECONDS,
        workers: 1,
      }),
    ),
  );
  for (const { errors, non2xx } of results) {
    if (errors + non2xx > 0) throw new Error(`${non2xx} other answers, ${errors} errors`);
  }
  return {
    perSecond: results.reduce((sum, { requests: { average } }) => sum + average, 0),
    p99Ms: Math.max(...results.map(({ latency }) => latency.p99)),
  };
}

interface Crowd {
  readonly many: number;
  readonly warm: () => Promise<number>;
  readonly changed: () => Promise<number>;
  readonly warmMs: number[];
  readonly changedMs: number[];
}

async function compareCrowds(servers: Servers): Promise<readonly BenchRow[]> {
  const crowds: Crowd[] = [];
  for (const many of CROWDS) {
    const database = await servers.fill(many, 1, RESOURCES);
    crowds.push(crowdOf(servers, database, await database.startGateway(), many));
  }
  for (let round = 0; round <= ROUNDS; round++) {
    for (const crowd of crowds) {
      for (let n = 0; n < READS_PER_ROUND; n++) {
        const [warm, changed] = [await crowd.warm(), await crowd.changed()];
        // The first round warms all.
        if (round === 0) continue;
        crowd.warmMs.push(warm);
        crowd.changedMs.push(changed);
      }
    }
  }
  const [first] = crowds;
  return crowds.flatMap(({ many, warmMs, changedMs }) => [
    { what: `one record, ${many} others: read again`, value: median(warmMs), unit: 'ms' },
    { what: `one record, ${many} others: read after a change`, value: median(changedMs), unit: 'ms' },
    ...(many === first?.many
      ? []
      : [
          {
            what: `read again, ${many} / ${first?.many ?? 0} others`,
            value: median(warmMs) / median(first?.warmMs ?? []),
            unit: 'x',
          },
          {
            what: `read after a change, ${many} / ${first?.many ?? 0} others`,
            value: median(changedMs) / median(first?.changedMs ?? []),
            unit: 'x',
          },
        ]),
  ]);
}

function crowdOf(servers: Servers, { store, people }: Database, { url }: GatewayProcess, many: number): Crowd {
  const [id = ''] = people;
  const warm = async () => {
    // Filling the next database takes longer than a token lives.
    const headers = { authorization: `Bearer ${await servers.token(id)}` };
    const began = performance.now();
    const answer = await fetch(`${url}/fhir/R4/Patient/${id}/$everything`, { headers });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
    return performance.now() - began;
  };
  const changed = async () => {
    const entry = { id: randomUUID(), actorId: id, at: new Date().toISOString() };
    const content = { kind: 'question', text: 'Do I still need it?', of: undefined, state: 'ask' } as const;
    await store.addEntry(id, { ...entry, content });
    await store.withdrawEntry(id, entry.id, { actorId: id, at: entry.at });
    return warm();
  };
  return { many, warm, changed, warmMs: [], changedMs: [] };
}
