/** Parse against reconcile on the same bytes: from parsed resources to the unified result as objects. */
import { parseFhirJson } from '../../src/record/fhir/json.ts';
import { reconcile } from '../../src/record/reconcile.ts';
import type { SourceInput } from '../../src/record/source-input.ts';
import { largeRecord, undatedGroup } from './large-record.ts';
import { median, type BenchRow } from './row.ts';

const REPEATS = 5;

export function benchEngine(): readonly BenchRow[] {
  const rows: BenchRow[] = [];
  const perRecord = new Map<number, number>();
  for (const size of [1_000, 10_000, 50_000]) {
    const measured = measure(largeRecord(size));
    perRecord.set(size, measured.reconcileMs / size);
    rows.push({ what: `${size} records: reconcile / JSON.parse of the same text`, value: measured.ratio, unit: 'x' });
    rows.push({ what: `${size} records: reconcile`, value: measured.reconcileMs, unit: 'ms' });
    rows.push({ what: `${size} records: heap growth / input text`, value: measured.heapRatio, unit: 'x' });
  }
  rows.push({
    what: 'cost per record at 50,000 / at 1,000',
    value: (perRecord.get(50_000) ?? 0) / (perRecord.get(1_000) ?? 1),
    unit: 'x',
  });
  const group = measure(undatedGroup(10_000));
  rows.push({ what: 'one group of 10,000 undated statements: reconcile / JSON.parse', value: group.ratio, unit: 'x' });
  return rows;
}

/** Both sides are repeated side by side, so that the machine's drift meets both; medians. */
function measure(texts: ReadonlyMap<string, readonly string[]>): {
  ratio: number;
  reconcileMs: number;
  heapRatio: number;
} {
  const whole = [...texts].map(([name, resources]) => ({ name, text: `[${resources.join(',')}]` }));
  const bytes = whole.reduce((sum, source) => sum + source.text.length, 0);
  const parseMs: number[] = [];
  const reconcileMs: number[] = [];
  let heapRatio = 0;
  for (let round = 0; round < REPEATS; round++) {
    const parseStart = performance.now();
    for (const source of whole) JSON.parse(source.text);
    parseMs.push(performance.now() - parseStart);
    const inputs = whole.map((source) => toInput(source.name, source.text));
    globalThis.gc?.();
    const heapBefore = process.memoryUsage().heapUsed;
    const start = performance.now();
    const record = reconcile({
      patient: { resourceType: 'Patient', id: 'bench' },
      sources: inputs,
      completeness: [],
      idKey: new Uint8Array(32),
      recordedAt: undefined,
    });
    reconcileMs.push(performance.now() - start);
    globalThis.gc?.();
    heapRatio = (process.memoryUsage().heapUsed - heapBefore) / bytes;
    if (record.sourceRecords.length === 0) throw new Error('the bench reconciled nothing');
  }
  return { ratio: median(reconcileMs) / median(parseMs), reconcileMs: median(reconcileMs), heapRatio };
}

function toInput(name: string, text: string): SourceInput {
  const resources = parseFhirJson(text) as unknown[];
  return {
    name,
    baseUrl: `https://sources.invalid/${name}`,
    fhirVersion: 'R4',
    viewOf: undefined,
    patientId: undefined,
    resources: resources.map((json, index) => ({ json, at: `entry[${index}]` })),
    unreadable: [],
  };
}
