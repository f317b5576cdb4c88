/**
 * Warm `$everything`, its access log on disk before the answer, against a bare Express handler that verifies the same JWT and
 * sends the same bytes. Gateway, handler and load are processes and threads of their own; beside the throughput stands the
 * processor time that each request takes, which depends less on what else the machine does.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import autocannon from 'autocannon';
import type { BareAnswer } from './bare-server.ts';
import { processorMs, startFilledGateway, type FilledGateway } from './filled-gateway.ts';
import { median, type BenchRow } from './row.ts';

const SIZES = [200, 2_000];
const ROUNDS = 5;
const LOAD_SECONDS = 2;
const CONNECTIONS = 16;

export async function benchWarm(): Promise<readonly BenchRow[]> {
  await using gateway = await startFilledGateway(SIZES);
  const rows: BenchRow[] = [];
  for (const [index, size] of SIZES.entries())
    rows.push(...(await benchSize(gateway, gateway.people[index] ?? '', size)));
  return rows;
}

async function benchSize(gateway: FilledGateway, patient: string, size: number): Promise<readonly BenchRow[]> {
  const url = gateway.everythingUrl(patient);
  const authorization = `Bearer ${await gateway.token(patient)}`;
  const answer = await fetch(url, { headers: { authorization } });
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  const body = new Uint8Array(await answer.arrayBuffer());
  const etag = answer.headers.get('etag') ?? '';
  await using bare = await startBareServer({ ...gateway.trusted, etag, body });
  const sides = [
    { url, pid: gateway.pid },
    { url: bare.url, pid: bare.pid },
  ] as const;
  const what = `warm, ${size} resources`;
  return [
    { what: `${what}: size of the answer`, value: body.length / 1024, unit: 'kB' },
    ...rows(what, await compare(sides, { authorization })),
    ...rows(`${what}, If-None-Match (304)`, await compare(sides, { authorization, 'if-none-match': etag })),
  ];
}

interface BareServer extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
}

async function startBareServer(answer: BareAnswer): Promise<BareServer> {
  const child = fork(new URL('bare-server.ts', import.meta.url), { serialization: 'advanced' });
  child.send(answer);
  const [port] = (await once(child, 'message')) as [number];
  return {
    url: `http://127.0.0.1:${port}/bare`,
    pid: child.pid ?? 0,
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

interface Side {
  readonly url: string;
  readonly pid: number;
}

interface Load {
  readonly perSecond: number;
  readonly p99Ms: number;
  readonly processorMs: number;
}

/** By turns, so that a busy machine slows both; the first of each is to warm up. */
async function compare(
  [gateway, bare]: readonly [Side, Side],
  headers: Readonly<Record<string, string>>,
): Promise<readonly [Load, Load]> {
  const ofGateway: Load[] = [];
  const ofBare: Load[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    ofGateway.push(await load(gateway, headers));
    ofBare.push(await load(bare, headers));
  }
  return [middle(ofGateway.slice(1)), middle(ofBare.slice(1))];
}

function middle(loads: readonly Load[]): Load {
  return {
    perSecond: median(loads.map(({ perSecond }) => perSecond)),
    p99Ms: median(loads.map(({ p99Ms }) => p99Ms)),
    processorMs: median(loads.map((one) => one.processorMs)),
  };
}

function rows(what: string, [gateway, bare]: readonly [Load, Load]): readonly BenchRow[] {
  return [
    { what: `${what}: gateway`, value: gateway.perSecond, unit: 'requests/s' },
    { what: `${what}: bare Express with JWT`, value: bare.perSecond, unit: 'requests/s' },
    { what: `${what}: gateway / bare`, value: gateway.perSecond / bare.perSecond, unit: 'x' },
    { what: `${what}: p99 gateway / bare`, value: gateway.p99Ms / bare.p99Ms, unit: 'x' },
    { what: `${what}: processor time per request, gateway`, value: gateway.processorMs, unit: 'ms' },
    { what: `${what}: processor time, gateway / bare`, value: gateway.processorMs / bare.processorMs, unit: 'x' },
  ];
}

async function load({ url, pid }: Side, headers: Readonly<Record<string, string>>): Promise<Load> {
  const usedMs = await processorMs(pid);
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: LOAD_SECONDS, workers: 1 });
  const spentMs = (await processorMs(pid)) - usedMs;
  const isKnown = 'if-none-match' in headers;
  const others = isKnown ? result['2xx'] : result.non2xx;
  if (others > 0 || result.errors > 0) throw new Error(`${others} other answers, ${result.errors} errors`);
  return {
    perSecond: result.requests.average,
    p99Ms: result.latency.p99,
    processorMs: spentMs / result.requests.total,
  };
}
