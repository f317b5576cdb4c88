/** Faults on the way: connections, time, and the shape of HTTP. */
import { CONDITION, conditionsFailed, SHORT } from './common.ts';
import { everywhere, forConditions, once, type Behaviour } from '../behaviour.ts';
import { bundle, condition } from '../../servers/fhir-bundles.ts';
import { sendJson, sendText } from '../../servers/http-server.ts';

const PAGE = JSON.stringify(bundle([condition('c9')]));
const BROKE_OFF = 'The source broke the connection off.';

export const CONNECTION_FAULTS: readonly Behaviour[] = [
  {
    source: 'refuses connections',
    misbehave: ({ source }) => source.stop(),
    gets: { state: 'stale', reason: 'The source cannot be reached.' },
    keeps: 'before',
    asked: { path: CONDITION, times: 0 },
    logs: 'Condition failed: unreachable (ECONNREFUSED)',
  },
  {
    source: 'breaks each connection off before it answers',
    misbehave: everywhere((response) => response.socket?.destroy()),
    gets: { state: 'stale', reason: BROKE_OFF },
    keeps: 'before',
    asked: { path: CONDITION, times: 2 },
    atOnce: true,
    logs: 'Condition failed: unreachable (UND_ERR_SOCKET)',
  },
  {
    source: 'breaks one connection off',
    misbehave: once((response) => response.socket?.destroy()),
    gets: { state: 'complete' },
    keeps: 'everything',
    asked: { path: CONDITION, times: 3 },
    atOnce: true,
    logs: '"notDone":[]',
  },
  {
    source: 'never begins to answer',
    misbehave: (stage) => {
      stage.reconfigure({}, SHORT);
      forConditions(() => undefined)(stage);
    },
    gets: { state: 'partial', reason: 'The source did not answer within 0.8 s.' },
    keeps: 'other kinds',
    asked: { path: CONDITION, times: 1 },
    logs: 'Condition failed: timed-out',
  },
  {
    source: 'sends its answer a few bytes at a time, without end',
    misbehave: (stage) => {
      stage.reconfigure({}, SHORT);
      forConditions((response) => {
        response.writeHead(200, { 'content-type': 'application/fhir+json' });
        const drip = setInterval(() => response.write(' '), 50);
        response.on('close', () => clearInterval(drip));
      })(stage);
    },
    gets: { state: 'partial', reason: 'The source did not answer within 0.8 s.' },
    keeps: 'other kinds',
    asked: { path: CONDITION, times: 1 },
    logs: 'Condition failed: timed-out',
  },
  {
    source: 'answers later than the person waits',
    readDeadlineMs: 300,
    misbehave: forConditions((response) => {
      setTimeout(() => sendJson(response, 200, bundle([condition('c1')])), 1_500).unref();
    }),
    gets: { state: 'stale', reason: 'It did not answer in time and is still being read. Look again shortly.' },
    keeps: 'before',
    asked: { path: CONDITION, times: 1 },
    logs: '',
  },
  {
    source: 'breaks off in the middle of an answer',
    misbehave: forConditions((response) => {
      response.writeHead(200, { 'content-type': 'application/fhir+json' });
      response.write(PAGE.slice(0, 40), () => response.socket?.destroy());
    }),
    gets: { state: 'partial', reason: BROKE_OFF },
    keeps: 'other kinds',
    asked: { path: CONDITION, times: 2 },
    atOnce: true,
    logs: conditionsFailed('unreachable (UND_ERR_SOCKET)'),
  },
  {
    source: 'says that its answer is longer than it is',
    misbehave: forConditions((response) => {
      response.writeHead(200, { 'content-type': 'application/fhir+json', 'content-length': PAGE.length + 50 });
      response.write(PAGE, () => response.socket?.end());
    }),
    gets: { state: 'partial', reason: BROKE_OFF },
    keeps: 'other kinds',
    asked: { path: CONDITION, times: 2 },
    atOnce: true,
    logs: conditionsFailed('unreachable (UND_ERR_SOCKET)'),
  },
  {
    source: 'says that its answer is shorter than it is',
    misbehave: forConditions((response) => {
      const head = `HTTP/1.1 200 OK\r\ncontent-type: application/fhir+json\r\ncontent-length: ${PAGE.length - 20}\r\n\r\n`;
      response.socket?.end(head + PAGE);
    }),
    gets: { state: 'partial', reason: 'The source’s answer broke off or is no valid JSON.' },
    keeps: 'other kinds',
    asked: { path: CONDITION, times: 1 },
    quarantined: 1,
    logs: conditionsFailed('not-fhir'),
  },
  {
    source: 'answers with something that is no HTTP',
    misbehave: forConditions((response) => response.socket?.end('220 mail.example ESMTP\r\n')),
    gets: { state: 'partial', reason: 'The source’s answer is no HTTP.' },
    keeps: 'other kinds',
    asked: { path: CONDITION, times: 1 },
    logs: conditionsFailed('unreachable (HTTP_PARSER_ERROR)'),
  },
  {
    source: 'sends headers without end',
    misbehave: forConditions((response) => {
      const lines = Array.from({ length: 400 }, (_, n) => `x-${n}: ${'y'.repeat(100)}\r\n`);
      response.socket?.end(`HTTP/1.1 200 OK\r\n${lines.join('')}\r\n`);
    }),
    gets: { state: 'partial', reason: 'The source’s answer could not be read.' },
    keeps: 'other kinds',
    asked: { path: CONDITION, times: 1 },
    logs: conditionsFailed('unreachable (UND_ERR_HEADERS_OVERFLOW)'),
  },
  {
    source: 'sends its answer in chunks of which one is broken',
    misbehave: forConditions((response) => {
      const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/fhir+json\r\ntransfer-encoding: chunked\r\n\r\n';
      response.socket?.end(`${head}5\r\n{"res\r\nzz\r\n`);
    }),
    gets: { state: 'partial', reason: 'The source’s answer is no HTTP.' },
    keeps: 'other kinds',
    asked: { path: CONDITION, times: 1 },
    logs: conditionsFailed('unreachable (HTTP_PARSER_ERROR)'),
  },
  {
    source: 'says 103 first and answers then',
    misbehave: ({ source }) => {
      source.behave = (_request, response) => {
        response.writeEarlyHints({ link: '</style.css>; rel=preload' });
        return false;
      };
    },
    gets: { state: 'complete' },
    keeps: 'everything',
    asked: { path: CONDITION, times: 2 },
    logs: '"notDone":[]',
  },
  {
    source: 'suddenly has an address in a private network',
    misbehave: (stage) => {
      stage.reconfigure({
        baseUrl: stage.source.baseUrl.replace('http://127.0.0.1', 'https://localhost'),
        allowInsecure: false,
      });
    },
    gets: {
      state: 'stale',
      reason: 'The source’s address lies in a private network, which this gateway does not reach.',
    },
    keeps: 'before',
    asked: { path: CONDITION, times: 0 },
    logs: 'Condition failed: misconfigured',
  },
  {
    source: 'speaks plain HTTP where https was agreed',
    misbehave: (stage) => {
      stage.reconfigure({ baseUrl: stage.source.baseUrl.replace('http:', 'https:') });
    },
    gets: { state: 'stale', reason: 'No secure connection to the source could be made.' },
    keeps: 'before',
    asked: { path: CONDITION, times: 0 },
    logs: 'Condition failed: unreachable (ERR_SSL_WRONG_VERSION_NUMBER)',
  },
  {
    source: 'answers 200 with nothing at all',
    misbehave: forConditions((response) => sendText(response, 200, '')),
    gets: { state: 'partial', reason: 'The source answered with nothing.' },
    keeps: 'other kinds',
    asked: { path: CONDITION, times: 1 },
    logs: conditionsFailed('not-fhir'),
  },
  {
    source: 'answers 204',
    misbehave: forConditions((response) => {
      response.writeHead(204);
      response.end();
    }),
    gets: { state: 'partial', reason: 'The source answered with nothing.' },
    keeps: 'other kinds',
    asked: { path: CONDITION, times: 1 },
    logs: conditionsFailed('not-fhir'),
  },
];
