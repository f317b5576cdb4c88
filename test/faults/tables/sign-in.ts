/** Faults of the sign-in: tokens that end, refreshes that fail, and token answers that are not as they should be. */
import { sendJson, sendText } from '../../servers/http-server.ts';
import { answeringAt, everywhere, type Behaviour } from '../behaviour.ts';
import type { FaultStage } from '../fault-stage.ts';
import { SHORT } from './common.ts';

const TOKEN = '/token';
const ONCE = { path: TOKEN, times: 1 };
const SIGN_IN_AGAIN = 'The source no longer accepts the kept sign-in. Sign in there again.';
const NOT_AS_OAUTH = 'The source’s sign-in service did not answer as OAuth 2 says.';

/** The access token is over, and a refresh is answered so. */
function refreshing(
  answer: Parameters<typeof answeringAt>[1],
  before: (stage: FaultStage) => void = () => undefined,
): (stage: FaultStage) => void {
  return (stage) => {
    stage.source.tokens.expire();
    before(stage);
    answeringAt((path) => path === TOKEN, answer)(stage);
  };
}

/** A refresh works, and its answer says this beside the tokens. */
function answeringWith(more: Readonly<Record<string, unknown>>): (stage: FaultStage) => void {
  return (stage) => {
    stage.source.tokens.expire();
    stage.source.tokens.alsoSay(more);
  };
}

