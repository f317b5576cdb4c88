/** Whatever is sent to the authorization server: never a 500, never a token, a code or a redirect that was not earned. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runs } from '../support/runs.ts';
import { appClient, REDIRECT_URI } from './oauth-apps.ts';
import { startOauthStage, type OauthStage } from './oauth-stage.ts';

let stage: OauthStage;

beforeAll(async () => {
  stage = await startOauthStage({
    dynamicRegistration: true,
    clients: [
      appClient('public-app', { method: 'none' }),
      appClient('secret-app', { method: 'client_secret_post', secret: 'a secret of this test only' }),
    ],
  });
});
afterAll(() => stage.close());

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ minLength: 200, maxLength: 400 }),
  fc.constantFrom('', ' ', '\u0000', '[]', '__proto__', 'none', 'null', '-1', '99999999999999999999', '%', '%00', '*'),
);

const AUTHORIZE = {
  client_id: fc.oneof(fc.constantFrom('public-app', 'secret-app'), text),
  redirect_uri: fc.oneof(fc.constant(REDIRECT_URI), text),
  response_type: fc.oneof(fc.constantFrom('code', 'token', 'code id_token'), text),
  response_mode: fc.oneof(fc.constantFrom('query', 'fragment', 'form_post', 'web_message'), text),
  scope: fc.oneof(fc.constantFrom('openid patient/*.rs', 'patient/*.rs?a=%00', 'user/*.*'), text),
  aud: text,
  resource: text,
  state: text,
  nonce: text,
  prompt: fc.oneof(fc.constantFrom('none', 'login', 'none login', 'select_account'), text),
  max_age: text,
  code_challenge: text,
  code_challenge_method: fc.oneof(fc.constantFrom('S256', 'plain'), text),
  claims: text,
  id_token_hint: text,
  request: text,
  request_uri: text,
  registration: text,
  sign_in_again: text,
};

const TOKEN = {
  grant_type: fc.oneof(fc.constantFrom('authorization_code', 'refresh_token', 'password'), text),
  client_id: fc.oneof(fc.constantFrom('public-app', 'secret-app'), text),
  client_secret: text,
  code: text,
  code_verifier: text,
  redirect_uri: fc.oneof(fc.constant(REDIRECT_URI), text),
  refresh_token: text,
  scope: text,
  resource: text,
  client_assertion: fc.oneof(fc.constant('eyJhbGciOiJub25lIn0.eyJzdWIiOiJwdWJsaWMtYXBwIn0.'), text),
  client_assertion_type: fc.oneof(fc.constant('urn:ietf:params:oauth:client-assertion-type:jwt-bearer'), text),
  token: text,
  token_type_hint: text,
};

/** Some of the parameters, some of them twice. */
function form(parameters: Readonly<Record<string, fc.Arbitrary<string>>>): fc.Arbitrary<URLSearchParams> {
  const names = Object.keys(parameters);
  return fc
    .array(
      fc
        .constantFrom(...names)
        .chain((name) => (parameters[name] ?? text).map((value): [string, string] => [name, value])),
      { maxLength: 14 },
    )
    .map((entries) => new URLSearchParams(entries));
}

test('the authorization endpoint, asked by GET and POST', async () => {
  await fc.assert(
    fc.asyncProperty(form(AUTHORIZE), fc.boolean(), async (parameters, isPost) => {
      const response = isPost
        ? await fetch(`${stage.issuer}/auth`, { method: 'POST', body: parameters, redirect: 'manual' })
        : await fetch(`${stage.issuer}/auth?${parameters.toString()}`, { redirect: 'manual' });
      expect(response.status).toBeLessThan(500);
      const location = response.headers.get('location');
      if (location?.startsWith('/apps/authorize/') === false) {
        expect(location.startsWith(`${REDIRECT_URI}?`)).toBe(true);
        expect(new URL(location).searchParams.get('error')).not.toBeNull();
      }
      await response.body?.cancel();
    }),
    runs(200),
  );
}, 60_000);

test.each(['/token', '/token/revocation', '/token/introspection', '/userinfo'])(
  'the endpoint %s',
  async (path) => {
    await fc.assert(
      fc.asyncProperty(form(TOKEN), fc.option(text, { nil: undefined }), async (body, authorization) => {
        const headers =
          authorization === undefined ? {} : { Authorization: Buffer.from(authorization).toString('base64') };
        const response = await fetch(`${stage.issuer}${path}`, { method: 'POST', headers, body });
        expect(response.status).toBeLessThan(500);
        expect(await response.text()).not.toContain('access_token"');
      }),
      runs(120),
    );
  },
  60_000,
);

test('registration takes no JSON it does not understand', async () => {
  await fc.assert(
    fc.asyncProperty(fc.json(), async (body) => {
      const response = await fetch(`${stage.issuer}/reg`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
      });
      expect(response.status).toBe(400);
      await response.body?.cancel();
    }),
    runs(60),
  );
}, 60_000);

test('bodies that are too large or in another form', async () => {
  for (const path of ['/auth', '/token', '/token/introspection', '/token/revocation', '/reg']) {
    for (const [type, body] of [
      ['application/x-www-form-urlencoded', `scope=${'a'.repeat(200_000)}`],
      ['application/json', '{"scope":'],
      ['application/x-www-form-urlencoded; charset=utf-7', 'scope=a'],
      ['multipart/form-data; boundary=x', '--x--'],
    ] as const) {
      const response = await fetch(`${stage.issuer}${path}`, {
        method: 'POST',
        headers: { 'Content-Type': type },
        body,
        redirect: 'manual',
      });
      expect(response.status, `${path} ${type}`).toBeGreaterThanOrEqual(400);
      expect(response.status, `${path} ${type}`).toBeLessThan(500);
      await response.body?.cancel();
    }
  }
});
