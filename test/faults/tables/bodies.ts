/** Faults in what an answer holds: type, packing, size and JSON. */
import { gzipSync } from 'node:zlib';
import { bundle, condition } from '../../servers/fhir-bundles.ts';
import { sendJson, sendText } from '../../servers/http-server.ts';
import { conditionsAs, forConditions, pageOfConditions, type Behaviour } from '../behaviour.ts';
import { CONDITION, conditionsFailed } from './common.ts';

const ALL = ['c1', 'c2', 'c3', 'c4'].map((id) => condition(id));
const PAGE = JSON.stringify(bundle(ALL));
const TOO_LARGE = 'The source’s answer is larger than the 98 KiB that are taken in one piece.';
const NO_JSON = 'The source’s answer broke off or is no valid JSON.';
const once = { path: CONDITION, times: 1 };

function packed(body: Buffer, encoding: string) {
  return forConditions((response) => {
    response.writeHead(200, { 'content-type': 'application/fhir+json', 'content-encoding': encoding });
    response.end(body);
  });
}

export const BODY_FAULTS: readonly Behaviour[] = [
  {
    source: 'calls its JSON text/plain',
    misbehave: conditionsAs(PAGE, { 'content-type': 'text/plain' }),
    gets: { state: 'complete' },
    keeps: 'everything',
    asked: once,
    logs: '"notDone":[]',
  },
  {
    source: 'calls its JSON a web page',
    misbehave: conditionsAs(PAGE, { 'content-type': 'text/html; charset=utf-8' }),
    gets: { state: 'complete' },
    keeps: 'everything',
    asked: once,
    logs: '"notDone":[]',
  },
  {
    source: 'begins its JSON with a byte order mark',
    misbehave: conditionsAs(`\uFEFF${PAGE}`),
    gets: { state: 'complete' },
    keeps: 'everything',
    asked: once,
    logs: '"notDone":[]',
  },
  {
    source: 'answers with a web page',
    misbehave: conditionsAs('<!doctype html><title>Down for maintenance</title>', { 'content-type': 'text/html' }),
    gets: { state: 'partial', reason: 'The source answered with a web page instead of a record.' },
    keeps: 'other kinds',
    asked: once,
    logs: conditionsFailed('not-fhir'),
  },
  {
    source: 'answers with XML',
    misbehave: conditionsAs('<Bundle xmlns="http://hl7.org/fhir"/>', { 'content-type': 'application/fhir+xml' }),
    gets: { state: 'partial', reason: 'The source answered with XML; only JSON can be read.' },
    keeps: 'other kinds',
    asked: once,
    logs: conditionsFailed('not-fhir'),
  },
  {
    source: 'answers with JSON that breaks off',
    misbehave: conditionsAs(PAGE.slice(0, -30)),
    gets: { state: 'partial', reason: NO_JSON },
    keeps: 'other kinds',
    asked: once,
    quarantined: 1,
    logs: conditionsFailed('not-fhir'),
  },
  {
    source: 'adds something after the end of its JSON',
    misbehave: conditionsAs(`${PAGE}<!-- served in 7 ms -->`),
    gets: { state: 'partial', reason: NO_JSON },
    keeps: 'other kinds',
    asked: once,
    quarantined: 1,
    logs: conditionsFailed('not-fhir'),
  },
  {
    source: 'writes bytes that are no UTF-8',
    misbehave: forConditions((response) => {
      const [before = '', after = ''] = PAGE.split('condition c2');
      response.writeHead(200, { 'content-type': 'application/fhir+json' });
      response.end(Buffer.concat([Buffer.from(before), Buffer.from([0x63, 0xe9, 0xff]), Buffer.from(after)]));
    }),
    gets: { state: 'complete' },
    keeps: 'everything',
    asked: once,
    logs: '"notDone":[]',
  },
  {
    source: 'packs two hundred times the limit into a small answer (gzip bomb)',
    misbehave: packed(gzipSync(Buffer.alloc(20_000_000, 32)), 'gzip'),
    gets: { state: 'partial', reason: TOO_LARGE },
    keeps: 'other kinds',
    asked: { path: CONDITION, times: 2 },
    logs: conditionsFailed('too-large'),
  },
  {
    source: 'packs its answer in a way that nobody asked for',
    misbehave: packed(Buffer.from(PAGE), 'zstd'),
    gets: { state: 'partial', reason: 'The source’s answer is packed in a way that cannot be unpacked.' },
    keeps: 'other kinds',
    asked: once,
    logs: conditionsFailed('not-fhir'),
  },
  {
    source: 'packs its answer wrongly',
    misbehave: packed(gzipSync(PAGE).subarray(0, 60), 'gzip'),
    gets: { state: 'partial', reason: 'The source’s answer is packed in a way that cannot be unpacked.' },
    keeps: 'other kinds',
    asked: once,
    logs: conditionsFailed('not-fhir'),
  },
  {
    source: 'pours bytes without end',
    misbehave: forConditions((response) => {
      response.writeHead(200, { 'content-type': 'application/fhir+json' });
      const pour = setInterval(() => response.write(' '.repeat(20_000)), 1);
      response.on('close', () => clearInterval(pour));
    }),
    gets: { state: 'partial', reason: TOO_LARGE },
    keeps: 'other kinds',
    asked: { path: CONDITION, times: 2 },
    logs: conditionsFailed('too-large'),
  },
  {
    source: 'gives a page of 30 MB whatever page size is asked for',
    misbehave: forConditions((response) => sendText(response, 200, ' '.repeat(30_000_000))),
    gets: { state: 'partial', reason: TOO_LARGE },
    keeps: 'other kinds',
    asked: { path: CONDITION, times: 2 },
    logs: conditionsFailed('too-large'),
  },
  {
    source: 'gives a page that is too large, and a smaller one where asked for',
    misbehave: forConditions((response, request) => {
      const padding = 'x'.repeat(Number(request.query.get('_count')) * 4_000);
      sendJson(response, 200, { ...bundle(ALL), padding });
    }),
    gets: { state: 'complete' },
    keeps: 'everything',
    asked: { path: CONDITION, times: 2 },
    logs: '"notDone":[]',
  },
  {
    source: 'gives one item with a text of 10 MB, which the limits allow',
    misbehave: (stage) => {
      stage.reconfigure({}, { maxResponseBytes: 12_000_000, maxPullBytes: 100_000_000 });
      pageOfConditions([...ALL.slice(0, 3), { ...condition('c4'), note: [{ text: 'x'.repeat(10_000_000) }] }])(stage);
    },
    gets: { state: 'complete' },
    keeps: 'everything',
    asked: once,
    logs: '"notDone":[]',
  },
  {
    source: 'nests one item ten thousand levels deep',
    misbehave: conditionsAs(
      PAGE.replace(
        '{"text":"condition c4"}',
        `{"text":"condition c4","extension":${'[{"extension":'.repeat(5_000)}[]${'}]'.repeat(5_000)}}`,
      ),
    ),
    gets: { state: 'partial', reason: '1 item could not be read and is kept as received.' },
    keeps: { ids: 'a1 a2 c1 c2 c3', words: 'Everything but that item, which is set aside as received.' },
    asked: once,
    quarantined: 1,
    logs: '"notDone":["Condition partial: unreadable-item"]',
  },
  {
    source: 'nests its whole answer ten thousand levels deep',
    misbehave: conditionsAs(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`),
    gets: { state: 'partial', reason: 'The source answered with JSON that is no FHIR resource.' },
    keeps: 'other kinds',
    asked: once,
    logs: conditionsFailed('not-fhir'),
  },
  {
    source: 'repeats keys in its JSON',
    misbehave: conditionsAs(PAGE.replace('"text":"condition c4"', '"text":"condition zero","text":"condition c4"')),
    gets: { state: 'complete' },
    keeps: 'everything',
    asked: once,
    logs: '"notDone":[]',
  },
  {
    source: 'uses the names of built-in members as keys',
    misbehave: conditionsAs(
      PAGE.replace('"text":"condition c4"', '"text":"condition c4","__proto__":{"id":"x"},"constructor":1'),
    ),
    gets: { state: 'complete' },
    keeps: 'everything',
    asked: once,
    logs: '"notDone":[]',
  },
  {
    source: 'writes numbers that no computer number holds',
    misbehave: conditionsAs(
      PAGE.replace('"text":"condition c4"', '"text":"condition c4","value":1e999,"more":0.10000000000000000001'),
    ),
    gets: { state: 'complete' },
    keeps: 'everything',
    asked: once,
    logs: '"notDone":[]',
  },
  {
    source: 'gives entries that are nothing, numbers and texts among its resources',
    misbehave: conditionsAs(
      JSON.stringify({
        resourceType: 'Bundle',
        entry: [null, 7, { resource: 'c' }, {}, ...ALL.map((resource) => ({ resource }))],
      }),
    ),
    gets: { state: 'partial', reason: '4 items could not be read and are kept as received.' },
    keeps: 'everything',
    asked: once,
    quarantined: 4,
    logs: '"notDone":["Condition partial: unreadable-item"]',
  },
  {
    source: 'gives a Bundle whose entries are no list',
    misbehave: conditionsAs('{"resourceType":"Bundle","entry":"none","link":7}'),
    gets: { state: 'partial', reason: '1 item could not be read and is kept as received.' },
    keeps: 'other kinds',
    asked: once,
    quarantined: 1,
    logs: '"notDone":["Condition partial: unreadable-item"]',
  },
  {
    source: 'gives JSON that is no FHIR',
    misbehave: conditionsAs('{"error":"try again"}'),
    gets: { state: 'partial', reason: 'The source answered with JSON that is no FHIR resource.' },
    keeps: 'other kinds',
    asked: once,
    logs: conditionsFailed('not-fhir'),
  },
  {
    source: 'gives a list of resources instead of a Bundle',
    misbehave: conditionsAs(JSON.stringify(ALL)),
    gets: { state: 'partial', reason: 'The source answered with JSON that is no FHIR resource.' },
    keeps: 'other kinds',
    asked: once,
    logs: conditionsFailed('not-fhir'),
  },
];
