import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../../../src/store/shared/create-memory-store.ts';
import { createTerminologyServer } from '../../../../src/terminology/server/create-terminology-server.ts';

const SCT = 'http://snomed.info/sct';
const GOUT = { system: SCT, code: '991' };
const UNKNOWN = { system: SCT, code: '992' };
const DAY_MS = 24 * 60 * 60_000;

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

interface Fake {
  readonly baseUrl: string;
  readonly asked: { readonly url: URL; readonly authorization: string | undefined }[];
  answer: Answer;
  readonly close: () => Promise<void>;
}

async function startFake(): Promise<Fake> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://fake');
    fake.asked.push({ url, authorization: request.headers.authorization });
    fake.answer(response, request);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const fake: Fake = {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`,
    asked: [],
    answer: (response, request) => {
      const code = new URL(request.url ?? '/', 'http://fake').searchParams.get('code');
      if (code === GOUT.code) json(200, GOUT_ANSWER)(response, request);
      else json(404, { resourceType: 'OperationOutcome', issue: [] })(response, request);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return fake;
}

function json(status: number, body: unknown): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/fhir+json' }).end(JSON.stringify(body));
  };
}

const GOUT_ANSWER = {
  resourceType: 'Parameters',
  parameter: [
    { name: 'name', valueString: 'An invented system' },
    { name: 'display', valueString: 'Gout' },
    designation('Gicht', 'de'),
    designation('Gout (disorder)', 'en-GB'),
    designation('Gout', 'en'),
    { name: 'designation', part: [{ name: 'value', valueString: 'Gouty disorder' }] },
  ],
};

function designation(value: string, language: string) {
  const part = [
    { name: 'language', valueCode: language },
    { name: 'value', valueString: value },
  ];
  return { name: 'designation', part };
}

let fake: Fake;
let other: Fake;
let logged: string[];
let ms: number;
beforeEach(async () => {
  [fake, other] = [await startFake(), await startFake()];
  logged = [];
  ms = 0;
});
afterEach(async () => {
  await fake.close();
  await other.close();
});

function client(token?: string, baseUrl = fake.baseUrl) {
  const log = (context: unknown, message: string) => logged.push(`${message} ${JSON.stringify(context)}`);
  return createTerminologyServer(
    { baseUrl, token },
    { shared: createMemoryStore({ now: () => ms }), log: { info: log, warn: log, error: log } },
  );
}

/** Aborts after a while, as its caller does. */
function within(limitMs = 2_000): AbortSignal {
  const limit = new AbortController();
  setTimeout(() => limit.abort(), limitMs).unref();
  return limit.signal;
}

test('names what the server knows: display first, then English designations; what it does not know is no failure', async () => {
  const names = await client().lookUp([GOUT, UNKNOWN], within());
  expect([...names]).toEqual([[`${SCT}|991`, { names: ['Gout', 'Gout (disorder)', 'Gouty disorder'] }]]);
  expect(fake.asked[0]?.url.pathname).toBe('/fhir/CodeSystem/$lookup');
  expect(Object.fromEntries(fake.asked[0]?.url.searchParams ?? [])).toEqual(GOUT);
  expect(fake.asked.map(({ authorization }) => authorization)).toEqual([undefined, undefined]);
  expect(logged).toEqual([]);
});

test('keeps what was found for seven days and what was not for one', async () => {
  const server = client();
  const codesAskedAfter = async (days: number) => {
    ms = days * DAY_MS;
    fake.asked.length = 0;
    const names = await server.lookUp([GOUT, UNKNOWN], within());
    expect([...names.keys()]).toEqual([`${SCT}|991`]);
    return fake.asked.map(({ url }) => url.searchParams.get('code')).toSorted();
  };
  expect(await codesAskedAfter(0)).toEqual(['991', '992']);
  expect(await codesAskedAfter(0.9)).toEqual([]);
  expect(await codesAskedAfter(1.1)).toEqual(['992']);
  expect(await codesAskedAfter(7.1)).toEqual(['991', '992']);
});

test('asks at most eight at a time', async () => {
  let open = 0;
  let most = 0;
  fake.answer = (response, request) => {
    most = Math.max(most, ++open);
    setTimeout(() => {
      open--;
      json(200, GOUT_ANSWER)(response, request);
    }, 20);
  };
  const codes = Array.from({ length: 30 }, (_, index) => ({ system: SCT, code: String(index) }));
  expect((await client().lookUp(codes, within())).size).toBe(30);
  expect(most).toBe(8);
});

describe('no name and no error', () => {
  const failures: readonly (readonly [string, Answer])[] = [
    ['a server error', json(500, { resourceType: 'OperationOutcome', issue: [] })],
    ['a refused token', json(401, { resourceType: 'OperationOutcome', issue: [] })],
    ['a page', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Gout</p>')],
    ['a page that says not found', (response) => response.writeHead(404).end('<p>not found</p>')],
    ['JSON of something else that says not found', json(404, { error: 'no such path' })],
    ['another resource', json(200, { resourceType: 'Patient' })],
    ['too much', json(200, { ...GOUT_ANSWER, id: 'x'.repeat(300_000) })],
    ['a cut connection', (response) => response.destroy()],
  ];
  test.each(failures)(
    'from %s; counted in the log without the codes, then left alone for a while',
    async (_, answer) => {
      fake.answer = answer;
      const server = client();
      expect((await server.lookUp([GOUT], within())).size).toBe(0);
      expect(logged).toEqual(['terminology server did not answer {"asked":1,"unanswered":1}']);
      expect((await server.lookUp([GOUT], within())).size).toBe(0);
      expect(fake.asked).toHaveLength(1);
      ms = 31_000;
      fake.answer = json(200, GOUT_ANSWER);
      expect((await server.lookUp([GOUT], within())).size).toBe(1);
    },
  );

  test.each([
    ['says nothing', () => undefined],
    ['stops in the middle', (response: ServerResponse) => void response.writeHead(200).write('{"resourceType":')],
  ])('from a server that %s, as soon as the caller stops waiting; what came before counts', async (_, stall) => {
    const byCode = fake.answer;
    fake.answer = (response, request) => {
      if (request.url?.includes(GOUT.code) === true) byCode(response, request);
      else stall(response);
    };
    const before = performance.now();
    const names = await client().lookUp([GOUT, UNKNOWN], within(200));
    expect(performance.now() - before).toBeLessThan(1_000);
    expect([...names.keys()]).toEqual([`${SCT}|991`]);
  });

  test('from a server that is not there', async () => {
    const { baseUrl } = other;
    await other.close();
    expect((await client(undefined, baseUrl).lookUp([GOUT], within())).size).toBe(0);
    other = await startFake();
  });

  test('and no request to where it redirects: neither another host nor itself', async () => {
    for (const target of [other.baseUrl, fake.baseUrl]) {
      fake.answer = (response) => response.writeHead(302, { location: `${target}/elsewhere` }).end();
      fake.asked.length = 0;
      expect((await client('a-token').lookUp([GOUT], within())).size).toBe(0);
      expect(fake.asked.map(({ authorization }) => authorization)).toEqual(['Bearer a-token']);
      expect(other.asked).toEqual([]);
    }
  });

  test('from a server that fails again and again: the rest is not asked for', async () => {
    fake.answer = json(500, {});
    const codes = Array.from({ length: 200 }, (_, index) => ({ system: SCT, code: String(index) }));
    await client().lookUp(codes, within());
    expect(fake.asked.length).toBeLessThan(20);
  });
});
