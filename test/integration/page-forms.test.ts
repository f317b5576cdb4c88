/** Every form of the pages, as found on them, sent in every way that it should not be. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listEntries } from '../../src/services/own-entries.ts';
import { crawlPages, type CrawledPage } from '../support/pages/crawl-pages.ts';
import { formsOf, sentBy, type FormField, type PageForm } from '../support/pages/page-forms.ts';
import { startHarness, type Harness, type Visitor } from './app-harness.ts';

type Fields = readonly (readonly [string, string])[];

const MARKUP = `"><x-hostile onload=alert(1)></textarea></title><script>alert(1)</script>{{ 7771*7 }}`;
const HOSTILE = [
  MARKUP,
  'a\u0000b\u001b[2J\u0085',
  '\u202Egnp.exe\u2066',
  '\uD800',
  '🙂'.repeat(60),
  "' or 1=1 --",
  '%s%n',
];
/** Under the limit of a form, over that of any field. */
const TOO_LONG = 'ab '.repeat(2_500);

let harness: Harness;
let zofia: Visitor;
let stranger: Visitor;
let pages: readonly CrawledPage[];
let forms: readonly PageForm[];

beforeAll(async () => {
  harness = await startHarness();
  zofia = harness.visit('zofia');
  stranger = harness.visit('rhiannon');
  await zofia.linkAll('hospital', 'gp', 'specialist');
  await stranger.signIn();
  pages = await crawlPages((path) => zofia.browser.fetch(at(path)), ['/', '/home']);
  const all = pages.flatMap((page) => page.forms).filter(({ method }) => method === 'post');
  const byAction = new Map(all.map((form) => [form.action.replace(/^\/link\/\w+/, '/link/*'), form]));
  forms = [...byAction.values()].filter(({ action }) => action !== '/sign-out');
}, 60_000);
afterAll(() => harness.close());

const at = (path: string) => `${harness.config.publicUrl}${path}`;

function send(visitor: Visitor, { action }: Pick<PageForm, 'action'>, fields: Fields): Promise<Response> {
  const body = new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value]));
  return visitor.browser.fetch(at(action), { method: 'POST', body });
}

/** What a browser would send, with a token of now and these values instead. */
async function filled(form: PageForm, change: (field: FormField) => string | undefined): Promise<Fields> {
  const csrf = formsOf(await zofia.page('/home'), '/home')[0]?.fields.find(({ name }) => name === 'csrf')?.value ?? '';
  const changed = new Map(form.fields.map((field) => [field.name, field.name === 'csrf' ? csrf : change(field)]));
  return sentBy(form).map(([name, value]) => [name, changed.get(name) ?? value] as const);
}

const isTyped = ({ kind, name }: FormField) => (kind === 'text' || kind === 'textarea') && name !== 'csrf';

/** Forms that end what the other tests need are sent with faults only. */
const isFinal = ({ action }: PageForm) => /unlink|leave|stop/.test(action);

async function expectClean(response: Response, what: string): Promise<string> {
  const html = await response.text();
  expect(response.status, what).toBeLessThan(500);
  expect(html, what).not.toMatch(/<x-hostile|<script>|[\u0000\u001b\u0085\u202E\u2066]/);
  expect(html, what).not.toContain('54397');
  return html;
}

test('there are forms of every kind', () => {
  expect(forms.map(({ action }) => action)).toEqual(expect.arrayContaining(['/people/add', '/add/medicine', '/leave']));
  expect(forms.filter(({ fields }) => fields.some(isTyped)).length).toBeGreaterThanOrEqual(3);
});

test('every form that changes something carries the session’s token, and names the record it is about', () => {
  const wanting = forms.filter(
    ({ fields }) => !['csrf', 'shown'].every((name) => fields.some((field) => field.name === name)),
  );
  // Whose record is shown is chosen, not acted on.
  expect(wanting.map(({ action }) => action).filter((action) => action !== '/accounts/subject')).toEqual([]);
});

test('without the token, with a wrong one, with another’s, with it twice: refused, and nothing leads on', async () => {
  const foreign =
    formsOf(await stranger.page('/home'), '/home')[0]?.fields.find(({ name }) => name === 'csrf')?.value ?? '';
  expect(foreign).not.toBe('');
  for (const form of forms) {
    const fields = sentBy(form).filter(([name]) => name !== 'csrf');
    const own = (await filled(form, () => undefined)).filter(([name]) => name === 'csrf');
    const tokens: readonly Fields[] = [[], [['csrf', '']], [['csrf', 'x']], [['csrf', foreign]], [...own, ...own]];
    for (const token of tokens) {
      const answer = await send(zofia, form, [...fields, ...token]);
      expect([form.action, answer.status, answer.headers.get('location')]).toEqual([form.action, 403, null]);
    }
  }
});

