import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { createAllergenReader } from '../../../../../src/record/terminology/allergen/read-allergen.ts';
import { codingKey } from '../../../../../src/record/terminology/code-systems.ts';
import type { CodedText } from '../../../../../src/record/terminology/coded-text.ts';
import { createConditionReader } from '../../../../../src/record/terminology/condition/read-condition.ts';
import { findIngredient } from '../../../../../src/record/terminology/medicine/find-ingredient.ts';

import { importCheckingTables } from '../../../terminology/checking-tables.ts';
import { newFolder } from '../../../terminology/invented-releases.ts';

const folder = process.env['PHR_RECORDS'];

interface Found {
  readonly conditions: CodedText[];
  readonly allergies: CodedText[];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function walk(value: unknown, found: Found): void {
  if (Array.isArray(value)) for (const one of value) walk(one, found);
  if (!isObject(value)) return;
  const code = value['code'] ?? value['substance'];
  if (value['resourceType'] === 'Condition' && isObject(code)) found.conditions.push(code);
  if (value['resourceType'] === 'AllergyIntolerance' && isObject(code)) found.allergies.push(code);
  for (const one of Object.values(value)) walk(one, found);
}

function documents(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return text.split('\n').flatMap((line): unknown[] => {
      try {
        return line.trim() === '' ? [] : [JSON.parse(line)];
      } catch {
        return [];
      }
    });
  }
}

function collect(root: string): Found {
  const found: Found = { conditions: [], allergies: [] };
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/\.(?:json|ndjson)$/.test(name))
      for (const one of documents(readFileSync(join(root, name), 'utf8'))) walk(one, found);
    if (/(?:json|ndjson)\.gz$/.test(name))
      for (const one of documents(gunzipSync(readFileSync(join(root, name))).toString('utf8'))) walk(one, found);
  }
  return found;
}

const says = ({ text, coding }: CodedText): boolean =>
  text !== undefined || (coding ?? []).some(({ display }) => display !== undefined);

// Without PHR_RECORDS (a folder of FHIR records) there is nothing real to read.
it.skipIf((folder ?? '') === '')('understands real conditions and allergies (PHR_RECORDS)', () => {
  const { conditions, allergies } = collect(folder ?? '');
  const conditionReader = createConditionReader();
  const allergenReader = createAllergenReader(findIngredient);
  const problems = conditions.filter(says).map((code) => conditionReader.read(code));
  const understood = problems.filter(
    ({ concept, sort, context }) => concept !== undefined || sort === 'other' || context !== 'asserted',
  );
  const substances = allergies.filter(says).map((code) => allergenReader.read(code));
  const known = substances.filter(({ certainty }) => certainty === 'certain');
  const unknown = [
    ...problems.filter((reading) => !understood.includes(reading)),
    ...substances.filter((reading) => !known.includes(reading)),
  ];
  const top = [...new Set(unknown.map(({ words }) => words))].slice(0, 20).join(' | ');
  process.stdout.write(
    `conditions understood ${understood.length}/${problems.length}, allergies ${known.length}/${substances.length}; not understood: ${top}\n`,
  );
  expect(problems.length).toBeGreaterThan(0);
  expect(understood.length / problems.length).toBeGreaterThanOrEqual(0.95);
  expect(known.length / Math.max(1, substances.length)).toBeGreaterThanOrEqual(0.8);
});

it.skipIf((folder ?? '') === '')('confirms more codes with imported releases, and changes nothing else', async () => {
  const dir = newFolder();
  try {
    const tables = await importCheckingTables(folder ?? '', dir);
    if (tables === undefined) return;
    const [builtIn, imported] = [createConditionReader(), createConditionReader(tables.terminology)];
    const shares = { codes: 0, builtIn: 0, imported: 0, told: 0, certain: 0, certainWith: 0 };
    const { conditions } = collect(folder ?? '');
    for (const code of conditions) {
      const [alone, beside] = [builtIn.read(code), imported.read(code)];
      const keys = [...new Set((code.coding ?? []).flatMap((coding) => codingKey(coding) ?? []))];
      const confirmed = ({ evidence }: typeof alone) =>
        keys.filter((key) => evidence.some((why) => why.startsWith(`code ${key} (`))).length;
      shares.codes += keys.length;
      shares.builtIn += confirmed(alone);
      shares.imported += confirmed(beside);
      if (alone.certainty === 'certain') shares.certain += 1;
      if (beside.certainty === 'certain') shares.certainWith += 1;
      if (beside.disagreement !== undefined && alone.disagreement === undefined) shares.told += 1;
      if (alone.concept !== undefined) expect([beside.concept, ...beside.broader]).toContain(alone.concept);
    }
    const share = (part: number, of: number) => (part / Math.max(1, of)).toFixed(4);
    process.stdout.write(
      `conditions: certain ${share(shares.certain, conditions.length)}, with imports ${share(shares.certainWith, conditions.length)}; ` +
        `of ${shares.codes} codes confirmed ${share(shares.builtIn, shares.codes)}, with imports ${share(shares.imported, shares.codes)}; ` +
        `${shares.told} more disagreements told\n`,
    );
    expect(shares.imported).toBeGreaterThanOrEqual(shares.builtIn);
    expect(shares.certainWith).toBeGreaterThanOrEqual(shares.certain);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
