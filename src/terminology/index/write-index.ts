/** Writes releases into one index file; where two releases have a code, the one given first speaks. */
import { createHash } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { SNOMED, type Release } from '../release.ts';
import {
  BETWEEN_FIELDS,
  BETWEEN_NAMES,
  codeKey,
  FORMAT_LINE,
  nameKey,
  TABLE_NAMES,
  type IndexHeader,
  type IndexTable,
  type TableName,
} from './index-format.ts';

export interface IndexSummary {
  readonly medicines: number;
  readonly ingredients: number;
  readonly conditions: number;
  readonly bytes: number;
}

type Entries = ReadonlyMap<string, string>;

/** The file appears whole or not at all. */
export async function writeIndex(file: string, releases: readonly Release[]): Promise<IndexSummary> {
  const entries: Readonly<Record<TableName, Entries>> = {
    medicines: medicineEntries(releases),
    ingredients: ingredientEntries(releases),
    conditions: conditionEntries(releases),
  };
  const parts: Buffer[] = [];
  const tables = {} as Record<TableName, IndexTable>;
  let at = 0;
  for (const name of TABLE_NAMES) {
    const { offsets, data } = sortedTable(entries[name]);
    tables[name] = {
      entries: entries[name].size,
      offsetsAt: at,
      dataAt: at + offsets.length,
      dataBytes: data.length,
    };
    at += offsets.length + data.length;
    parts.push(offsets, data);
  }
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  const header: IndexHeader = {
    releases: releases.map(({ title }) => title),
    bytes: at,
    sha256: digest.digest('hex'),
    tables,
  };
  const head = Buffer.from(`${FORMAT_LINE}${JSON.stringify(header)}\n`);
  const partial = `${file}.${process.pid}.partial`;
  try {
    await writeFile(partial, [head, ...parts]);
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return {
    medicines: entries.medicines.size,
    ingredients: entries.ingredients.size,
    conditions: entries.conditions.size,
    bytes: head.length + at,
  };
}

function medicineEntries(releases: readonly Release[]): Entries {
  const entries = new Map<string, string>();
  releases.forEach(({ medicineSystem, medicines }, release) => {
    for (const [code, { names, ingredients }] of medicines)
      add(entries, codeKey(medicineSystem, code), [release, joined(names), joined(ingredients)]);
  });
  return entries;
}

function ingredientEntries(releases: readonly Release[]): Entries {
  const entries = new Map<string, string>();
  releases.forEach(({ ingredients }, release) => {
    for (const [name, substance] of ingredients) add(entries, nameKey(clean(name)), [release, clean(substance)]);
  });
  return entries;
}

/** The names of one release and the map of another make one entry. */
function conditionEntries(releases: readonly Release[]): Entries {
  const entries = new Map<string, string>();
  const maps = new Map<string, readonly string[]>();
  for (const { conditions } of releases)
    for (const [code, { icd10 }] of conditions) if (icd10.length > 0 && !maps.has(code)) maps.set(code, icd10);
  for (const named of [true, false]) {
    releases.forEach(({ conditions }, release) => {
      for (const [code, { names }] of conditions) {
        if (names.length > 0 !== named) continue;
        add(entries, codeKey(SNOMED, code), [release, joined(names), joined(maps.get(code) ?? [])]);
      }
    });
  }
  return entries;
}

function add(entries: Map<string, string>, key: string | undefined, fields: readonly (string | number)[]): void {
  if (key !== undefined && key !== '' && !entries.has(key)) entries.set(key, fields.join(BETWEEN_FIELDS));
}

function joined(names: readonly string[]): string {
  return names.map(clean).join(BETWEEN_NAMES);
}

/** Control characters would cut an entry in two. */
function clean(name: string): string {
  return name.replace(/\p{Cc}/gu, ' ');
}

/** One buffer for all entries: half a million small ones would take several times the room. */
function sortedTable(entries: Entries): { readonly offsets: Buffer; readonly data: Buffer } {
  const sorted = [...entries]
    .map(([key, fields]) => ({ key: Buffer.from(key), fields: `${BETWEEN_FIELDS}${fields}` }))
    .sort((a, b) => Buffer.compare(a.key, b.key));
  const offsets = Buffer.alloc((sorted.length + 1) * 4);
  const data = Buffer.alloc(sorted.reduce((sum, { key, fields }) => sum + key.length + Buffer.byteLength(fields), 0));
  let at = 0;
  for (const [index, { key, fields }] of sorted.entries()) {
    offsets.writeUInt32LE(at, index * 4);
    at += key.copy(data, at);
    at += data.write(fields, at);
  }
  offsets.writeUInt32LE(at, sorted.length * 4);
  return { offsets, data };
}
