import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { createFakeSource } from '../services/fake-source.ts';
import { csrfOf, MILO, setWebStage, signIn } from './web-stage.ts';

const SECRET = 'typed by ada';
const OWN_ORIGIN = 'http://127.0.0.1:3000';

/** Ada typed something and was signed out before she sent it. */
async function typedTooLate() {
  const stage = await setWebStage([createFakeSource('hospital')]);
  const { agent } = await signIn(stage.app);
  const page = await agent.get('/people/add').expect(200);
  const shown = /name="shown" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const form = { ...MILO, 'text-given': SECRET, shown, csrf: csrfOf(page.text) };
  stage.services.advance(61_000);
  const late = await agent.post('/people/add').type('form').send(form).expect(401);
  expect(late.text).toContain('What you typed is kept');
  return { ...stage, agent };
}

describe('a form that came after the session had ended', () => {
  test('is shown to the one who typed it, and sent when they say so', async () => {
    const { agent, services } = await typedTooLate();
    await agent.get('/sign-in').expect(303);
    await agent.get('/sign-in/callback?code=c&state=s&sub=ada').expect(303).expect('Location', '/kept-form');
    const page = await agent.get('/kept-form').expect(200);
    expect(page.text).toContain(SECRET);
    const [, sent = ''] = page.text.split('action="/people/add"');
    const fields = [...(sent.split('</form>')[0] ?? '').matchAll(/name="([^"]+)" value="([^"]*)"/g)];
    const form = Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]));
    await agent
      .post('/people/add')
      .type('form')
      .send({ ...form, csrf: 'x' })
      .expect(403);
    await agent.get('/kept-form').expect(200);
    await agent
      .post('/people/add')
      .type('form')
      .send({ ...form, 'text-given': '' })
      .expect(400);
    await agent.get('/kept-form').expect(200);
    await agent.post('/people/add').type('form').send(form).expect(303);
    await agent.get('/kept-form').expect(303).expect('Location', '/home');
    expect(services.logged.join()).not.toContain(SECRET);
  });

  test('is shown to nobody who signs in next at the same device', async () => {
    const { agent } = await typedTooLate();
    await agent.get('/sign-in').expect(303);
    await agent.get('/sign-in/callback?code=c&state=s&sub=other').expect(303);
    const page = await agent.get('/kept-form').redirects(3);
    expect(page.text).not.toContain(SECRET);
  });

  test('is gone once it is dropped, and without its cookie', async () => {
    const { agent, app } = await typedTooLate();
    await agent.get('/sign-in').expect(303);
    await agent.get('/sign-in/callback?code=c&state=s&sub=ada').expect(303);
    const elsewhere = await signIn(app);
    await elsewhere.agent.get('/kept-form').expect(303).expect('Location', '/home');
    const csrf = csrfOf((await agent.get('/kept-form').expect(200)).text);
    await agent.post('/kept-form/drop').type('form').send({ csrf: 'x' }).expect(403);
    await agent.post('/kept-form/drop').type('form').send({ csrf }).expect(303);
    await agent.get('/kept-form').expect(303).expect('Location', '/home');
  });

  test('is not kept where nothing in it can be shown before it is sent', async () => {
    const { app } = await setWebStage([createFakeSource('hospital')]);
    const { agent, page } = await signIn(app);
    const shown = /name="shown" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const form = { shown, csrf: 'of another session', sure: 'yes', receipt: 'r'.repeat(43) };
    const refused = await agent.post('/leave').type('form').send(form).expect(403);
    expect(refused.text).not.toContain('/kept-form');
    await agent.get('/kept-form').expect(303).expect('Location', '/home');
  });

  test('does not fill the store: from one address only so many are kept, and the page says of each', async () => {
    const { app } = await setWebStage([createFakeSource('hospital')]);
    const form = { shown: 'anybody', 'text-given': SECRET };
    const answers: { readonly isTold: boolean; readonly hasCookie: boolean }[] = [];
    for (let sent = 0; sent < 130; sent += 1) {
      const { text, headers } = await request(app)
        .post('/people/add')
        .set('Origin', OWN_ORIGIN)
        .type('form')
        .send(form)
        .expect(401);
      answers.push({ isTold: text.includes('What you typed is kept'), hasCookie: 'set-cookie' in headers });
    }
    expect(answers.filter(({ isTold }) => isTold)).toHaveLength(120);
    expect(answers.every(({ isTold, hasCookie }) => isTold === hasCookie)).toBe(true);
  });

  test.each([
    ['a page of another site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['a page of a neighbour', { 'Sec-Fetch-Site': 'same-site' }, 403],
    ['a page elsewhere, by an old browser', { Origin: 'https://attacker.example' }, 403],
    ['a page elsewhere that says it is us in vain', { 'Sec-Fetch-Site': 'cross-site', Origin: OWN_ORIGIN }, 403],
    ['a browser that does not say', { Origin: 'null' }, 401],
    ['no browser', {}, 401],
  ])(
    'is not kept where %s sends it, and the one that is kept stays',
    async (_, headers: Record<string, string>, status) => {
      const { agent, app } = await typedTooLate();
      const { shown } = await signIn(app);
      const form = { ...MILO, 'text-given': 'by another site', shown };
      // The victim's browser; a browser that is told SameSite=Lax would not even send its cookies.
      const sent = agent.post('/people/add').unset('Sec-Fetch-Site').set(headers).type('form').send(form);
      const answer = await sent.expect(status);
      expect(answer.text).not.toContain('What you typed is kept');
      expect(answer.headers).not.toHaveProperty('set-cookie');
      await agent.get('/sign-in').expect(303);
      await agent.get('/sign-in/callback?code=c&state=s&sub=ada').expect(303).expect('Location', '/kept-form');
      const page = await agent.get('/kept-form').expect(200);
      expect(page.text).toContain(SECRET);
      expect(page.text).not.toContain('by another site');
    },
  );
});
