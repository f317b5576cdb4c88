/** Attacks by redirection (RFC 9700, 4.1, 4.11). */
import { describe, expect, test } from 'vitest';
import { authorizationRequest, discover } from '../oauth-apps.ts';
import { authorize, type Stage } from './stage.ts';

export function attackRedirection(stage: () => Stage): void {
  describe('redirection', () => {
    test.each([
      ['another host', 'https://evil.example/callback'],
      ['the host as user name', 'https://app.example@evil.example/callback'],
      ['a user name', 'https://user@app.example/callback'],
      ['a host that begins alike', 'https://app.example.evil.example/callback'],
      ['a subdomain', 'https://www.app.example/callback'],
      ['another case of the path', 'https://app.example/Callback'],
      ['another case of the host', 'https://APP.example/callback'],
      ['a slash at the end', 'https://app.example/callback/'],
      ['a longer path', 'https://app.example/callback/more'],
      ['a path that climbs', 'https://app.example/callback/../evil'],
      ['a path that climbs, encoded', 'https://app.example/callback/%2e%2e/evil'],
      ['a further parameter', 'https://app.example/callback?next=https://evil.example'],
      ['a fragment', 'https://app.example/callback#fragment'],
      ['another port', 'https://app.example:8443/callback'],
      ['the same port, written out', 'https://app.example:443/callback'],
      ['no TLS', 'http://app.example/callback'],
      ['a backslash', 'https://evil.example\\@app.example/callback'],
      ['a script', 'javascript:alert(document.domain)'],
      ['data', 'data:text/html,<script>alert(1)</script>'],
      ['nothing', ''],
    ])('to %s', async (_name, redirectUri) => {
      const { url } = await authorizationRequest(stage().harness, stage().config, { redirect_uri: redirectUri });
      const answer = await authorize(stage(), url.searchParams);
      expect(answer.status).toBe(400);
      expect(answer.location).toBeUndefined();
      expect(answer.html).not.toContain('evil.example');
    });

    test('two redirect_uris, one of them registered', async () => {
      const { url } = await authorizationRequest(stage().harness, stage().config);
      url.searchParams.append('redirect_uri', 'https://evil.example/callback');
      const answer = await authorize(stage(), url.searchParams);
      expect(answer).toMatchObject({ status: 400, location: undefined });
    });

    test('a port that varies, where the app is not on the person’s own device', async () => {
      const web = await discover(stage().harness, 'loopback-web-app');
      const { url } = await authorizationRequest(stage().harness, web, { redirect_uri: 'http://127.0.0.1:4001/web' });
      expect(await authorize(stage(), url.searchParams)).toMatchObject({ status: 400, location: undefined });
    });

    test('of a native app: another path, another loopback name', async () => {
      const native = await discover(stage().harness, 'native-app');
      for (const uri of [
        'http://127.0.0.1:5000/evil',
        'http://localhost:5000/native',
        'http://127.0.0.1.evil.example/native',
      ]) {
        const { url } = await authorizationRequest(stage().harness, native, { redirect_uri: uri });
        expect(await authorize(stage(), url.searchParams)).toMatchObject({ status: 400, location: undefined });
      }
    });

    test('the endpoint as open redirector by an error', async () => {
      const evil = 'https://evil.example/landing';
      for (const parameters of [
        { redirect_uri: evil },
        { client_id: 'nobody', redirect_uri: evil, response_type: 'code' },
        { client_id: 'public-app', redirect_uri: evil, response_type: 'nonsense', scope: '\u0007', state: 'x' },
        { client_id: 'public-app', redirect_uri: evil, prompt: 'none', response_type: 'code' },
      ]) {
        const answer = await authorize(stage(), new URLSearchParams(parameters));
        expect(answer.status).toBe(400);
        expect(answer.location).toBeUndefined();
      }
    });

    test('the endpoint under another spelling, where its checks could be missed', async () => {
      const { url } = await authorizationRequest(stage().harness, stage().config, { aud: undefined });
      for (const path of ['/oauth/AUTH', '/oauth/auth/', '/oauth/%61uth', '/oauth//auth', '/OAUTH/auth']) {
        const answer = await fetch(`${stage().harness.config.publicUrl}${path}${url.search}`, { redirect: 'manual' });
        expect(answer.status, path).toBe(404);
      }
    });

    test('markup in what an error page repeats', async () => {
      const markup = '"><script>alert(1)</script>';
      const answer = await authorize(
        stage(),
        new URLSearchParams({ client_id: markup, redirect_uri: markup, state: markup }),
      );
      expect(answer.html).not.toContain('<script');
    });

    test('an address that begins with the Host header of the attacker', async () => {
      const { url } = await authorizationRequest(stage().harness, stage().config);
      const answer = await fetch(url, {
        redirect: 'manual',
        headers: { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https', Forwarded: 'host=evil.example' },
      });
      expect(answer.headers.get('location')).toMatch(/^\/apps\/authorize\//);
      const metadata = await fetch(`${stage().issuer}/.well-known/openid-configuration`, {
        headers: { 'X-Forwarded-Host': 'evil.example' },
      });
      expect(await metadata.text()).not.toContain('evil.example');
    });
  });
}
