/** A small SMART authorization server for tests: discovery, codes good once and bound to PKCE, a token endpoint that can misbehave. */
import { createHash, randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { sendJson } from './http-server.ts';
import type { OddAnswer } from './sources-under-test.ts';
import type { SeenRequest } from './http-server.ts';
import { PATIENT_ID } from './fhir-bundles.ts';

export interface SmartServer {
  /** To be given to `start` of the sources under test. */
  readonly answer: OddAnswer;
  /** What the person's browser brings back after saying yes at `authorizationUrl`. */
  signIn(authorizationUrl: string, more?: Readonly<Record<string, string>>): URL;
  /** Requests at the token endpoint, as parameters. */
  readonly tokenRequests: URLSearchParams[];
}

export interface SmartServerOptions {
  /** Laid over the discovery document; null takes a member out. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly discoveryHeaders?: Readonly<Record<string, string>>;
  /** Laid over the token answer; null takes a member out. */
  readonly tokenAnswer?: Readonly<Record<string, unknown>>;
  /** Takes a request to the token endpoint over; true where it has answered. */
  readonly token?: (parameters: URLSearchParams, request: SeenRequest, response: ServerResponse) => boolean;
  readonly answer?: OddAnswer;
}

interface Code {
  readonly challenge: string;
  readonly redirectUri: string;
  used: boolean;
}

export function createSmartServer(options: SmartServerOptions = {}): SmartServer {
  const codes = new Map<string, Code>();
  const tokenRequests: URLSearchParams[] = [];

  function answerToken(request: SeenRequest, response: ServerResponse): void {
    const parameters = new URLSearchParams(request.body);
    tokenRequests.push(parameters);
    if (options.token?.(parameters, request, response) === true) return;
    const code = codes.get(parameters.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(parameters.get('code_verifier') ?? '')
      .digest('base64url');
    const good =
      code !== undefined &&
      !code.used &&
      code.challenge === challenge &&
      code.redirectUri === parameters.get('redirect_uri');
    if (parameters.get('grant_type') === 'authorization_code' && !good) {
      sendJson(response, 400, { error: 'invalid_grant', error_description: 'code and names of people' });
      return;
    }
    if (code !== undefined) code.used = true;
    const body = {
      access_token: `at-${randomBytes(8).toString('hex')}`,
      token_type: 'Bearer',
      expires_in: 3600,
      refresh_token: `rt-${randomBytes(8).toString('hex')}`,
      scope: 'launch/patient patient/*.rs offline_access',
      patient: PATIENT_ID,
    };
    sendJson(response, 200, laidOver(body, options.tokenAnswer), { 'content-type': 'application/json' });
  }

  return {
    tokenRequests,
    answer: (request, response, own) => {
      if (request.path === '/fhir/.well-known/smart-configuration') {
        sendJson(response, 200, laidOver(smartMetadata(own.origin), options.metadata), options.discoveryHeaders);
      } else if (request.path === '/token') answerToken(request, response);
      else return options.answer?.(request, response, own) ?? false;
      return true;
    },
    signIn: (authorizationUrl, more = {}) => {
      const asked = new URL(authorizationUrl).searchParams;
      const code = randomBytes(8).toString('hex');
      const redirectUri = asked.get('redirect_uri') ?? '';
      codes.set(code, { challenge: asked.get('code_challenge') ?? '', redirectUri, used: false });
      const callback = new URL(redirectUri);
      callback.search = new URLSearchParams({ code, state: asked.get('state') ?? '', ...more }).toString();
      return callback;
    },
  };
}

function smartMetadata(origin: string): Readonly<Record<string, unknown>> {
  return {
    issuer: origin,
    authorization_endpoint: `${origin}/authorize`,
    token_endpoint: `${origin}/token`,
    grant_types_supported: ['authorization_code'],
    capabilities: ['launch-standalone', 'context-standalone-patient', 'permission-patient', 'client-public'],
    code_challenge_methods_supported: ['S256'],
  };
}

function laidOver(
  body: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries({ ...body, ...more }).filter(([, value]) => value !== null));
}
