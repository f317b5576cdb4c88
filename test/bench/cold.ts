/**
 * Cold read of three sources through the gateway against the slowest of them read alone by a bare client: the same requests,
 * page size and number at once, by turns in one run. Before each cold read the gateway has nothing of the person, stored or in
 * memory. The sources run in a process of their own.
 */
import pLimit from 'p-limit';
import type { SourceConfig } from '../../src/ports/source-config.ts';
import { forgetResources } from './forget-resources.ts';
import { startLinkedGateway, type LinkedGateway } from './linked-gateway.ts';
import { benchReread } from './reread.ts';
import { median, type BenchRow } from './row.ts';

const ROUNDS = 9;
const MEDICATION_TYPES: ReadonlySet<string> = new Set([
  'MedicationRequest',
  'MedicationDispense',
  'MedicationStatement',
]);

export async function benchCold(): Promise<readonly BenchRow[]> {
  return [...(await cold(0)), ...(await cold(100)), ...(await benchReread())];
}

async function cold(delayMs: number): Promise<readonly BenchRow[]> {
  const quirks = Object.fromEntries(['hospital', 'gp', 'specialist'].map((name) => [name, { delayMs }]));
  const linked = await startLinkedGateway(quirks, 0);
  try {
    const sources = await linkedSources(linked);
    const firstMs: number[] = [];
    const againMs: number[] = [];
    const aloneMs = new Map<string, number[]>(sources.map(({ config }) => [config.name, []]));
    for (let round = 0; round < ROUNDS; round++) {
      for (const { config, patientId, token } of sources) {
        aloneMs.get(config.name)?.push(await timed(() => readAlone(config, patientId, token)));
      }
      await forgetResources(linked);
      const other = await linked.another();
      const url = `${other.fhirBaseUrl}/Patient/${linked.patient}/$everything`;
      // Fetches the keys of the token's issuer, and reads nothing.
      await readText(`${other.fhirBaseUrl}/Nothing`, linked.token);
      firstMs.push(await timed(() => readText(url, linked.token)));
      againMs.push(await timed(() => readText(url, linked.token)));
      await other.close();
    }
    const slowest = Math.max(...[...aloneMs.values()].map(median));
    const at = `sources answering after ${delayMs} ms`;
    return [
      { what: `${at}: cold read of three`, value: median(firstMs), unit: 'ms' },
      { what: `${at}: read again, nothing new`, value: median(againMs), unit: 'ms' },
      { what: `${at}: the slowest alone, bare client`, value: slowest, unit: 'ms' },
      { what: `${at}: cold / slowest alone`, value: median(firstMs) / slowest, unit: 'x' },
      { what: `${at}: again / slowest alone`, value: median(againMs) / slowest, unit: 'x' },
    ];
  } finally {
    await linked.close();
  }
}

interface Alone {
  readonly config: SourceConfig;
  readonly patientId: string;
  readonly token: string;
}

async function linkedSources({ gateway, sandbox, patient }: LinkedGateway): Promise<readonly Alone[]> {
  const { store } = gateway.services;
  const accounts = await store.listAccounts(patient);
  return Promise.all(
    accounts.map(async (account) => {
      const config = sandbox.sources.find((source) => source.name === account.source)?.config;
      const token = (await store.getTokens(patient, account.id))?.accessToken;
      const patientId = account.sourcePatientId;
      if (!config || token === undefined || patientId === undefined) throw new Error(`${account.source} is not linked`);
      return { config, patientId, token };
    }),
  );
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
  // As the gateway asks (IPA, "Medication guidance").
  const include = MEDICATION_TYPES.has(type) ? `&_include=${type}:medication` : '';
  const query = `patient=${patientId}${include}&_count=${config.limits.pageSize}`;
  let url: string | undefined = `${config.baseUrl}/${type}?${query}`;
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
