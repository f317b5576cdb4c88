/** Whatever a client sends: never a failure of the server, never more than was asked for, always FHIR. */
import type { OperationOutcome } from 'fhir/r4.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENDPOINTS } from '../../src/api/endpoints.ts';
import { searchParametersOf } from '../../src/record/search/search-parameters.ts';
import { runs } from '../support/runs.ts';
import {
  FORM,
  matchesIn,
  RESULT_PARAMETERS,
  selfOf,
  startFuzzServer,
  totalOf,
  type FuzzServer,
} from './api-fuzz-server.ts';

let server: FuzzServer;
const send: FuzzServer['send'] = (...sent) => server.send(...sent);
beforeAll(async () => {
  server = await startFuzzServer();
});
afterAll(() => server.close());

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('person-1', 'Patient/person-1', 'active', '2026', 'ge2026-01', 'source', '0', '1', '|', ',', '\\'),
  fc.constantFrom(
    'unified',
    'true',
    'code',
    '-date',
    '*',
    'Condition:encounter',
    'Provenance:target',
    'count',
    'gt5|||',
  ),
);
const anyName = fc.oneof(
  fc.constantFrom(
    ...RESULT_PARAMETERS,
    'patient',
    'subject',
    '_id',
    '_tag',
    '_lastUpdated',
    'code',
    'status',
    'identifier',
  ),
  fc.constantFrom('_type', '_since', 'view', '_view', 'start', 'end', 'item', 'source', 'target', 'patient:Patient'),
  fc.constantFrom('_include:iterate', 'code:not', 'code:text', 'date:missing', 'profile', 'on-demand', 'type', 'url'),
  fc.string({ unit: 'binary', maxLength: 10 }),
);
const anyQuery = fc
  .array(fc.tuple(anyName, anyText), { maxLength: 4 })
  .map((pairs) => new URLSearchParams(pairs).toString());

/** Every line of the table, filled in with what is there, what is not, and what is someone else's. */
const filledIn = ENDPOINTS.flatMap(({ path }) =>
  ['Condition', 'MedicationStatement', 'Linkage', 'Patient', 'Binary', 'CodeSystem'].flatMap((type) =>
    ['u-hypertension', 'u-old', 'person-1', 'person-2', 'record-kind', 'x'].map((id) =>
      path.replace(':type', type).replace(':id', id).replace(':vid', '1'),
    ),
  ),
);
const anyPath = fc.constantFrom(
  ...new Set([
    ...filledIn,
    '/metadata',
    '',
    '/',
    '/Nonsense',
    '//',
    '/Condition/..%2f',
    '/%E0%A4%A',
    `/${'a'.repeat(9_000)}`,
  ]),
);

test('any query of any path by any method gives FHIR, and nothing of another patient', async () => {
  const method = fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE');
  await fc.assert(
    fc.asyncProperty(anyPath, anyQuery, method, async (path, query, verb) => {
      const answer = await send(verb, `${path}?${query}`);
      expect(answer.status).toBeLessThan(500);
      if (verb !== 'HEAD' && verb !== 'OPTIONS') expect(answer.body).toBeDefined();
      if (answer.status === 405) expect(answer.headers['allow']).toContain('OPTIONS');
      if (path.includes('Patient/person-2') && verb !== 'OPTIONS') expect(answer.status).not.toBe(200);
    }),
    runs(600),
  );
});

test('any body of any operation gives FHIR', async () => {
  const operations = ENDPOINTS.filter(({ body }) => body === 'parameters');
  const paths = operations.map(({ path }) => path.replace(':type', 'Condition').replace(':id', 'person-1'));
  const deep = fc.nat(60).map((depth) => `${'{"part":['.repeat(depth)}${']}'.repeat(depth)}`);
  const parameter = fc.record({ name: fc.oneof(anyName, fc.jsonValue()), value: fc.jsonValue() });
  const parameters = fc.array(parameter, { maxLength: 4 }).map((list) =>
    JSON.stringify({
      resourceType: 'Parameters',
      parameter: list.map(({ name, value }) => ({ name, valueString: value })),
    }),
  );
  const body = fc.oneof(parameters, fc.json(), deep, fc.string({ unit: 'binary' }));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), body, async (path, text) => {
      const answer = await send('POST', path, text, { 'Content-Type': 'application/fhir+json' });
      expect([200, 400, 403, 404, 406, 413, 422]).toContain(answer.status);
      expect(answer.body).toBeDefined();
    }),
    runs(300),
  );
});

/** Values that some record of the fixture has. */
const HITS = [
  '38341003',
  'http://snomed.info/sct|',
  'Condition/gp-problem',
  'person-1',
  'active',
  'unified',
  'true',
  'false',
  'ge2000',
];

