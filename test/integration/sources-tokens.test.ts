import { afterEach, describe, expect, it } from 'vitest';
import type { TokenSet } from '../../src/ports/linked-account.ts';
import type { SourceError } from '../../src/ports/source-connector.ts';
import { showErrors } from '../servers/captured-log.ts';
import { bundle, condition } from '../servers/fhir-bundles.ts';
import { sendJson, sendText } from '../servers/http-server.ts';
import type { SeenRequest } from '../servers/http-server.ts';
import { ACCESS_TOKEN, fixedTokens, pull } from '../servers/pull.ts';
import { createSmartServer } from '../servers/smart-server.ts';
import { createSourcesUnderTest } from '../servers/sources-under-test.ts';
import type { SourceUnderTest } from '../servers/sources-under-test.ts';
import type { ServerResponse } from 'node:http';

const sources = createSourcesUnderTest();
afterEach(() => sources.closeAll());

const REFRESH_TOKEN = 'rt-0a9b8c7d6e5f4321-secret';
const TOKENS: TokenSet = {
  accessToken: ACCESS_TOKEN,
  refreshToken: REFRESH_TOKEN,
  expiresAt: undefined,
  scope: 'patient/*.rs',
};

function withTokenEndpoint(
  answer: (parameters: URLSearchParams, response: ServerResponse) => void,
): Promise<SourceUnderTest> {
  const smart = createSmartServer({
    token: (parameters, _request, response) => {
      answer(parameters, response);
      return true;
    },
  });
  return sources.start(smart.answer);
}

describe('renewing a sign-in', () => {
  it('takes the new refresh token where one is given', async () => {
    let asked: URLSearchParams | undefined;
    const { connector } = await withTokenEndpoint((parameters, response) => {
      asked = parameters;
      sendJson(response, 200, { access_token: 'new', token_type: 'bearer', refresh_token: 'rotated', expires_in: 60 });
    });
    const renewed = await connector.refresh(TOKENS);
    expect(renewed).toMatchObject({ accessToken: 'new', refreshToken: 'rotated', scope: 'patient/*.rs' });
    expect(Object.fromEntries(asked ?? [])).toMatchObject({
      grant_type: 'refresh_token',
      refresh_token: REFRESH_TOKEN,
    });
  });

  it('keeps the old one where none is given, and reads the scope back', async () => {
    const { connector } = await withTokenEndpoint((_parameters, response) =>
      sendJson(response, 200, { access_token: 'new', token_type: 'bearer', scope: 'patient/Condition.rs' }),
    );
    expect(await connector.refresh(TOKENS)).toEqual({
      accessToken: 'new',
      refreshToken: REFRESH_TOKEN,
      expiresAt: undefined,
      scope: 'patient/Condition.rs',
    });
  });

  it.each<[string, number, unknown, SourceError['code']]>([
    ['invalid_grant', 400, { error: 'invalid_grant' }, 'needs-sign-in'],
    ['invalid_request where invalid_grant is meant', 400, { error: 'invalid_request' }, 'needs-sign-in'],
    ['invalid_grant with 401', 401, { error: 'invalid_grant' }, 'needs-sign-in'],
    ['invalid_client', 401, { error: 'invalid_client' }, 'misconfigured'],
    ['a fault', 503, { error: 'temporarily_unavailable' }, 'server-error'],
    ['something unknown', 400, { error: 'slow_down' }, 'server-error'],
    ['an answer that is no token answer', 200, { hello: 1 }, 'server-error'],
  ])('on %s says what to do', async (_name, status, body, code) => {
    const { connector } = await withTokenEndpoint((_parameters, response) => sendJson(response, status, body));
    await expect(connector.refresh(TOKENS)).rejects.toMatchObject({ name: 'SourceError', code });
  });

  it('needs a new sign-in where there is no refresh token', async () => {
    const { connector } = await withTokenEndpoint(() => undefined);
    await expect(connector.refresh({ ...TOKENS, refreshToken: undefined })).rejects.toMatchObject({
      code: 'needs-sign-in',
    });
  });

  it('asks once only, even where the answer never comes', async () => {
    let tries = 0;
    const { connector } = await withTokenEndpoint((_parameters, response) => {
      tries += 1;
      response.socket?.destroy();
    });
    await expect(connector.refresh(TOKENS)).rejects.toMatchObject({ code: 'unreachable' });
    expect(tries).toBe(1);
  });
});

describe('when a refresh token ends', () => {
  const exp = Date.parse('2027-01-01T00:00:00.000Z') / 1000;

  it.each<[string, number, unknown, string | undefined]>([
    ['says so', 200, { active: true, exp }, '2027-01-01T00:00:00.000Z'],
    ['says no end', 200, { active: true }, undefined],
    ['says that it is over', 200, { active: false, exp }, undefined],
    ['does not allow the question', 403, { error: 'access_denied' }, undefined],
    ['says a time no calendar has', 200, { active: true, exp: 1e18 }, undefined],
  ])('the source, asked, %s', async (_name, status, body, expected) => {
    const smart = createSmartServer({
      metadata: { introspection_endpoint: 'introspect' },
      answer: (request, response) => {
        if (request.path !== '/fhir/introspect') return false;
        expect(new URLSearchParams(request.body).get('token')).toBe('rt-1');
        sendJson(response, status, body, { 'content-type': 'application/json' });
        return true;
      },
    });
    const { connector } = await sources.start(smart.answer);
    const tokens = { accessToken: 'at-1', refreshToken: 'rt-1', expiresAt: undefined, scope: '' };
    expect(await connector.refreshExpiry?.(tokens)).toBe(expected);
  });
});

