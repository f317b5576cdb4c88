/** How many medicines of real records are read: over the folder named by PHR_RECORDS (JSON, NDJSON, gzip of either). */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { codingKey } from '../../../../../src/record/terminology/code-systems.ts';
import { createMedicineReader } from '../../../../../src/record/terminology/medicine/read-medicine.ts';
import type { CodedText } from '../../../../../src/record/terminology/coded-text.ts';
import type { MedicineReading, MedicineWords } from '../../../../../src/record/terminology/medicine-reading.ts';

import { importCheckingTables } from '../../../terminology/checking-tables.ts';
import { newFolder } from '../../../terminology/invented-releases.ts';

const folder = process.env.PHR_RECORDS ?? '';

it.skipIf(folder === '')('reads more of them with imported releases, and nothing otherwise', async () => {
  const dir = newFolder();
  try {
    const tables = await importCheckingTables(folder, dir);
    if (tables === undefined) return;
    const [builtIn, imported] = [createMedicineReader(), createMedicineReader(tables.terminology)];
    const before = emptyShares();
    const after = emptyShares();
    for (const words of medicinesIn(folder)) {
      const [alone, beside] = [builtIn.read(words), imported.read(words)];
      count(before, words, alone);
      count(after, words, beside);
      expectSound(beside);
      if (alone.certainty === 'certain' && beside.certainty === 'certain')
        expect(beside.ingredients, alone.words).toEqual(alone.ingredients);
    }
    process.stdout.write(`medicines, built-in: ${line(before)}\nmedicines, with imports: ${line(after)}\n`);
    expect(after.certain).toBeGreaterThanOrEqual(before.certain);
    expect(after.confirmed).toBeGreaterThan(before.confirmed);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

interface Shares {
  all: number;
  certain: number;
  codes: number;
  /** By words, or by the release. */
  confirmed: number;
  byRelease: number;
  disagreements: number;
}

function emptyShares(): Shares {
  return { all: 0, certain: 0, codes: 0, confirmed: 0, byRelease: 0, disagreements: 0 };
}

function count(shares: Shares, words: MedicineWords, reading: MedicineReading): void {
  const keys = [...new Set((words.code?.coding ?? []).flatMap((coding) => codingKey(coding) ?? []))];
  shares.all += 1;
  if (reading.certainty === 'certain') shares.certain += 1;
  if (reading.disagreement !== undefined) shares.disagreements += 1;
  shares.codes += keys.length;
  for (const key of keys) {
    if (reading.evidence.some((why) => why.startsWith(`code ${key} (imported `))) shares.byRelease += 1;
    if (reading.evidence.some((why) => /\((?:imported|confirmed) /.test(why) && why.startsWith(`code ${key} (`)))
      shares.confirmed += 1;
  }
}

function line({ all, certain, codes, confirmed, byRelease, disagreements }: Shares): string {
  const share = (part: number, of: number) => (part / Math.max(1, of)).toFixed(4);
  return (
    `${share(certain, all)} of ${all} certain; of ${codes} codes ${share(confirmed, codes)} confirmed, ` +
    `${share(byRelease, codes)} by a release; ${disagreements} disagreements of code and text`
  );
}

it.skipIf(folder === '')(
  folder === ''
    ? 'reads the medicines of real records (set PHR_RECORDS to a folder of them)'
    : 'reads the medicines of real records',
  () => {
    const reader = createMedicineReader();
    const tally: Record<'certain' | 'possible' | 'none' | 'wordless', Map<string, number>> = {
      certain: new Map(),
      possible: new Map(),
      none: new Map(),
      wordless: new Map(),
    };
    for (const words of medicinesIn(folder)) {
      const reading = reader.read(words);
      const column = reading.words === '' ? 'wordless' : reading.certainty;
      tally[column].set(reading.words, (tally[column].get(reading.words) ?? 0) + 1);
      expectSound(reading);
    }
    const [certain, possible, none, wordless] = [tally.certain, tally.possible, tally.none, tally.wordless].map(total);
    const understood = (certain ?? 0) + (possible ?? 0);
    const share = understood / (understood + (none ?? 0));
    const report = [
      `medicines: ${certain} certain, ${possible} vague or misspelt, ${none} not understood, ${wordless} without words`,
      `understood: ${share.toFixed(4)}`,
      'vague or misspelt, most frequent first:',
      ...top(tally.possible),
      'not understood:',
      ...top(tally.none),
    ];
    process.stdout.write(`${report.join('\n')}\n`);
    expect(certain, 'the folder holds medicines').toBeGreaterThan(0);
    expect(share).toBeGreaterThanOrEqual(0.98);
    expect((certain ?? 0) / (understood + (none ?? 0))).toBeGreaterThanOrEqual(0.9);
  },
);

/** What must hold of every reading, whatever the words. */
function expectSound(reading: MedicineReading): void {
  expect(reading.certainty === 'certain', reading.words).toBe(reading.ingredients.length > 0);
  expect([...reading.ingredients].sort()).toEqual(reading.ingredients);
  if (reading.certainty === 'none') expect(reading.couldBe).toEqual([]);
  for (const strength of reading.strengths)
    expect(strength.value, reading.words).toMatch(/^(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?$/);
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function top(counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 25)
    .map(([words, count]) => `  ${count}  ${words.slice(0, 120)}`);
}

const medicationTypes = /^Medication(?:Request|Order|Prescription|Statement|Dispense|Administration)?$/;

function* medicinesIn(path: string): Generator<MedicineWords> {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const file = join(path, entry.name);
    if (entry.isDirectory()) yield* medicinesIn(file);
    else if (/\.(?:json|ndjson)(?:\.gz)?$/.test(entry.name))
      for (const value of parsedFrom(file)) yield* medicinesOf(value);
  }
}

function* parsedFrom(file: string): Generator {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const whole = parse(text);
  if (whole !== undefined) yield whole;
  else for (const line of text.split('\n')) yield parse(line);
}

/** Files that do not parse belong to other tests. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function* medicinesOf(value: unknown): Generator<MedicineWords> {
  if (typeof value !== 'object' || value === null) return;
  const resource = value as Record<string, unknown>;
  const type = resource.resourceType;
  if (typeof type === 'string' && medicationTypes.test(type)) {
    const code = asCodedText(type === 'Medication' ? resource.code : resource.medicationCodeableConcept);
    if (code !== undefined) yield { code };
  }
  for (const child of Object.values(resource)) yield* medicinesOf(child);
}

function asCodedText(value: unknown): CodedText | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const concept = value as CodedText;
  const sound = concept.coding === undefined || Array.isArray(concept.coding);
  return sound ? concept : undefined;
}
