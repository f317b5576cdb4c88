/** docs/conformance.md says what the tests show, and has every duty that the lists of requirements have. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { CapabilityStatement, Extension } from 'fhir/r4.js';
import { describe, expect, test } from 'vitest';
import { recordsFolder } from '../support/needs.ts';

const ROOT = new URL('../../', import.meta.url);
const EXPECTATION = 'http://hl7.org/fhir/StructureDefinition/capabilitystatement-expectation';
const UNTESTED = /^(does not apply|not done|held, not tested): ./;

interface Row {
  readonly id: string;
  readonly url: string;
  readonly words: string;
  readonly where: string;
  /** Names of test files, or why there is none. */
  readonly shownBy: string;
}

const page = readFileSync(new URL('docs/conformance.md', ROOT), 'utf8');
const rows = page.split('\n').flatMap((line): Row[] => {
  const [, first = '', words = '', where = '', shownBy = ''] = line.split('|').map((cell) => cell.trim());
  const [, id, url] = /^\[((?:SMART|IPA|IPS)-[A-Za-z0-9-]+)\]\((\S+)\)$/.exec(first) ?? [];
  return id === undefined || url === undefined ? [] : [{ id, url, words, where, shownBy }];
});
const quoted = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

/** Ids in the titles of each file of tests. */
const titles = new Map(
  readdirSync(new URL('test/conformance/', ROOT))
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => {
      const text = readFileSync(new URL(`test/conformance/${file}`, ROOT), 'utf8');
      const starts = [...text.matchAll(/'((?:\[(?:SMART|IPA|IPS)-[A-Za-z0-9-]+\])+) /g)].map(([, ids = '']) => ids);
      const ids = starts.flatMap((one) => [...one.matchAll(/\[([^\]]+)\]/g)].map(([, id = '']) => id));
      return [file.replace('.test.ts', ''), new Set(ids)] as const;
    }),
);

describe('the table and the tests', () => {
  test('the table has rows, each id once', () => {
    expect(rows.length).toBeGreaterThan(300);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  test('a row names tests with its id in their titles, or says why there are none', () => {
    const wrong = rows.filter(({ id, shownBy }) => {
      const files = quoted(shownBy);
      if (UNTESTED.test(shownBy)) return [...titles.values()].some((ids) => ids.has(id));
      return files.length === 0 || !files.every((file) => titles.get(file)?.has(id) === true);
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('a test with an id in its title stands in the row of that id', () => {
    const shown = new Map(rows.map(({ id, shownBy }) => [id, UNTESTED.test(shownBy) ? [] : quoted(shownBy)]));
    const missing = [...titles].flatMap(([file, ids]) =>
      [...ids].filter((id) => shown.get(id)?.includes(file) !== true).map((id) => `${id} ${file}`),
    );
    expect(missing).toEqual([]);
  });

  test('what the table names as the place is there', () => {
    const places = new Set(rows.flatMap(({ where }) => quoted(where)));
    expect([...places].filter((place) => !existsSync(new URL(place, ROOT)))).toEqual([]);
  });

  test('the sentence that counts the rows counts right', () => {
    const count = (kind: RegExp) => rows.filter(({ shownBy }) => kind.test(shownBy)).length;
    const tested = rows.length - count(UNTESTED);
    expect(page).toContain(
      `${tested} rows are tested, ${count(/^does not apply/)} do not apply, ${count(/^held/)} is held without a test of its own, ${count(/^not done/)} are not done.`,
    );
  });
});

const folder = recordsFolder();

describe.skipIf(folder === undefined)('the table and the lists of requirements', () => {
  const read = (file: string) => readFileSync(`${folder ?? ''}/requirements/${file}`, 'utf8');

  test('every row of SMART App Launch 2.2.0 that obliges a server or a client is there, with its address', () => {
    const [header = [], ...lines] = parseCsv(read('smart-app-launch-2.2.0.csv'));
    const column = (name: string) => header.indexOf(name);
    const duties = lines.filter((line) => /^SHALL/.test(line[column('conformance')] ?? ''));
    const wanted = duties.map((line) => `SMART-${line[column('id')] ?? ''} ${line[column('url')] ?? ''}`);
    const there = rows.filter(({ id }) => id.startsWith('SMART-')).map(({ id, url }) => `${id} ${url}`);
    expect(wanted.length).toBeGreaterThan(250);
    expect(there.toSorted()).toEqual(wanted.toSorted());
  });

  test.each([
    ['IPA-S', 'ipa-1.1.0-CapabilityStatement-ipa-server.json'],
    ['IPA-C', 'ipa-1.1.0-CapabilityStatement-ipa-client.json'],
  ])('every type, search and operation that %s obliges to is in one of its rows', (prefix, file) => {
    const words = rows.filter(({ id }) => id.startsWith(prefix)).map((row) => `${row.id} ${row.words}`);
    const statement = JSON.parse(read(file)) as CapabilityStatement;
    const isDuty = ({ extension }: { readonly extension?: readonly Extension[] | undefined }) =>
      extension?.some(({ url, valueCode }) => url === EXPECTATION && valueCode === 'SHALL') === true;
    const duties = (statement.rest?.[0]?.resource ?? []).flatMap(({ type, searchParam = [], operation = [] }) => [
      ...searchParam.filter(isDuty).map(({ name }) => [type, name] as const),
      ...operation.filter(isDuty).map(({ name }) => [type, name] as const),
    ]);
    expect(duties.length).toBeGreaterThan(5);
    const isThere = ([type, name]: readonly [string, string]) =>
      words.some(
        (text) =>
          (text.includes(type) || text.includes('each type')) &&
          (text.includes(name) || (name === 'patient' && text.includes('patient'))),
      );
    expect(duties.filter((duty) => !isThere(duty))).toEqual([]);
  });
});

/** RFC 4180: quoted fields may hold commas, line ends and doubled quotes. */
function parseCsv(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  for (const [, quotedField, plain, end = ''] of text
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    lines.at(-1)?.push(quotedField?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') lines.push([]);
  }
  return lines.filter((line) => line.length > 1);
}
