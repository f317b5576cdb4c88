import { describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../../../src/ports/audit.ts';
import { createFakeSource } from '../../services/fake-source.ts';
import { setWebStage, signIn } from '../web-stage.ts';

async function setUp() {
  const stage = await setWebStage([createFakeSource('hospital')]);
  const { store } = stage.services;

  async function enter(sub: string) {
    const at = await signIn(stage.app, sub);
    const person = await store.findPersonByIdentity({ issuer: 'https://sign-in.example', sub });
    if (person === undefined) throw new Error('nobody');
    return { ...at, person };
  }
  async function write(subjectId: string, entry: Partial<AuditEntry>): Promise<void> {
    await store.appendAudit({
      at: '2026-11-20T08:00:00.000Z',
      subjectId,
      actorId: subjectId,
      agent: 'walks',
      appGrantId: undefined,
      action: 'search',
      outcome: 'success',
      status: 200,
      requestId: undefined,
      types: [],
      sources: [],
      reference: undefined,
      query: undefined,
      notes: [],
      ...entry,
    });
  }
  async function represent(subjectId: string, actorId: string, relationship: 'parent' | 'carer'): Promise<void> {
    const since = '2026-01-01T00:00:00.000Z';
    await store.addRepresentation({ subjectId, actorId, relationship, since, until: undefined });
  }
  return { ...stage, store, enter, write, represent };
}

describe('who looked', () => {
  test('says in words who did what, of which kinds and places, and why it was refused', async () => {
    const { enter, write } = await setUp();
    const { agent, person } = await enter('ada');
    const eve = await enter('eve');
    await write(person.id, { types: ['Condition', 'Odd<Kind>'], sources: ['hospital', 'former'] });
    await write(person.id, { outcome: 'refused', status: 403, notes: ['scope'] });
    await write(person.id, { outcome: 'refused', status: 401, notes: [] });
    await write(person.id, { agent: 'web', action: 'page', actorId: eve.person.id });
    await write(person.id, { agent: 'web', action: 'page', actorId: 'deleted-123' });
    await write(person.id, { agent: 'gateway', action: 'sync', actorId: undefined, outcome: 'failure' });
    await write(person.id, { agent: 'web', action: 'page' });
    await write(person.id, { action: 'grant' });
    await write(person.id, { agent: 'https://elsewhere.example/|\u202Enice', action: 'everything' });
    const { text } = await agent.get('/apps/log').expect(200);
    for (const words of [
      'App <bdi lang="en-GB">Walks &amp; Weights</bdi>',
      'Kinds of data: Conditions, Odd&lt;Kind&gt;',
      'Places: <bdi lang="en-GB">The hospital, former</bdi>',
      'Refused: it was not allowed to read this.',
      '<strong>Refused.</strong>',
      '<bdi lang="en-GB">Ada &lt;b&gt;Okafor&lt;/b&gt;</bdi>',
      'Someone who has left this service',
      'This service, by itself',
      'It did not work.',
      'Let <bdi lang="en-GB">Walks &amp; Weights</bdi> read the record',
      'signed in through <bdi lang="en-GB">elsewhere.example</bdi>',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/<b>Okafor|Odd<Kind|\u202E/);
    const looks = await agent.get('/apps/log?show=looks');
    expect(looks.text).not.toContain('This service, by itself');
    const refused = await agent.get('/apps/log?show=refused');
    expect(refused.text.match(/<tr /g)).toHaveLength(3);
  });

  test('is read a page at a time, every line once, the newest first; what is alike is one line with its times', async () => {
    const { enter, write } = await setUp();
    const { agent, person } = await enter('ada');
    const minute = (number: number) => new Date(Date.UTC(2026, 9, 1, 8, number)).toISOString();
    for (let number = 0; number < 230; number++) await write(person.id, { at: minute(number) });
    const seen: string[] = [];
    let next: string | undefined = '/apps/log?show=looks';
    let pages = 0;
    while (next !== undefined) {
      const { text }: { readonly text: string } = await agent.get(next).expect(200);
      seen.push(...[...text.matchAll(/1 October 2026 at (\d\d:\d\d)/g)].map(([, at = '']) => at));
      expect(text.match(/<tr role="row">/g)).toHaveLength(2);
      next = /href="([^"]*before=[^"]*)" rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
      pages++;
    }
    expect(pages).toBe(2);
    expect(new Set(seen).size).toBe(230);
    expect(seen).toEqual(seen.toSorted().toReversed());
  });

  test('names the pages that were looked at', async () => {
    const { enter, write } = await setUp();
    const { agent, person } = await enter('ada');
    for (const [number, page] of ['medicines', 'passport', 'medicines', 'nowhere'].entries())
      await write(person.id, { at: `2026-10-01T08:0${number}:00.000Z`, agent: 'web', action: 'page', notes: [page] });
    const { text } = await agent.get('/apps/log').expect(200);
    expect(text).toContain('Looked at the record on these pages: My medicines, My passport');
    expect(text).toContain('Show all 4 times');
    expect(text.match(/<li>1 October 2026 at 09:0\d: My medicines<\/li>/g)).toHaveLength(2);
    expect(text).not.toContain('nowhere');
  });

  test.each(['before=x', 'before=2026-11-20T08:00:00.000Z_%00', 'before=a&before=b', 'show=constructor', 'show[]=x'])(
    'takes %s for nothing asked',
    async (query) => {
      const { enter, write } = await setUp();
      const { agent, person } = await enter('ada');
      await write(person.id, {});
      expect((await agent.get(`/apps/log?${query}`).expect(200)).text).toContain('Searched the record');
    },
  );

  test('is for the person and for a parent, not for a carer, and of nobody else', async () => {
    const { enter, write, represent } = await setUp();
    const ada = await enter('ada');
    const eve = await enter('eve');
    await write(ada.person.id, { action: 'docref' });
    expect((await eve.agent.get('/apps/log')).text).not.toContain('Looked for documents');
    await represent(ada.person.id, eve.person.id, 'carer');
    await eve.agent.post('/accounts/subject').type('form').send({ csrf: eve.csrf, subject: ada.person.id }).expect(303);
    const refused = await eve.agent.get('/apps/log').expect(403);
    expect(refused.text).toContain('or a parent, can see who looked');
    expect(refused.text).not.toContain('Looked for documents');
    expect((await eve.agent.get('/apps')).text).not.toContain('href="/apps/log"');
    await represent(ada.person.id, eve.person.id, 'parent');
    expect((await eve.agent.get('/apps/log').expect(200)).text).toContain('Looked for documents');
  });
});
