/** One measurement of the engine in a process of its own (`--expose-gc`): `<records>` or `group <statements>`; JSON to standard output. */
import { parseFhirJson } from '../../src/record/fhir/json.ts';
import { reconcile } from '../../src/record/reconcile.ts';
import type { ReconciledRecord } from '../../src/record/reconciled-record.ts';
import type { SourceInput } from '../../src/record/source-input.ts';
import { largeRecord, undatedGroup } from './large-record.ts';
import { median } from './row.ts';

export interface EngineMeasure {
  /** Reconcile over JSON.parse of the same text; medians. */
  readonly ratio: number;
  readonly reconcileMs: number;
  /** Live heap that the result adds to the parsed input, over the bytes of the text. */
  readonly heapRatio: number;
}

/** Small inputs are done several times in a row: nobody's process is cold for each. */
const RECORDS_PER_ROUND = 20_000;
const WARM_UP_ROUNDS = 2;
const ROUNDS = 5;

interface SourceText {
  readonly name: string;
  readonly text: string;
}

function measure(texts: readonly SourceText[], records: number): EngineMeasure {
  const parseMs: number[] = [];
  const reconcileMs: number[] = [];
  const repeats = Array.from({ length: Math.ceil(RECORDS_PER_ROUND / records) }, (_, index) => index);
  // Both sides side by side, so that the machine's drift meets both.
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    const parsed = timed(() => {
      repeats.forEach(() => parseAll(texts));
    });
    const inputs = repeats.map(() => toInputs(texts));
    const reconciled = timed(() => {
      for (const input of inputs) run(input);
    });
    if (round < WARM_UP_ROUNDS) continue;
    parseMs.push(parsed / repeats.length);
    reconcileMs.push(reconciled / repeats.length);
  }
  const bytes = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  return {
    ratio: median(reconcileMs) / median(parseMs),
    reconcileMs: median(reconcileMs),
    heapRatio: heapGrowth(toInputs(texts)) / bytes,
  };
}

function heapGrowth(inputs: readonly SourceInput[]): number {
  const before = liveHeap();
  const record = run(inputs);
  const growth = liveHeap() - before;
  if (record.sourceRecords.length === 0 || inputs.length === 0) throw new Error('the bench reconciled nothing');
  return growth;
}

function liveHeap(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function parseAll(texts: readonly SourceText[]): unknown[] {
  return texts.map(({ text }) => JSON.parse(text) as unknown);
}

function run(sources: readonly SourceInput[]): ReconciledRecord {
  return reconcile({
    patient: { resourceType: 'Patient', id: 'bench' },
    sources,
    completeness: [],
    idKey: new Uint8Array(32),
    recordedAt: undefined,
  });
}

function toInputs(texts: readonly SourceText[]): readonly SourceInput[] {
  return texts.map(({ name, text }) => ({
    name,
    baseUrl: `https://sources.invalid/${name}`,
    fhirVersion: 'R4',
    viewOf: undefined,
    patientId: undefined,
    resources: (parseFhirJson(text) as unknown[]).map((json, index) => ({ json, at: `entry[${index}]` })),
    unreadable: [],
  }));
}

const [kind = '', count] = (process.argv[2] ?? '').split(' ');
const size = Number(count ?? kind);
const resources = kind === 'group' ? undatedGroup(size) : largeRecord(size);
const texts = [...resources].map(([name, items]) => ({ name, text: `[${items.join(',')}]` }));
process.stdout.write(JSON.stringify(measure(texts, size)));
