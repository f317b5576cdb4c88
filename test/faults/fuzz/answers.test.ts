/** Mutated HTTP answers through the source reader: every reading ends, what it calls whole is whole, and one bad answer spoils no other (laws L6, L8). */
import { gzipSync } from 'node:zlib';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PullResult, SourceConnector } from '../../../src/ports/source-connector.ts';
import { createSourceConnector } from '../../../src/sources/create-source-connector.ts';
import { captureLog, showErrors } from '../../servers/captured-log.ts';
import { bundle, condition, patient } from '../../servers/fhir-bundles.ts';
import { ACCESS_TOKEN, idsOf, outcomeOf, pull } from '../../servers/pull.ts';
import { sourceConfig } from '../../servers/source-config.ts';
import { allergy } from '../fault-stage.ts';
import { runs } from '../../support/runs.ts';
import { randomFrom } from '../crash/plan.ts';
import { mutateJson, mutateText, pick, type Json, type Random } from './mutate.ts';

/** Ten thousand in a full run. */
const ANSWERS = process.env['PHR_FULL'] === '1' ? 10_000 : 200;
const { seed } = runs(1);

const MARKERS = ['marker-one', 'marker-two', 'marker-three'];
const CONDITIONS = {
  ...bundle(MARKERS.map((text, index) => ({ ...condition(`c${index}`), code: { text } }))),
  total: MARKERS.length,
} as unknown as Json;
const ALLERGIES = JSON.stringify(bundle([allergy('a1')]));

/** As sent, and the body before it was packed or cut. */
interface Answer {
  readonly head: string;
  readonly body: Buffer;
  readonly text: string;
}

let server: Server;
let answer: Answer;
let connector: SourceConnector;
const log = captureLog();
const open = new Set<Socket>();

beforeAll(async () => {
  server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
    let asked = '';
    socket.on('data', (chunk) => {
      asked += chunk.toString('latin1');
      if (!asked.includes('\r\n\r\n')) return;
      const path = asked.split(' ')[1] ?? '';
      asked = '';
      const { head, body } = path.startsWith('/fhir/Condition') ? answer : rightAnswer(path);
      socket.end(Buffer.concat([Buffer.from(head, 'latin1'), body]));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`;
  const limits = { ...sourceConfig(baseUrl).limits, requestTimeoutMs: 30_000, retries: 0, maxPages: 3 };
  connector = createSourceConnector(sourceConfig(baseUrl, { limits, increments: 'none' }), { log, now: Date.now });
});
afterAll(() => {
  for (const socket of open) socket.destroy();
  server.close();
});

test(`${ANSWERS} mutated answers: none stops a reading, none is taken for whole that is not`, async () => {
  const random = randomFrom(seed);
  const states = new Map<string, number>();
  for (let n = 0; n < ANSWERS; n += 1) {
    answer = mutatedAnswer(random);
    const result = await pull(connector).catch((error: unknown) => {
      throw new Error(`answer ${n} of seed ${seed}: ${error instanceof Error ? error.message : 'unknown'}`);
    });
    const { state, received } = outcomeOf(result, 'Condition');
    states.set(state, (states.get(state) ?? 0) + 1);
    expectNothingSilent(result, state, `answer ${n} of seed ${seed}: ${state}, ${received}`);
    expect(idsOf(result, 'AllergyIntolerance')).toEqual(['a1']);
    expect([outcomeOf(result, 'AllergyIntolerance').state, outcomeOf(result, 'Patient').state]).toEqual([
      'done',
      'done',
    ]);
  }
  expect([...states.keys()].sort()).toEqual(expect.arrayContaining(['done', 'failed', 'partial', 'refused']));
  expect(JSON.stringify(log.lines, showErrors)).not.toContain(ACCESS_TOKEN);
}, 1_800_000);

/** What was sent is kept, or it is told that something may be missing. */
function expectNothingSilent({ resources, unreadable }: PullResult, state: string, where: string): void {
  if (state !== 'done' && state !== 'nothing-there') return;
  const items = itemsIn(answer.text);
  const kept = [...resources, ...unreadable].map(({ text }) => text).join('\n');
  expect(
    MARKERS.filter((marker) => items.includes(marker) && !kept.includes(marker)),
    where,
  ).toEqual([]);
}

/** What stands where FHIR has the items of a Bundle; a member with another name is none. */
function itemsIn(text: string): string {
  try {
    const { entry } = JSON.parse(text) as { readonly entry?: unknown };
    if (!Array.isArray(entry)) return text;
    return JSON.stringify(entry.map((one: { readonly resource?: unknown } | null) => one?.resource ?? one));
  } catch {
    return text;
  }
}

function rightAnswer(path: string): Answer {
  const text = path.startsWith('/fhir/Patient') ? JSON.stringify(patient()) : ALLERGIES;
  const body = Buffer.from(text);
  return { head: headOf('200 OK', [`content-length: ${body.length}`]), body, text };
}

function headOf(status: string, lines: readonly string[]): string {
  return [`HTTP/1.1 ${status}`, 'content-type: application/fhir+json', ...lines, 'connection: close', '', ''].join(
    '\r\n',
  );
}

const STATUSES = [
  '200 OK',
  '200 OK',
  '200 OK',
  '203 X',
  '206 X',
  '301 X',
  '304 X',
  '400 X',
  '403 X',
  '404 X',
  '410 X',
  '418 X',
  '429 X',
  '500 X',
  '503 X',
  '999 X',
  '20 X',
  'OK',
];
const HEADERS = [
  'content-encoding: gzip',
  'content-encoding: br',
  'content-encoding: identity, gzip',
  'content-type: text/html',
  'transfer-encoding: chunked',
  'content-length: 5',
  'content-length: 100000',
  'content-length: -1',
  'location: http://169.254.169.254/',
  'retry-after: soon',
  'retry-after: 999999',
  'etag: "\u00ff"',
  'date: never',
  'x: \u0000',
  ': nameless',
  'no colon',
  `long: ${'x'.repeat(20_000)}`,
];

function mutatedAnswer(random: Random): Answer {
  const kind = random();
  const whole = JSON.stringify(CONDITIONS);
  const text =
    kind < 0.35 ? JSON.stringify(mutateJson(random, CONDITIONS)) : kind < 0.7 ? mutateText(random, whole) : whole;
  const plain = Buffer.from(text);
  if (kind < 0.7) return { head: headOf('200 OK', [`content-length: ${plain.length}`]), body: plain, text };
  const packed = random() < 0.3;
  const body = cut(random, packed ? gzipSync(plain) : plain);
  const lines = [
    ...(random() < 0.7 ? [`content-length: ${body.length}`] : []),
    ...(packed ? ['content-encoding: gzip'] : []),
    ...(random() < 0.5 ? [pick(random, HEADERS)] : []),
  ];
  const head = headOf(pick(random, STATUSES), lines);
  return { head: random() < 0.2 ? mutateText(random, head) : head, body, text };
}

function cut(random: Random, body: Buffer): Buffer {
  return random() < 0.3 ? body.subarray(0, Math.floor(random() * body.length)) : body;
}
