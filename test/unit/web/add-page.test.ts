/** "Add my own" over HTTP with real stores: what is typed is kept, once, or shown again with every fault. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { entries, formAt, hidden, MEDICINE, setUp } from './entry-forms.ts';
import { signIn } from './web-stage.ts';

describe('adding a medicine', () => {
  test('keeps what was typed, partial dates too, and shows it', async () => {
    const stage = await setUp();
    const { page, fields } = await formAt(stage.agent, '/add/medicine?sort=supplement');
    expect(page.text).toMatch(/value="supplement" checked/);
    const typed = { 'text-dose': '1 drop', 'text-what': 'tired', 'text-since-month': '5', 'text-since-year': '2024' };
    const sent = await stage.agent
      .post('/add/medicine')
      .type('form')
      .send({ ...fields, ...MEDICINE, ...typed });
    expect([sent.status, sent.get('Location')]).toEqual([303, '/add?told=medicine']);
    const shown = await stage.agent.get('/add?told=medicine').expect(200);
    for (const text of ['The medicine is saved.', 'Ferrowick 5 mg', '1 drop', 'tired', 'May 2024']) {
      expect(shown.text).toContain(text);
    }
    expect((await entries(stage, page))[0]?.content).toEqual({
      kind: 'medicine',
      name: 'Ferrowick 5 mg',
      dose: '1 drop',
      what: 'tired',
      since: '2024-05',
      use: 'regular',
      sort: 'supplement',
    });
  });

  test('sent twice it is added once', async () => {
    const stage = await setUp();
    const { page, fields } = await formAt(stage.agent, '/add/medicine');
    const both = await Promise.all(
      [1, 2].map(() =>
        stage.agent
          .post('/add/medicine')
          .type('form')
          .send({ ...fields, ...MEDICINE }),
      ),
    );
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await entries(stage, page)).toHaveLength(1);
  });

  test.each([[{}], [{ use: 'unsaid' }]])('how it is taken need not be said: %j', async (said) => {
    const stage = await setUp();
    const { page, fields } = await formAt(stage.agent, '/add/medicine');
    const medicine = { 'text-name': MEDICINE['text-name'], sort: MEDICINE.sort };
    const answer = await stage.agent
      .post('/add/medicine')
      .type('form')
      .send({ ...fields, ...medicine, ...said });
    expect(answer.status).toBe(303);
    const [entry] = await entries(stage, page);
    expect(entry?.content).toMatchObject({ kind: 'medicine', name: 'Ferrowick 5 mg' });
    expect(entry?.content).not.toHaveProperty('use', expect.anything());
  });

  test('all faults are told at once with a link to each field, and everything typed is still there', async () => {
    const stage = await setUp();
    const { page, fields } = await formAt(stage.agent, '/add/medicine');
    const typed = { 'text-name': '', 'text-dose': 'a\u202Eb', 'text-what': 'x'.repeat(301), 'text-since-day': '31' };
    const date = { 'text-since-month': '2', 'text-since-year': '2024' };
    const answer = await stage.agent
      .post('/add/medicine')
      .type('form')
      .send({ ...fields, ...typed, ...date });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('<title>Problem: Add a medicine');
    for (const field of ['text-name', 'sort', 'text-dose', 'text-what', 'text-since-day']) {
      expect(answer.text).toContain(`href="#${field}"`);
      expect(answer.text).toMatch(new RegExp(`id="${field}"`));
    }
    expect(answer.text).toContain('x'.repeat(301));
    expect(answer.text).toContain('value="31"');
    expect(hidden(answer, 'id')).toBe(fields['id']);
    // What turns the text around is not sent back either.
    expect(answer.text).not.toContain('\u202E');
    expect(await entries(stage, page)).toEqual([]);
  });

  test.each([
    ['text-since-year', { 'text-since-year': '24' }],
    ['a day without a month', { 'text-since-day': '4', 'text-since-year': '2024' }],
    ['a month alone', { 'text-since-month': '4' }],
    ['tomorrow', { 'text-since-day': '22', 'text-since-month': '11', 'text-since-year': '2026' }],
    ['next year', { 'text-since-year': '2027' }],
    ['words', { 'text-since-year': 'last' }],
  ])('%s is no date', async (_what, date) => {
    const stage = await setUp();
    const { page, fields } = await formAt(stage.agent, '/add/medicine');
    await stage.agent
      .post('/add/medicine')
      .type('form')
      .send({ ...fields, ...MEDICINE, ...date })
      .expect(400);
    expect(await entries(stage, page)).toEqual([]);
  });

  test.each(['\u0000', 'a\u001B[31mb', '\u2067a', 'a\uFFFE', 'x'.repeat(201), '   ', '\u200B\u2060'])(
    'the name %j is refused',
    async (name) => {
      const stage = await setUp();
      const { page, fields } = await formAt(stage.agent, '/add/medicine');
      await stage.agent
        .post('/add/medicine')
        .type('form')
        .send({ ...fields, ...MEDICINE, 'text-name': name })
        .expect(400);
      expect(await entries(stage, page)).toEqual([]);
    },
  );

  test('markup is text, on the list and in the form', async () => {
    const stage = await setUp();
    const { page, fields } = await formAt(stage.agent, '/add/medicine');
    const name = `<script>alert(1)</script>"'&`;
    await stage.agent
      .post('/add/medicine')
      .type('form')
      .send({ ...fields, ...MEDICINE, 'text-name': name })
      .expect(303);
    const list = await stage.agent.get('/add').expect(200);
    expect(list.text).not.toContain('<script>alert');
    expect(list.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    const [entry] = await entries(stage, page);
    const form = await stage.agent.get(`/add/medicine?of=${entry?.id ?? ''}`).expect(200);
    expect(form.text).not.toContain('<script>alert');
    expect(form.text).toContain('value="&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"');
  });

  test('far too much text loses nothing of the form either', async () => {
    const stage = await setUp();
    const { fields } = await formAt(stage.agent, '/add/medicine');
    const name = '\u{1F48A}'.repeat(1_500);
    const answer = await stage.agent
      .post('/add/medicine')
      .type('form')
      .send({ ...fields, ...MEDICINE, 'text-name': name });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(name);
  });
});

describe('changing and taking back', () => {
  async function withMedicine() {
    const stage = await setUp();
    const { page, fields } = await formAt(stage.agent, '/add/medicine');
    await stage.agent
      .post('/add/medicine')
      .type('form')
      .send({ ...fields, ...MEDICINE })
      .expect(303);
    return {
      ...stage,
      page,
      id: fields['id'] ?? '',
      held: async () => (await entries(stage, page)).filter(({ withdrawnAt }) => withdrawnAt === undefined),
    };
  }

  test('a change takes the place of the entry', async () => {
    const { agent, id, held } = await withMedicine();
    const form = await formAt(agent, `/add/medicine?of=${id}`);
    expect(form.page.text).toContain('value="Ferrowick 5 mg"');
    expect(form.fields['replaces']).toBe(id);
    await agent
      .post('/add/medicine')
      .type('form')
      .send({ ...form.fields, ...MEDICINE, 'text-name': 'Ferrowick 10 mg' })
      .expect(303);
    expect((await held()).map(({ content }) => content)).toMatchObject([{ name: 'Ferrowick 10 mg' }]);
  });

  test('a page of before the change does nothing, says so, keeps what was typed, and can add it as new', async () => {
    const { agent, id, held } = await withMedicine();
    const [first, second] = [
      await formAt(agent, `/add/medicine?of=${id}`),
      await formAt(agent, `/add/medicine?of=${id}`),
    ];
    await agent
      .post('/add/medicine')
      .type('form')
      .send({ ...first.fields, ...MEDICINE, 'text-name': 'One' })
      .expect(303);
    const stale = await agent
      .post('/add/medicine')
      .type('form')
      .send({ ...second.fields, ...MEDICINE, 'text-name': 'Two' });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('changed or taken back in another window');
    expect(stale.text).toContain('value="Two"');
    expect((await held()).map(({ content }) => content)).toMatchObject([{ name: 'One' }]);
    const again = { ...second.fields, id: hidden(stale, 'id'), replaces: hidden(stale, 'replaces') };
    await agent
      .post('/add/medicine')
      .type('form')
      .send({ ...again, ...MEDICINE, 'text-name': 'Two' })
      .expect(303);
    expect((await held()).map(({ content }) => (content.kind === 'medicine' ? content.name : '')).toSorted()).toEqual([
      'One',
      'Two',
    ]);
  });

  test('is taken back once, shown as taken back, and can be added again', async () => {
    const { agent, id, held, page } = await withMedicine();
    const post = () =>
      agent
        .post('/add/take-back')
        .type('form')
        .send({ csrf: hidden(page, 'csrf'), shown: hidden(page, 'shown'), entry: id });
    expect((await post()).get('Location')).toBe('/add?told=taken-back');
    expect((await post()).get('Location')).toBe('/add?told=already');
    expect(await held()).toEqual([]);
    const list = await agent.get('/add').expect(200);
    expect(list.text).toContain('1 thing that was taken back');
    const again = await formAt(agent, `/add/medicine?of=${id}`);
    expect(again.fields['replaces']).toBe('');
    await agent
      .post('/add/medicine')
      .type('form')
      .send({ ...again.fields, ...MEDICINE })
      .expect(303);
    expect(await held()).toHaveLength(1);
  });

  test('what is somebody else’s, of another kind or nobody’s is not found, and nothing is learned', async () => {
    const { app, agent, id, held } = await withMedicine();
    const other = await signIn(app, 'bea');
    const own = await formAt(other.agent, '/add/medicine');
    const fields = { csrf: other.csrf, shown: own.fields['shown'], entry: id };
    const texts = await Promise.all(
      [id, randomUUID()].map(async (of) => {
        const form = await other.agent.get(`/add/medicine?of=${of}`).expect(404);
        const post = await other.agent
          .post('/add/take-back')
          .type('form')
          .send({ ...fields, entry: of })
          .expect(404);
        const change = { ...MEDICINE, csrf: other.csrf, shown: own.fields['shown'], id: randomUUID(), replaces: of };
        const changed = await other.agent.post('/add/medicine').type('form').send(change).expect(404);
        return [form, post, changed].map(({ text }) =>
          text.replaceAll(/value="[\w-]+"|nonce="[^"]+"|[0-9a-f-]{36}/g, ''),
        );
      }),
    );
    expect(texts[0]).toEqual(texts[1]);
    await agent.get(`/add/allergy?of=${id}`).expect(404);
    expect(await held()).toHaveLength(1);
  });

  test('without the session’s token nothing is done, and an id that is none is refused', async () => {
    const { agent, id, held, page } = await withMedicine();
    await agent
      .post('/add/take-back')
      .type('form')
      .send({ shown: hidden(page, 'shown'), entry: id })
      .expect(403);
    const { fields } = await formAt(agent, '/add/medicine');
    await agent
      .post('/add/medicine')
      .type('form')
      .send({ ...fields, ...MEDICINE, id: '../x' })
      .expect(400);
    expect(await held()).toHaveLength(1);
  });
});

describe('adding an allergy', () => {
  test('keeps what was typed, and tells every fault', async () => {
    const stage = await setUp();
    const { page, fields } = await formAt(stage.agent, '/add/allergy');
    const faulty = await stage.agent
      .post('/add/allergy')
      .type('form')
      .send({ ...fields, 'text-reaction': 'x'.repeat(301) });
    expect(faulty.status).toBe(400);
    for (const field of ['text-name', 'sort', 'text-reaction']) expect(faulty.text).toContain(`href="#${field}"`);
    const typed = { 'text-name': 'Nuts', sort: 'intolerance', 'text-reaction': '' };
    await stage.agent
      .post('/add/allergy')
      .type('form')
      .send({ ...fields, ...typed })
      .expect(303);
    expect((await entries(stage, page)).map(({ content }) => content)).toEqual([
      { kind: 'allergy', name: 'Nuts', sort: 'intolerance' },
    ]);
    expect((await stage.agent.get('/add').expect(200)).text).toContain('I cannot take it for another reason');
  });
});
