/** Finding a source's sign-in: by its SMART configuration, or as servers of older FHIR versions tell it. */
import { afterEach, describe, expect, it } from 'vitest';
import type { FhirVersion } from '../../src/record/fhir/types.ts';
import { sendJson, sendText } from '../servers/http-server.ts';
import { createSmartServer } from '../servers/smart-server.ts';
import { createSourcesUnderTest } from '../servers/sources-under-test.ts';

const sources = createSourcesUnderTest();
afterEach(() => sources.closeAll());

const REDIRECT = 'https://gateway.example/link/portal/callback';

function statement(uris: Readonly<Record<string, string>>, resourceType: string): unknown {
  const extension = Object.entries(uris).map(([url, valueUri]) => ({ url, valueUri }));
  const oauthUris = { url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris', extension };
  return { resourceType, rest: [{ mode: 'server', security: { extension: [oauthUris] } }] };
}

/** Without a SMART configuration; its token endpoint works. */
async function olderSource(fhirVersion: FhirVersion, uris?: Readonly<Record<string, string>>) {
  const smart = createSmartServer();
  const started = await sources.start(
    (request, response, own) => {
      if (request.path.includes('.well-known')) sendJson(response, 404, {});
      else if (request.path === '/fhir/metadata') {
        const told = uris ?? { authorize: `${own.origin}/authorize`, token: `${own.origin}/token` };
        sendJson(response, 200, statement(told, fhirVersion === 'DSTU2' ? 'Conformance' : 'CapabilityStatement'));
      } else return smart.answer(request, response, own);
      return true;
    },
    { fhirVersion },
  );
  return { ...started, smart };
}

describe('a source without a SMART configuration', () => {
  it.each(['DSTU2', 'STU3'] as const)(
    '%s: its endpoints are those in its metadata; PKCE is used all the same',
    async (version) => {
      const { connector, smart, server } = await olderSource(version);
      const { url, transaction } = await connector.startAuthorization(REDIRECT);
      expect(url.startsWith(`${server.origin}/authorize?`)).toBe(true);
      expect(new URL(url).searchParams.get('code_challenge_method')).toBe('S256');
      const grant = await connector.completeAuthorization(smart.signIn(url), transaction);
      expect(grant.tokens.accessToken).not.toBe('');
    },
  );

  it('a web page in the place of the configuration is as good as none', async () => {
    const { connector, server } = await sources.start(
      (request, response, { origin }) => {
        const uris = { authorize: `${origin}/authorize`, token: `${origin}/token` };
        if (request.path.includes('.well-known')) sendText(response, 200, '<html>');
        else if (request.path === '/fhir/metadata') sendJson(response, 200, statement(uris, 'CapabilityStatement'));
        else return false;
        return true;
      },
      { fhirVersion: 'STU3' },
    );
    const { url } = await connector.startAuthorization(REDIRECT);
    expect(url.startsWith(`${server.origin}/authorize?`)).toBe(true);
  });

  it('relative endpoints are resolved, and such on plain http elsewhere refused', async () => {
    const { connector, server } = await olderSource('STU3', { authorize: 'auth/authorize', token: 'auth/token' });
    const { url } = await connector.startAuthorization(REDIRECT);
    expect(url.startsWith(`${server.origin}/fhir/auth/authorize?`)).toBe(true);
    const odd = await olderSource('STU3', { authorize: 'ftp://a.example/x', token: 'auth/token' });
    await expect(odd.connector.startAuthorization(REDIRECT)).rejects.toMatchObject({ code: 'misconfigured' });
  });

  it('R4: is no SMART source, whatever its metadata says', async () => {
    const { connector } = await olderSource('R4');
    await expect(connector.startAuthorization(REDIRECT)).rejects.toMatchObject({ code: 'misconfigured' });
  });

  it('the check says where the addresses come from', async () => {
    const { connector } = await olderSource('STU3');
    const found = await connector.check();
    expect(found.map(({ text }) => text).join('\n')).toContain(
      'its sign-in addresses are those in its CapabilityStatement',
    );
  });
});

it('a discovery service that is down for a moment does not stop a sign-in', async () => {
  const smart = createSmartServer({ discoveryHeaders: { 'cache-control': 'max-age=0', etag: '"1"' } });
  let isDown = false;
  const { connector, server } = await sources.start((request, response, own) => {
    if (!isDown || !request.path.includes('.well-known')) return smart.answer(request, response, own);
    sendJson(response, 500, {});
    return true;
  });
  await connector.startAuthorization(REDIRECT);
  isDown = true;
  await connector.startAuthorization(REDIRECT);
  const asked = server.seen.filter(({ path }) => path.includes('.well-known'));
  expect(asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"1"']);
});
