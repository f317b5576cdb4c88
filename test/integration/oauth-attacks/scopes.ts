/** Attacks for wider scopes and for what is not offered (RFC 9700, 2). */
import { describe, expect, test } from 'vitest';
import { answerAt, authorizationRequest, launch, REDIRECT_URI, SCOPE } from '../oauth-apps.ts';
import { newCode, post, readStatus, type Stage } from './stage.ts';

export function attackScopes(stage: () => Stage): void {
  describe('scopes', () => {
    test('wider at the token endpoint than what was allowed', async () => {
      const { code, request } = await newCode(stage(), { scope: 'patient/Condition.rs', nonce: undefined });
      const response = await fetch(`${stage().issuer}/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          client_id: 'public-app',
          code,
          redirect_uri: REDIRECT_URI,
          code_verifier: request.verifier,
          scope: 'patient/*.rs offline_access',
        }),
      });
      const tokens = (await response.json()) as Record<string, string>;
      expect(tokens['scope']).toBe('patient/Condition.rs');
      expect(tokens['refresh_token']).toBeUndefined();
      expect(await readStatus(stage(), tokens['access_token'] ?? '', 'Observation?code=1')).toBe(403);
    });

    test('wider at renewal than what was allowed', async () => {
      const { tokens } = await launch(stage().harness, stage().zofia, stage().config, {
        changes: { scope: 'patient/Condition.rs offline_access', nonce: undefined },
      });
      for (const scope of ['patient/*.rs', 'patient/Condition.rs patient/Observation.rs', 'openid']) {
        const form = {
          grant_type: 'refresh_token',
          client_id: 'public-app',
          refresh_token: tokens.refresh_token ?? '',
          scope,
        };
        expect((await post(stage(), '/token', form)).error).toBe('invalid_scope');
      }
    });

    test('scopes that nobody offers do not come through', async () => {
      const { tokens } = await launch(stage().harness, stage().zofia, stage().config, {
        changes: { scope: `${SCOPE} user/*.cruds system/*.rs patient/*.cud admin` },
      });
      expect(tokens.scope).toBe(SCOPE);
      const only = await authorizationRequest(stage().harness, stage().config, {
        scope: 'user/*.rs system/*.*',
        nonce: undefined,
      });
      const back = await answerAt(stage().zofia.browser, only.url);
      expect(back.searchParams.get('error')).toBe('invalid_scope');
    });

    test('scopes added to the consent form', async () => {
      const id = await stage().zofia.subjectId();
      const { tokens } = await launch(stage().harness, stage().zofia, stage().config, {
        changes: { scope: 'patient/Condition.rs', nonce: undefined },
        answer: {
          change: (fields) => [...fields, ['scope', 'patient/*.rs'], ['data', '99'], ['scopes', 'patient/*.rs']],
        },
      }).catch(() => ({ tokens: { scope: 'patient/Condition.rs' } }));
      expect(tokens.scope).toBe('patient/Condition.rs');
      for (const grant of await stage().harness.gateway.services.store.listAppGrants(id)) {
        if (grant.scopes.length === 1) expect(grant.scopes).toEqual(['patient/Condition.rs']);
      }
    });
  });

  describe('what is not offered', () => {
    test.each(['password', 'client_credentials', 'implicit', 'urn:ietf:params:oauth:grant-type:device_code'])(
      'the grant type %s',
      async (grantType) => {
        const form = {
          grant_type: grantType,
          client_id: 'public-app',
          username: 'zofia',
          password: 'x',
          scope: 'patient/*.rs',
        };
        expect((await post(stage(), '/token', form)).error).toMatch(/^(unsupported_grant_type|invalid_request)$/);
      },
    );

    test('request objects, by value or by address', async () => {
      for (const changes of [
        { request: 'eyJhbGciOiJub25lIn0.e30.' },
        { request_uri: 'https://evil.example/request' },
      ]) {
        const { url } = await authorizationRequest(stage().harness, stage().config, changes);
        const back = await answerAt(stage().zofia.browser, url);
        expect(back.searchParams.get('error')).toMatch(/^request(_uri)?_not_supported$/);
      }
    });

    test('registering oneself, where the operator has not allowed it', async () => {
      const response = await fetch(`${stage().issuer}/reg`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ client_name: 'Evil', redirect_uris: ['https://evil.example/cb'] }),
      });
      expect(response.status).toBe(404);
    });
  });
}
