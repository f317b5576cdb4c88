/** What someone with a browser of their own may try at the pages: forged forms, foreign sessions and callbacks, markup. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBrowser } from '../../src/sandbox/browser/browser.ts';
import { startHarness, type Harness, type Visitor } from './app-harness.ts';

const MARKUP = '<script>alert(1)</script><img src=x onerror=alert(1)>';

let demo: Harness;
let victim: Visitor;
let attacker: Visitor;
let victimsSubject: string;

beforeAll(async () => {
  demo = await startHarness();
  victim = demo.visit('zofia');
  attacker = demo.visit('rhiannon');
  victimsSubject = await victim.linkAll('hospital');
  await attacker.signIn();
}, 60_000);
afterAll(() => demo.close());

/** Markup that only a script of somebody else's would have. */
const FOREIGN_SCRIPT = /<script(?! type="module" src="\/assets\/[\w.-]+" nonce="[\w+/=]+"><\/script>)/;
/** A page without what is new each time: ids, the nonce of its script, the masked token of its forms. */
function settled(html: string): string {
  return html.replaceAll(/[0-9a-f-]{36}|nonce="[^"]+"|name="csrf" value="[^"]+"/g, '');
}

const at = (path: string) => `${demo.config.publicUrl}${path}`;

async function csrfOf(visitor: Visitor): Promise<string> {
  return /name="csrf" value="([^"]+)"/.exec(await visitor.page('/accounts'))?.[1] ?? '';
}

function postAs(visitor: Visitor, path: string, fields: Record<string, string>): Promise<Response> {
  return visitor.browser.fetch(at(path), { method: 'POST', body: new URLSearchParams(fields) });
}

describe('a form that was not sent from our page', () => {
  const FORMS = [
    ['/link/gp', {}],
    ['/link/hospital/unlink', {}],
    ['/link/hospital/confirm', { answer: 'yes' }],
    ['/accounts/subject', { subject: 'x' }],
    [
      '/people/add',
      {
        'text-given': 'A',
        'text-family': 'B',
        'text-birth-day': '1',
        'text-birth-month': '1',
        'text-birth-year': '2015',
        relationship: 'parent',
      },
    ],
    ['/sign-out', {}],
  ] as const;

  test.each(FORMS)(
    '%s does nothing without the token of the session, or with that of another',
    async (path, fields) => {
      const foreign = await csrfOf(attacker);
      expect(foreign).not.toBe('');
      for (const csrf of [undefined, '', foreign, `${foreign}x`]) {
        const answer = await postAs(victim, path, { ...fields, ...(csrf === undefined ? {} : { csrf }) });
        expect(answer.status).toBe(403);
        expect(answer.headers.get('location')).toBeNull();
      }
      // Sent twice is not sent.
      const own = await csrfOf(victim);
      const twice = await victim.browser.fetch(at(path), {
        method: 'POST',
        body: `csrf=${own}&csrf=${own}`,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      });
      expect(twice.status).toBe(403);
      expect((await victim.account('hospital')).state).toBe('active');
    },
  );

  test.each(['text/plain', 'application/json', 'multipart/form-data; boundary=x'])('%s is no form', async (type) => {
    const csrf = await csrfOf(victim);
    const answer = await victim.browser.fetch(at('/link/hospital/unlink'), {
      method: 'POST',
      body: type === 'application/json' ? JSON.stringify({ csrf }) : `csrf=${csrf}`,
      headers: { 'Content-Type': type },
    });
    expect(answer.status).toBe(403);
    expect((await victim.account('hospital')).state).toBe('active');
  });
});

