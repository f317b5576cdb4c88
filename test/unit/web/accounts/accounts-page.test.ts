import { describe, expect, test, vi } from 'vitest';
import { beginProgress } from '../../../../src/services/sync-progress.ts';
import { createFakeSource } from '../../services/fake-source.ts';
import { linkedAccount } from '../../services/make-context.ts';
import { setWebStage, signIn } from '../web-stage.ts';

async function setUp() {
  const hospital = createFakeSource('hospital');
  const stage = await setWebStage([hospital, createFakeSource('gp')]);
  const at = await signIn(stage.app);
  const { store } = stage.services;
  const person = await store.findPersonByIdentity({ issuer: 'https://sign-in.example', sub: 'ada' });
  if (person === undefined) throw new Error('nobody');
  const link = async () => linkedAccount(stage.services, person, hospital);
  return { ...stage, ...at, store, person, link };
}

test('what a place adds is read in the language of the page where it is given, and marked with its own where it is not', async () => {
  const gp = createFakeSource('gp');
  const texts = { en: 'What it holds.', cy: 'Yr hyn sydd ganddo.' };
  const connector = { ...gp.connector, source: { ...gp.connector.source, adds: texts } };
  const { agent } = await signIn((await setWebStage([{ ...gp, connector }])).app);
  const welsh = await agent.get('/accounts').set('Accept-Language', 'cy');
  expect(welsh.text).toContain('<bdi lang="cy">Yr hyn sydd ganddo.</bdi>');
  const polish = await agent.get('/accounts').set('Accept-Language', 'pl');
  expect(polish.text).toContain('<bdi lang="en">What it holds.</bdi>');
});

describe('a reading under way', () => {
  test('is told as page and as JSON, in the visitor’s own words, whatever process reads', async () => {
    const { services, store, agent, link, person } = await setUp();
    const account = await link();
    await store.putAccount({ ...account, lastTriedAt: account.linkedAt });
    const notes = await beginProgress(services.shared, account.id, 60_000);
    notes.note({ type: 'Condition', state: 'done', received: 4 });
    notes.note({ type: 'Odd<Kind>', state: 'reading', received: 1 });
    await vi.waitFor(async () => {
      const told = await agent.get('/accounts/progress').expect(200);
      expect(told.body).toMatchObject({
        shown: person.id,
        isReading: true,
        sources: [
          {
            name: 'hospital',
            isReading: true,
            state: 'Being read now',
            sum: '1 of 2 kinds of data are done.',
            kinds: [
              { type: 'Condition', name: 'Conditions', state: 'Read: 4 items' },
              { type: 'Odd<Kind>', state: 'Being read: 1 so far' },
            ],
          },
        ],
      });
    });
    const { text } = await agent.get('/accounts').expect(200);
    expect(text).toContain('See how far it is now');
    expect(text).toContain('<bdi lang="en-GB">Odd&lt;Kind&gt;</bdi>');
    expect(text).toMatch(/<script type="module" src="\/assets\/progress-[\da-f]+\.js" nonce="/);
    await notes.end();
    const after = await agent.get('/accounts');
    expect(after.text).not.toContain('/assets/progress-');
    expect((await agent.get('/accounts/progress')).body).toMatchObject({ isReading: false });
    // Linked and read: what was true when it was linked must still be true of a page that stays open.
    for (const told of ['linked', 'confirmed', 'replaced'])
      expect((await agent.get(`/accounts?told=${told}`)).text).not.toMatch(/we are reading/i);
  });

  test('is told to who is signed in, of the record shown alone', async () => {
    const { app, link } = await setUp();
    await link();
    const { default: request } = await import('supertest');
    await request(app).get('/accounts/progress').expect(401);
    const other = await signIn(app, 'eve');
    expect((await other.agent.get('/accounts/progress')).body).toMatchObject({ sources: [] });
  });

  test('what is not whole says why, and what can be done about it', async () => {
    const { store, agent, link } = await setUp();
    const account = await link();
    await store.putAccount({
      ...account,
      lastTriedAt: '2026-11-21T09:00:00.000Z',
      lastSuccessAt: '2026-11-21T09:00:00.000Z',
      outcomes: [
        { type: 'Goal', state: 'refused', received: 0, reason: 'They <said> no.' },
        { type: 'Condition', state: 'nothing-there', received: 0, reason: undefined },
      ],
    });
    const { text } = await agent.get('/accounts');
    expect(text).toContain('1 of 2 kinds of data are not complete.');
    expect(text).toContain('<bdi lang="en-GB">They &lt;said&gt; no.</bdi>');
    expect(text).toContain('sign in there again and allow it');
    expect(text).not.toContain('role="status"');
    const inEnglish = await agent.get('/accounts/progress');
    expect(inEnglish.body).toMatchObject({
      sources: [{ said: expect.stringMatching(/: Linked\. 1 of 2 kinds of data are not complete\.$/) as unknown }],
      ended: { said: 'Reading has ended.' },
    });
    for (const [language, end] of [
      ['ur', '۔'],
      ['cy', '.'],
      ['pl', '.'],
    ] as const) {
      const told = await agent.get('/accounts/progress').set('Accept-Language', language);
      const { sources, ended } = told.body as { sources: { said: string }[]; ended: { said: string } };
      expect([...sources, ended].filter(({ said }) => !said.endsWith(end))).toEqual([]);
    }
  });
});

describe('the home page', () => {
  test('says what comes first, and which accounts need the person', async () => {
    const { store, agent, link } = await setUp();
    expect((await agent.get('/home')).text).toContain('No account is linked yet.');
    const account = await link();
    await store.putAccount({ ...account, state: 'needs-sign-in' });
    const { text } = await agent.get('/home');
    expect(text).not.toContain('No account is linked yet.');
    expect(text).toContain('1 account needs you.');
  });
});

describe('unlinking', () => {
  test('is asked first; what is not linked cannot be unlinked', async () => {
    const { agent, csrf, link, store, person } = await setUp();
    await agent.get('/link/hospital/unlink').expect(404);
    await agent.get('/link/nowhere/unlink').expect(404);
    await agent.post('/link/hospital/unlink').type('form').send({ csrf, shown: person.id }).expect(404);
    await link();
    const { text } = await agent.get('/link/hospital/unlink').expect(200);
    expect(text).toContain('What is deleted here');
    expect(await store.listAccounts(person.id)).toHaveLength(1);
    await agent.post('/link/hospital/unlink').type('form').send({ csrf, shown: 'someone-else' }).expect(409);
    await agent.post('/link/hospital/unlink').type('form').send({ csrf, shown: person.id }).expect(303);
    expect(await store.listAccounts(person.id)).toEqual([]);
  });
});