describe('what a parameter does to an answer', () => {
  const value = fc.oneof(anyText, fc.constantFrom(...HITS));
  const known = fc.constantFrom('Condition', 'MedicationStatement', 'Observation').chain((type) => {
    const names = searchParametersOf(type).map(({ name }) => name);
    const modified = fc.tuple(fc.constantFrom(...names), fc.constantFrom('', ':not', ':missing', ':text', ':exact'));
    const criterion = fc.tuple(
      modified.map(([name, modifier]) => `${name}${modifier}`),
      value,
    );
    return fc.record({ type: fc.constant(type), some: fc.array(criterion, { maxLength: 2 }), more: criterion });
  });
  const ask = (type: string, pairs: readonly (readonly [string, string])[]) =>
    // `_tag` opens both kinds of record, so that it is there from the beginning.
    send(
      'GET',
      `/${type}?_tag=source,unified&${new URLSearchParams(pairs.map(([a, b]): [string, string] => [a, b])).toString()}`,
    );

  test('one that is known never finds more', async () => {
    let narrowed = 0;
    await fc.assert(
      fc.asyncProperty(known, async ({ type, some, more }) => {
        const [before, after] = [await ask(type, some), await ask(type, [...some, more])];
        if (before.status !== 200 || after.status !== 200) return;
        const found = new Set(matchesIn(before).map(({ fullUrl }) => fullUrl));
        const left = matchesIn(after);
        for (const { fullUrl } of left) expect(found).toContain(fullUrl);
        if (found.size > 0 && left.length < found.size) narrowed += 1;
      }),
      runs(300),
    );
    // Otherwise nothing was tried.
    expect(narrowed).toBeGreaterThan(0);
  });

  test('one that is not known changes nothing but what is told of it', async () => {
    const unknown = fc
      .tuple(fc.stringMatching(/^[a-z][a-z-]{0,12}$/), anyText)
      .filter(([name]) => !['patient', 'subject'].includes(name));
    await fc.assert(
      fc.asyncProperty(known, unknown, async ({ type, some }, [name, text]) => {
        if (searchParametersOf(type).some((parameter) => parameter.name === name)) return;
        const [without, given] = [await ask(type, some), await ask(type, [...some, [`x-${name}`, text]])];
        expect(given.status).toBe(without.status);
        expect(matchesIn(given)).toEqual(matchesIn(without));
        expect(totalOf(given)).toBe(totalOf(without));
        expect(selfOf(given)).toBe(selfOf(without));
      }),
      runs(150),
    );
  });

  test('none that is given as another patient finds anything', async () => {
    const name = fc.constantFrom('patient', 'subject', 'patient:Patient', 'subject:Patient', 'patient:Group');
    const someone = anyText.filter((text) => !/^(?:Patient\/)?person-1$/.test(text));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...['Condition', 'MedicationStatement', 'Observation', 'Patient']),
        name,
        someone,
        async (type, parameter, text) => {
          const answer = await send('GET', `/${type}?${new URLSearchParams([[parameter, text]]).toString()}`);
          expect([400, 403]).toContain(answer.status);
        },
      ),
      runs(150),
    );
  });
});

test('a cursor that was not given out opens nothing', async () => {
  const cursor = fc.oneof(
    fc.base64String({ maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
      .tuple(fc.integer(), fc.string({ maxLength: 22 }))
      .map(([at, list]) => Buffer.from(`${at}.${list}`).toString('base64url')),
  );
  await fc.assert(
    fc.asyncProperty(cursor, fc.constantFrom('/Condition', '/Patient/person-1/$everything'), async (text, path) => {
      const answer = await send('GET', `${path}?_count=1&_page=${encodeURIComponent(text)}`);
      expect([400, 410]).toContain(answer.status);
    }),
    runs(200),
  );
});

test('headers of any kind do no harm', async () => {
  const visible = fc.stringMatching(/^[ -~]{0,60}$/);
  const names = ['Accept', 'Prefer', 'If-None-Match', 'If-Match', 'If-Unmodified-Since', 'If-Modified-Since'];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names, 'X-Request-Id', 'Origin', 'Content-Type', 'Range', 'X-HTTP-Method-Override', 'Cookie'),
      fc.oneof(visible, fc.constantFrom('*', 'W/"', '"', ',,,', 'q=0', '*/*;q=', 'handling=strict;handling=lenient')),
      fc.constantFrom('GET', 'POST'),
      async (name, value, method) => {
        const path = method === 'GET' ? '/Condition' : '/Condition/_search';
        const answer = await send(method, path, method === 'GET' ? '' : 'code=1', { ...FORM, [name]: value });
        expect([200, 304, 400, 406, 412, 415]).toContain(answer.status);
        if (answer.status >= 400) expect((answer.body as OperationOutcome).issue).toHaveLength(1);
      },
    ),
    runs(300),
  );
});
