/** Tables of official terminology beside real records (PHR_RECORDS), written as releases and imported, to check the import with. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ImportedTerminology } from '../../../src/record/terminology/imported/imported-terminology.ts';
import { importTerminology, type ImportSummary } from '../../../src/terminology/import-terminology.ts';
import { openIndex } from '../../../src/terminology/index/open-index.ts';
import { descriptions, rxnconso, rxnrel, writeFiles } from './invented-releases.ts';

export interface CheckingTables {
  readonly terminology: ImportedTerminology;
  readonly summary: ImportSummary;
  /** RXCUI → name. */
  readonly rxnorm: ReadonlyMap<string, string>;
  /** SNOMED CT id → name. */
  readonly dmd: ReadonlyMap<string, string>;
  readonly line: string;
}

/** @returns undefined where the folder has no such tables. */
export async function importCheckingTables(records: string, dir: string): Promise<CheckingTables | undefined> {
  const folder = join(records, 'terminology');
  const rxnormFile = join(folder, 'rxnorm_names_2025-10.tsv.gz');
  if (!existsSync(rxnormFile)) return undefined;
  const rxnormRows = rows(rxnormFile);
  const relations = rows(join(folder, 'rxnorm_relations_2025-10.tsv.gz'));
  const vtms = rows(join(folder, 'dmd_vtm_2019-04.tsv'));
  const substances = rows(join(folder, 'dmd_ingredient_2019-04.tsv'));
  // One disease with one code only: elsewhere the name is not the code's.
  const diseases = rows(join(folder, 'do_snomed_icd10cm_2026-08.tsv')).filter((row) => row[4] === '1');
  const rxnorm = writeFiles(join(dir, 'rxnorm'), {
    'RXNCONSO.RRF': rxnconso(rxnormRows.map(([code = '', name = '', type = '']) => ({ code, name, type }))),
    'RXNREL.RRF': rxnrel(relations.map(([from = '', relation = '', to = '']) => [from, relation, to] as const)),
    'RXNSAB.RRF': '||RXNORM_20AA_251006F|RXNORM|||20AA_251006F|\n',
  });
  const dmd = writeFiles(join(dir, 'dmd'), {
    'f_vtm2_3290419.xml': xml('VTM', vtms, ['VTMID', 'NM', 'VTMIDPREV']),
    'f_ingredient2_3290419.xml': xml('ING', substances, ['ISID', 'NM', 'ISIDPREV']),
  });
  const snomed = writeFiles(join(dir, 'snomed'), {
    'sct2_Description_Snapshot-en_XX_20260801.txt': descriptions(
      diseases.map(([code = '', , , name = '']) => [code, 'full', `${name} (disorder)`] as const),
    ),
  });
  const out = join(dir, 'checking.index');
  const importing = performance.now();
  const summary = await importTerminology(
    { rxnorm: [rxnorm], dmd: [dmd], snomed: [snomed], icd10Map: [], out },
    () => undefined,
  );
  const opening = performance.now();
  const terminology = openIndex(out);
  const opened = performance.now();
  const { medicines, conditions } = summary;
  const line =
    `imported ${medicines} medicine and ${conditions} condition codes in ${Math.round(opening - importing)} ms: ` +
    `${(statSync(out).size / 1e6).toFixed(1)} MB, opened in ${(opened - opening).toFixed(1)} ms`;
  return {
    terminology,
    summary,
    rxnorm: new Map(rxnormRows.map(([code = '', name = '']) => [code, name])),
    dmd: new Map([...vtms, ...substances].map(([code = '', name = '']) => [code, name])),
    line,
  };
}

function rows(file: string): readonly (readonly string[])[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
}

function xml(element: string, table: readonly (readonly string[])[], fields: readonly string[]): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const records = table.map((row) => {
    const children = fields.map((field, index) => `<${field}>${escaped(row[index] ?? '')}</${field}>`);
    return `<${element}>${children.join('')}</${element}>\n`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n<ALL>\n${records.join('')}</ALL>\n`;
}