export const SIGN_IN_FAULTS: readonly Behaviour[] = [
  {
    source: 'takes the access token no longer (401), once',
    misbehave: ({ source }) => source.tokens.expire(),
    gets: { state: 'complete' },
    keeps: 'everything',
    asked: ONCE,
    logs: '"rotated":true',
  },
  {
    source: 'takes no access token any more, new ones neither (401 always)',
    misbehave: everywhere((response) => sendJson(response, 401, {})),
    gets: { state: 'stale', reason: 'The source no longer accepts the sign-in. Sign in there again.' },
    keeps: 'before',
    asked: ONCE,
    later: 'after an hour',
    logs: '"state":"refused"',
  },
  {
    source: 'renews the sign-in, and the answer with the new refresh token is lost on its way',
    misbehave: (stage) => {
      refreshing((response) => {
        stage.source.tokens.rotate();
        stage.source.tokens.expire();
        response.socket?.destroy();
      })(stage);
    },
    gets: { state: 'stale', reason: 'The source broke the connection off.' },
    keeps: 'before',
    asked: ONCE,
    next: 'needs-sign-in',
    logs: 'Condition failed: unreachable (UND_ERR_SOCKET)',
  },
  {
    source: 'saw the refresh token used before and revokes the whole grant',
    misbehave: ({ source }) => {
      source.tokens.rotate();
      source.tokens.expire();
    },
    gets: { state: 'needs-sign-in', reason: SIGN_IN_AGAIN },
    keeps: 'before',
    asked: ONCE,
    next: 'needs-sign-in',
    logs: '"state":"needs-sign-in"',
  },
  {
    source: 'says that access was withdrawn when the sign-in is renewed',
    misbehave: refreshing((response) => sendJson(response, 400, { error: 'access_denied' })),
    gets: { state: 'stale', reason: 'The source says that access was withdrawn there.' },
    keeps: 'before',
    asked: ONCE,
    later: 'after an hour',
    logs: '"state":"refused"',
  },
  {
    source: 'breaks the connection off when the sign-in is renewed',
    misbehave: refreshing((response) => response.socket?.destroy()),
    gets: { state: 'stale', reason: 'The source broke the connection off.' },
    keeps: 'before',
    asked: ONCE,
    logs: 'Condition failed: unreachable (UND_ERR_SOCKET)',
  },
  {
    source: 'does not answer when the sign-in is renewed',
    misbehave: refreshing(
      () => undefined,
      (stage) => stage.reconfigure({}, SHORT),
    ),
    gets: { state: 'stale', reason: 'The source did not answer within 0.8 s.' },
    keeps: 'before',
    asked: ONCE,
    logs: 'Condition failed: timed-out',
  },
  {
    source: 'fails when the sign-in is renewed (500)',
    misbehave: refreshing((response) => sendJson(response, 500, {})),
    gets: { state: 'stale', reason: 'The source’s sign-in service has a fault (status 500).' },
    keeps: 'before',
    asked: ONCE,
    logs: 'Condition failed: server-error',
  },
  {
    source: 'is down for maintenance when the sign-in is renewed (503 with a web page)',
    misbehave: refreshing((response) => sendText(response, 503, '<h1>Back soon</h1>', { 'content-type': 'text/html' })),
    gets: { state: 'stale', reason: 'The source’s sign-in service has a fault (status 503).' },
    keeps: 'before',
    asked: ONCE,
    logs: 'Condition failed: server-error',
  },
  {
    source: 'answers a renewal with a web page (200)',
    misbehave: refreshing((response) => sendText(response, 200, '<h1>Sign in</h1>', { 'content-type': 'text/html' })),
    gets: { state: 'stale', reason: NOT_AS_OAUTH },
    keeps: 'before',
    asked: ONCE,
    logs: 'Condition failed: server-error',
  },
  {
    source: 'no longer knows the gateway when the sign-in is renewed (invalid_client)',
    misbehave: refreshing((response) => sendJson(response, 401, { error: 'invalid_client' })),
    gets: {
      state: 'stale',
      reason: 'The source does not accept how this gateway proves itself (invalid_client).',
    },
    keeps: 'before',
    asked: ONCE,
    logs: 'Condition failed: misconfigured',
  },
  {
    source: 'has lost its SMART configuration when the sign-in is renewed (404)',
    misbehave: (stage) => {
      stage.source.tokens.expire();
      answeringAt(
        (path) => path.endsWith('/smart-configuration'),
        (response) => sendJson(response, 404, {}),
      )(stage);
    },
    gets: {
      state: 'stale',
      reason: 'The source offers no SMART configuration (.well-known/smart-configuration).',
    },
    keeps: 'before',
    asked: { path: TOKEN, times: 0 },
    logs: 'Condition failed: misconfigured',
  },
  {
    source: 'gives a token that lasts longer than any calendar',
    misbehave: answeringWith({ expires_in: 1e18 }),
    gets: { state: 'complete' },
    keeps: 'everything',
    asked: ONCE,
    logs: '"notDone":[]',
  },
  {
    source: 'gives a token that ended before it was given',
    misbehave: answeringWith({ expires_in: -1 }),
    gets: { state: 'complete' },
    keeps: 'everything',
    asked: ONCE,
    logs: '"notDone":[]',
  },
  {
    source: 'gives a token whose end is a word',
    misbehave: answeringWith({ expires_in: 'never', scope: null }),
    gets: { state: 'complete' },
    keeps: 'everything',
    asked: ONCE,
    logs: '"notDone":[]',
  },
  {
    source: 'gives its scope as a list and leaves the kind of token out',
    misbehave: answeringWith({ scope: ['patient/*.rs', 'offline_access'], token_type: undefined }),
    gets: { state: 'complete' },
    keeps: 'everything',
    asked: ONCE,
    logs: '"notDone":[]',
  },
  {
    source: 'gives an access token with line breaks in it',
    misbehave: answeringWith({ access_token: 'at\r\nX-Injected: 1' }),
    gets: { state: 'stale', reason: NOT_AS_OAUTH },
    keeps: 'before',
    asked: ONCE,
    next: 'needs-sign-in',
    logs: 'Condition failed: server-error',
  },
  {
    source: 'grants less when the sign-in is renewed',
    misbehave: (stage) => {
      answeringWith({ scope: 'launch/patient patient/AllergyIntolerance.rs patient/Patient.r' })(stage);
      answeringAt(
        (path) => path === '/fhir/Condition',
        (response) => sendJson(response, 403, {}),
      )(stage);
    },
    gets: { state: 'partial', reason: 'The sign-in did not cover this. Sign in there again and allow it to be seen.' },
    keeps: 'other kinds',
    asked: ONCE,
    logs: '"notDone":["Condition refused: forbidden"]',
  },
];
