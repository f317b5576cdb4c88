import { exportJWK, generateKeyPair, UnsecuredJWT, type JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTokenVerifier } from '../../../src/oauth/verify-token.ts';
import { AUDIENCE, PATIENTS, startIssuer, type TokenIssuer } from '../../fixtures/token-issuer.ts';

type Claims = Readonly<Record<string, unknown>>;

const START_MS = Date.parse('2026-11-21T12:00:00Z');
let nowMs = START_MS;
const nowSeconds = () => Math.floor(nowMs / 1000);
const now = () => nowMs;

let issuer: TokenIssuer;
let stranger: TokenIssuer;
beforeAll(async () => {
  issuer = await startIssuer('https://issuer.example', nowSeconds);
  stranger = await startIssuer('https://stranger.example', nowSeconds);
});
afterAll(async () => {
  await issuer.stop();
  await stranger.stop();
});

function verifier() {
  nowMs = START_MS;
  return createTokenVerifier({ issuers: [issuer.trusted], patients: PATIENTS, now });
}
const bearer = (token: string) => `Bearer ${token}`;

test('a good token gives the grant it states', async () => {
  const grant = await verifier().verify(bearer(await issuer.token()));
  expect(grant).toEqual({
    actor: { issuer: 'https://issuer.example', sub: 'actor-1' },
    clientId: 'app-1',
    subjectId: 'person-1',
    scopes: [{ level: 'patient', type: '*', read: true, search: true, filters: [] }],
    sources: undefined,
    labels: undefined,
    until: undefined,
    appGrantId: undefined,
  });
});

describe('taken', () => {
  test.each<[string, Claims, { typ?: string }]>([
    ['several audiences', { aud: ['https://other.example', AUDIENCE] }, {}],
    ['scope as a list', { scope: ['patient/Condition.rs', 'openid'] }, {}],
    ['a search right only', { scope: 'patient/Condition.s' }, {}],
    ['an older issuer: typ JWT', {}, { typ: 'JWT' }],
    ['typ with its full name', {}, { typ: 'application/at+jwt' }],
    ['client named by azp', { client_id: undefined, azp: 'app-2' }, {}],
    ['no client named', { client_id: undefined }, {}],
  ])('%s', async (_name, claims, header) => {
    await expect(verifier().verify(bearer(await issuer.token(claims, header)))).resolves.toMatchObject({
      subjectId: 'person-1',
    });
  });
});

