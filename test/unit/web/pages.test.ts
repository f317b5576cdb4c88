import request from 'supertest';
import { describe, expect, test } from 'vitest';
import type { WebSettings } from '../../../src/web/web-deps.ts';
import { NHS_NUMBER_SYSTEM } from '../../../src/services/nhs-number.ts';
import { createFakeSource } from '../services/fake-source.ts';
import { NHS_NUMBER, OTHER_NHS_NUMBER } from '../services/make-context.ts';
import { MILO, setWebStage, signIn } from './web-stage.ts';

async function setUp(settings: Partial<WebSettings> = {}) {
  const hospital = createFakeSource('hospital');
  hospital.patient = {
    resourceType: 'Patient',
    id: 'p1',
    identifier: [{ system: NHS_NUMBER_SYSTEM, value: NHS_NUMBER }],
  };
  return { ...(await setWebStage([hospital], { settings })), hospital };
}

describe('signing in', () => {
  test('gives a new session id, so that one set before is worth nothing', async () => {
    const { app } = await setUp();
    const start = await request(app).get('/sign-in');
    const before = start.get('Set-Cookie')?.[0]?.split(';')[0] ?? '';
    const back = await request(app).get('/sign-in/callback?code=c&state=s').set('Cookie', before);
    const [ended = '', set = ''] = back.get('Set-Cookie') ?? [];
    expect(ended).toMatch(/^phr_gateway_signing_in=; .*Expires=Thu, 01 Jan 1970/);
    const after = set.split(';')[0] ?? '';
    const asSession = before.replace('signing_in', 'session');
    expect(after).toMatch(/^phr_gateway_session=/);
    expect(after).not.toBe(asSession);
    await request(app).get('/accounts').set('Cookie', before).expect(401);
    await request(app).get('/accounts').set('Cookie', asSession).expect(401);
    await request(app).get('/accounts').set('Cookie', after).expect(200);
    await request(app).get('/sign-in/callback?code=c&state=s').set('Cookie', before).expect(401);
  });

  test.each([
    ['http://127.0.0.1:3000', /^phr_gateway_signing_in=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/],
    ['https://records.example', /^__Host-phr_gateway_signing_in=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/],
  ])('sets the cookie as %s asks for', async (publicUrl, cookie) => {
    const { app } = await setUp({ publicUrl });
    expect((await request(app).get('/sign-in')).get('Set-Cookie')?.[0]).toMatch(cookie);
  });

  test('another site that opens the sign-in ends nobody’s session', async () => {
    const { app } = await setUp();
    const { agent } = await signIn(app);
    await agent.get('/sign-in').expect(303);
    await agent.get('/accounts').expect(200);
  });

  test('an answer to another sign-in leaves the one under way as it is', async () => {
    const { app } = await setUp();
    const agent = request.agent(app);
    await agent.get('/sign-in').expect(303);
    for (const query of ['', '?state=other', '?code=c&state=other', '?error=access_denied']) {
      await agent.get(`/sign-in/callback${query}`).expect(401);
    }
    await agent.get('/sign-in/callback?code=c&state=s').expect(303);
    await agent.get('/sign-in/callback?code=c&state=s').expect(401);
  });

  test('ends the session from before', async () => {
    const { app } = await setUp();
    const { agent } = await signIn(app);
    const first = (await agent.get('/sign-in/callback?code=c&state=s')).status;
    expect(first).toBe(401);
    const held = request.agent(app);
    await held.get('/sign-in');
    const back = await held.get('/sign-in/callback?code=c&state=s');
    const old = back.get('Set-Cookie')?.[1]?.split(';')[0] ?? '';
    await held.get('/sign-in');
    await held.get('/sign-in/callback?code=c&state=s').expect(303);
    await request(app).get('/accounts').set('Cookie', old).expect(401);
    await held.get('/accounts').expect(200);
  });

  test('ends after the idle time, after the longest time, and on signing out', async () => {
    const { app, services } = await setUp();
    const idle = await signIn(app);
    services.advance(61_000);
    await idle.agent.get('/accounts').expect(401);

    const long = await signIn(app);
    for (let visit = 0; visit < 61; visit++) {
      services.advance(59_500);
      await long.agent.get('/accounts');
    }
    await long.agent.get('/accounts').expect(401);

    const out = await signIn(app);
    await out.agent.post('/sign-out').type('form').send({ csrf: out.csrf }).expect(303).expect('Location', '/');
    await out.agent.get('/accounts').expect(401);
  });
});

