/**
 * First render of "My medicines" from stored data against the JSON endpoint for the same person, in one run. Before each the
 * record changes a little, so that both compute it anew; they take turns at going first. Neither is compressed: unpacking is the
 * client's work, and the endpoint does not compress.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHarness, type Harness } from '../integration/app-harness.ts';
import { largeRecord } from './large-record.ts';
import { median, type BenchRow } from './row.ts';

const ROUNDS = 15;
const LARGE = 3_000;
const SOURCES = ['gp', 'hospital', 'specialist'];

export async function benchPages(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'phr-gateway-bench-'));
  try {
    await writeLargePerson(folder);
    return [
      ...(await measure('the largest invented person', {}, 'zofia', SOURCES)),
      ...(await measure(`${String(LARGE)} resources`, { recordsDir: folder }, 'large', SOURCES)),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeLargePerson(folder: string): Promise<void> {
  await mkdir(join(folder, 'large'));
  const patient = JSON.stringify({
    resourceType: 'Patient',
    id: 'p',
    name: [{ family: 'Large' }],
    birthDate: '1950-01-01',
  });
  for (const [source, resources] of largeRecord(LARGE))
    await writeFile(join(folder, 'large', `${source}.ndjson`), [patient, ...resources].join('\n'));
}

async function measure(
  what: string,
  sandbox: { readonly recordsDir?: string },
  person: string,
  sources: readonly string[],
): Promise<readonly BenchRow[]> {
  const harness = await startHarness({ sandbox, settings: { freshForMs: 3_600_000 } });
  try {
    const visitor = harness.visit(person);
    const subjectId = await visitor.linkAll(...sources);
    const authorization = `Bearer ${await visitor.token()}`;
    const plain = { 'Accept-Encoding': 'identity' };
    const page = () => visitor.browser.fetch(`${harness.config.publicUrl}/medicines`, { headers: plain });
    const json = () =>
      fetch(`${harness.config.fhirBaseUrl}/Patient/${subjectId}/$everything`, { headers: { ...plain, authorization } });
    const [pages, jsons]: [Timed[], Timed[]] = [[], []];
    for (let round = 0; round <= ROUNDS; round++) {
      const sides = [
        { ask: page, into: pages },
        { ask: json, into: jsons },
      ];
      for (const { ask, into } of round % 2 === 0 ? sides : sides.toReversed()) {
        await change(harness, subjectId);
        into.push(await timed(ask));
      }
    }
    // The first round warms both.
    const ms = (side: readonly Timed[]) => median(side.slice(1).map((item) => item.ms));
    return [
      { what: `my medicines, ${what}: page`, value: ms(pages), unit: 'ms' },
      { what: `my medicines, ${what}: page, uncompressed`, value: (pages[0]?.bytes ?? 0) / 1024, unit: 'kB' },
      { what: `my medicines, ${what}: JSON endpoint`, value: ms(jsons), unit: 'ms' },
      { what: `my medicines, ${what}: page : JSON`, value: ms(pages) / ms(jsons), unit: ': 1' },
    ];
  } finally {
    await harness.close();
  }
}

interface Timed {
  readonly ms: number;
  readonly bytes: number;
}

async function timed(ask: () => Promise<Response>): Promise<Timed> {
  const from = performance.now();
  const response = await ask();
  const bytes = (await response.arrayBuffer()).byteLength;
  if (response.status !== 200) throw new Error(`answered ${String(response.status)}`);
  return { ms: performance.now() - from, bytes };
}

/** A medicine of the person's own comes or goes: what was computed before is of no use. */
async function change({ gateway }: Harness, subjectId: string): Promise<void> {
  const { store } = gateway.services;
  const held = (await store.listEntries(subjectId)).find(({ withdrawnAt }) => withdrawnAt === undefined);
  const at = new Date().toISOString();
  if (held !== undefined) {
    await store.withdrawEntry(subjectId, held.id, { actorId: subjectId, at });
    return;
  }
  const content = {
    kind: 'medicine',
    name: 'Ginger tea',
    dose: undefined,
    what: undefined,
    since: undefined,
    use: 'as-needed',
    sort: 'home-treatment',
  } as const;
  await store.addEntry(subjectId, { id: randomUUID(), content, actorId: subjectId, at });
}
