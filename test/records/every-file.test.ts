/** Every file of the real records through the reconciler: no crash, every input accounted for; prints a table of counts. */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSourceFile } from '../../src/cli/reconcile/read-source-file.ts';
import { reconcileFiles } from '../../src/cli/reconcile/reconcile-files.ts';
import type { SourceRecord } from '../../src/record/normalise/source-record.ts';
import { recordsFolder } from '../support/needs.ts';

const records = recordsFolder();
const NO_RECORDS = new Set(['ig', 'requirements', 'terminology', 'licences']);

function files(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NO_RECORDS.has(relative(records ?? '', path)) ? [] : files(path);
    return /\.(?:json|ndjson|txt)(?:\.gz)?$/.test(entry.name) && entry.name !== 'README.md' ? [path] : [];
  });
}

interface Counts {
  files: number;
  inputs: number;
  records: number;
  repeats: number;
  quarantined: number;
  unified: number;
  issues: number;
}

describe.skipIf(records === undefined)('every file of the real records', () => {
  const byFolder = new Map<string, Counts>();
  const all = records === undefined ? [] : files(records);

  test.each(all.map((path) => relative(records ?? '', path)))('%s', async (name) => {
    const path = join(records ?? '', name);
    const input = await readSourceFile({ name: 'file', path });
    const { record } = await reconcileFiles({
      patientId: 'p',
      files: [{ name: 'file', path }],
      view: 'all',
      withOriginals: false,
    });
    const deliveries = record.sourceRecords.reduce((sum: number, item: SourceRecord) => sum + item.deliveries, 0);
    const inputs = input.resources.length + input.unreadable.length;
    // An unreadable piece or a quarantined resource may itself have come several times.
    expect(deliveries + record.quarantined.length).toBe(inputs);
    const folder = name.split('/').slice(0, -1).slice(0, 2).join('/');
    const counts = byFolder.get(folder) ?? {
      files: 0,
      inputs: 0,
      records: 0,
      repeats: 0,
      quarantined: 0,
      unified: 0,
      issues: 0,
    };
    counts.files++;
    counts.inputs += inputs;
    counts.records += record.sourceRecords.length;
    counts.repeats += deliveries - record.sourceRecords.length;
    counts.quarantined += record.quarantined.length;
    counts.unified += record.unified.length;
    counts.issues += record.issues.length;
    byFolder.set(folder, counts);
  });

  test('the table', () => {
    const heads = ['files', 'inputs', 'records', 'repeats', 'quarantined', 'unified', 'issues'] as const;
    const lines = [...byFolder].map(
      ([folder, counts]) => `${folder.padEnd(36)}${heads.map((head) => String(counts[head]).padStart(12)).join('')}`,
    );
    process.stdout.write(`\n${''.padEnd(36)}${heads.map((head) => head.padStart(12)).join('')}\n${lines.join('\n')}\n`);
    expect(byFolder.size).toBeGreaterThan(10);
  });
});
