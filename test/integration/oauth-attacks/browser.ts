/** Attacks through the person’s browser (RFC 9700, 4.7, 4.16; RFC 6749, 10.12). */
import { describe, expect, test } from 'vitest';
import { createBrowser } from '../../../src/sandbox/browser/browser.ts';
import { answerAt, answerPage, authorizationRequest, launch } from '../oauth-apps.ts';
import type { Stage } from './stage.ts';

export function attackBrowser(stage: () => Stage): void {
  describe('the person’s browser', () => {
    test('login CSRF: a consent answered without the form’s token, or with another session’s', async () => {
      const { url } = await authorizationRequest(stage().harness, stage().config);
      for (const csrf of ['', 'a'.repeat(43)]) {
        await expect(
          answerAt(stage().zofia.browser, url, {
            change: (fields) => fields.map(([name, value]) => [name, name === 'csrf' ? csrf : value]),
          }),
        ).rejects.toThrow('HTTP 403');
      }
    });

    test('a question opened in another browser, and an answer resumed there', async () => {
      const { url } = await authorizationRequest(stage().harness, stage().config);
      const start = await stage().zofia.browser.fetch(url);
      const page = new URL(start.headers.get('location') ?? '', stage().issuer);
      const other = stage().harness.visit('rhiannon');
      await other.signIn();
      expect((await other.browser.fetch(page)).status).toBe(410);
      const resume = `${stage().issuer}/auth/${page.pathname.split('/').at(-1) ?? ''}`;
      const resumed = await other.browser.fetch(resume);
      expect(resumed.status).toBe(400);
      expect(resumed.headers.get('location')).toBeNull();
    });

    test('an answer that is skipped: resuming before anything was allowed', async () => {
      const { url } = await authorizationRequest(stage().harness, stage().config);
      const start = await stage().zofia.browser.fetch(url);
      const page = new URL(start.headers.get('location') ?? '', stage().issuer);
      const resumed = await stage().zofia.browser.fetch(
        `${stage().issuer}/auth/${page.pathname.split('/').at(-1) ?? ''}`,
      );
      const location = resumed.headers.get('location') ?? '';
      expect(location).not.toContain('code=');
      expect(location).toMatch(/^\/apps\/authorize\//);
    });

    test('an answer given twice', async () => {
      const { url } = await authorizationRequest(stage().harness, stage().config);
      const start = await stage().zofia.browser.fetch(url);
      const page = new URL(start.headers.get('location') ?? '', stage().issuer);
      await answerPage(stage().zofia.browser, page);
      expect((await stage().zofia.browser.fetch(page)).status).toBe(410);
      const again = await stage().zofia.browser.fetch(
        `${stage().issuer}/auth/${page.pathname.split('/').at(-1) ?? ''}`,
      );
      expect(again.headers.get('location')).toBeNull();
    });

    test('clickjacking: no page may be framed, nor cached, nor tell where the person was', async () => {
      const { url } = await authorizationRequest(stage().harness, stage().config);
      const start = await stage().zofia.browser.fetch(url);
      const consent = await stage().zofia.browser.fetch(new URL(start.headers.get('location') ?? '', stage().issuer));
      const error = await fetch(`${stage().issuer}/auth?client_id=nobody`);
      for (const page of [start, consent, error]) {
        expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
        expect(page.headers.get('x-frame-options')).toMatch(/^DENY$/i);
        expect(page.headers.get('cache-control')).toContain('no-store');
        expect(page.headers.get('referrer-policy')).toMatch(/^(?:no-referrer|same-origin)$/);
      }
    });

    test('prompt=none tells nobody whether a person is signed in, or what they allowed', async () => {
      await launch(stage().harness, stage().zofia, stage().config);
      const { url } = await authorizationRequest(stage().harness, stage().config, { prompt: 'none' });
      const known = await answerAt(stage().zofia.browser, url);
      const unknown = await answerAt(createBrowser(), url);
      expect(known.searchParams.get('error')).toBe('login_required');
      expect(known.href).toBe(unknown.href);
    });

    test('no session of the authorization server answers for the person', async () => {
      await launch(stage().harness, stage().zofia, stage().config);
      const { url } = await authorizationRequest(stage().harness, stage().config);
      const again = await stage().zofia.browser.fetch(url);
      expect(again.headers.get('location')).toMatch(/^\/apps\/authorize\//);
    });

    test('redirects never make a browser post again', async () => {
      const request = await authorizationRequest(stage().harness, stage().config);
      const response = await stage().zofia.browser.fetch(`${stage().issuer}/auth`, {
        method: 'POST',
        body: request.url.searchParams,
      });
      expect(response.status).toBe(303);
    });

    test('the authorization endpoint answers no script of another origin', async () => {
      const { url } = await authorizationRequest(stage().harness, stage().config);
      for (const method of ['GET', 'OPTIONS']) {
        const response = await fetch(url, { method, redirect: 'manual', headers: { Origin: 'https://app.example' } });
        expect(response.headers.get('access-control-allow-origin')).toBeNull();
      }
    });

    test('tokens and codes never come in a fragment or in a form of ours', async () => {
      for (const changes of [
        { response_mode: 'fragment' },
        { response_mode: 'form_post' },
        { response_type: 'token' },
        { response_type: 'code id_token' },
      ]) {
        const { url } = await authorizationRequest(stage().harness, stage().config, changes);
        const back = await answerAt(stage().zofia.browser, url);
        expect(back.searchParams.get('error')).toMatch(/^(unsupported_response_|invalid_request)/);
        expect(back.hash).toBe('');
      }
    });
  });
}
