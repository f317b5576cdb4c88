/** Who asks too often is told how long to wait, on every surface: pages, authorization server, sign-in; others are not touched. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHarness, type Harness, type Visitor } from './app-harness.ts';

const PER_MINUTE = 40;

describe('too many requests', () => {
  let harness: Harness;
  let zofia: Visitor;
  let url: string;

  beforeAll(async () => {
    harness = await startHarness({ settings: { rateLimitPerMinute: PER_MINUTE } });
    url = harness.config.publicUrl;
    zofia = harness.visit('zofia');
    await zofia.signIn();
  }, 60_000);
  afterAll(() => harness.close());

  const until429 = async (ask: () => Promise<Response>): Promise<Response> => {
    for (let i = 0; i < PER_MINUTE + 1; i++) {
      const response = await ask();
      if (response.status === 429) return response;
      await response.body?.cancel();
    }
    throw new Error('never refused');
  };

  const expectWait = (response: Response) => {
    const seconds = Number(response.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
  };

  test('a person who is signed in: a page that says so, and what was typed is kept', async () => {
    const refused = await until429(() => zofia.browser.fetch(`${url}/accounts`));
    expectWait(refused);
    expect(await refused.text()).toContain('<h1');
    const { csrf } = await csrfOf();
    const fields = { csrf, shown: await zofia.subjectId(), 'text-given': 'Typed by hand' };
    const form = await zofia.browser.fetch(`${url}/people/add`, {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
    expect(form.status).toBe(429);
    expect(await form.text()).toContain('/kept-form');
  });

  test('somebody else is not touched by it', async () => {
    const other = harness.visit('zofia');
    const start = await other.browser.fetch(`${url}/`);
    expect(start.status).toBe(200);
  });

  test('guessing at the token endpoint', async () => {
    const guess = () =>
      fetch(`${url}/oauth/token`, {
        method: 'POST',
        headers: { Accept: 'application/json' },
        body: new URLSearchParams({ grant_type: 'authorization_code', code: 'guess', client_id: 'nobody' }),
      });
    const refused = await until429(guess);
    expectWait(refused);
    expect(await refused.json()).toMatchObject({ error: 'temporarily_unavailable' });
  });

  test('starting sign-ins without end', async () => {
    expectWait(await until429(() => fetch(`${url}/sign-in`, { redirect: 'manual' })));
  });

  async function csrfOf(): Promise<{ csrf: string }> {
    // The error page still has the form to sign out.
    const page = await zofia.browser.fetch(`${url}/accounts`);
    return { csrf: /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '' };
  }
});
