/**
 * Reading again after one source changed one resource, against the first reading of three sources, in one run: the gateway has
 * nothing stored and nothing in memory of the person before the first. Every source is asked both times.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgetResources } from './forget-resources.ts';
import { largeRecord } from './large-record.ts';
import { startLinkedGateway, type LinkedGateway } from './linked-gateway.ts';
import { median, type BenchRow } from './row.ts';

const ROUNDS = 9;
/** The first are slower: nothing is compiled yet. */
const WARM_UP = 2;
const LARGE = 2_000;
const SOURCES = ['hospital', 'gp', 'specialist'];

export async function benchReread(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'phr-gateway-bench-'));
  try {
    await writeLargePerson(folder);
    const rows: BenchRow[] = [];
    for (const delayMs of [0, 100]) {
      rows.push(...(await reread('largest invented person', delayMs, undefined)));
      rows.push(...(await reread(`${String(LARGE)} resources`, delayMs, folder)));
    }
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeLargePerson(folder: string): Promise<void> {
  await mkdir(join(folder, 'large'));
  const patient = { resourceType: 'Patient', id: 'p', name: [{ family: 'Large' }], birthDate: '1950-01-01' };
  for (const [source, resources] of largeRecord(LARGE))
    await writeFile(join(folder, 'large', `${source}.ndjson`), [JSON.stringify(patient), ...resources].join('\n'));
}

async function reread(whose: string, delayMs: number, recordsDir: string | undefined): Promise<readonly BenchRow[]> {
  const quirks = Object.fromEntries(SOURCES.map((name) => [name, { delayMs }]));
  const linked = await startLinkedGateway(quirks, 0, recordsDir);
  try {
    const [firstMs, changedMs, nothingMs]: [number[], number[], number[]] = [[], [], []];
    const [firstCpuMs, changedCpuMs]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      await forgetResources(linked);
      const other = await linked.another();
      const url = `${other.fhirBaseUrl}/Patient/${linked.patient}/$everything`;
      const read = () => readText(url, linked.token);
      // Fetches the keys of the token's issuer, and reads nothing.
      await readText(`${other.fhirBaseUrl}/Nothing`, linked.token);
      const first = await timed(read);
      const words = `Changed in round ${String(round)}`;
      await linked.put('hospital', newCondition(words, linked));
      const changed = await timed(read);
      const nothing = await timed(read);
      if (first.text.includes(words) || !changed.text.includes(words)) throw new Error('The change was not read.');
      if (round >= WARM_UP) {
        firstCpuMs.push(first.cpuMs);
        changedCpuMs.push(changed.cpuMs);
        firstMs.push(first.ms);
        changedMs.push(changed.ms);
        nothingMs.push(nothing.ms);
      }
      await other.close();
    }
    const at = `${whose}, ${String(delayMs)} ms`;
    return [
      { what: `${at}: first read of three sources`, value: median(firstMs), unit: 'ms' },
      { what: `${at}: again, one resource changed`, value: median(changedMs), unit: 'ms' },
      { what: `${at}: again, nothing changed`, value: median(nothingMs), unit: 'ms' },
      { what: `${at}: one changed / first`, value: median(changedMs) / median(firstMs), unit: 'x' },
      { what: `${at}: processor time, one changed`, value: median(changedCpuMs), unit: 'ms' },
      {
        what: `${at}: processor time, one changed / first`,
        value: median(changedCpuMs) / median(firstCpuMs),
        unit: 'x',
      },
      { what: `${at}: one answer of a source / first`, value: delayMs / median(firstMs), unit: 'x' },
    ];
  } finally {
    await linked.close();
  }
}

function newCondition(text: string, { sandbox, person }: LinkedGateway) {
  const patientId = sandbox.sources.find(({ name }) => name === 'hospital')?.patients.get(person) ?? '';
  return { resourceType: 'Condition', id: 'bench-1', subject: { reference: `Patient/${patientId}` }, code: { text } };
}

interface Timed {
  readonly ms: number;
  /** Of this process: the gateway's, and the little that its caller takes. */
  readonly cpuMs: number;
  readonly text: string;
}

async function timed(work: () => Promise<string>): Promise<Timed> {
  const before = process.cpuUsage();
  const start = performance.now();
  const text = await work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { ms, cpuMs: (user + system) / 1000, text };
}

async function readText(url: string, token: string): Promise<string> {
  const response = await fetch(url, { headers: { Authorization: `Bearer ${token}` } });
  return response.text();
}
