/** Whatever a client sends: never a failure of the server, never more than was asked for, always FHIR. */
import { Agent, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Bundle, OperationOutcome, Resource } from 'fhir/r4.js';
import express from 'express';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { R4_TYPES } from '../../src/access/tables/resource-types.ts';
import { loadDefinitions } from '../../src/api/definitions/load-definitions.ts';
import { ENDPOINTS } from '../../src/api/endpoints.ts';
import { createFhirRouter } from '../../src/api/fhir-router.ts';
import { parseQuery } from '../../src/api/query.ts';
import { parseSearch } from '../../src/api/search-request.ts';
import { GatewayError } from '../../src/errors.ts';
import { searchParametersOf } from '../../src/record/search/search-parameters.ts';
import { BASE_URL } from '../fixtures/fhir-api.ts';
import { grantOf, smallAnswer, smallRecord } from '../fixtures/small-record.ts';
import { runs } from '../support/runs.ts';

let server: Server;
let port: number;
const keepAlive = new Agent({ keepAlive: true });
beforeAll(async () => {
  const app = express();
  const nothing = () => undefined;
  app.use(
    '/fhir/R4',
    createFhirRouter({
      reader: { read: () => Promise.resolve(smallAnswer()) },
      verify: () => Promise.resolve(grantOf('patient/*.rs')),
      baseUrl: BASE_URL,
      log: { info: nothing, warn: nothing, error: nothing },
      version: '0.0.1',
      definitions: await loadDefinitions(fileURLToPath(new URL('../../profiles/', import.meta.url))),
    }),
  );
  await new Promise<void>((resolve) => (server = app.listen(0, '127.0.0.1', () => resolve())));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  keepAlive.destroy();
  server.close();
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Resource | undefined;
}

/** Sent as it is: clients that tidy up a URL would hide what is tested. */
function send(method: string, path: string, body = '', headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { port, host: '127.0.0.1', method, path: `/fhir/R4${path}`, headers, agent: keepAlive };
    const sent = request(options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        const isFhir = response.headers['content-type']?.startsWith('application/fhir+json') ?? false;
        const resource = isFhir && text !== '' ? (JSON.parse(text) as Resource) : undefined;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: resource });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const totalOf = (answer: Answer) => (answer.body as Bundle | undefined)?.total;
const matchesIn = (answer: Answer) =>
  ((answer.body as Bundle | undefined)?.entry ?? []).filter(({ search }) => search?.mode === 'match');
const selfOf = (answer: Answer) =>
  (answer.body as Bundle | undefined)?.link?.find(({ relation }) => relation === 'self')?.url ?? '';
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };

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

/** None of them says anything about which records are wanted. */
const RESULT_PARAMETERS = [
  '_count',
  '_sort',
  '_summary',
  '_elements',
  '_total',
  '_include',
  '_revinclude',
  '_format',
  '_page',
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
        expect([400, 403, 406]).toContain(error.status);
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
        send('POST', `/${type}/_search`, query, form),
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
    const inBody = await send('POST', '/Condition/_search', `${name}=${'9'.repeat(100_000)}`, form);
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
const anyPath = fc.constantFrom(...new Set([...filledIn, '/metadata', '', '/', '/Nonsense', '//', '/Condition/..%2f']));

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

describe('what a parameter does to an answer', () => {
  const value = fc.oneof(anyText, fc.constantFrom('38341003', 'http://snomed.info/sct|', 'Condition/gp-problem'));
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
      `/${type}?${new URLSearchParams([['_tag', 'source,unified'], ...pairs.map(([a, b]) => [a, b])]).toString()}`,
    );

  test('one that is known never finds more', async () => {
    await fc.assert(
      fc.asyncProperty(known, async ({ type, some, more }) => {
        const [before, after] = [await ask(type, some), await ask(type, [...some, more])];
        if (before.status !== 200 || after.status !== 200) return;
        const found = new Set(matchesIn(before).map(({ fullUrl }) => fullUrl));
        for (const { fullUrl } of matchesIn(after)) expect(found).toContain(fullUrl);
      }),
      runs(300),
    );
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
      fc.asyncProperty(fc.constantFrom(...TYPES.slice(0, 4)), name, someone, async (type, parameter, text) => {
        const answer = await send('GET', `/${type}?${new URLSearchParams([[parameter, text]]).toString()}`);
        expect([400, 403]).toContain(answer.status);
      }),
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
        const answer = await send(method, path, method === 'GET' ? '' : 'code=1', { ...form, [name]: value });
        expect([200, 304, 400, 406, 412, 415]).toContain(answer.status);
        if (answer.status >= 400) expect((answer.body as OperationOutcome).issue).toHaveLength(1);
      },
    ),
    runs(300),
  );
});

test('the record is not changed by anything of this', () => {
  expect(smallRecord.unified).toHaveLength(3);
  expect(JSON.stringify(smallAnswer().record.patient)).toContain('person-1');
});