describe("another person's things", () => {
  test('their record: the answer to a subject that exists is the answer to one that does not', async () => {
    const answers = await Promise.all(
      [victimsSubject, '00000000-0000-4000-8000-000000000000', '../x', ''].map(async (subject) => {
        const answer = await attacker.post('/accounts/subject', { subject });
        return { status: answer.status, text: settled(await answer.text()) };
      }),
    );
    expect(answers[0]?.status).toBe(404);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await attacker.page('/accounts')).toContain('Not linked');
  });

  test('their account: unlinking or confirming what is linked for someone else finds nothing', async () => {
    for (const path of ['/link/hospital/unlink', '/link/hospital/confirm']) {
      expect((await attacker.post(path, { answer: 'yes' })).status).toBe(404);
    }
    expect((await victim.account('hospital')).state).toBe('active');
  });
});

describe('sessions', () => {
  test('the session from before signing in is worth nothing afterwards: nobody can plant one', async () => {
    const visitor = demo.visit('theo');
    const cookieOf = (answer: Response) => /^[^;]+/.exec(answer.headers.getSetCookie()[0] ?? '')?.[0] ?? '';
    const start = await fetch(at('/sign-in'), { redirect: 'manual' });
    const cookie = cookieOf(start);
    expect(cookie).toMatch(/^phr_gateway_signing_in=[\w-]{43}$/);
    await visitor.signIn();
    for (const name of ['phr_gateway_signing_in', 'phr_gateway_session']) {
      const planted = cookie.replace(/^[^=]+/, name);
      expect((await fetch(at('/accounts'), { headers: { Cookie: planted } })).status).toBe(401);
    }
    // A name that somebody made up is not taken over.
    const madeUp = await fetch(at('/sign-in'), {
      redirect: 'manual',
      headers: { Cookie: 'phr_gateway_signing_in=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
    });
    expect(cookieOf(madeUp)).not.toContain('AAAAAAAA');
  });

  test('signing in leads nowhere but to our own page', async () => {
    for (const query of ['?redirect=https://evil.example', '?returnTo=//evil.example', '?next=%2F%2Fevil.example']) {
      const answer = await fetch(at(`/sign-in${query}`), { redirect: 'manual' });
      expect(new URL(answer.headers.get('location') ?? '').origin).toBe(new URL(demo.sandbox.signIn.issuer).origin);
      expect(answer.headers.get('location')).not.toContain('evil.example');
    }
  });

  test.each(['/sign-in', '/', '/medicines', '/nowhere'])('no cache and no frame may keep %s', async (path) => {
    const { headers } = await fetch(at(path), { redirect: 'manual' });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|script-src 'self'/);
  });
});

describe('callbacks', () => {
  /** Starts a link and lets the source send the browser back; the callback is not visited. */
  async function callbackOf(visitor: Visitor, source: string): Promise<URL> {
    const start = await visitor.post(`/link/${source}`);
    const callback = at(`/link/${source}/callback`);
    const back = await visitor.browser.walk(
      start.headers.get('location') ?? '',
      { ...visitor.user, record: visitor.person },
      {
        until: (url) => url.href.startsWith(callback),
      },
    );
    return new URL(back);
  }

  async function refused(visitor: Visitor, url: URL): Promise<string> {
    const answer = await visitor.browser.fetch(url);
    const text = await answer.text();
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.headers.get('location')).toBeNull();
    expect(text).not.toMatch(FOREIGN_SCRIPT);
    return text;
  }

  test('with another issuer: mix-up is refused, and the code is not spent on anyone', async () => {
    const url = await callbackOf(attacker, 'hospital');
    expect(url.searchParams.get('iss')).not.toBeNull();
    url.searchParams.set('iss', 'https://evil.example');
    await refused(attacker, url);
  });

  test('with the code and state of another source', async () => {
    const gp = await callbackOf(attacker, 'gp');
    await refused(attacker, new URL(`/link/hospital/callback${gp.search}`, gp));
  });

  test('with somebody else’s code and state, in their own session', async () => {
    const url = await callbackOf(attacker, 'gp');
    await refused(victim, url);
    await refused(victim, new URL(url.href.replace(/code=[^&]+/, 'code=made-up')));
  });

  test.each([
    ['no parameter at all', ''],
    ['a state only', '?state=x'],
    ['a state twice', '?state=a&state=b&code=c'],
    ['markup', `?error=${encodeURIComponent(MARKUP)}&error_description=${encodeURIComponent(MARKUP)}&state=x`],
    ['a long one', `?error=access_denied&error_description=${'a'.repeat(8000)}&state=x`],
  ])('%s', async (_, query) => {
    for (const path of ['/link/hospital/callback', '/sign-in/callback']) {
      const text = await refused(demo.visit('theo'), new URL(at(`${path}${query}`)));
      expect(text).not.toContain('onerror');
      expect(text.length).toBeLessThan(6000);
    }
  });

  test('a refusal in the words of the source is shown in ours', async () => {
    const start = await attacker.post('/link/gp');
    const state = new URL(start.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const url = new URL(at('/link/gp/callback'));
    url.search = new URLSearchParams({
      state,
      error: MARKUP,
      error_description: MARKUP,
      error_uri: 'https://evil.example',
    }).toString();
    const text = await refused(attacker, url);
    expect(text).not.toMatch(/onerror|alert|evil/);
  });
});

