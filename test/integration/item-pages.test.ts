/** My medicines and the page of one item over HTTP: read, part, join, undo, own words; stale pages, double posts, bad input, other people's items. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHarness, type Harness, type Visitor } from './app-harness.ts';
import { choice, formOf, itemStage, links, type ItemStage } from './item-stage.ts';

let harness: Harness;
let stage: ItemStage;
let zofia: Visitor;
let rhiannon: Visitor;

beforeAll(async () => {
  harness = await startHarness({ settings: { freshForMs: 3_600_000 } });
  stage = itemStage(harness);
  [zofia, rhiannon] = [harness.visit('zofia'), harness.visit('rhiannon')];
  await Promise.all([zofia.linkAll('gp', 'hospital', 'specialist'), rhiannon.linkAll('gp', 'hospital')]);
});
afterAll(() => harness.close());

const SURGERY = 'Harbour Lane Surgery';
const HOSPITAL = 'St Invented’s Hospital portal';

describe('my medicines', () => {
  test('name every medicine once, with the sources by their titles and their own words', async () => {
    const page = await zofia.page('/medicines');
    const names = links(page).map(([, name]) => name);
    expect(names).toContain('Amlodipine');
    expect(names.filter((name) => name.startsWith('Metformin'))).toEqual(['Metformin 500 mg tablets']);
    expect(page).toContain('Amlodipine 10mg tablets');
    expect(page).toContain('Amlodipine 5mg tablets');
    expect(page).toContain(SURGERY);
    expect(page).not.toMatch(/sources differ|not the same in every source|gp: |hospital: /);
    expect(page).toContain('We may not have everything');
  });

  test('can be chosen from and sorted by the address alone; what is not understood asks for nothing', async () => {
    const all = links(await zofia.page('/medicines')).length;
    const differing = await zofia.page('/medicines?standing=differs');
    expect(links(differing).length).toBeLessThan(all);
    expect(links(differing).map(([, name]) => name)).toContain('Amlodipine');
    expect(differing).not.toContain('The places agree</span>');
    const found = await zofia.page('/medicines?search=TABLETS+amlo');
    expect(links(found).map(([, name]) => name)).toEqual(['Amlodipine']);
    const past = links(await zofia.page('/medicines?use=past')).map(([, name]) => name);
    expect(past).toContain('Aspirin 75mg dispersible tablets');
    expect(past).not.toContain('Amlodipine');
    expect(links(await zofia.page('/medicines?source=specialist')).length).toBeLessThan(all);
    expect(links(await zofia.page('/medicines?standing=x&use[]=past&sort=%00&source=%2E%2E')).length).toBe(all);
    const none = await zofia.page('/medicines?search=%3Cscript%3Ealert(1)%3C/script%3E');
    expect(none).toContain('value="&lt;script&gt;');
    expect(links(none)).toEqual([]);
  });

  test('the page that was here before leads to them', async () => {
    const response = await stage.open(zofia, '/record');
    expect(response.path).toBe('/medicines');
  });
});

describe('one item', () => {
  test('shows every record that it is made of, its origin, as received and escaped', async () => {
    const path = await stage.pathOf(zofia, '/medicines', 'Metformin 500 mg tablets');
    const page = await zofia.page(path);
    expect(page).toContain(`${HOSPITAL}</bdi> says this itself.`);
    expect(page).toContain('A copy does not count as one more place that says so.');
    expect(page).toContain('&quot;resourceType&quot;: &quot;MedicationRequest&quot;');
    expect(page).toContain('They have the same active drug');
  });

  test.each([
    ['/conditions', 'conditions'],
    ['/allergies', 'allergies'],
  ])('of %s has a page too', async (list, folder) => {
    const [first] = links(await zofia.page(list));
    const page = await zofia.page(first?.[0] ?? '');
    expect(first?.[0]).toMatch(new RegExp(`^/${folder}/`));
    expect(page).toContain('What it is made of');
    expect(page).toContain('Show the record as it was sent');
  });

  test('tells when and why a place stopped it', async () => {
    const page = await zofia.page(await stage.pathOf(zofia, '/medicines', 'Omeprazole 20mg gastro-resistant capsules'));
    expect(page).toContain('Is it taken now? (the places differ)');
    expect(page).toContain('no, it was stopped');
  });
});

describe('parting and joining', () => {
  test('a record is parted from an item with a reason, once however often it is sent, and comes back', async () => {
    const path = await stage.pathOf(zofia, '/medicines', 'Amlodipine');
    const page = await zofia.page(path);
    const fields = { record: choice(page, 'Amlodipine 5mg'), 'text-reason': 'Two <b>different</b> ones' };
    const [one, two] = await Promise.all([
      stage.send(zofia, page, `${path}/apart`, fields),
      stage.send(zofia, page, `${path}/apart`, fields),
    ]);
    for (const response of [one, two, await stage.send(zofia, page, `${path}/apart`, fields)]) {
      expect(response.status).toBe(200);
      expect(response.text).toContain('They are parted. You can undo this below.');
    }
    expect(await stage.heldDecisions(zofia)).toMatchObject([{ kind: 'not-same', reason: 'Two <b>different</b> ones' }]);
    const names = links(await zofia.page('/medicines')).map(([, name]) => name);
    expect(names).toContain('Amlodipine 10mg tablets');
    expect(names).toContain('Amlodipine 5mg tablets');

    const parted = await stage.pathOf(zofia, '/medicines', 'Amlodipine 10mg tablets');
    const told = await zofia.page(parted);
    expect(told).toContain('Two &lt;b&gt;different&lt;/b&gt; ones');
    expect(told).toContain('Zofia');
    const other = await stage.pathOf(zofia, '/medicines', 'Amlodipine 5mg tablets');
    expect(told).toMatch(new RegExp(`not the same as:\\s*<a href="${other}"><bdi[^>]*>Amlodipine 5mg tablets`));
    const undo = await stage.send(zofia, told, `${parted}/undo`, {});
    expect(undo.text).toContain('It is undone.');
    expect((await stage.send(zofia, told, `${parted}/undo`, {})).status).toBe(200);
    expect(await stage.heldDecisions(zofia)).toEqual([]);
    expect(links(await zofia.page('/medicines')).map(([, name]) => name)).toContain('Amlodipine');
  });

  test('two items are joined, the old addresses lead on, and after undoing the joined one shows both', async () => {
    const path = await stage.pathOf(zofia, '/medicines', 'water tablet');
    const other = await stage.pathOf(zofia, '/medicines', 'Furosemide 40mg tablets');
    const page = await zofia.page(path);
    // What may be the same comes first.
    expect(page).toMatch(/<option value="">[^<]*<\/option>\s*<option[^>]*>Furosemide 40mg tablets/);
    const fields = { other: choice(page, 'Furosemide 40mg') };
    const joined = await stage.send(zofia, page, `${path}/same`, fields);
    expect(joined.text).toContain('They are joined. You can undo this below.');
    const newPath = joined.path;
    expect([path, other]).not.toContain(newPath);
    expect((await stage.send(zofia, page, `${path}/same`, fields)).status).toBe(200);
    expect(await stage.heldDecisions(zofia)).toHaveLength(1);
    for (const old of [path, other]) {
      const led = await stage.open(zofia, old);
      expect(led.path).toBe(newPath);
      expect(led.text).toContain('What you looked for is now part of this page.');
    }
    const undone = await stage.send(zofia, await zofia.page(newPath), `${newPath}/undo`, {});
    const choices = undone.text;
    expect(choices).toContain('This has moved');
    expect(choices).toContain(`href="${path}"`);
    expect(choices).toContain(`href="${other}"`);
    expect(await stage.heldDecisions(zofia)).toEqual([]);
  });

  test('what one source ties together is not parted, and nothing is left behind', async () => {
    const before = await stage.decisions(zofia);
    const path = await stage.pathOf(zofia, '/medicines', 'Doxazosin 4mg tablets');
    const page = await zofia.page(path);
    // The source's links leave nothing to choose, so the form is made up.
    const shown = formOf(page, `${path}/note`);
    const record = /href="\/other\/(Medication[^"]+)"/.exec(page)?.[1] ?? '';
    const response = await stage.send(zofia, page, `${path}/apart`, { ...shown, record });
    expect(response.status).toBe(409);
    expect(response.text).toContain('These cannot be parted.');
    expect(await stage.decisions(zofia)).toEqual(before);
  });

  test('a page that is out of date does nothing, says so and keeps what was typed', async () => {
    const path = await stage.pathOf(zofia, '/medicines', 'Amlodipine');
    const page = await zofia.page(path);
    const fields = { record: choice(page, 'Amlodipine 5mg') };
    const meanwhile = await stage.send(zofia, page, `${path}/apart`, fields);
    expect(meanwhile.status).toBe(200);
    const before = [await stage.decisions(zofia), await stage.entries(zofia)];

    const stale = await stage.send(zofia, page, `${path}/same`, {
      other: choice(page, 'water tablet'),
      'text-reason': 'kept me',
    });
    expect(stale.status).toBe(409);
    const text = stale.text;
    expect(text).toContain('Nothing was done.');
    expect(text).toContain('kept me</textarea>');
    const note = await stage.send(zofia, page, `${path}/note`, { 'text-note': 'my long note' });
    expect(note.status).toBe(409);
    expect(note.text).toContain('my long note</textarea>');
    expect([await stage.decisions(zofia), await stage.entries(zofia)]).toEqual(before);

    const parted = meanwhile.path;
    await stage.send(zofia, await zofia.page(parted), `${parted}/undo`, {});
  });
});

describe('own words', () => {
  test('how a medicine is taken stands in the list, once however often it is sent, until it is taken back', async () => {
    const path = await stage
      .pathOf(zofia, '/medicines', 'Atorvastatin 20 mg tablets')
      .catch(() => stage.pathOf(zofia, '/medicines', 'Atorvastatin 20mg tablets'));
    const page = await zofia.page(path);
    const fields = { how: 'not-taken', 'text-reason': 'It gave me\r\ncramps' };
    for (let time = 0; time < 2; time++)
      expect((await stage.send(zofia, page, `${path}/taking`, fields)).text).toContain('Your words are saved.');
    expect((await stage.entries(zofia)).filter(({ content }) => content.kind === 'taking')).toHaveLength(1);
    const list = await zofia.page('/medicines');
    expect(list).toContain('Own note: not taken.');
    expect(list).toContain('It gave me\ncramps');

    const again = await zofia.page(path);
    await stage.send(zofia, again, `${path}/taking`, { how: 'differently', 'text-reason': 'Every other day' });
    const held = (await stage.entries(zofia)).filter(({ withdrawnAt }) => withdrawnAt === undefined);
    expect(held.map(({ content }) => content)).toMatchObject([{ how: 'differently', reason: 'Every other day' }]);

    const unsure = await zofia.page(path);
    await stage.send(zofia, unsure, `${path}/taking`, { how: 'unsaid', 'text-reason': '' });
    expect(await zofia.page('/medicines')).toContain('Own note: it is not said how it is taken.');
    expect(await zofia.page('/questions')).toContain('how should I take it?');

    const last = await zofia.page(path);
    expect((await stage.send(zofia, last, `${path}/take-back`, {})).text).toContain('It is taken back.');
    expect((await stage.send(zofia, last, `${path}/take-back`, {})).status).toBe(200);
    expect(await zofia.page('/medicines')).not.toContain('Every other day');
    expect(await zofia.page(path)).toContain('took those words back');
  });

  test.each(['/conditions', '/allergies'])(
    'a note stands in its row of %s, and goes when it is taken back',
    async (list) => {
      const [first] = links(await zofia.page(list));
      const path = first?.[0] ?? '';
      await stage.send(zofia, await zofia.page(path), `${path}/note`, { 'text-note': 'Ask about this <soon>' });
      expect(await zofia.page(path)).toMatch(/wrote a note – <bdi[^<]*<\/bdi>: <bdi[^>]*>Ask about this/);
      expect(await zofia.page(list)).toContain('Ask about this &lt;soon&gt;');
      await stage.send(zofia, await zofia.page(path), `${path}/take-back`, {});
      expect(await zofia.page(list)).not.toContain('Ask about this');
    },
  );

  test('a note goes with its records into whatever they are joined to', async () => {
    const path = await stage.pathOf(zofia, '/medicines', 'water tablet');
    const page = await zofia.page(path);
    await stage.send(zofia, page, `${path}/note`, { 'text-note': 'The small white one' });
    const joined = await stage.send(zofia, await zofia.page(path), `${path}/same`, {
      other: choice(page, 'Furosemide 40mg'),
    });
    expect(joined.text).toContain('The small white one');
    const newPath = joined.path;
    const shown = await zofia.page(newPath);
    await stage.send(zofia, shown, `${newPath}/take-back`, {});
    await stage.send(zofia, shown, `${newPath}/undo`, {});
  });
});

describe('bad input', () => {
  test.each([
    ['nothing chosen', 'apart', {}, 'Choose one.'],
    ['nothing chosen', 'same', {}, 'Choose one.'],
    ['nothing chosen', 'taking', {}, 'Choose one.'],
    ['nothing typed', 'note', { 'text-note': ' \n ' }, 'Write your note first.'],
    ['too long', 'note', { 'text-note': 'م'.repeat(2_001) }, 'That is too long.'],
    ['a control character', 'note', { 'text-note': 'a\u0007b' }, 'There are signs in it that cannot be kept.'],
    ['a right-to-left override', 'note', { 'text-note': 'a\u202Eb' }, 'There are signs in it that cannot be kept.'],
  ] as const)('%s in the form %s is told and nothing is kept', async (_what, form, fields, words) => {
    const before = [await stage.decisions(zofia), await stage.entries(zofia)];
    const path = await stage.pathOf(zofia, '/medicines', 'Amlodipine');
    const { status, text } = await stage.send(zofia, await zofia.page(path), `${path}/${form}`, fields);
    expect(status).toBe(400);
    expect(text).toContain('There is a problem');
    expect(text).toContain(words);
    expect([await stage.decisions(zofia), await stage.entries(zofia)]).toEqual(before);
  });

  test('a reason with markup or too long comes back as typed', async () => {
    const path = await stage.pathOf(zofia, '/medicines', 'Amlodipine');
    const page = await zofia.page(path);
    const reason = `<img src=x onerror=alert(1)>${'x'.repeat(2_001)}`;
    const response = await stage.send(zofia, page, `${path}/apart`, {
      record: choice(page, 'Amlodipine 5mg'),
      'text-reason': reason,
    });
    expect(response.status).toBe(400);
    expect(response.text).toContain('&lt;img src=x onerror=alert(1)&gt;xxx');
  });

  test.each(['apart', 'same', 'undo', 'taking', 'note', 'take-back'])(
    '%s without the token of the session does nothing',
    async (form) => {
      const path = await stage.pathOf(zofia, '/medicines', 'Amlodipine');
      const page = await zofia.page(path);
      const body = { ...formOf(page, `${path}/note`), csrf: 'x' };
      const response = await stage.open(zofia, `${path}/${form}`, body);
      expect(response.status).toBe(403);
    },
  );
});

describe('an item of somebody else', () => {
  test('is not there, whatever is asked of it', async () => {
    const theirs = await stage.pathOf(rhiannon, '/medicines', 'Ibuprofen 400mg tablets');
    const page = await rhiannon.page(theirs);
    const own = await stage.pathOf(zofia, '/medicines', 'Amlodipine');
    const ownForm = formOf(await zofia.page(own), `${own}/note`);
    const get = await stage.open(zofia, theirs);
    expect(get.status).toBe(404);
    expect(get.text).not.toContain('Ibuprofen');
    const fields = { ...ownForm, id: randomUUID(), how: 'not-taken', 'text-note': 'x' };
    const stamp = formOf(page, `${theirs}/note`)['stamp'] ?? '';
    for (const form of ['taking', 'note', 'apart', 'same']) {
      const body = { ...fields, stamp, record: 'MedicationStatement/x', other: 'MedicationStatement/y z' };
      const response = await stage.open(zofia, `${theirs}/${form}`, body);
      expect(response.status, form).toBe(404);
    }
    expect(await stage.entries(rhiannon)).toEqual([]);
  });

  test('nor are what they decided and wrote', async () => {
    const theirs = await stage.pathOf(rhiannon, '/medicines', 'Ibuprofen 400mg tablets');
    await stage.send(rhiannon, await rhiannon.page(theirs), `${theirs}/note`, { 'text-note': 'mine alone' });
    const [entry] = await stage.entries(rhiannon);
    const own = await stage.pathOf(zofia, '/medicines', 'Amlodipine');
    const page = await zofia.page(own);
    const form = formOf(page, `${own}/note`);
    for (const [action, fields] of [
      ['take-back', { entry: entry?.id ?? '' }],
      ['undo', { decision: randomUUID() }],
    ] as const) {
      const body = { ...form, ...fields };
      const response = await stage.open(zofia, `${own}/${action}`, body);
      expect(response.status).toBe(404);
    }
    expect((await stage.entries(rhiannon)).map(({ withdrawnAt }) => withdrawnAt)).toEqual([undefined]);
  });

  test.each(['/medicines/nobody', '/conditions/%00', '/allergies/..%2F..%2Fetc', `/medicines/${'a'.repeat(500)}`])(
    '%s is not found',
    async (path) => {
      const response = await stage.open(zofia, path);
      expect(response.status).toBe(404);
    },
  );
});