describe('refused as invalid-token', () => {
  test.each<[string, Claims, { typ?: string; kid?: string }]>([
    ['another audience', { aud: 'https://other.example' }, {}],
    ['no audience', { aud: undefined }, {}],
    ['an audience that only begins alike', { aud: `${AUDIENCE}/more` }, {}],
    ['expired', { exp: Math.floor(START_MS / 1000) - 60 }, {}],
    ['no expiry', { exp: undefined }, {}],
    ['not yet valid', { nbf: Math.floor(START_MS / 1000) + 600 }, {}],
    ['no subject', { sub: undefined }, {}],
    ['an empty subject', { sub: '' }, {}],
    ['no patient', { patient: undefined }, {}],
    ['a patient that is no id', { patient: 'Patient/person-1' }, {}],
    ['a patient that is a list', { patient: ['person-1'] }, {}],
    ['a patient with a path in it', { patient: '../person-2' }, {}],
    ['another issuer named, signed by this one', { iss: 'https://stranger.example' }, {}],
    ['issuer with a slash more', { iss: 'https://issuer.example/' }, {}],
    ['no issuer', { iss: undefined }, {}],
    ['another kind of token', {}, { typ: 'logout+jwt' }],
    ['a key the issuer does not have', {}, { kid: 'key-2' }],
  ])('%s', async (_name, claims, header) => {
    await expect(verifier().verify(bearer(await issuer.token(claims, header)))).rejects.toMatchObject({
      code: 'invalid-token',
      status: 401,
    });
  });

  test('alg none', async () => {
    const token = new UnsecuredJWT({ patient: 'person-1', scope: 'patient/*.rs' })
      .setIssuer('https://issuer.example')
      .setSubject('actor-1')
      .setAudience(AUDIENCE)
      .setExpirationTime(nowSeconds() + 600)
      .encode();
    await expect(verifier().verify(bearer(token))).rejects.toMatchObject({ code: 'invalid-token' });
  });

  test('HS256 with the public key as secret', async () => {
    const secret = new TextEncoder().encode(issuer.publicKey);
    const token = await issuer.token({}, { alg: 'HS256' }, secret);
    await expect(verifier().verify(bearer(token))).rejects.toMatchObject({ code: 'invalid-token' });
  });

  test('an algorithm that is not on the list, properly signed', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const token = await issuer.token({}, { alg: 'RS256' }, privateKey);
    await expect(verifier().verify(bearer(token))).rejects.toMatchObject({ code: 'invalid-token' });
  });

  test("a stranger's token, and a stranger's key under this issuer's name", async () => {
    await expect(verifier().verify(bearer(await stranger.token()))).rejects.toMatchObject({ code: 'invalid-token' });
    const forged = await stranger.token({ iss: 'https://issuer.example' });
    await expect(verifier().verify(bearer(forged))).rejects.toMatchObject({ code: 'invalid-token' });
  });

  test.each([
    ['its own key', (jwk: JWK) => ({ jwk })],
    ['an address of keys', () => ({ jku: 'https://stranger.example/keys' })],
    ['a certificate', () => ({ x5u: 'https://stranger.example/cert', x5c: ['AAAA'] })],
    ['a key id that is a path', () => ({ kid: '../../../dev/null' })],
    ['a header that must be understood and is not', () => ({ crit: ['b64'], b64: false })],
  ])("a stranger's signature with %s in the header", async (_name, header) => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const [ownHeader = '', payload = ''] = (await issuer.token()).split('.');
    const own = JSON.parse(Buffer.from(ownHeader, 'base64url').toString()) as object;
    const signed = `${encoded({ ...own, ...header(await exportJWK(publicKey)) })}.${payload}`;
    const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, Buffer.from(signed));
    const token = `${signed}.${Buffer.from(signature).toString('base64url')}`;
    await expect(verifier().verify(bearer(token))).rejects.toMatchObject({ code: 'invalid-token' });
  });

  test('a changed payload and a cut signature', async () => {
    const [header = '', , signature = ''] = (await issuer.token()).split('.');
    const payload = Buffer.from(
      JSON.stringify({
        iss: 'https://issuer.example',
        patient: 'person-2',
        aud: AUDIENCE,
        exp: nowSeconds() + 600,
        sub: 'a',
      }),
    ).toString('base64url');
    for (const token of [`${header}.${payload}.${signature}`, `${header}.${payload}.`, `${header}.${payload}`]) {
      await expect(verifier().verify(bearer(token))).rejects.toMatchObject({ code: 'invalid-token' });
    }
  });

  test.each([
    ['no header', undefined],
    ['an empty header', ''],
    ['another scheme', 'Basic YTpi'],
    ['no token', 'Bearer '],
    ['words', 'Bearer not a token'],
    ['dots', 'Bearer ..'],
    ['100 kB', `Bearer ${'a'.repeat(100_000)}`],
    ['a line break', 'Bearer a\nb'],
  ])('%s', async (_name, header) => {
    await expect(verifier().verify(header)).rejects.toMatchObject({ code: 'invalid-token' });
  });
});

describe('refused as insufficient-scope', () => {
  test.each<[string, Claims]>([
    ['no scope', { scope: undefined }],
    ['an empty scope', { scope: '' }],
    ['a scope that is no text', { scope: 7 }],
    ['scopes of other levels', { scope: 'user/*.rs system/*.rs' }],
    ['scopes that only write', { scope: 'patient/*.cud patient/*.write' }],
    ['granular scopes only, with what is not enforced', { scope: 'patient/Observation.rs?severity=high' }],
    ['scopes about the person only', { scope: 'openid profile launch/patient' }],
  ])('%s', async (_name, claims) => {
    await expect(verifier().verify(bearer(await issuer.token(claims)))).rejects.toMatchObject({
      code: 'insufficient-scope',
      status: 403,
    });
  });
});

test('a token that was verified once is asked for no keys again, and stops at its expiry', async () => {
  const { verify } = verifier();
  const token = bearer(await issuer.token({ exp: nowSeconds() + 120 }));
  await verify(token);
  const asked = issuer.jwksRequests();
  nowMs = START_MS + 119_000;
  await expect(verify(token)).resolves.toMatchObject({ subjectId: 'person-1' });
  expect(issuer.jwksRequests()).toBe(asked);
  nowMs = START_MS + 126_000;
  await expect(verify(token)).rejects.toMatchObject({ code: 'invalid-token' });
});

test('keys that cannot be had are the fault of the issuer, not of the token', async () => {
  await using silent = await startIssuer('https://silent.example', nowSeconds);
  const { verify } = createTokenVerifier({ issuers: [silent.trusted], patients: PATIENTS, now });
  const token = bearer(await silent.token());
  await silent.stop();
  await expect(verify(token)).rejects.toMatchObject({ code: 'source-failed', status: 502 });
});

