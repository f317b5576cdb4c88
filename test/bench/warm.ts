/**
 * Warm `$everything`, its access log on disk before the answer, against a bare Express handler that verifies the same JWT and
 * sends the same bytes. The load comes from a thread of its own.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import autocannon from 'autocannon';
import express from 'express';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { startLinkedGateway, type LinkedGateway } from './linked-gateway.ts';
import { median, type BenchRow } from './row.ts';

const ROUNDS = 3;
const LOAD_SECONDS = 2;
const CONNECTIONS = 16;

export async function benchWarm(): Promise<readonly BenchRow[]> {
  const linked = await startLinkedGateway({}, 3_600_000);
  const url = `${linked.config.fhirBaseUrl}/Patient/${linked.patient}/$everything`;
  const authorization = `Bearer ${linked.token}`;
  const answer = await fetch(url, { headers: { authorization } });
  const body = Buffer.from(await answer.arrayBuffer());
  const etag = answer.headers.get('etag') ?? '';
  const server = await bareServer(linked, body, etag);
  const bareUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/bare`;
  try {
    const whole = await compare(url, bareUrl, { authorization });
    const known = await compare(url, bareUrl, { authorization, 'if-none-match': etag });
    return [
      { what: 'warm $everything, answer size', value: body.length / 1024, unit: 'kB' },
      ...rows('warm $everything', whole),
      ...rows('warm $everything, If-None-Match (304)', known),
    ];
  } finally {
    server.closeAllConnections();
    server.close();
    await linked.close();
  }
}

/** What little any handler must do: verify the token, tell the ETag, send the bytes. */
async function bareServer({ config }: LinkedGateway, body: Buffer, etag: string): Promise<Server> {
  const [issuer] = config.tokenIssuers;
  if (issuer === undefined) throw new Error('no issuer');
  const keys = createRemoteJWKSet(new URL(issuer.jwksUri));
  const app = express().get('/bare', async (request, response) => {
    const given = request.get('Authorization')?.slice('Bearer '.length) ?? '';
    await jwtVerify(given, keys, { issuer: issuer.issuer, audience: issuer.audience });
    response.set('Content-Type', 'application/fhir+json; charset=utf-8').set('ETag', etag).send(body);
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

interface Load {
  readonly perSecond: number;
  readonly p99Ms: number;
}

interface Compared {
  readonly gateway: Load;
  readonly bare: Load;
}

/** By turns, so that a busy machine slows both. */
async function compare(url: string, bareUrl: string, headers: Readonly<Record<string, string>>): Promise<Compared> {
  const gateway: Load[] = [];
  const bare: Load[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    gateway.push(await load(url, headers));
    bare.push(await load(bareUrl, headers));
  }
  return { gateway: middle(gateway), bare: middle(bare) };
}

function middle(loads: readonly Load[]): Load {
  return {
    perSecond: median(loads.map(({ perSecond }) => perSecond)),
    p99Ms: median(loads.map(({ p99Ms }) => p99Ms)),
  };
}

function rows(what: string, { gateway, bare }: Compared): readonly BenchRow[] {
  return [
    { what: `${what}: gateway`, value: gateway.perSecond, unit: 'requests/s' },
    { what: `${what}: bare Express with JWT`, value: bare.perSecond, unit: 'requests/s' },
    { what: `${what}: gateway / bare`, value: gateway.perSecond / bare.perSecond, unit: 'x' },
    { what: `${what}: p99 gateway / bare`, value: gateway.p99Ms / bare.p99Ms, unit: 'x' },
  ];
}

async function load(url: string, headers: Readonly<Record<string, string>>): Promise<Load> {
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: LOAD_SECONDS, workers: 1 });
  const isKnown = 'if-none-match' in headers;
  const others = isKnown ? result['2xx'] : result.non2xx;
  if (others > 0 || result.errors > 0) throw new Error(`${others} other answers, ${result.errors} errors`);
  return { perSecond: result.requests.average, p99Ms: result.latency.p99 };
}
