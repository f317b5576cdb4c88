import express from 'express';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import type { GatewayError } from '../../../src/errors.ts';
import type { ConsentQuestion } from '../../../src/ports/app-authorization.ts';
import { beginSignIn } from '../../../src/web/sign-in/begin-sign-in.ts';
import type { WebDeps } from '../../../src/web/web-deps.ts';
import { createFakeSource } from '../services/fake-source.ts';
import { linkedAccount } from '../services/make-context.ts';
import { createFakeApps, question, QUESTION_COOKIE, type FakeApps } from './fake-apps.ts';
import { csrfOf, MILO, setWebStage, signIn, unmarked } from './web-stage.ts';

const PATH = '/apps/authorize/q1';
const SCOPE = 'launch/patient patient/MedicationStatement.rs patient/Condition.rs';

async function setUp(asked: ConsentQuestion = question(SCOPE)) {
  const sources = ['hospital', 'gp', 'clinic'].map(createFakeSource);
  let apps: FakeApps | undefined;
  const stage = await setWebStage(sources, { apps: (services) => (apps = createFakeApps(services, asked)) });
  if (apps === undefined) throw new Error('no apps');
  return { ...stage, apps, sources };
}

type Stage = Awaited<ReturnType<typeof setUp>>;

/** Signed in, holding the question, accounts at the first two sources linked. */
async function atThePage(stage: Stage) {
  const { agent } = await signIn(stage.app);
  const actor = await stage.services.store.findPersonByIdentity({ issuer: 'https://sign-in.example', sub: 'ada' });
  if (actor === undefined) throw new Error('nobody');
  for (const source of stage.sources.slice(0, 2)) await linkedAccount(stage.services, actor, source);
  agent.set('Cookie', QUESTION_COOKIE);
  const page = await agent.get(PATH).expect(200);
  const fields = {
    csrf: csrfOf(page.text),
    subject: actor.id,
    shown: actor.id,
    data: ['0', '1'],
    source: ['hospital', 'gp'],
    later: 'yes',
  };
  const answer = (changed: Record<string, unknown>) =>
    agent
      .post(PATH)
      .type('form')
      .send({ ...fields, ...changed });
  return { agent, actor, page, fields, answer };
}

describe('the way to sign in and back', () => {
  test('leads to the question and nowhere else', async () => {
    const { app, signIns } = await setUp();
    const agent = request.agent(app).set('Cookie', QUESTION_COOKIE);
    await agent.get(PATH).expect(303).expect('Location', 'https://sign-in.example/authorize');
    await agent.get('/sign-in/callback?code=c&state=s').expect(303).expect('Location', PATH);
    await agent.get(PATH).expect(200);
    expect(signIns).toEqual([{ askAgain: false }]);
  });

  test('is not begun for the question of another browser, for none, or under a wrong address', async () => {
    const { app, signIns } = await setUp();
    await request(app).get(PATH).expect(410);
    await request(app).get('/apps/authorize/other').set('Cookie', QUESTION_COOKIE).expect(410);
    await request(app).get('/apps/authorize/%2F%2Fevil.example').set('Cookie', QUESTION_COOKIE).expect(410);
    expect(signIns).toEqual([]);
  });

  test('is offered again where signing in did not work', async () => {
    const { app, signIns } = await setUp();
    const agent = request.agent(app).set('Cookie', QUESTION_COOKIE);
    await agent.get(PATH).expect(303);
    const failed = await agent.get('/sign-in/callback?error=access_denied&state=s').expect(401);
    expect(failed.text).toContain('Signing in did not work');
    expect(failed.text).toContain(`href="${PATH}?again=yes"`);
    await agent.get(`${PATH}?again=yes`).expect(303);
    expect(signIns).toEqual([{ askAgain: false }, { askAgain: true }]);
    await agent.get('/sign-in/callback?code=c&state=s').expect(303).expect('Location', PATH);
  });

  test('leads to no path but that of a question', async () => {
    const { services } = await setUp();
    const deps = { services, settings: { publicUrl: 'http://127.0.0.1:3000' }, signIn: {} } as unknown as WebDeps;
    const app = express().get('/begin', async (asked, response) => {
      const returnTo = new URLSearchParams(asked.url.split('?')[1]).get('to') ?? '';
      const end = (error: unknown) => response.json({ refused: (error as GatewayError).code });
      await beginSignIn(deps, response, { returnTo, askAgain: false }).catch(end);
    });
    for (const path of [
      '//evil.example',
      '/apps/authorize/',
      '/apps/authorize/a/b',
      '/apps/authorize/a?b',
      '/record',
    ]) {
      await request(app).get('/begin').query({ to: path }).expect({ refused: 'bad-request' });
    }
  });

  test('what an address brings along is no way back', async () => {
    const { app } = await setUp();
    const agent = request.agent(app).set('Cookie', QUESTION_COOKIE);
    await agent.get(`/sign-in?returnTo=${encodeURIComponent(PATH)}`).expect(303);
    await agent.get(`/sign-in/callback?code=c&state=s&returnTo=//evil.example`).expect('Location', '/home');
  });
});

