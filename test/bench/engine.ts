/**
 * Parse against reconcile on the same bytes: from parsed resources to the unified result as objects. Each size is measured in
 * a process of its own, so that none is warmed up by another and garbage can be collected between rounds.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { EngineMeasure } from './measure-engine.ts';
import type { BenchRow } from './row.ts';

const SIZES = [1_000, 10_000, 50_000];

export function benchEngine(): readonly BenchRow[] {
  const rows: BenchRow[] = [];
  const perRecord: number[] = [];
  for (const size of SIZES) {
    const measured = measure(String(size));
    perRecord.push(measured.reconcileMs / size);
    rows.push({ what: `${size} records: reconcile / JSON.parse of the same text`, value: measured.ratio, unit: 'x' });
    rows.push({ what: `${size} records: reconcile`, value: measured.reconcileMs, unit: 'ms' });
    rows.push({ what: `${size} records: heap growth / input text`, value: measured.heapRatio, unit: 'x' });
  }
  rows.push({
    what: 'cost per record at 50,000 / at 1,000',
    value: (perRecord.at(-1) ?? Number.NaN) / (perRecord[0] ?? Number.NaN),
    unit: 'x',
  });
  const groups = [2_500, 10_000].map((size) => ({ size, ...measure(`group ${size}`) }));
  for (const { size, ratio } of groups) {
    rows.push({ what: `one group of ${size} undated statements: reconcile / JSON.parse`, value: ratio, unit: 'x' });
  }
  const [small, large] = groups.map(({ size, reconcileMs }) => reconcileMs / size);
  rows.push({
    what: 'one group: cost per record at 10,000 / at 2,500',
    value: (large ?? Number.NaN) / (small ?? Number.NaN),
    unit: 'x',
  });
  return rows;
}

function measure(what: string): EngineMeasure {
  const script = fileURLToPath(new URL('measure-engine.ts', import.meta.url));
  const { stdout, status } = spawnSync(process.execPath, [...process.execArgv, '--expose-gc', script, what], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`measuring ${what} failed`);
  return JSON.parse(stdout) as EngineMeasure;
}
