import { afterEach, describe, expect, it } from 'vitest';
import type { SourceConfig } from '../../src/ports/source-config.ts';
import { createSmartServer } from '../servers/smart-server.ts';
import type { SmartServer, SmartServerOptions } from '../servers/smart-server.ts';
import { sendJson, sendText } from '../servers/http-server.ts';
import { createSourcesUnderTest } from '../servers/sources-under-test.ts';
import type { SourceUnderTest } from '../servers/sources-under-test.ts';

const REDIRECT = 'https://gateway.example/link/portal/callback';
const sources = createSourcesUnderTest();
afterEach(() => sources.closeAll());

type Linked = SourceUnderTest & { readonly smart: SmartServer };

async function smartSource(options: SmartServerOptions = {}, more: Partial<SourceConfig> = {}): Promise<Linked> {
  const smart = createSmartServer(options);
  return { smart, ...(await sources.start(smart.answer, more)) };
}

describe('sending the person to the source', () => {
  it('asks by code with PKCE S256, a long state, the redirect URI and aud', async () => {
    const { connector, server } = await smartSource();
    const { url, transaction } = await connector.startAuthorization(REDIRECT);
    const asked = Object.fromEntries(new URL(url).searchParams);
    expect(url.startsWith(`${server.origin}/authorize?`)).toBe(true);
    expect(asked).toMatchObject({
      response_type: 'code',
      client_id: 'gateway',
      redirect_uri: REDIRECT,
      scope: 'launch/patient patient/*.rs offline_access',
      aud: `${server.origin}/fhir`,
      code_challenge_method: 'S256',
    });
    expect(Buffer.from(asked['state'] ?? '', 'base64url').length).toBeGreaterThanOrEqual(16);
    expect(url).not.toContain(transaction.codeVerifier);
    expect(transaction).toMatchObject({ source: 'portal', redirectUri: REDIRECT, issuer: server.origin });
    const again = await connector.startAuthorization(REDIRECT);
    expect(again.transaction.state).not.toBe(transaction.state);
    expect(again.transaction.codeVerifier).not.toBe(transaction.codeVerifier);
  });

  it('resolves relative endpoints against the base', async () => {
    const metadata = { authorization_endpoint: 'auth/authorize', token_endpoint: '/token' };
    const { connector, server } = await smartSource({ metadata });
    const { url } = await connector.startAuthorization(REDIRECT);
    expect(new URL(url).pathname).toBe('/fhir/auth/authorize');
    expect(new URL(url).origin).toBe(server.origin);
  });

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['no PKCE by S256', { code_challenge_methods_supported: ['plain'] }, 'S256'],
    ['no challenge methods', { code_challenge_methods_supported: null }, 'S256'],
    ['no token endpoint', { token_endpoint: null }, 'token_endpoint'],
    ['no authorization endpoint', { authorization_endpoint: null }, 'authorization_endpoint'],
    ['an endpoint of another scheme', { token_endpoint: 'ftp://elsewhere.example/token' }, 'not https'],
  ])('does not start with %s', async (_name, metadata, words) => {
    const { connector } = await smartSource({ metadata });
    const starting = connector.startAuthorization(REDIRECT);
    await expect(starting).rejects.toMatchObject({ code: 'misconfigured' });
    await expect(starting).rejects.toThrow(words);
  });

  it.each<[string, (response: Parameters<typeof sendText>[0]) => void, string]>([
    ['a missing document', (response) => sendJson(response, 404, {}), 'misconfigured'],
    ['a web page', (response) => sendText(response, 200, '<html>'), 'misconfigured'],
    ['a fault', (response) => sendJson(response, 500, {}), 'server-error'],
  ])('says so of %s', async (_name, answer, code) => {
    const { connector } = await sources.start((request, response) => {
      if (!request.path.includes('.well-known')) return false;
      answer(response);
      return true;
    });
    await expect(connector.startAuthorization(REDIRECT)).rejects.toMatchObject({ code });
  });

  it('keeps the discovery document as long as HTTP says', async () => {
    const kept = await smartSource({ discoveryHeaders: { 'cache-control': 'max-age=60' } });
    const unkept = await smartSource({ discoveryHeaders: { 'cache-control': 'no-store' } });
    for (const { connector } of [kept, unkept]) {
      await connector.startAuthorization(REDIRECT);
      await connector.startAuthorization(REDIRECT);
    }
    const count = ({ server }: SourceUnderTest): number =>
      server.seen.filter(({ path }) => path.includes('.well-known')).length;
    expect([count(kept), count(unkept)]).toEqual([1, 2]);
  });
});

