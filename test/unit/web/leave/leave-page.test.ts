import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { represent } from '../../../../src/services/represent.ts';
import { createFakeSource } from '../../services/fake-source.ts';
import { linkedAccount } from '../../services/make-context.ts';
import { setWebStage, signIn } from '../web-stage.ts';

async function setUp() {
  const hospital = createFakeSource('hospital');
  const stage = await setWebStage([hospital]);
  const { store } = stage.services;
  const at = await signIn(stage.app);
  const person = await store.findPersonByIdentity({ issuer: 'https://sign-in.example', sub: 'ada' });
  if (person === undefined) throw new Error('nobody');
  await linkedAccount(stage.services, person, hospital);
  const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  async function form() {
    const { text } = await at.agent.get('/leave').expect(200);
    return Object.fromEntries(['csrf', 'shown', 'receipt'].map((name) => [name, hidden(text, name)]));
  }
  const send = (fields: Record<string, string | readonly string[]>) =>
    at.agent.post('/leave').type('form').send(fields);
  return { ...stage, ...at, store, person, hospital, form, send };
}

describe('the page for leaving', () => {
  test('says what goes and what stays, and does nothing by being looked at', async () => {
    const { agent, store, person } = await setUp();
    const { text } = await agent.get('/leave').expect(200);
    for (const words of ['What is deleted', 'The hospital', 'What stays', 'cannot be undone']) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('form-group--error');
    expect(await store.getPerson(person.id)).toBeDefined();
  });

  test.each([
    ['nothing ticked', {}],
    ['something else ticked', { sure: 'on' }],
    ['ticked twice', { sure: ['yes', 'yes'] }],
    ['markup and marks of direction', { sure: '<script>\u202E', record: '<b>\u0000' }],
    ['far too long', { sure: 'y'.repeat(50_000) }],
  ])('%s: asks again, and deletes nothing', async (_, fields) => {
    const { store, person, form, send } = await setUp();
    const answer = await send({ ...(await form()), ...fields }).expect(400);
    expect(answer.text).toContain('href="#sure"');
    expect(answer.text).not.toMatch(/<script>\u202E|<b>\u0000/);
    expect(await store.getPerson(person.id)).toBeDefined();
  });

  test('a page older than a person looked after is asked again, by that person’s name', async () => {
    const { services, store, person, form, send } = await setUp();
    const old = await form();
    const child = await represent(services, person, {
      given: 'Mi<b>lo',
      family: 'Okafor',
      birthDate: '2017-05-06',
      relationship: 'parent',
    });
    const answer = await send({ ...old, sure: 'yes' }).expect(400);
    expect(answer.text).toContain(`href="#record-${child.id}"`);
    expect(answer.text).toContain('Tick the box for Mi&lt;b&gt;lo Okafor');
    expect(answer.text).toContain('value="yes" checked');
    await send({ ...old, sure: 'yes', record: 'someone-else' }).expect(400);
    expect(await store.getPerson(child.id)).toBeDefined();
    await send({ ...old, sure: 'yes', record: child.id })
      .expect(303)
      .expect('Location', '/leave/receipt');
    expect(await store.getPerson(child.id)).toBeUndefined();
  });

  test('pressed twice at once: one deletion, one receipt', async () => {
    const { form, send, agent, hospital } = await setUp();
    const fields = { ...(await form()), sure: 'yes' };
    const answers = await Promise.all([send(fields), send(fields)]);
    expect(answers.map(({ status, headers }) => [status, headers['location'] as unknown])).toEqual([
      [303, '/leave/receipt'],
      [303, '/leave/receipt'],
    ]);
    expect(hospital.calls.filter((call) => call.startsWith('revoke'))).toHaveLength(1);
    expect((await agent.get('/leave/receipt').expect(200)).text).toContain('It has ended our access.');
  });

  test('an answer after the session ended deletes nothing and is not kept to be sent later', async () => {
    const { services, app, store, person, form, send } = await setUp();
    const fields = { ...(await form()), sure: 'yes' };
    services.advance(61_000);
    const answer = await send(fields).expect(303).expect('Location', '/leave');
    expect(answer.get('Set-Cookie')?.join() ?? '').not.toContain('kept_form');
    await request(app).post('/leave').type('form').send(fields).expect(303).expect('Location', '/leave');
    expect(await store.getPerson(person.id)).toBeDefined();
  });
});

describe('the receipt', () => {
  test('is had without a session, by this browser alone, for half an hour', async () => {
    const { services, app, agent, form, send } = await setUp();
    await send({ ...(await form()), sure: 'yes' }).expect(303);
    await agent.get('/home').expect(401);
    const page = await agent.get('/leave/receipt').expect(200);
    expect(page.text).not.toContain('Okafor');
    const file = await agent.get('/leave/receipt.txt').expect(200);
    expect(file.get('Content-Type')).toBe('text/plain; charset=utf-8');
    expect(file.text.split('\r\n')).toContain('- The hospital: It has ended our access.');
    await request(app).get('/leave/receipt').expect(404);
    await request(app)
      .get('/leave/receipt')
      .set('Cookie', `phr_gateway_receipt=${'x'.repeat(43)}`)
      .expect(404);
    await request(app).get('/leave/receipt.txt').expect(303).expect('Location', '/leave/receipt');
    services.advance(30 * 60_000 + 1);
    await agent.get('/leave/receipt').expect(404);
  });
});