describe('signing in', () => {
  test.each([['cross-site'], ['same-site']])('is not begun by a %s page: the person is asked first', async (site) => {
    const { app } = await setUp();
    const { agent } = await signIn(app);
    const answer = await agent.get('/sign-in').set('Sec-Fetch-Site', site).expect(303).expect('Location', '/');
    expect(answer.headers).not.toHaveProperty('set-cookie');
    await agent.get('/accounts').expect(200);
    await request(app)
      .get('/sign-in')
      .set('Sec-Fetch-Site', 'none')
      .expect(303)
      .expect('Location', /sign-in\.example/);
  });
});

describe('forms', () => {
  test.each([
    ['/link/hospital'],
    ['/link/hospital/unlink'],
    ['/link/hospital/confirm'],
    ['/accounts/subject'],
    ['/people/add'],
    ['/sign-out'],
  ])('%s without the session’s own token changes nothing', async (path) => {
    const { app, services } = await setUp();
    const { agent } = await signIn(app);
    const other = await signIn(app, 'other');
    await agent.post(path).expect(403);
    await agent.post(path).type('form').send({ csrf: 'x' }).expect(403);
    await agent.post(path).type('form').send({ csrf: other.csrf, answer: 'yes' }).expect(403);
    await agent.post(path).send({ csrf: other.csrf }).expect(403);
    await request(app).post(path).type('form').send({ csrf: other.csrf }).expect(401);
    expect(services.logged.join()).not.toContain('Okafor');
  });

  test.each([['/link/hospital'], ['/link/hospital/unlink'], ['/link/hospital/confirm'], ['/leave'], ['/apps/stop']])(
    '%s without the record that it is about changes nothing',
    async (path) => {
      const { app } = await setUp();
      const { agent, csrf } = await signIn(app);
      const fields = { csrf, answer: 'yes', sure: 'yes', grant: 'g1' };
      for (const shown of [{}, { shown: '' }, { shown: ' ' }])
        await agent
          .post(path)
          .type('form')
          .send({ ...fields, ...shown })
          .expect(400);
      await agent
        .post(path)
        .type('form')
        .send({ ...fields, shown: 'somebody-else' })
        .expect(409);
      expect((await agent.get('/accounts').expect(200)).text).toContain('name="csrf"');
    },
  );

  test('a page of another site is refused, whatever it sends; nothing of it is read', async () => {
    const { app } = await setUp();
    const { agent, csrf, shown } = await signIn(app);
    const send = (headers: Record<string, string>) =>
      agent.post('/sign-out').unset('Sec-Fetch-Site').set(headers).type('form').send({ csrf, shown });
    await send({ 'Sec-Fetch-Site': 'cross-site' }).expect(403);
    await send({ 'Sec-Fetch-Site': 'same-site' }).expect(403);
    await send({ Origin: 'https://attacker.example' }).expect(403);
    await agent.get('/accounts').expect(200);
    await send({}).expect(303);
  });

  test('a form too large is refused as such', async () => {
    const { app } = await setUp();
    await request(app)
      .post('/people/add')
      .type('form')
      .send({ 'text-given': 'x'.repeat(200_000) })
      .expect(413);
  });
});