describe('what a source writes', () => {
  test('is text on the page, whatever it looks like', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'phr-markup-'));
    try {
      const written = `${MARKUP}{{ 7771*7 }}{% raw %}"'\u202E\u001b[2J\u0085`;
      const subject = { reference: 'Patient/p' };
      const resources = [
        { resourceType: 'Patient', id: 'p', name: [{ family: written, given: [written] }], birthDate: '1960-01-02' },
        {
          resourceType: 'MedicationRequest',
          id: 'm',
          status: 'active',
          intent: 'order',
          subject,
          medicationCodeableConcept: { text: written },
          dosageInstruction: [{ text: written }],
        },
        { resourceType: 'Condition', id: 'c', subject, code: { text: written } },
        { resourceType: 'AllergyIntolerance', id: 'a', patient: subject, code: { text: written } },
      ];
      await mkdir(join(folder, 'somebody'));
      for (const source of ['clinic', 'portal']) {
        await writeFile(join(folder, 'somebody', `${source}.json`), JSON.stringify(resources));
      }
      const hostile = await startHarness({ sandbox: { recordsDir: folder } });
      try {
        const somebody = hostile.visit('somebody');
        await somebody.linkAll('clinic', 'portal');
        for (const path of ['/medicines', '/conditions', '/allergies', '/accounts', '/people/add']) {
          const page = await somebody.page(path);
          expect(page).not.toMatch(FOREIGN_SCRIPT);
          expect(page).not.toContain('<img');
          expect(page).not.toContain('54397');
          expect(page).not.toMatch(/[\u202e\u001b\u0085]/);
        }
        expect(await somebody.page('/medicines')).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
        expect(await somebody.page('/medicines')).toContain('\uFFFD\uFFFD[2J\uFFFD');
        expect(hostile.logged()).not.toContain('alert');
      } finally {
        await hostile.close();
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

test('nothing of all this is in the log: no token, cookie, name or number', async () => {
  const log = demo.logged();
  expect(log).not.toBe('');
  for (const text of [
    MARKUP,
    'evil',
    await csrfOf(victim),
    'Zofia',
    'Rhiannon',
    victim.user.password,
    'made-up',
    'alert',
  ]) {
    expect(log).not.toContain(text);
  }
  expect(log).not.toMatch(/\b\d{10}\b|eyJ[\w-]{10}|state=|code=/);
});

test('a browser that is signed in nowhere gets no page of anyone', async () => {
  const stranger = createBrowser();
  for (const path of [
    '/medicines',
    '/accounts',
    '/people/add',
    '/link/hospital/confirm',
    '/link/hospital/callback?code=a&state=b',
  ]) {
    expect((await stranger.fetch(at(path))).status).toBe(401);
  }
});
