/** Faults told by a status: refusals, rate limits, failing servers, redirects. */
import { bundle, condition } from '../../servers/fhir-bundles.ts';
import { sendJson, sendText } from '../../servers/http-server.ts';
import { everywhere, forConditions, once, pageOfConditions, answeringAt, type Behaviour } from '../behaviour.ts';
import { CONDITION, conditionsFailed } from './common.ts';

/** A refused search is asked in the ways a server may want: plainly, then by each of three categories. */
const ALL_WAYS = { path: CONDITION, times: 4 };
const ONE_WAY = { path: CONDITION, times: 1 };
const TWICE = { path: CONDITION, times: 2 };

const outcomeOf = (code: string) => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'error', code, diagnostics: 'stack of a class and its person' }],
});

export const ANSWER_FAULTS: readonly Behaviour[] = [
  {
    source: 'refuses one kind (403)',
    misbehave: forConditions((response) => sendJson(response, 403, {})),
    gets: { state: 'partial', reason: 'The source refused this (status 403).' },
    keeps: 'other kinds',
    asked: ALL_WAYS,
    logs: '"notDone":["Condition refused: forbidden"]',
  },
  {
    source: 'refuses everything (403): access was withdrawn there',
    misbehave: everywhere((response) => sendJson(response, 403, {})),
    gets: { state: 'stale', reason: 'The source refused this (status 403).' },
    keeps: 'before',
    asked: ALL_WAYS,
    later: 'after an hour',
    logs: '"state":"refused"',
  },
  {
    source: 'does not know one kind (404)',
    misbehave: forConditions((response) => sendJson(response, 404, outcomeOf('not-supported'))),
    gets: { state: 'partial', reason: 'The source has nothing there (it does not offer this; status 404).' },
    keeps: 'other kinds',
    asked: ALL_WAYS,
    logs: '"notDone":["Condition refused: not-found"]',
  },
  {
    source: 'knows nothing of what it had (404): its address moved',
    misbehave: everywhere((response) => sendText(response, 404, '<h1>Not found</h1>', { 'content-type': 'text/html' })),
    gets: { state: 'stale', reason: 'The source has nothing there (status 404).' },
    keeps: 'before',
    asked: ALL_WAYS,
    logs: 'Patient refused: not-found',
  },
  {
    source: 'says that the person is gone (410)',
    misbehave: answeringAt(
      (path) => path.startsWith('/fhir/Patient'),
      (response) => sendJson(response, 410, outcomeOf('deleted')),
    ),
    gets: { state: 'partial', reason: 'The source has nothing there (it was deleted there; status 410).' },
    keeps: 'everything',
    asked: { path: '/fhir/Patient/anna', times: 1 },
    logs: '"notDone":["Patient refused: not-found"]',
  },
  {
    source: 'does not understand the search (400)',
    misbehave: forConditions((response) => sendJson(response, 400, outcomeOf('invalid'))),
    gets: { state: 'partial', reason: 'The source refused this (status 400).' },
    keeps: 'other kinds',
    asked: ALL_WAYS,
    logs: '"notDone":["Condition refused: refused"]',
  },
  {
    source: 'is asked too often and says so once, without a time (429)',
    misbehave: once((response) => sendJson(response, 429, {})),
    gets: { state: 'complete' },
    keeps: 'everything',
    asked: { path: CONDITION, times: 3 },
    atOnce: true,
    logs: '"notDone":[]',
  },
  {
    source: 'is asked too often and says so always, without a time (429)',
    misbehave: forConditions((response) => sendJson(response, 429, {})),
    gets: { state: 'partial', reason: 'The source was asked too often and wants to be left alone for a while.' },
    keeps: 'other kinds',
    asked: TWICE,
    atOnce: true,
    logs: conditionsFailed('rate-limited'),
  },
  {
    source: 'is asked too often and names a time that is short (429, Retry-After: 1)',
    misbehave: once((response) => sendJson(response, 429, {}, { 'retry-after': '1' })),
    gets: { state: 'complete' },
    keeps: 'everything',
    asked: { path: CONDITION, times: 3 },
    atOnce: true,
    logs: '"notDone":[]',
  },
  {
    source: 'is asked too often and wants two hours (429, Retry-After: 7200)',
    misbehave: forConditions((response) => sendJson(response, 429, {}, { 'retry-after': '7200' })),
    gets: { state: 'partial', reason: 'The source asks to wait 120 minutes before the next request.' },
    keeps: 'other kinds',
    asked: ONE_WAY,
    later: 'when that time is over',
    logs: conditionsFailed('rate-limited'),
  },
  {
    source: 'fails once (500)',
    misbehave: once((response) => sendJson(response, 500, outcomeOf('exception'))),
    gets: { state: 'partial', reason: 'The source has a fault (it has a fault; status 500).' },
    keeps: 'other kinds',
    asked: ONE_WAY,
    logs: conditionsFailed('server-error'),
  },
  {
    source: 'fails always (500)',
    misbehave: everywhere((response) => sendJson(response, 500, {})),
    gets: { state: 'stale', reason: 'The source has a fault (status 500).' },
    keeps: 'before',
    asked: ONE_WAY,
    logs: 'Condition failed: server-error',
  },
  {
    source: 'is down for maintenance (503 with a web page)',
    misbehave: everywhere((response) => sendText(response, 503, '<h1>Back soon</h1>', { 'content-type': 'text/html' })),
    gets: { state: 'stale', reason: 'The source is not available at the moment (status 503).' },
    keeps: 'before',
    asked: TWICE,
    atOnce: true,
    logs: 'Condition failed: server-error',
  },
  {
    source: 'stands behind a gateway that fails once (502)',
    misbehave: once((response) => sendText(response, 502, 'Bad Gateway')),
    gets: { state: 'complete' },
    keeps: 'everything',
    asked: { path: CONDITION, times: 3 },
    atOnce: true,
    logs: '"notDone":[]',
  },
  {
    source: 'redirects to another host',
    misbehave: (stage) => {
      forConditions((response) => {
        response.writeHead(302, { location: `${stage.stranger.origin}/fhir/Condition` });
        response.end();
      })(stage);
    },
    gets: {
      state: 'partial',
      reason: 'The source sent the request on to another address; it was not followed (status 302).',
    },
    keeps: 'other kinds',
    asked: ONE_WAY,
    logs: conditionsFailed('foreign-link'),
  },
  {
    source: 'redirects to an address inside a network (169.254.169.254)',
    misbehave: forConditions((response) => {
      response.writeHead(307, { location: 'http://169.254.169.254/latest/meta-data' });
      response.end();
    }),
    gets: {
      state: 'partial',
      reason: 'The source sent the request on to another address; it was not followed (status 307).',
    },
    keeps: 'other kinds',
    asked: ONE_WAY,
    logs: conditionsFailed('foreign-link'),
  },
  {
    source: 'redirects to itself without end',
    misbehave: forConditions((response, { url }) => {
      response.writeHead(301, { location: url });
      response.end();
    }),
    gets: {
      state: 'partial',
      reason: 'The source sent the request on to another address; it was not followed (status 301).',
    },
    keeps: 'other kinds',
    asked: ONE_WAY,
    logs: conditionsFailed('foreign-link'),
  },
  {
    source: 'says that nothing changed though nobody asked (304)',
    misbehave: forConditions((response) => {
      response.writeHead(304);
      response.end();
    }),
    gets: { state: 'partial', reason: 'The source answered with nothing (status 304).' },
    keeps: 'other kinds',
    asked: ONE_WAY,
    logs: conditionsFailed('not-fhir'),
  },
  {
    source: 'says 200 and gives an OperationOutcome alone',
    misbehave: forConditions((response) => sendJson(response, 200, outcomeOf('exception'))),
    gets: {
      state: 'partial',
      reason: 'The source answered with an OperationOutcome instead of a Bundle (it has a fault).',
    },
    keeps: 'other kinds',
    asked: ONE_WAY,
    logs: conditionsFailed('not-fhir'),
  },
  {
    source: 'gives what it has and adds that it is incomplete',
    misbehave: pageOfConditions([
      condition('c4'),
      { resourceType: 'OperationOutcome', issue: [{ severity: 'warning', code: 'incomplete' }] },
    ]),
    gets: { state: 'partial', reason: 'The source says that its answer is incomplete.' },
    keeps: 'everything',
    asked: ONE_WAY,
    logs: '"notDone":["Condition partial: incomplete"]',
  },
  {
    source: 'says that it has more than it gives, and no next page',
    misbehave: forConditions((response) => sendJson(response, 200, { ...bundle([condition('c4')]), total: 4 })),
    gets: { state: 'partial', reason: 'The source says that it has 4 and gave 1.' },
    keeps: 'everything',
    asked: ONE_WAY,
    logs: '"notDone":["Condition partial: incomplete"]',
  },
  {
    source: 'shows the person no more, and answers searches with 200 and nothing',
    misbehave: (stage) => {
      stage.source.items.clear();
      answeringAt(
        (path) => path.startsWith('/fhir/Patient'),
        (response) => sendJson(response, 404, {}),
      )(stage);
    },
    gets: { state: 'stale', reason: 'The source has nothing there (status 404).' },
    keeps: 'before',
    asked: TWICE,
    logs: 'Condition failed: other-patient',
  },
];
