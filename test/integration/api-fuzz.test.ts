/** Every parameter with everything that can be wrong with one: never a failure of the server, never more than asked for. */
import type { Bundle } from 'fhir/r4.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { R4_TYPES } from '../../src/access/tables/resource-types.ts';
import { parseQuery } from '../../src/api/query.ts';
import { parseSearch } from '../../src/api/search-request.ts';
import { GatewayError } from '../../src/errors.ts';
import { searchParametersOf } from '../../src/record/search/search-parameters.ts';
import { BASE_URL } from '../fixtures/fhir-api.ts';
import {
  FORM,
  matchesIn,
  RESULT_PARAMETERS,
  selfOf,
  startFuzzServer,
  totalOf,
  type Answer,
  type FuzzServer,
} from './api-fuzz-server.ts';

let server: FuzzServer;
const send: FuzzServer['send'] = (...sent) => server.send(...sent);
beforeAll(async () => {
  server = await startFuzzServer();
});
afterAll(() => server.close());

/** What can be wrong with a parameter. @returns a query. */
const MUTATIONS: readonly (readonly [string, (name: string) => string])[] = [
  ['empty', (name) => `${name}=`],
  ['without a value', (name) => name],
  ['of commas', (name) => `${name}=,,,`],
  ['of bars', (name) => `${name}=%7C%7C%7C`],
  ['as a list', (name) => `${name}[]=x&${name}[]=y`],
  ['nested', (name) => `${name}[a][b]=x`],
  ['with an unknown prefix', (name) => `${name}=zz2020-01-01`],
  ['with a prefix only', (name) => `${name}=ge`],
  ['with a NUL', (name) => `${name}=%00`],
  ['with a broken escape', (name) => `${name}=%E0%A4%A`],
  ['with a lone surrogate', (name) => `${name}=%ED%A0%80`],
  ['with a line break', (name) => `${name}=a%0D%0AX-Injected:%201`],
  ['with a backslash at the end', (name) => `${name}=never-there%5C`],
  ['with a modifier', (name) => `${name}:exact=never-there`],
  ['with an unknown modifier', (name) => `${name}:flavour=x`],
  ['with an empty modifier', (name) => `${name}:=x`],
  ['with two modifiers', (name) => `${name}:missing:not=true`],
  ['with :missing of nonsense', (name) => `${name}:missing=maybe`],
  ['with :in', (name) => `${name}:in=http://loinc.org/vs`],
  ['chained', (name) => `${name}.name=x`],
  ['chained by type', (name) => `${name}:Patient.name=x`],
  ['beside members of every object', (name) => `__proto__=x&constructor=y&${name}=never-there`],
  ['of 12 kB', (name) => `${name}=${'9'.repeat(12_000)}`],
  ['of 6000 alternatives', (name) => `${name}=${'9,'.repeat(6_000)}9`],
  ['repeated 60 times', (name) => Array.from({ length: 60 }, () => `${name}=never-there`).join('&')],
  ['repeated 200 times', (name) => Array.from({ length: 200 }, () => `${name}=1`).join('&')],
  ['in another script', (name) => `${name}=%F0%9F%A9%BA%E2%80%AE%D8%A7`],
  ['negative', (name) => `${name}=-1`],
  ['enormous', (name) => `${name}=1e9`],
  ['not a number', (name) => `${name}=NaN`],
  ['JSON', (name) => `${name}=%7B%22%24ne%22%3Anull%7D`],
];

