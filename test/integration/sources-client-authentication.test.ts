import { exportJWK, generateKeyPair, jwtVerify } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { createSourceConnector } from '../../src/sources/create-source-connector.ts';
import { captureLog } from '../servers/captured-log.ts';
import { sourceConfig } from '../servers/source-config.ts';
import type { SourceConfig } from '../../src/ports/source-config.ts';
import { createSmartServer } from '../servers/smart-server.ts';
import type { SmartServer, SmartServerOptions } from '../servers/smart-server.ts';
import { sendJson } from '../servers/http-server.ts';
import { bundle, patient } from '../servers/fhir-bundles.ts';
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

describe('proving who the gateway is', () => {
  it.each(['RS384', 'ES384'] as const)('signs an assertion by %s for the token endpoint', async (algorithm) => {
    const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
    const authentication = {
      method: 'private_key_jwt',
      algorithm,
      privateKey: await exportJWK(privateKey),
      keyId: 'key-1',
    } as const;
    const { connector, smart, server } = await smartSource({}, { authentication });
    const { url, transaction } = await connector.startAuthorization(REDIRECT);
    await connector.completeAuthorization(smart.signIn(url), transaction);
    const assertion = smart.tokenRequests[0]?.get('client_assertion') ?? '';
    const { payload, protectedHeader } = await jwtVerify(assertion, publicKey, {
      audience: `${server.origin}/token`,
      issuer: 'gateway',
      subject: 'gateway',
    });
    expect(protectedHeader).toMatchObject({ alg: algorithm, kid: 'key-1' });
    expect(payload.jti).toBeTypeOf('string');
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBeLessThanOrEqual(300);
  });

  it('says so where the key does not fit the algorithm', async () => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = await exportJWK(privateKey);
    const authentication = { method: 'private_key_jwt', algorithm: 'ES384', privateKey: jwk, keyId: 'key-1' } as const;
    const { connector } = await smartSource({}, { authentication });
    const starting = connector.startAuthorization(REDIRECT);
    await expect(starting).rejects.toMatchObject({
      code: 'misconfigured',
      detail: 'The gateway’s private key for this source is no ES384 key.',
    });
    await expect(starting).rejects.not.toThrow(jwk.d);
  });

  it('sends a client secret in the header or in the body, as configured', async () => {
    for (const method of ['client_secret_basic', 'client_secret_post'] as const) {
      const { connector, smart, server } = await smartSource(
        {},
        { authentication: { method, clientSecret: 's e:cret' } },
      );
      const { url, transaction } = await connector.startAuthorization(REDIRECT);
      await connector.completeAuthorization(smart.signIn(url), transaction);
      const header = server.seen.find(({ path }) => path === '/token')?.headers.authorization;
      expect(header).toBe(
        method === 'client_secret_basic' ? `Basic ${Buffer.from('gateway:s+e%3Acret').toString('base64')}` : undefined,
      );
      expect(smart.tokenRequests[0]?.get('client_secret')).toBe(method === 'client_secret_post' ? 's e:cret' : null);
    }
  });
});

describe('plain OAuth 2', () => {
  it('uses the configured endpoints, sends no aud, and asks for the Patient of the token', async () => {
    const smart = createSmartServer({
      tokenAnswer: { patient: null, scope: null },
      answer: (request, response) => {
        if (request.path !== '/fhir/Patient') return false;
        sendJson(response, 200, bundle([patient('pkb-1')]));
        return true;
      },
    });
    const server = await sources.startOther((request, response, own) => void smart.answer(request, response, own));
    const endpoints = {
      issuer: server.origin,
      authorization: `${server.origin}/authorize`,
      token: `${server.origin}/token`,
      revocation: undefined,
    };
    const config = sourceConfig(`${server.origin}/fhir`, { kind: 'oauth2', scopes: ['PATIENT'], endpoints });
    const connector = createSourceConnector(config, { log: captureLog(), now: Date.now });
    const { url, transaction } = await connector.startAuthorization(REDIRECT);
    expect(new URL(url).searchParams.has('aud')).toBe(false);
    const grant = await connector.completeAuthorization(smart.signIn(url), transaction);
    expect(grant).toMatchObject({ patientId: 'pkb-1', tokens: { scope: 'PATIENT' } });
    expect(server.seen.some(({ path }) => path.includes('.well-known'))).toBe(false);
  });
});