test('empty: the faults are told, or there was nothing to fill in', async () => {
  for (const form of forms.filter((item) => !isFinal(item))) {
    const fields = (await filled(form, (field) => (isTyped(field) ? '' : undefined))).filter(
      ([name]) =>
        !form.fields.some((field) => field.name === name && (field.kind === 'radio' || field.kind === 'checkbox')),
    );
    const answer = await send(zofia, form, fields);
    const html = await expectClean(answer, form.action);
    if (!form.fields.some(isTyped)) continue;
    expect([form.action, answer.status]).toEqual([form.action, 400]);
    expect(html, form.action).toContain('nhsuk-error-summary');
    expect(html, form.action).toMatch(/<title>Problem: /);
    // Every link of the summary leads to something.
    for (const [, id = ''] of html.matchAll(/href="#([^"]+)"/g))
      expect(html, `${form.action} #${id}`).toContain(`id="${id}"`);
  }
});

test('too long: refused, and what was typed is still there', async () => {
  for (const form of forms.filter(({ fields }) => fields.some(isTyped))) {
    for (const { name } of form.fields.filter(isTyped)) {
      const fields = await filled(form, (field) => (field.name === name ? TOO_LONG : isTyped(field) ? '1' : undefined));
      const answer = await send(zofia, form, fields);
      const html = await expectClean(answer, `${form.action} ${name}`);
      expect([form.action, name, answer.status]).toEqual([form.action, name, 400]);
      expect(html, `${form.action} ${name}`).toContain(TOO_LONG.trim().slice(0, 1_000));
    }
    const far = await send(
      zofia,
      form,
      await filled(form, (field) => (isTyped(field) ? TOO_LONG.repeat(40) : undefined)),
    );
    expect(far.status).toBe(413);
  }
});

test('markup, controls, turned directions, lone surrogates: never more than text, wherever it is shown', async () => {
  for (const form of forms.filter(({ fields }) => fields.some(isTyped))) {
    for (const text of HOSTILE) {
      const answer = await send(zofia, form, await filled(form, (field) => (isTyped(field) ? text : undefined)));
      await expectClean(answer, `${form.action} ${JSON.stringify(text)}`);
    }
  }
  for (const { path } of pages) await expectClean(await zofia.browser.fetch(at(path)), path);
});

test('what pages take from their address is text, and of a kind they know', async () => {
  for (const page of pages) {
    const [way = ''] = page.path.split('?');
    const names = new Set([
      ...new URLSearchParams(page.path.slice(way.length + 1)).keys(),
      ...page.forms.filter(({ method }) => method === 'get').flatMap(({ fields }) => fields.map(({ name }) => name)),
      'told',
    ]);
    for (const text of [MARKUP, 'constructor', '\u202Ex', '9'.repeat(30), '-1', '']) {
      const query = new URLSearchParams([...names].map((name): [string, string] => [name, text])).toString();
      const answer = await zofia.browser.fetch(at(`${way}?${query}`));
      await expectClean(answer, `${way}?${query}`);
      expect([200, 400, 404], way).toContain(answer.status);
    }
    const twice = await zofia.browser.fetch(
      at(`${way}?${[...names].map((name) => `${name}=a&${name}[x]=b&${name}=c`).join('&')}`),
    );
    await expectClean(twice, way);
  }
});

describe('a double submit', () => {
  test.each([
    ['/add/medicine', 'Turmeric twice'],
    ['/add/allergy', 'Latex twice'],
  ])('of %s adds once', async (action, name) => {
    const form = forms.find((item) => item.action === action);
    if (form === undefined) throw new Error(`no form at ${action}`);
    const fresh = formsOf(await zofia.page(form.page), form.page).find((item) => item.action === action) ?? form;
    const fields = await filled(fresh, ({ name: field }) => (field === 'text-name' ? name : undefined));
    const chosen = chooseFirst(fresh, fields);
    const answers = await Promise.all([send(zofia, form, chosen), send(zofia, form, chosen)]);
    answers.push(await send(zofia, form, chosen));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const subjectId = await zofia.subjectId();
    const entries = await listEntries(harness.gateway.services, { actorId: subjectId, subjectId });
    expect(entries.filter((entry) => JSON.stringify(entry).includes(name))).toHaveLength(1);
  });

  test('of someone to look after adds them once', async () => {
    const parent = harness.visit('milo');
    await parent.signIn();
    const child = {
      'text-given': 'Twice',
      'text-family': 'Sent',
      'text-birth-day': '1',
      'text-birth-month': '2',
      'text-birth-year': '2016',
      relationship: 'parent',
    };
    const answers = await Promise.all([parent.post('/people/add', child), parent.post('/people/add', child)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await parent.page('/accounts')).match(/Twice Sent(?:<\/bdi>)? \(you are their parent\)/g)).toHaveLength(1);
  });
});