describe('every parameter of every type', () => {
  const all = [...R4_TYPES].flatMap((type) =>
    [...searchParametersOf(type).map(({ name }) => name), ...RESULT_PARAMETERS].map((name) => ({ type, name })),
  );

  test.each(MUTATIONS)('%s: is refused in words, or is applied and finds nothing', (_label, mutate) => {
    let applied = 0;
    for (const { type, name } of all) {
      const parameters = readQuery(mutate(name));
      if (parameters === undefined) continue;
      try {
        const search = parseSearch(type, parameters, 'person-1', BASE_URL);
        applied++;
        const named = new Set([...search.used, ...search.ignored]);
        expect([...parameters].filter((given) => given.name !== '' && !named.has(given.name))).toEqual([]);
      } catch (error) {
        // Anything else would be a failure of the server.
        if (!(error instanceof GatewayError)) throw error;
        expect([400, 403, 406, 413]).toContain(error.status);
      }
    }
    expect(all.length).toBeGreaterThan(2_500);
    expect(applied).toBeLessThanOrEqual(all.length);
  });

  function readQuery(query: string) {
    try {
      return parseQuery(query);
    } catch (error) {
      if (error instanceof GatewayError && error.code === 'too-large') return undefined;
      throw error;
    }
  }
});

const TYPES = ['Condition', 'MedicationStatement', 'Observation', 'Patient', 'Provenance', 'AuditEvent', 'CodeSystem'];

describe.each(TYPES)('over HTTP, %s', (type) => {
  const names = [...new Set([...searchParametersOf(type).map(({ name }) => name), ...RESULT_PARAMETERS, 'flavour'])];

  test.each(MUTATIONS)('a parameter %s', async (label, mutate) => {
    // Each kind of parameter with each fault somewhere; all of them are tried above.
    const some = names.filter((_name, index) => index % 6 === label.length % 6);
    for (const name of some) {
      const query = mutate(name);
      const strict = { Prefer: 'handling=strict' };
      const [got, posted, refused] = await Promise.all([
        send('GET', `/${type}?${query}`),
        send('POST', `/${type}/_search`, query, FORM),
        send('GET', `/${type}?${query}`, '', strict),
      ]);
      for (const answer of [got, posted]) {
        expect([200, 400, 403, 406, 413], `${name} ${label}`).toContain(answer.status);
        expect(answer.body?.resourceType).toBe(answer.status === 200 ? 'Bundle' : 'OperationOutcome');
      }
      expect(posted.status).toBe(got.status);
      if (got.status !== 200) continue;
      expect(totalOf(posted)).toBe(totalOf(got));
      expectTold(got, refused, query);
    }
  });
});

/** What took no effect is named in the answer, is not in `self`, and is refused under strict handling. */
function expectTold(lenient: Answer, strict: Answer, query: string): void {
  const remarks = JSON.stringify(
    ((lenient.body as Bundle).entry ?? []).filter(({ search }) => search?.mode === 'outcome'),
  );
  const ignored = remarks.includes('"code":"ignored-parameter"');
  expect([query, strict.status]).toEqual([query, ignored ? 400 : 200]);
  const applied = [...new URL(selfOf(lenient)).searchParams.keys()].length;
  const given = parseQuery(query).filter(({ name }) => name !== '').length;
  expect(applied === given).toBe(!ignored);
}

describe('long queries', () => {
  test.each(['code', '_id', 'flavour', '_count', 'patient'])('%s of 100 kB', async (name) => {
    const inPath = await send('GET', `/Condition?${name}=${'9'.repeat(100_000)}`);
    expect(inPath.status).toBe(431);
    const inBody = await send('POST', '/Condition/_search', `${name}=${'9'.repeat(100_000)}`, FORM);
    expect(inBody.status).toBe(413);
  });
});

describe('_count', () => {
  test.each([
    ['0', 200, 0],
    ['1', 200, 1],
    ['999999999', 200, 3],
    ['1000000000', 400, undefined],
    ['-1', 400, undefined],
    ['1.5', 400, undefined],
    ['', 400, undefined],
    ['0x10', 400, undefined],
  ])('%s: %i', async (count, status, entries) => {
    const answer = await send('GET', `/Condition?_tag=source,unified&_count=${count}`);
    expect(answer.status).toBe(status);
    if (entries !== undefined) expect(matchesIn(answer)).toHaveLength(entries);
  });
});