describe('the pages', () => {
  test('link an account, name its state, unlink it', async () => {
    const { app, hospital } = await setUp();
    const { agent, csrf, shown } = await signIn(app);
    const begun = await agent.post('/link/hospital').type('form').send({ csrf, shown }).expect(303);
    const state = new URL(begun.get('Location') ?? '').searchParams.get('state') ?? '';
    await agent
      .get(`/link/hospital/callback?code=c&state=${state}`)
      .expect(303)
      .expect('Location', '/accounts?told=linked');
    const linked = await agent.get('/accounts?told=linked').expect(200);
    expect(linked.text).toContain('The account is linked');
    expect(linked.text).toContain('href="/link/hospital/unlink"');
    await agent.get(`/link/hospital/callback?code=c&state=${state}`).expect(400);
    const asked = await agent.get('/link/hospital/unlink').expect(200);
    expect(asked.text).toContain('Unlink <bdi lang="en-GB">The hospital</bdi>?');
    expect(hospital.calls).not.toContain('revoke at-1');
    await agent
      .post('/link/hospital/unlink')
      .type('form')
      .send({ csrf, shown })
      .expect(303)
      .expect('Location', '/accounts?told=unlinked-revoked');
    expect(hospital.calls).toContain('revoke at-1');
    expect((await agent.get('/accounts')).text).toContain('Not linked');
  });

  test('an account of someone else is refused in words without their number', async () => {
    const { app, hospital } = await setUp();
    hospital.patient = {
      resourceType: 'Patient',
      id: 'p1',
      identifier: [{ system: NHS_NUMBER_SYSTEM, value: OTHER_NHS_NUMBER }],
    };
    const { agent, csrf, shown } = await signIn(app);
    const begun = await agent.post('/link/hospital').type('form').send({ csrf, shown });
    const state = new URL(begun.get('Location') ?? '').searchParams.get('state') ?? '';
    const page = await agent.get(`/link/hospital/callback?code=c&state=${state}`).expect(403);
    expect(page.text).toContain('belongs to someone else');
    expect(page.text).not.toContain(OTHER_NHS_NUMBER);
  });

  test('add someone, list the faults, switch back and forth, and keep others out', async () => {
    const { app } = await setUp();
    const { agent, csrf } = await signIn(app);
    expect((await agent.get('/people/add')).text).not.toContain('form-group--error');
    const wrong = await agent
      .post('/people/add')
      .type('form')
      .send({ csrf, 'text-given': '"><script>', 'text-family': '' })
      .expect(400);
    expect(wrong.text).toContain('There is a problem');
    expect(wrong.text).toContain('href="#text-family"');
    expect(wrong.text).not.toContain('"><script');
    const child = { csrf, ...MILO };
    await agent.post('/people/add').type('form').send(child).expect(303);
    const page = await agent.get('/accounts');
    expect(page.text).toContain('Accounts of <bdi lang="en-GB">Milo Okafor</bdi>');
    const subject = /name="subject" type="radio" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    await agent.post('/accounts/subject').type('form').send({ csrf, subject }).expect(303);
    expect((await agent.get('/accounts')).text).toContain('<h1 class="nhsuk-heading-l">My accounts</h1>');
    const other = await signIn(app, 'other');
    await other.agent.post('/accounts/subject').type('form').send({ csrf: other.csrf, subject }).expect(404);
  });

  test('escape what people and services call themselves', async () => {
    const { app } = await setUp();
    const { page } = await signIn(app);
    expect(page.text).toContain('Ada &lt;b&gt;Okafor&lt;/b&gt;');
    expect(page.text).not.toContain('<b>Okafor');
  });

  test('say nothing that the address brings along', async () => {
    const { app } = await setUp();
    const { agent } = await signIn(app);
    const page = await agent.get('/accounts?told=constructor').expect(200);
    expect(page.text).not.toContain('role="status"');
    await agent.get('/link/%3Cscript%3E/confirm').expect(404);
  });

  test('an inner failure tells its number and nothing else', async () => {
    const { app } = await setUp();
    const { agent } = await signIn(app);
    const page = await agent.get('/medicines').expect(500);
    expect(page.text).toContain('Something went wrong here.');
    expect(page.text).not.toContain('secret detail');
  });

  test('allow no script but their own and nothing from elsewhere, and are not kept', async () => {
    const { app } = await setUp({ insecureOrigins: ['http://127.0.0.1:4000'] });
    const { page, agent } = await signIn(app);
    const policy = page.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self' https: http://127.0.0.1:4000");
    expect(policy).toMatch(/script-src 'nonce-[\w+/=]{20,}'/);
    expect(policy).not.toMatch(/unsafe|\*/);
    expect((await agent.get('/people/add')).get('Content-Security-Policy')).toContain("form-action 'self'");
    expect(page.get('Cache-Control')).toBe('no-store');
    expect(page.text.match(/<script[^>]*>/g)).toEqual([
      expect.stringMatching(/^<script type="module" src="\/assets\/.+ nonce="/),
    ]);
    expect(page.text).not.toMatch(/style="|https?:\/\//);
    expect(page.text).toContain('No patient has reviewed this yet.');
    expect(page.text).toContain('not an NHS service');
    const sheet = /rel="stylesheet" href="([^"]+)"/.exec(page.text)?.[1] ?? '';
    expect((await agent.get(sheet).expect(200)).text).not.toMatch(/url\(["']?(?:\w+:)?\/\/|@import/);
  });

  test('no page for what is not there', async () => {
    const { app } = await setUp();
    await request(app).get('/nothing').expect(404);
    await request(app).get('/').expect(200);
    const { agent, csrf, shown } = await signIn(app);
    await agent.post('/link/nowhere').type('form').send({ csrf, shown }).expect(404);
    await agent.get('/link/hospital/confirm').expect(404);
  });
});