describe('taking the person back', () => {
  it('exchanges the code and reads patient, scope and lifetime from the answer', async () => {
    const { connector, smart } = await smartSource();
    const { url, transaction } = await connector.startAuthorization(REDIRECT);
    const before = Date.now();
    const grant = await connector.completeAuthorization(smart.signIn(url), transaction);
    expect(grant.patientId).toBe('anna');
    expect(grant.tokens.accessToken).toMatch(/^at-/);
    expect(grant.tokens.refreshToken).toMatch(/^rt-/);
    expect(grant.tokens.scope).toBe('launch/patient patient/*.rs offline_access');
    expect(Date.parse(grant.tokens.expiresAt ?? '') - before).toBeGreaterThanOrEqual(3_600_000);
    expect(smart.tokenRequests[0]?.get('client_id')).toBe('gateway');
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['a foreign state', { state: 'someone-elses' }],
    ['an empty state', { state: '' }],
  ])('refuses %s and asks the source nothing', async (_name, more) => {
    const { connector, smart } = await smartSource();
    const { url, transaction } = await connector.startAuthorization(REDIRECT);
    await expect(connector.completeAuthorization(smart.signIn(url, more), transaction)).rejects.toMatchObject({
      code: 'authorization-failed',
    });
    expect(smart.tokenRequests).toEqual([]);
  });

  it('refuses a missing state, a repeated one, a missing code and another source’s transaction', async () => {
    const { connector, smart } = await smartSource();
    const { url, transaction } = await connector.startAuthorization(REDIRECT);
    const callback = (change: (query: URLSearchParams) => void): URL => {
      const address = smart.signIn(url);
      change(address.searchParams);
      return address;
    };
    const refused = { code: 'authorization-failed' };
    await expect(
      connector.completeAuthorization(
        callback((query) => query.delete('state')),
        transaction,
      ),
    ).rejects.toMatchObject(refused);
    await expect(
      connector.completeAuthorization(
        callback((query) => query.append('state', 'x')),
        transaction,
      ),
    ).rejects.toMatchObject(refused);
    await expect(
      connector.completeAuthorization(
        callback((query) => query.delete('code')),
        transaction,
      ),
    ).rejects.toMatchObject(refused);
    await expect(
      connector.completeAuthorization(smart.signIn(url), { ...transaction, source: 'gp' }),
    ).rejects.toMatchObject(refused);
    const elsewhere = new URL(smart.signIn(url).href.replace('/link/portal/', '/link/gp/'));
    await expect(connector.completeAuthorization(elsewhere, transaction)).rejects.toMatchObject(refused);
    expect(smart.tokenRequests).toEqual([]);
  });

  it('explains an error parameter without repeating what came with it', async () => {
    const { connector, smart } = await smartSource();
    const { url, transaction } = await connector.startAuthorization(REDIRECT);
    const callback = smart.signIn(url, { error: 'access_denied', error_description: 'Anna said no' });
    const failing = connector.completeAuthorization(callback, transaction);
    await expect(failing).rejects.toMatchObject({
      code: 'authorization-failed',
      detail: 'The sign-in was cancelled, or the source did not allow it.',
    });
    await expect(failing).rejects.not.toThrow('Anna');
    expect(smart.tokenRequests).toEqual([]);
  });

  it('refuses an answer of another issuer, and one without where the source always names it', async () => {
    const { connector, smart, server } = await smartSource({
      metadata: { authorization_response_iss_parameter_supported: true },
    });
    const { url, transaction } = await connector.startAuthorization(REDIRECT);
    const refused = { code: 'authorization-failed' };
    const foreign = smart.signIn(url, { iss: 'https://attacker.example' });
    await expect(connector.completeAuthorization(foreign, transaction)).rejects.toMatchObject(refused);
    await expect(connector.completeAuthorization(smart.signIn(url), transaction)).rejects.toMatchObject(refused);
    expect(smart.tokenRequests).toEqual([]);
    const good = smart.signIn(url, { iss: server.origin });
    await expect(connector.completeAuthorization(good, transaction)).resolves.toMatchObject({ patientId: 'anna' });
  });

  it('compares an unpublished issuer by its origin', async () => {
    const { connector, smart, server } = await smartSource({ metadata: { issuer: null } });
    const { url, transaction } = await connector.startAuthorization(REDIRECT);
    const foreign = smart.signIn(url, { iss: 'https://attacker.example' });
    await expect(connector.completeAuthorization(foreign, transaction)).rejects.toMatchObject({
      code: 'authorization-failed',
    });
    const good = smart.signIn(url, { iss: `${server.origin}/oidc` });
    await expect(connector.completeAuthorization(good, transaction)).resolves.toMatchObject({ patientId: 'anna' });
  });

  it('says that a code used before is no longer good', async () => {
    const { connector, smart } = await smartSource();
    const { url, transaction } = await connector.startAuthorization(REDIRECT);
    const callback = smart.signIn(url);
    await connector.completeAuthorization(callback, transaction);
    const replayed = connector.completeAuthorization(callback, transaction);
    await expect(replayed).rejects.toMatchObject({ code: 'authorization-failed' });
    await expect(replayed).rejects.toThrow('used up');
  });

  it.each<[string, Readonly<Record<string, unknown>>, string, readonly string[]]>([
    [
      'narrower',
      { scope: 'patient/Condition.rs' },
      'patient/Condition.rs',
      ['launch/patient', 'patient/*.rs', 'offline_access'],
    ],
    [
      'wider',
      { scope: 'launch/patient patient/*.read offline_access user/*.cruds' },
      'launch/patient patient/*.read offline_access user/*.cruds',
      [],
    ],
    ['not said', { scope: null }, 'launch/patient patient/*.rs offline_access', []],
  ])('reads back a scope that is %s', async (_name, tokenAnswer, scope, notGranted) => {
    const { connector, smart, log } = await smartSource({ tokenAnswer });
    const { url, transaction } = await connector.startAuthorization(REDIRECT);
    const { tokens } = await connector.completeAuthorization(smart.signIn(url), transaction);
    expect(tokens.scope).toBe(scope);
    expect(log.lines.join('\n')).toContain(JSON.stringify(notGranted));
  });

  it('does not stumble over an id_token it has no use for', async () => {
    const { connector, smart } = await smartSource({ tokenAnswer: { id_token: 'not.a.token' } });
    const { url, transaction } = await connector.startAuthorization(REDIRECT);
    await expect(connector.completeAuthorization(smart.signIn(url), transaction)).resolves.toMatchObject({
      patientId: 'anna',
    });
  });

  it.each<[string, (response: Parameters<typeof sendText>[0]) => void, string]>([
    [
      'a web page',
      (response) => sendText(response, 200, '<html>', { 'content-type': 'text/html' }),
      'authorization-failed',
    ],
    [
      'a token answer without a token',
      (response) => sendJson(response, 200, { token_type: 'Bearer' }),
      'authorization-failed',
    ],
    ['a fault', (response) => sendText(response, 503, 'oops'), 'server-error'],
    [
      'invalid_client',
      (response) => sendJson(response, 401, { error: 'invalid_client' }, { 'www-authenticate': 'Basic' }),
      'misconfigured',
    ],
  ])('fails in words on %s at the token endpoint', async (_name, answer, code) => {
    const { connector, smart } = await smartSource({
      token: (_parameters, _request, response) => {
        answer(response);
        return true;
      },
    });
    const { url, transaction } = await connector.startAuthorization(REDIRECT);
    await expect(connector.completeAuthorization(smart.signIn(url), transaction)).rejects.toMatchObject({
      name: 'SourceError',
      code,
    });
  });
});
