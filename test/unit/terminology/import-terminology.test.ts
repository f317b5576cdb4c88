import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importTerminology, type ImportRequest } from '../../../src/terminology/import-terminology.ts';
import { openIndex } from '../../../src/terminology/index/open-index.ts';
import {
  descriptions,
  dmdRelease,
  icd10MapRelease,
  newFolder,
  rxnormRelease,
  snomedRelease,
  writeFiles,
} from './invented-releases.ts';

const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const SNOMED = 'http://snomed.info/sct';
const quiet = () => undefined;

let dir = '';
beforeEach(() => {
  dir = newFolder();
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function request(folders: Partial<Omit<ImportRequest, 'out'>>): ImportRequest {
  return { rxnorm: [], dmd: [], snomed: [], icd10Map: [], ...folders, out: join(dir, 'all.index') };
}

async function imported(folders: Partial<Omit<ImportRequest, 'out'>>) {
  const wanted = request(folders);
  const summary = await importTerminology(wanted, quiet);
  return { summary, index: openIndex(wanted.out) };
}

describe('RxNorm', () => {
  test('codes have their names, preferred first, and their ingredients through components and brands', async () => {
    const { index, summary } = await imported({ rxnorm: [writeFiles(join(dir, 'rx'), rxnormRelease())] });
    expect(summary.releases).toEqual(['RxNorm 2026-11-02']);
    expect(index.medicine(RXNORM, '9900002')).toEqual({
      release: 'RxNorm 2026-11-02',
      names: ['furosemide 40 MG Oral Tablet', 'furosemide 40 mg tablet'],
      ingredients: ['furosemide'],
    });
    expect(index.medicine(RXNORM, '9900006')?.ingredients).toEqual(['zelvumab']);
    expect(index.medicine(RXNORM, '9900010')?.ingredients).toEqual(['orvatine', 'zelvumab']);
    expect(index.medicine(RXNORM, '9900003')?.ingredients).toEqual(['zelvumab']);
  });

  test('a salt is its substance; another form of a substance, and a list that is not whole, are not', async () => {
    const { index } = await imported({ rxnorm: [writeFiles(join(dir, 'rx'), rxnormRelease())] });
    const ingredientsOf = (code: string) => index.medicine(RXNORM, code)?.ingredients;
    expect(ingredientsOf('9900018')).toEqual(['orvatine']);
    expect(ingredientsOf('9900017')).toEqual(['zelvumab torantine']);
    expect(ingredientsOf('9900019')).toEqual([]);
    expect(ingredientsOf('9900012')).toEqual([]);
  });

  test('names of substances, salts and single brands lead to the substance, in any letter case', async () => {
    const { index } = await imported({ rxnorm: [writeFiles(join(dir, 'rx'), rxnormRelease())] });
    expect(index.ingredient(' ZELVORA ')?.name).toBe('zelvumab');
    expect(index.ingredient('Orvatine  sulfate')?.name).toBe('orvatine');
    expect(index.ingredient('orvatine 5 MG')).toBeUndefined();
  });

  test('a code of another system, a form, and an unknown code are nothing', async () => {
    const { index } = await imported({ rxnorm: [writeFiles(join(dir, 'rx'), rxnormRelease())] });
    expect(index.medicine(SNOMED, '9900002')).toBeUndefined();
    expect(index.medicine(RXNORM, '9900013')).toBeUndefined();
    expect(index.medicine(RXNORM, '99')).toBeUndefined();
    expect(index.medicine('http://example.org/codes', '9900002')).toBeUndefined();
  });

  test('a row with too few fields is named by file and line, and nothing is written', async () => {
    const files = rxnormRelease();
    const broken = { ...files, 'rrf/RXNCONSO.RRF': `${files['rrf/RXNCONSO.RRF']}9900099|ENG|P|\n` };
    const wanted = request({ rxnorm: [writeFiles(join(dir, 'rx'), broken)] });
    await expect(importTerminology(wanted, quiet)).rejects.toThrow(/RXNCONSO\.RRF:21: has 4 fields/);
    expect(readdirSync(dir)).toEqual(['rx']);
  });

  test('a folder without the files says which are missing', async () => {
    const wanted = request({ rxnorm: [writeFiles(join(dir, 'rx'), { 'readme.txt': 'nothing' })] });
    await expect(importTerminology(wanted, quiet)).rejects.toThrow(/has no RXNCONSO\.RRF/);
  });
});

describe('dm+d', () => {
  test('moieties, products, brands and substances by their codes; a former code means the same', async () => {
    const { index, summary } = await imported({ dmd: [writeFiles(join(dir, 'dmd'), dmdRelease())] });
    expect(summary.releases).toEqual(['dm+d 2026-11-05']);
    expect(index.medicine(SNOMED, '991001008')).toMatchObject({
      names: ['Ramipril 5mg capsules'],
      ingredients: ['Ramipril'],
    });
    expect(index.medicine(SNOMED, '993001000')).toMatchObject({
      names: ['Pelmitab 20mg tablets', 'Pelmidrax 20mg tablets'],
      ingredients: ['Pelmidrax'],
    });
    expect(index.medicine(SNOMED, '990003006')?.ingredients).toEqual(['Pelmidrax', 'Ramipril']);
    expect(index.medicine(SNOMED, '990002998')?.names).toEqual(['Pelmidrax']);
  });

  test('without a moiety the listed substances count, unless one of them is not known', async () => {
    const { index } = await imported({ dmd: [writeFiles(join(dir, 'dmd'), dmdRelease())] });
    expect(index.medicine(SNOMED, '991003006')).toMatchObject({
      names: ['Quandorel & water 5% cream'],
      ingredients: ['Quandorel'],
    });
    expect(index.medicine(SNOMED, '991004000')?.ingredients).toEqual([]);
  });

  test.each([
    ['not closed', '<A>\n<VTM><VTMID>990001008</VTMID>\n', /f_vtm2_3051126\.xml:3: unclosed tag/],
    ['without a name', '<A>\n<VTM><VTMID>990001008</VTMID></VTM></A>', /:2: a record without NM/],
    ['with an id that is none', '<A><VTM><VTMID>1x</VTMID><NM>Ramipril</NM></VTM></A>', /:1: VTMID is no number/],
    ['with a document type', '<!DOCTYPE A [<!ENTITY a "b">]>\n<A>&a;</A>', /:1: declares a document type/],
  ])('a file %s is named by file and line', async (_what, text, message) => {
    const files = { ...dmdRelease(), 'f_vtm2_3051126.xml': text };
    const wanted = request({ dmd: [writeFiles(join(dir, 'dmd'), files)] });
    await expect(importTerminology(wanted, quiet)).rejects.toThrow(message);
  });
});

describe('SNOMED CT and its map to ICD-10', () => {
  test('active names of clinical concepts, the full one first; other kinds of concepts are left out', async () => {
    const { index } = await imported({ snomed: [writeFiles(join(dir, 'sct'), snomedRelease())] });
    expect(index.condition(SNOMED, '994001004')).toEqual({
      release: 'SNOMED CT 2026-10-01',
      names: ['Hypertensive disorder (disorder)', 'High blood pressure'],
      icd10: [],
    });
    expect(index.condition(SNOMED, '994005008')?.names).toEqual(['Zorvian fever (disorder)']);
    expect(index.condition(SNOMED, '994004007')).toBeUndefined();
  });

  test('a single target of the ICD-10 map is kept; several, and other maps, are not', async () => {
    const { index } = await imported({
      snomed: [writeFiles(join(dir, 'sct'), snomedRelease())],
      icd10Map: [writeFiles(join(dir, 'map'), icd10MapRelease())],
    });
    expect(index.condition(SNOMED, '994002006')).toMatchObject({ release: 'SNOMED CT 2026-10-01', icd10: ['I10'] });
    expect(index.condition(SNOMED, '994005008')?.icd10).toEqual([]);
    expect(index.condition(SNOMED, '994001004')?.icd10).toEqual([]);
  });

  test('a missing column and a short row are named by file and line', async () => {
    const name = 'sct2_Description_Snapshot-en_INT_20261001.txt';
    const noColumn = writeFiles(join(dir, 'a'), { [name]: 'id\tactive\tconceptId\n' });
    await expect(importTerminology(request({ snomed: [noColumn] }), quiet)).rejects.toThrow(
      /\.txt:1: has no column "typeId"/,
    );
    const short = writeFiles(join(dir, 'b'), {
      [name]: `${descriptions([['994001004', 'full', 'Asthma (disorder)']])}1\t2\r\n`,
    });
    await expect(importTerminology(request({ snomed: [short] }), quiet)).rejects.toThrow(
      /\.txt:3: has 2 columns, not 9/,
    );
  });
});

describe('the index', () => {
  test('holds several releases; every code is found among many', async () => {
    const names = Array.from({ length: 500 }, (_, index) => [`${995_000_000 + index * 7}`, `Thing ${index}`] as const);
    const many = descriptions(names.map(([id, term]) => [id, 'full', `${term} (disorder)`] as const));
    const { index, summary } = await imported({
      rxnorm: [writeFiles(join(dir, 'rx'), rxnormRelease())],
      dmd: [writeFiles(join(dir, 'dmd'), dmdRelease())],
      snomed: [writeFiles(join(dir, 'sct'), { 'sct2_Description_Snapshot-en_INT_20261001.txt': many })],
    });
    expect(index.releases).toEqual(['RxNorm 2026-11-02', 'dm+d 2026-11-05', 'SNOMED CT 2026-10-01']);
    expect(summary.conditions).toBe(500);
    for (const [id, term] of names) expect(index.condition(SNOMED, id)?.names).toEqual([`${term} (disorder)`]);
    expect(index.condition(SNOMED, '995000001')).toBeUndefined();
    expect(index.medicine(RXNORM, '9900001')?.release).toBe('RxNorm 2026-11-02');
    expect(index.medicine(SNOMED, '990001008')?.release).toBe('dm+d 2026-11-05');
  });

  test('is the same bytes for the same releases', async () => {
    const folders = { rxnorm: [writeFiles(join(dir, 'rx'), rxnormRelease())] };
    await imported(folders);
    const first = readFileSync(join(dir, 'all.index'));
    await imported(folders);
    expect(readFileSync(join(dir, 'all.index')).equals(first)).toBe(true);
  });

  test('damaged, cut short, of another kind or absent, it is refused in words', async () => {
    await imported({ rxnorm: [writeFiles(join(dir, 'rx'), rxnormRelease())] });
    const whole = readFileSync(join(dir, 'all.index'));
    const other = Buffer.from(whole);
    other.writeUInt8(other.readUInt8(other.length - 3) ^ 1, other.length - 3);
    const written = (name: string, bytes: Buffer | string) => {
      writeFileSync(join(dir, name), bytes);
      return join(dir, name);
    };
    expect(() => openIndex(written('changed', other))).toThrow(/is damaged/);
    for (const cut of [whole.length - 1, 60, 34]) {
      expect(() => openIndex(written('cut', whole.subarray(0, cut)))).toThrow(/is damaged/);
    }
    expect(() => openIndex(written('json', '{}'))).toThrow(/is no terminology index/);
    expect(() => openIndex(join(dir, 'absent'))).toThrow(/cannot be read/);
  });
});
