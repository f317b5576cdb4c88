/** The gateway's key set while keys change: the next key stands in it before it signs, an old one after. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ConfigError } from '../../src/config/config-error.ts';
import { loadOneSource } from '../../src/config/load-sources.ts';
import { publicKeySet } from '../../src/public-keys.ts';
import { createSourceConnector } from '../../src/sources/create-source-connector.ts';
import { captureLog } from '../servers/captured-log.ts';
import { createSmartServer } from '../servers/smart-server.ts';
import { createSourcesUnderTest } from '../servers/sources-under-test.ts';
import { privateJwk } from './config/keys.ts';

let dir: string;
const sources = createSourcesUnderTest();
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'phr-keys-'));
});
afterEach(async () => {
  rmSync(dir, { recursive: true });
  await sources.closeAll();
});

const KEYS = { spring: privateJwk('P-384', { kid: 'spring' }), autumn: privateJwk('P-384', { kid: 'autumn' }) };
const old = privateJwk('RSA', { kid: 'winter' });

function load(authentication: Readonly<Record<string, unknown>>, baseUrl = 'https://portal.example/fhir') {
  for (const [name, key] of Object.entries({ ...KEYS, winter: old })) writeFileSync(join(dir, `${name}.jwk`), key);
  const file = {
    ...{ title: 'Portal', adds: 'Adds it.', kind: 'smart', baseUrl, fhirVersion: 'R4', clientId: 'gateway' },
    ...{ scopes: ['patient/*.rs'], resourceTypes: ['Condition'], allowInsecure: true },
    authentication: { method: 'private_key_jwt', algorithm: 'ES384', ...authentication },
  };
  writeFileSync(join(dir, 'portal.json'), JSON.stringify(file));
  const { source } = loadOneSource({ dir, env: {} }, 'portal');
  if (source?.authentication.method !== 'private_key_jwt') throw new Error('no key');
  return { source, authentication: source.authentication };
}

const BEFORE = { privateKey: 'file:spring.jwk', nextKeys: [{ key: 'file:autumn.jwk' }] };
const AFTER = { privateKey: 'file:autumn.jwk', retiredKeys: [{ key: 'file:spring.jwk' }, { key: 'file:winter.jwk' }] };

describe('changing keys', () => {
  test('before: the next key is published and does not sign; after: the old ones are still published', () => {
    const kids = (authentication: Parameters<typeof load>[0]) =>
      publicKeySet([load(authentication).authentication]).keys.map(({ kid, alg }) => `${kid ?? ''} ${alg ?? ''}`);
    expect(kids(BEFORE)).toEqual(['spring ES384', 'autumn ES384']);
    expect(kids(AFTER)).toEqual(['autumn ES384', 'spring ES384', 'winter RS384']);
  });

  test('nothing private is published', () => {
    const text = JSON.stringify(publicKeySet([load(AFTER).authentication]));
    for (const member of ['"d"', '"p"', '"q"', '"dp"', '"dq"', '"qi"']) expect(text).not.toContain(member);
  });

  test('a server that took the key set before the change believes the gateway after it', async () => {
    const assertions: string[] = [];
    const smart = createSmartServer({
      token: (parameters) => {
        assertions.push(parameters.get('client_assertion') ?? '');
        return false;
      },
    });
    const { server } = await sources.start(smart.answer);
    const keptByServer = createLocalJWKSet({ keys: [...publicKeySet([load(BEFORE).authentication]).keys] as never });
    for (const authentication of [BEFORE, AFTER]) {
      const { source } = load(authentication, `${server.origin}/fhir`);
      const connector = createSourceConnector(source, { log: captureLog(), now: Date.now });
      const { url, transaction } = await connector.startAuthorization('https://gateway.example/link/portal/callback');
      await connector.completeAuthorization(smart.signIn(url), transaction);
    }
    const kids: (string | undefined)[] = [];
    for (const assertion of assertions) kids.push((await jwtVerify(assertion, keptByServer)).protectedHeader.kid);
    expect(kids).toEqual(['spring', 'autumn']);
  });

  test.each([
    ['a key that is no JWK', { privateKey: 'file:spring.jwk', nextKeys: [{ key: 'file:portal.json' }] }, 'nextKeys[0]'],
    [
      'the same kid twice',
      { privateKey: 'file:spring.jwk', retiredKeys: [{ key: 'file:spring.jwk' }] },
      'retiredKeys[0]',
    ],
    [
      'a key for another algorithm',
      { ...BEFORE, nextKeys: [{ key: 'file:winter.jwk', algorithm: 'ES384' }] },
      'nextKeys[0]',
    ],
  ])('%s is refused', (_name, authentication, where) => {
    let faults: ConfigError['faults'] = [];
    try {
      load(authentication);
    } catch (error) {
      ({ faults } = error as ConfigError);
    }
    expect(faults.map((fault) => fault.where)).toEqual([`portal.json: authentication.${where}`]);
  });
});