describe('the question', () => {
  test('says who asks, for what, from where and how long, in words', async () => {
    const { page } = await atThePage(await setUp());
    for (const words of [
      'Let “Walks &amp; Weights” read your record?',
      'You are signed in as Ada &lt;b&gt;Okafor&lt;/b&gt;.',
      'The people who run this service put the app on our list.',
      'href="https://walks.example/" target="_blank" rel="noopener noreferrer"',
      '      Medicines\n',
      'This list is made from prescriptions, lists of medicines and medicines given out.',
      '      Conditions\n',
      'The hospital',
      'The gp',
      'Places linked later too',
      'For one hour',
    ]) {
      expect(unmarked(page.text)).toContain(words);
    }
    expect(page.text).not.toContain('The clinic');
    expect(page.text).not.toContain('Nobody here has checked');
    expect(page.text).not.toContain('Whose record');
    expect(page.text.match(/type="checkbox"/g)).toHaveLength(5);
    expect(page.text.match(/ checked/g)).toHaveLength(5);
    expect(page.text).not.toMatch(/MedicationStatement|launch\/patient|which kinds/);
  });

  test('an account that nobody has confirmed is no source yet', async () => {
    const stage = await setUp();
    const { agent, actor } = await atThePage(stage);
    const [account] = await stage.services.store.listAccounts(actor.id);
    if (account === undefined) throw new Error('nothing is linked');
    await stage.services.store.putAccount({ ...account, state: 'awaiting-confirmation' });
    const { text } = await agent.get(PATH).expect(200);
    expect(text).not.toContain(`name="source" id="source" value="${account.source}"`);
    expect(text.match(/name="source"/g)).toHaveLength(1);
  });

  test('an app that registered itself is warned of, and its name is text', async () => {
    const app = { clientId: 'x', name: '<script>alert(1)</script>\u202E{{ 7*7 }}', homePage: 'javascript:alert(1)' };
    const asked = question(`${SCOPE} offline_access openid`, {
      app: { ...app, policyPage: undefined, registeredBy: 'itself' },
    });
    const { page } = await atThePage(await setUp(asked));
    expect(page.text).toContain('Nobody here has checked this app');
    expect(page.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;{{ 7*7 }}');
    expect(page.text).not.toMatch(/<script>|javascript:|\u202E|put the app on our list/);
    expect(page.text).toContain('Until you stop it');
    expect(page.text).toContain('it is you who signed in');
  });

  test('is not kept, not framed, and its form leads back to the app only', async () => {
    const { page, agent } = await atThePage(await setUp());
    expect(page.get('Cache-Control')).toBe('no-store');
    expect(page.get('X-Frame-Options')).toBe('DENY');
    expect(page.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
    expect(page.get('Content-Security-Policy')).toMatch(/form-action 'self' https:\/\/walks\.example(;|$)/);
    expect((await agent.get('/apps')).get('Content-Security-Policy')).toMatch(/form-action 'self'(;|$)/);
  });
});

describe('the answer', () => {
  test('yes: kept as ticked, written down, and the browser goes on', async () => {
    const stage = await setUp();
    const { answer, actor } = await atThePage(stage);
    await answer({ decision: 'allow', data: '0', source: 'gp', later: '' })
      .expect(303)
      .expect('Location', 'http://127.0.0.1:3000/oauth/apps/authorize/q1');
    expect(stage.apps.answers).toEqual([
      {
        actorId: actor.id,
        subjectId: actor.id,
        scopes: ['launch/patient', 'patient/MedicationStatement.rs'],
        sources: ['gp'],
        until: '2026-11-21T10:00:00.000Z',
        signedInAtMs: expect.any(Number) as number,
      },
    ]);
    const [line] = await stage.services.store.listAudit(actor.id, { limit: 1 });
    expect(line).toMatchObject({ action: 'grant', outcome: 'success', agent: 'walks', sources: ['gp'] });
    await answer({ decision: 'allow' }).expect(410);
    expect(stage.apps.answers).toHaveLength(1);
  });

  test('no: the app is told, nothing is kept', async () => {
    const stage = await setUp();
    const { answer, actor } = await atThePage(stage);
    await answer({ decision: 'deny' }).expect(303).expect('Location', 'http://127.0.0.1:3000/oauth/refused');
    expect(stage.apps.refusals).toEqual(['q1']);
    expect(await stage.services.store.listAppGrants(actor.id)).toEqual([]);
    const [line] = await stage.services.store.listAudit(actor.id, { limit: 1 });
    expect(line).toMatchObject({ action: 'grant', outcome: 'refused', agent: 'walks' });
  });

  test('nothing ticked is said in words, and what was ticked stays so', async () => {
    const stage = await setUp();
    const { answer } = await atThePage(stage);
    const page = await answer({ decision: 'allow', data: [], source: 'gp', later: '' }).expect(400);
    expect(page.text).toContain('Tick at least one kind of data.');
    expect(page.text).toContain('<title>Problem: ');
    expect(page.text.match(/ checked/g)).toHaveLength(1);
    expect(page.text).toContain('href="#data"');
    expect(page.text).toContain('id="data"');
    expect(page.get('Content-Security-Policy')).toContain("form-action 'self' https://walks.example");
    expect(stage.apps.answers).toEqual([]);
  });

  test.each([
    ['without the token', { decision: 'allow', csrf: '' }, 403],
    ['with another token', { decision: 'allow', csrf: 'x' }, 403],
    ['a refusal without the token', { decision: 'deny', csrf: '' }, 403],
    ['signing out without the token', { decision: 'switch', csrf: '' }, 403],
    ['no decision', { decision: '' }, 400],
    ['both decisions', { decision: ['deny', 'allow'] }, 400],
    ['somebody else’s record', { decision: 'allow', subject: 'other', shown: 'other' }, 404],
    ['nobody’s record', { decision: 'allow', subject: '' }, 404],
  ])('%s counts for nothing', async (_, fields, status) => {
    const stage = await setUp();
    const { answer } = await atThePage(stage);
    await answer(fields).expect(status);
    expect(stage.apps.answers).toEqual([]);
    expect(stage.apps.refusals).toEqual([]);
  });

  test('after the session has ended: the way back, without loss', async () => {
    const stage = await setUp();
    const { answer, agent } = await atThePage(stage);
    stage.services.advance(61_000);
    const page = await answer({ decision: 'allow' }).expect(401);
    expect(page.text).toContain(`href="${PATH}"`);
    await agent.get(PATH).expect(303).expect('Location', 'https://sign-in.example/authorize');
    await agent.get('/sign-in/callback?code=c&state=s').expect(303).expect('Location', PATH);
    expect(stage.apps.answers).toEqual([]);
  });

  test('someone else may sign in and answer', async () => {
    const stage = await setUp();
    const { answer, agent } = await atThePage(stage);
    const page = await answer({ decision: 'switch' }).expect(200);
    expect(page.text).toContain(`href="${PATH}?again=yes"`);
    await agent.get('/accounts').expect(401);
    await agent.get(`${PATH}?again=yes`).expect(303);
    expect(stage.signIns.at(-1)).toEqual({ askAgain: true });
  });

  test('the session of the one before is over, wherever its cookie still is', async () => {
    const { app } = await setUp();
    const start = await request(app).get('/sign-in');
    const waiting = start.get('Set-Cookie')?.[0]?.split(';')[0] ?? '';
    const back = await request(app).get('/sign-in/callback?code=c&state=s').set('Cookie', waiting);
    const session = back.get('Set-Cookie')?.[1]?.split(';')[0] ?? '';
    const Cookie = `${session}; ${QUESTION_COOKIE}`;
    const csrf = csrfOf((await request(app).get(PATH).set({ Cookie }).expect(200)).text);
    await request(app).post(PATH).set({ Cookie }).type('form').send({ csrf, decision: 'switch' }).expect(200);
    await request(app).get('/accounts').set({ Cookie }).expect(401);
  });
});

describe('whose record', () => {
  async function withChild() {
    const stage = await setUp();
    const at = await atThePage(stage);
    await at.agent
      .post('/people/add')
      .type('form')
      .send({ csrf: at.fields.csrf, ...MILO })
      .expect(303);
    const acts = await stage.services.store.listRepresentations(at.actor.id);
    const childId = acts.find((item) => item.relationship === 'parent')?.subjectId ?? '';
    return { ...stage, ...at, childId };
  }

  test('is asked where there is a choice; the one looked at last is proposed', async () => {
    const { agent, childId } = await withChild();
    const page = await agent.get(PATH).expect(200);
    expect(unmarked(page.text)).toContain('Milo Okafor (you are their parent)');
    expect(page.text).toContain(`value="${childId}" checked`);
    expect(unmarked(page.text)).toContain('read the record of Milo Okafor?');
    expect(page.text).not.toContain('read your record');
    expect(page.text).toContain('No account is linked yet.');
  });

  test('what was ticked for one is never taken for another: the page is shown for them first', async () => {
    const { answer, apps, childId, actor } = await withChild();
    const shown = await answer({ decision: 'allow', subject: childId }).expect(200);
    expect(shown.text).toContain('The page now shows another person’s record');
    expect(shown.text).toContain(`name="shown" value="${childId}"`);
    expect(apps.answers).toEqual([]);
    const back = await answer({ decision: 'show', shown: childId }).expect(200);
    expect(back.text).toContain('read your record');
    expect(back.text).not.toContain('The page now shows');
    await answer({ decision: 'allow', subject: childId, shown: childId, source: [] }).expect(303);
    expect(apps.answers).toMatchObject([{ subjectId: childId, actorId: actor.id, sources: undefined }]);
  });
});

describe('what the person added themselves', () => {
  test('is a box of its own once there is something, and is shared only where it is ticked', async () => {
    const stage = await setUp();
    const { agent, actor, page, answer } = await atThePage(stage);
    expect(page.text).not.toContain('Added by hand');
    const allergy = { kind: 'allergy', name: 'Nuts', reaction: undefined, sort: 'allergy' } as const;
    const entry = { id: 'e1', content: allergy, actorId: actor.id, at: '2026-11-21T09:00:00.000Z' };
    await stage.services.store.addEntry(actor.id, entry);
    const asked = await agent.get(PATH).expect(200);
    expect(asked.text).toContain('Added by hand');
    await answer({ decision: 'allow', source: ['hospital', 'gp'], later: '' }).expect(303);
    expect(stage.apps.answers.at(-1)?.sources?.toSorted()).toEqual(['gp', 'hospital']);
  });
});
