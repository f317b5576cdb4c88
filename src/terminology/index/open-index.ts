/** Opens an index file: kept in memory as bytes and searched by halving, so that opening costs one reading and nothing more. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ImportedTerminology } from '../../record/terminology/imported/imported-terminology.ts';
import { ReleaseFaultError } from '../release-fault.ts';
import {
  BETWEEN_FIELDS,
  BETWEEN_NAMES,
  codeKey,
  FORMAT_LINE,
  headerSchema,
  nameKey,
  type IndexHeader,
  type IndexTable,
} from './index-format.ts';

/** @throws ReleaseFaultError where the file cannot be read, is no index, or is not as it was written. */
export function openIndex(file: string): ImportedTerminology {
  const { header, body } = readIndex(file);
  const { releases, tables } = header;
  const release = (index: string | undefined) => releases[Number(index)] ?? '';
  const byCode = (table: IndexTable, system: string, code: string) => {
    const key = codeKey(system, code);
    return key === undefined ? undefined : find(body, table, key);
  };
  return {
    releases,
    medicine(system, code) {
      const [index, names, ingredients] = byCode(tables.medicines, system, code) ?? [];
      if (index === undefined) return undefined;
      return { release: release(index), names: split(names), ingredients: split(ingredients) };
    },
    ingredient(name) {
      const [index, substance] = find(body, tables.ingredients, nameKey(name)) ?? [];
      return substance === undefined ? undefined : { release: release(index), name: substance };
    },
    condition(system, code) {
      const [index, names, icd10] = byCode(tables.conditions, system, code) ?? [];
      if (index === undefined) return undefined;
      return { release: release(index), names: split(names), icd10: split(icd10) };
    },
  };
}

function readIndex(file: string): { readonly header: IndexHeader; readonly body: Buffer } {
  const bytes = readBytes(file);
  const fault = (what: string) => new ReleaseFaultError({ file, line: undefined, what });
  if (!bytes.subarray(0, FORMAT_LINE.length).equals(Buffer.from(FORMAT_LINE)))
    throw fault('is no terminology index of this version; make it with "terminology import"');
  const end = bytes.indexOf('\n', FORMAT_LINE.length);
  const header = headerSchema.safeParse(parseJson(bytes.toString('utf8', FORMAT_LINE.length, Math.max(end, 0))));
  const body = bytes.subarray(end + 1);
  const isWhole =
    header.success &&
    body.length === header.data.bytes &&
    createHash('sha256').update(body).digest('hex') === header.data.sha256;
  if (!isWhole) throw fault('is damaged; make it again with "terminology import"');
  return { header: header.data, body };
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new ReleaseFaultError({ file, line: undefined, what: 'cannot be read' });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The fields behind the key. */
function find(body: Buffer, { entries, offsetsAt, dataAt }: IndexTable, key: string): readonly string[] | undefined {
  const wanted = Buffer.from(key);
  const startOf = (index: number) => dataAt + body.readUInt32LE(offsetsAt + index * 4);
  let low = 0;
  let high = entries - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const start = startOf(middle);
    const tab = body.indexOf(BETWEEN_FIELDS, start);
    const order = body.compare(wanted, 0, wanted.length, start, tab);
    if (order === 0) return body.toString('utf8', tab + 1, startOf(middle + 1)).split(BETWEEN_FIELDS);
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

function split(names: string | undefined): readonly string[] {
  return names === undefined || names === '' ? [] : names.split(BETWEEN_NAMES);
}