test('two issuers, each with its own keys and claim', async () => {
  const { verify } = createTokenVerifier({
    issuers: [issuer.trusted, { ...stranger.trusted, patient: { claim: 'record', identifierSystem: undefined } }],
    patients: PATIENTS,
    now,
  });
  await expect(verify(bearer(await issuer.token()))).resolves.toMatchObject({ subjectId: 'person-1' });
  await expect(verify(bearer(await stranger.token({ record: 'person-3' })))).resolves.toMatchObject({
    subjectId: 'person-3',
  });
});

describe('the terms of an issuer', () => {
  const refuse = 'invalid-token';
  const under = (terms: Partial<TokenIssuer['trusted']>) => {
    nowMs = START_MS;
    return createTokenVerifier({ issuers: [{ ...issuer.trusted, ...terms }], patients: PATIENTS, now }).verify;
  };
  const byNumber = { patient: { claim: 'number', identifierSystem: 'https://numbers.example' } };

  test('a claim may hold an identifier, which names the one person it is vouched for', async () => {
    const verify = under(byNumber);
    await expect(verify(bearer(await issuer.token({ number: ' 12 ' })))).resolves.toMatchObject({
      subjectId: 'person-12',
    });
    for (const number of ['13', '', ' ', 12, ['12'], '1'.repeat(300), undefined]) {
      await expect(verify(bearer(await issuer.token({ number })))).rejects.toMatchObject({ code: refuse });
    }
    // The gateway's own id is no identifier.
    await expect(verify(bearer(await issuer.token({ number: 'person-12' })))).rejects.toMatchObject({ code: refuse });
  });

  test("a claim may hold the address of this server's Patient, of no other server's", async () => {
    const verify = under({});
    const patient = `${AUDIENCE}/Patient/person-1`;
    await expect(verify(bearer(await issuer.token({ patient })))).resolves.toMatchObject({ subjectId: 'person-1' });
    for (const other of [
      'https://other.example/fhir/R4/Patient/person-1',
      `${AUDIENCE}/Person/person-1`,
      `${patient}/_history/1`,
      `${AUDIENCE}/Patient/`,
    ]) {
      await expect(verify(bearer(await issuer.token({ patient: other })))).rejects.toMatchObject({ code: refuse });
    }
  });

  test('ceilings hold whatever the token says', async () => {
    const labels = { codes: ['https://labels.example|N'], unlabelled: true };
    const allowedScopes = ['patient/Condition.rs', 'patient/Observation.r?category=laboratory'];
    const verify = under({ allowedScopes, sources: ['gp'], labels });
    const grant = await verify(bearer(await issuer.token({ scope: 'patient/*.rs user/*.rs' })));
    expect(grant).toMatchObject({ sources: ['gp'], labels });
    expect(grant.scopes).toEqual([
      { level: 'patient', type: 'Condition', read: true, search: true, filters: [] },
      {
        level: 'patient',
        type: 'Observation',
        read: true,
        search: false,
        filters: [{ name: 'category', value: 'laboratory' }],
      },
    ]);
    const token = await issuer.token({ scope: 'patient/Encounter.rs patient/Observation.s' });
    await expect(verify(bearer(token))).rejects.toMatchObject({ code: 'insufficient-scope' });
  });

  test('only the apps that are named, where any are', async () => {
    const verify = under({ clientIds: ['app-2'] });
    await expect(verify(bearer(await issuer.token()))).rejects.toMatchObject({ code: refuse });
    await expect(verify(bearer(await issuer.token({ client_id: undefined })))).rejects.toMatchObject({ code: refuse });
    await expect(verify(bearer(await issuer.token({ client_id: 'app-2' })))).resolves.toMatchObject({
      clientId: 'app-2',
    });
  });
});

test.each([[['HS256']], [['none']], [['ES256', 'HS512']], [[]]])(
  'an issuer with the algorithms %j is not taken',
  (algorithms) => {
    expect(() => createTokenVerifier({ issuers: [{ ...issuer.trusted, algorithms }], patients: PATIENTS })).toThrow(
      /asymmetric/,
    );
  },
);

test('no error carries the token', async () => {
  const token = await issuer.token({ aud: 'https://other.example' });
  const error: unknown = await verifier()
    .verify(bearer(token))
    .catch((thrown: unknown) => thrown);
  expect(JSON.stringify([error, error instanceof Error ? [error.message, error.stack] : []])).not.toContain(token);
});
