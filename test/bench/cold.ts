/**
 * Cold read of three sources through the gateway against the slowest of them read alone by a bare client, and a warm
 * `$everything` against a bare handler that sends the same bytes; each pair in one run.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import autocannon from 'autocannon';
import express from 'express';
import pLimit from 'p-limit';
import type { SourceConfig } from '../../src/ports/source-config.ts';
import { choosePerson } from '../../src/demo/choose-person.ts';
import { linkSources } from '../../src/demo/link-sources.ts';
import { startDemo, type RunningDemo } from '../../src/demo/start-demo.ts';
import { createLog } from '../../src/telemetry/log.ts';
import { median, type BenchRow } from './row.ts';

const ROUNDS = 7;
const LOAD_SECONDS = 4;
const CONNECTIONS = 16;

export async function benchCold(): Promise<readonly BenchRow[]> {
  return [...(await cold(0)), ...(await cold(100)), ...(await warm())];
}

interface Linked {
  readonly demo: RunningDemo;
  readonly patient: string;
  readonly token: string;
}

async function linked(delayMs: number, freshForMs: number): Promise<Linked> {
  const demo = await startDemo({
    port: 0,
    log: createLog({ level: 'silent' }),
    onProgress: () => undefined,
    settings: { freshForMs },
    sandbox: { quirks: Object.fromEntries(['hospital', 'gp', 'specialist'].map((name) => [name, { delayMs }])) },
  });
  const chosen = choosePerson(demo.sandbox.users, undefined);
  const patient = await linkSources(demo, chosen, () => undefined);
  const token = await demo.sandbox.signIn.issueAccessToken({
    sub: chosen.user.sub,
    patient,
    scope: 'patient/*.rs',
    audience: demo.config.fhirBaseUrl,
    expiresInS: 3600,
  });
  return { demo, patient, token };
}

async function cold(delayMs: number): Promise<readonly BenchRow[]> {
  const { demo, patient, token } = await linked(delayMs, 0);
  try {
    const accounts = await demo.gateway.services.store.listAccounts(patient);
    const gatewayMs: number[] = [];
    const aloneMs = new Map<string, number[]>(accounts.map((account) => [account.source, []]));
    for (let round = 0; round < ROUNDS; round++) {
      for (const account of accounts) {
        const config = demo.sandbox.sources.find((source) => source.name === account.source)?.config;
        const tokens = await demo.gateway.services.store.getTokens(patient, account.id);
        if (!config || !tokens || account.sourcePatientId === undefined)
          throw new Error(`${account.source} is not linked`);
        aloneMs
          .get(account.source)
          ?.push(await timed(() => readAlone(config, account.sourcePatientId ?? '', tokens.accessToken)));
      }
      gatewayMs.push(await timed(() => readText(`${demo.config.fhirBaseUrl}/Patient/${patient}/$everything`, token)));
    }
    const slowest = Math.max(...[...aloneMs.values()].map(median));
    const at = `sources answering after ${delayMs} ms`;
    return [
      { what: `${at}: cold read of three`, value: median(gatewayMs), unit: 'ms' },
      { what: `${at}: the slowest alone, bare client`, value: slowest, unit: 'ms' },
      { what: `${at}: cold / slowest alone`, value: median(gatewayMs) / slowest, unit: 'x' },
    ];
  } finally {
    await demo.close();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The same requests as the gateway's, with nothing done to the answers but finding the next page. */
async function readAlone(config: SourceConfig, patientId: string, token: string): Promise<void> {
  if (config.kind === 'gp-connect-structured') {
    await readText(`${config.baseUrl}/Patient/${patientId}`, token);
    const parameters = {
      resourceType: 'Parameters',
      parameter: [{ name: 'includeMedication' }, { name: 'includeAllergies' }, { name: 'includeProblems' }],
    };
    await readText(`${config.baseUrl}/Patient/$gpc.getstructuredrecord`, token, JSON.stringify(parameters));
    return;
  }
  const limit = pLimit(config.limits.concurrency);
  await Promise.all(config.resourceTypes.map((type) => limit(() => readPages(config, type, patientId, token))));
}

async function readPages(config: SourceConfig, type: string, patientId: string, token: string): Promise<void> {
  let url: string | undefined = `${config.baseUrl}/${type}?patient=${patientId}&_count=${config.limits.pageSize}`;
  if (type === 'Patient') url = `${config.baseUrl}/Patient/${patientId}`;
  while (url !== undefined) {
    const bundle = JSON.parse(await readText(url, token)) as { link?: { relation: string; url: string }[] };
    url = bundle.link?.find((link) => link.relation === 'next')?.url;
  }
}

async function readText(url: string, token: string, body?: string): Promise<string> {
  const response = await fetch(url, {
    headers: {
      Authorization: `Bearer ${token}`,
      Accept: 'application/fhir+json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/fhir+json' }),
    },
    ...(body === undefined ? {} : { method: 'POST', body }),
  });
  const text = await response.text();
  // A source may refuse what it does not offer; the gateway meets the same answer.
  if (response.status >= 500) throw new Error(`${new URL(url).pathname}: ${response.status}`);
  return text;
}

async function warm(): Promise<readonly BenchRow[]> {
  const { demo, patient, token } = await linked(0, 3_600_000);
  const url = `${demo.config.fhirBaseUrl}/Patient/${patient}/$everything`;
  const bytes = await readText(url, token);
  const bare = express().get('/bare', (_request, response) => {
    response.set('Content-Type', 'application/fhir+json; charset=utf-8').send(bytes);
  });
  const server = await listenOn(createServer(bare));
  try {
    const headers = { authorization: `Bearer ${token}` };
    const gateway = await load(url, headers);
    const handler = await load(`http://127.0.0.1:${(server.address() as AddressInfo).port}/bare`, headers);
    return [
      { what: 'warm $everything, answer size', value: bytes.length / 1024, unit: 'kB' },
      { what: 'warm $everything, gateway', value: gateway, unit: 'requests/s' },
      { what: 'bare Express handler, same bytes', value: handler, unit: 'requests/s' },
      { what: 'warm $everything / bare handler', value: gateway / handler, unit: 'x' },
    ];
  } finally {
    server.close();
    await demo.close();
  }
}

async function load(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: LOAD_SECONDS });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} answers were no success, ${result.errors} errors`);
  return result.requests.average;
}

function listenOn(server: Server): Promise<Server> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