describe('giving tokens back', () => {
  async function revocations(
    answer: (request: SeenRequest, response: ServerResponse) => void,
    offered: boolean,
  ): Promise<{ readonly result: string; readonly asked: readonly string[] }> {
    const asked: string[] = [];
    const smart = createSmartServer({
      metadata: offered ? { revocation_endpoint: '/revoke' } : {},
      answer: (request, response) => {
        if (request.path !== '/revoke') return false;
        const parameters = new URLSearchParams(request.body);
        asked.push(`${parameters.get('token_type_hint') ?? ''} ${parameters.get('token') ?? ''}`);
        answer(request, response);
        return true;
      },
    });
    const { connector } = await sources.start(smart.answer);
    return { result: await connector.revoke(TOKENS), asked };
  }

  it('gives back the refresh token, then the access token', async () => {
    const { result, asked } = await revocations((_request, response) => sendText(response, 200, ''), true);
    expect(result).toBe('revoked');
    expect(asked).toEqual([`refresh_token ${REFRESH_TOKEN}`, `access_token ${ACCESS_TOKEN}`]);
  });

  it('says so where it is not offered or fails', async () => {
    expect((await revocations(() => undefined, false)).result).toBe('not-offered');
    const failing = await revocations((_request, response) => sendJson(response, 500, {}), true);
    expect(failing.result).toBe('failed');
    expect(failing.asked).toHaveLength(2);
  });
});

describe('tokens in what is logged and thrown', () => {
  /** Servers that send back everything they were sent, in the hope that somebody prints it. */
  const echo = (request: SeenRequest): unknown => ({
    resourceType: 'OperationOutcome',
    issue: [
      { severity: 'error', code: 'exception', diagnostics: `${request.headers.authorization ?? ''} ${request.body}` },
    ],
    error: 'invalid_request',
    error_description: `${request.headers.authorization ?? ''} ${request.body}`,
    access_token: 7,
    refresh_token: REFRESH_TOKEN,
  });

  it.each([200, 302, 400, 401, 403, 404, 429, 500, 503])('never appear, whatever fails (status %d)', async (status) => {
    const smart = createSmartServer({
      metadata: { revocation_endpoint: '/revoke' },
      token: (_parameters, request, response) => {
        sendJson(response, status, echo(request));
        return true;
      },
      answer: (request, response) => {
        sendJson(response, status, echo(request), {
          'www-authenticate': `Bearer error="${ACCESS_TOKEN}"`,
          location: `/?${ACCESS_TOKEN}`,
        });
        return true;
      },
    });
    const { connector, log } = await sources.start(smart.answer);
    const { url, transaction } = await connector.startAuthorization('https://gateway.example/callback');
    const callback = smart.signIn(url);
    const results = await Promise.allSettled([
      pull(connector).then(({ outcomes }) => outcomes),
      connector.readPatient({ tokens: fixedTokens(), patientId: 'anna', signal: AbortSignal.timeout(9000) }),
      connector.refresh(TOKENS),
      connector.revoke(TOKENS),
      connector.completeAuthorization(callback, transaction),
      connector.check(),
    ]);
    const said = JSON.stringify([results, log.lines], showErrors);
    for (const secret of [
      ACCESS_TOKEN,
      REFRESH_TOKEN,
      callback.searchParams.get('code') ?? '',
      transaction.codeVerifier,
    ]) {
      expect(said).not.toContain(secret);
    }
    expect(results.some(({ status: settled }) => settled === 'rejected')).toBe(true);
  });

  it('are not printed by the FHIR client, even where debugging is on', async () => {
    const { execFile } = await import('node:child_process');
    const { server } = await sources.start((request, response) => {
      if (request.path !== '/fhir/Condition') return false;
      sendJson(response, 200, bundle([condition('c1')]));
      return true;
    });
    const script = `
      import { createSourceConnector } from './src/sources/create-source-connector.ts';
      import { sourceConfig } from './test/servers/source-config.ts';
      import { captureLog } from './test/servers/captured-log.ts';
      import { pull } from './test/servers/pull.ts';
      const connector = createSourceConnector(sourceConfig('${server.origin}/fhir'), { log: captureLog(), now: Date.now });
      pull(connector).then((result) => console.log('read', result.resources.length));
    `;
    const root = new URL('../..', import.meta.url).pathname;
    const printed = await new Promise<string>((resolve) => {
      const env = { ...process.env, DEBUG: '*' };
      execFile(
        process.execPath,
        ['--import', 'tsx', '--input-type=module', '--eval', script],
        { cwd: root, env },
        (_error, stdout, stderr) => resolve(stdout + stderr),
      );
    });
    expect(printed).toContain('read 2');
    expect(printed).toContain('fhir-kit-client');
    expect(printed).not.toContain(ACCESS_TOKEN);
    const signed = server.seen.filter(({ path }) => path !== '/fhir/metadata');
    expect(signed.every(({ headers }) => headers.authorization === `Bearer ${ACCESS_TOKEN}`)).toBe(true);
  });
});
