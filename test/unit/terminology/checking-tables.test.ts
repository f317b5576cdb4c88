/** How much of the official tables beside real records (PHR_RECORDS) is understood once imported. */
import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createMedicineReader } from '../../../src/record/terminology/medicine/read-medicine.ts';
import { importCheckingTables } from './checking-tables.ts';
import { newFolder } from './invented-releases.ts';

const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const SNOMED = 'http://snomed.info/sct';
/** Every so many codes are read: all of them take half a minute. */
const EVERY = 7;
const folder = process.env['PHR_RECORDS'] ?? '';

it.skipIf(folder === '')(
  'resolves the codes of the checking tables (set PHR_RECORDS)',
  { timeout: 60_000 },
  async () => {
    const dir = newFolder();
    try {
      const tables = await importCheckingTables(folder, dir);
      if (tables === undefined) return;
      const { terminology, rxnorm, dmd, line } = tables;
      const [imported, builtIn] = [createMedicineReader(terminology), createMedicineReader()];
      const report = [line];
      for (const [system, names, what] of [
        [RXNORM, rxnorm, 'RxNorm'],
        [SNOMED, dmd, 'dm+d'],
      ] as const) {
        let [found, certain, byText, contradicted] = [0, 0, 0, 0];
        for (const [code, name] of [...names].filter((_row, index) => index % EVERY === 0)) {
          if (terminology.medicine(system, code) === undefined) continue;
          found += 1;
          const alone = imported.read({ code: { coding: [{ system, code }] } });
          const spoken = builtIn.read({ code: { text: name } });
          if (alone.certainty === 'certain') certain += 1;
          if (spoken.certainty === 'certain') byText += 1;
          const [ours, theirs] = [alone.ingredients.join('+'), spoken.ingredients.join('+')];
          if (alone.certainty === 'certain' && spoken.certainty === 'certain' && ours !== theirs) contradicted += 1;
        }
        const share = (count: number) => (count / Math.max(1, found)).toFixed(4);
        report.push(
          `${what}: ${found} codes, certain by code alone ${share(certain)}, by the built-in vocabulary from the name ${share(byText)}`,
        );
        expect(found).toBeGreaterThan(0);
        expect(contradicted, `${what}: code and its own name read differently`).toBe(0);
        expect(certain / found).toBeGreaterThan(0.8);
      }
      process.stdout.write(`${report.join('\n')}\n`);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  },
);
