/** Whatever a client sends: never a failure of the server, never more than was asked for, always FHIR. */
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Bundle, Resource } from 'fhir/r4.js';
import express from 'express';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Server } from 'node:http';
import { createFhirRouter } from '../../src/api/fhir-router.ts';
import { BASE_URL } from '../fixtures/fhir-api.ts';
import { grantOf, smallAnswer } from '../fixtures/small-record.ts';
import { runs } from '../support/runs.ts';

let server: Server;
let port: number;
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
    }),
  );
  await new Promise<void>((resolve) => (server = app.listen(0, '127.0.0.1', () => resolve())));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => server.close());

interface Answer {
  readonly status: number;
  readonly body: Resource | undefined;
}

/** Sent as it is: clients that tidy up a URL would hide what is tested. */
function send(method: string, path: string, body = '', headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', method, path: `/fhir/R4${path}`, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        const isFhir = response.headers['content-type']?.startsWith('application/fhir+json') ?? false;
        resolve({ status: response.statusCode ?? 0, body: isFhir ? (JSON.parse(text) as Resource) : undefined });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const totalOf = (answer: Answer) => (answer.body as Bundle | undefined)?.total;
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };

describe.each(['patient', 'subject', '_id', '_tag', '_count', '_lastUpdated', 'code', 'clinical-status', 'identifier'])(
  'the parameter %s',
  (name) => {
    const filters = !['patient', 'subject', '_count'].includes(name);

    test.each([
      ['empty', `${name}=`],
      ['without a value', name],
      ['of commas', `${name}=,,,`],
      ['of bars', `${name}=%7C%7C%7C`],
      ['as a list', `${name}[]=x&${name}[]=y`],
      ['nested', `${name}[a][b]=x`],
      ['with an unknown prefix', `${name}=zz2020-01-01`],
      ['with a NUL', `${name}=%00`],
      ['with a broken escape', `${name}=%E0%A4%A`],
      ['with a line break', `${name}=a%0D%0AX-Injected:%201`],
      ['with a backslash at the end', `${name}=a%5C`],
      ['with a modifier', `${name}:exact=x`],
      ['with an empty modifier', `${name}:=x`],
      ['with :missing', `${name}:missing=true`],
      ['chained', `${name}.name=x`],
      ['named like a member of every object', `__proto__=x&constructor=y&${name}=never-there`],
      ['of 12 kB', `${name}=${'9'.repeat(12_000)}`],
      ['of 8000 alternatives', `${name}=${'9,'.repeat(6_000)}9`],
      ['repeated 60 times', Array.from({ length: 60 }, () => `${name}=never-there`).join('&')],
      ['repeated 200 times', Array.from({ length: 200 }, () => `${name}=1`).join('&')],
    ])('%s', async (label, query) => {
      for (const method of ['GET', 'POST']) {
        const answer =
          method === 'GET'
            ? await send('GET', `/Condition?${query}`)
            : await send('POST', '/Condition/_search', query, form);
        expect([200, 400, 403, 413], `${method} ${label}`).toContain(answer.status);
        expect(answer.body?.resourceType).toBe(answer.status === 200 ? 'Bundle' : 'OperationOutcome');
        // What has no such element meets `:missing`, and only that.
        const isKnown = !query.includes('[') && !query.includes(':missing');
        if (answer.status === 200 && filters && isKnown) expect(totalOf(answer)).toBe(0);
      }
    });

    test('of 100 kB', async () => {
      const inPath = await send('GET', `/Condition?${name}=${'9'.repeat(100_000)}`);
      expect(inPath.status).toBe(431);
      const inBody = await send('POST', '/Condition/_search', `${name}=${'9'.repeat(100_000)}`, form);
      expect(inBody.status).toBe(413);
    });
  },
);

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    'person-1',
    'Patient/person-1',
    'active',
    '2026',
    'ge2026-01',
    'source',
    '0',
    '1',
    '|',
    ',',
    '\\',
    'unified',
  ),
);
const anyName = fc.oneof(
  fc.constantFrom(
    ...[
      'patient',
      'subject',
      '_id',
      '_tag',
      '_count',
      '_lastUpdated',
      'code',
      'status',
      'identifier',
      '_format',
      '_page',
    ],
    ...[
      '_summary',
      '_type',
      '_since',
      'view',
      '_view',
      'start',
      'end',
      'item',
      'source',
      'target',
      'patient:Patient',
      '_include',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 10 }),
);
const anyQuery = fc
  .array(fc.tuple(anyName, anyText), { maxLength: 4 })
  .map((pairs) => new URLSearchParams(pairs).toString());
const anyPath = fc.constantFrom(
  ...[
    '/Condition',
    '/MedicationStatement',
    '/Linkage',
    '/Provenance',
    '/DetectedIssue',
    '/Patient',
    '/Practitioner',
    '/Binary',
  ],
  ...[
    '/Patient/person-1/$everything',
    '/Patient/person-2/$everything',
    '/Condition/u-hypertension',
    '/Patient/person-2',
    '/metadata',
  ],
);

test('any query of any path gives FHIR, and nothing of another patient', async () => {
  await fc.assert(
    fc.asyncProperty(anyPath, anyQuery, async (path, query) => {
      const answer = await send('GET', `${path}?${query}`);
      expect(answer.status).toBeLessThan(500);
      expect(answer.body).toBeDefined();
      if (path.includes('person-2')) expect(answer.status).not.toBe(200);
    }),
    runs(400),
  );
});

test('a criterion more never finds more', async () => {
  const criterion = fc.tuple(fc.constantFrom('_id', '_tag', 'code', '_lastUpdated', 'patient', 'identifier'), anyText);
  await fc.assert(
    fc.asyncProperty(fc.array(criterion, { maxLength: 2 }), criterion, async (some, more) => {
      // `_tag` opens both kinds of record, so that it is there from the beginning.
      const base: [string, string][] = [['_tag', 'source,unified'], ...some.map(([a, b]): [string, string] => [a, b])];
      const before = await send('GET', `/Condition?${new URLSearchParams(base).toString()}`);
      const after = await send('GET', `/Condition?${new URLSearchParams([...base, [more[0], more[1]]]).toString()}`);
      if (before.status === 200 && after.status === 200)
        expect(totalOf(after)).toBeLessThanOrEqual(totalOf(before) ?? 0);
    }),
    runs(200),
  );
});

test('headers of any kind do no harm', async () => {
  const visible = fc.stringMatching(/^[ -~]{0,60}$/);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('Accept', 'Prefer', 'If-None-Match', 'X-Request-Id', 'Origin'),
      visible,
      async (name, value) => {
        const answer = await send('GET', '/Condition', '', { [name]: value });
        expect([200, 304, 400, 406]).toContain(answer.status);
      },
    ),
    runs(200),
  );
});