function chooseFirst(form: PageForm, fields: Fields): Fields {
  const radios = form.fields.filter(({ kind }) => kind === 'radio');
  const first = radios.filter(({ name }, index) => radios.findIndex((radio) => radio.name === name) === index);
  return [
    ...fields.filter(([name]) => !first.some((radio) => radio.name === name)),
    ...first.map(({ name, value }) => [name, value] as const),
  ];
}

describe('a session that ended while somebody typed', () => {
  test('loses nothing: after signing in, what was typed is shown and sent', async () => {
    const visitor = harness.visit('theo');
    await visitor.signIn();
    for (const page of pages.filter((item) => item.forms.some(({ fields }) => fields.some(isTyped)))) {
      const form = formsOf(await visitor.page(page.path), page.path).find(
        ({ fields, method }) => method === 'post' && fields.some(isTyped),
      );
      if (form === undefined) continue;
      const typed = sentBy(form).map(
        ([name, value]) => [name, name.startsWith('text-') ? `kept ${name}` : value] as const,
      );
      await visitor.post('/sign-out');
      const late = await send(visitor, form, typed);
      expect([form.action, late.status]).toEqual([form.action, 401]);
      expect(await late.text()).toContain('What you typed is kept');
      await visitor.signIn();
      const kept = await visitor.page('/kept-form');
      for (const [name, value] of typed.filter(([field]) => field.startsWith('text-'))) {
        expect(kept, `${form.action} ${name}`).toContain(value);
        expect(kept).toContain(`name="${name}"`);
      }
      const again = formsOf(kept, '/kept-form').find(({ action }) => action === form.action);
      const answer = await send(visitor, form, sentBy(again ?? form));
      expect(answer.status, form.action).toBeLessThan(403);
      await visitor.post('/kept-form/drop');
    }
  });
});

describe('elsewhere', () => {
  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/%09//evil.example/..//evil.example',
    '\t//evil.example',
    '/home\r\nSet-Cookie: a=b',
  ])('no address leads from here to %j', async (back) => {
    const answer = await zofia.browser.fetch(at(`/language/en?back=${encodeURIComponent(back)}`));
    const location = answer.headers.get('location') ?? '';
    expect(new URL(location, at('/')).origin).toBe(new URL(at('/')).origin);
    expect(location).not.toMatch(/^\/[/\\]|[\r\n\t]/);
    expect(answer.headers.getSetCookie().join()).not.toContain('a=b');
    const start = await fetch(at(`/sign-in?returnTo=${encodeURIComponent(back)}&back=${encodeURIComponent(back)}`), {
      redirect: 'manual',
    });
    expect(start.headers.get('location')).not.toContain('evil');
  });

  test('a page of somebody’s own item is nobody else’s: as if it were not there', async () => {
    const own = pages.filter(({ shape, path }) => /\*/.test(shape) && !path.startsWith('/link/'));
    expect(own.length).toBeGreaterThan(2);
    for (const { path } of own) {
      const [way = ''] = path.split('?');
      const theirs = await stranger.browser.fetch(at(way));
      const nobodys = await stranger.browser.fetch(at(`${way.slice(0, -3)}zzz`));
      if (theirs.status === 200) expect(await theirs.text(), way).not.toContain(zofia.user.userName);
      else expect([way, theirs.status]).toEqual([way, nobodys.status === 200 ? 404 : nobodys.status]);
    }
  });

  test('a form about a record that another window has left is not done to the next one', async () => {
    const shown = await stranger.subjectId();
    // Whom somebody looks after is about themselves, whichever record is shown.
    const about = forms.filter(
      ({ fields, action }) => fields.some(({ name }) => name === 'shown') && action !== '/people/add',
    );
    for (const form of about) {
      const fields = await filled(form, ({ name }) => (name === 'shown' ? shown : undefined));
      const answer = await send(zofia, form, fields);
      expect([form.action, answer.status]).toEqual([form.action, 409]);
    }
  });
});
