/** Ten apps ask at random for the records of fifty people, with every kind of token: no answer holds a byte that is not theirs. */
import type { Bundle } from 'fhir/r4.js';
import { expect, test } from 'vitest';
import { BASE_URL, contextOver, openGateway, openStore, storePerson } from '../support/access/access-gateway.ts';
import { foreignWord, isTheirs, wordsOf, type Kind } from '../support/access/foreign-bytes.ts';
import { CATEGORIES, labelledPerson, type Item, type LabelledPerson } from '../support/access/labelled-person.ts';
import { createRandom, type Random } from '../support/access/random.ts';
import { randomViewers, type Viewer } from '../support/access/random-viewers.ts';
import { runs } from '../support/runs.ts';

const PEOPLE = 50;
const APPS = 10;
/** Ten times as many in the full run. */
const { numRuns: REQUESTS, seed } = runs(1_000);

interface Asked {
  readonly kind: Kind;
  readonly path: string;
  readonly form?: string;
  /** Asks for this record by its id. */
  readonly item?: Item;
}

function question(viewer: Viewer, people: readonly LabelledPerson[], random: Random): Asked {
  const whose = random.is(0.2) ? random.one(people) : viewer.person;
  const item = random.one(whose.items);
  const id = `${item.source}-${item.id}`;
  const read = { kind: 'read', item } as const;
  switch (random.int(14)) {
    case 0:
    case 1:
      return { ...read, path: `/${item.type}/${id}` };
    case 2:
      return { ...read, path: `/${item.type}/${id}/_history/1` };
    case 3:
      return { ...read, path: `/${item.type}/${id}/$original` };
    case 4:
      return { kind: 'read', path: `/Patient/${whose.id}` };
    case 5:
    case 6: {
      const view = random.one(['unified', 'source', 'all']);
      const types = random.is(0.3) ? `&_type=${item.type},Provenance` : '';
      return { kind: 'everything', path: `/Patient/${whose.id}/$everything?view=${view}${types}` };
    }
    case 7:
      return { kind: 'everything', path: `/Patient/${whose.id}/$summary` };
    case 8:
      return { kind: 'search', path: `/DocumentReference/$docref?patient=${whose.id}` };
    case 9:
      return { kind: 'search', path: `/${item.type}/_search`, form: `_revinclude=Provenance:target` };
    case 10:
      return { kind: 'search', path: '/MedicationRequest?_include=MedicationRequest:medication&_tag=source' };
    default:
      return { kind: 'search', path: searchFor(item, random) };
  }
}

function searchFor(item: Item, random: Random): string {
  return random.one([
    `/${item.type}`,
    `/${item.type}?_tag=source`,
    `/${item.type}?_id=${item.source}-${item.id}`,
    `/${item.type}?identifier=https://numbers.example%7C${item.ownWords}`,
    `/${item.type}?_summary=count`,
    `/${item.type}?patient=${item.person}`,
    `/${item.type}?_count=1&_sort=-_id`,
    `/Observation?category=${random.one(CATEGORIES)}`,
    `/Provenance?target=${item.type}/${item.source}-${item.id}`,
    `/Linkage?item=${item.type}/${item.source}-${item.id}`,
    '/DetectedIssue',
    '/Binary',
    '/AuditEvent',
  ]);
}

test(`${REQUESTS} requests of ${APPS} apps for ${PEOPLE} people: no answer with a foreign byte`, async () => {
  const random = createRandom(seed);
  const people = Array.from({ length: PEOPLE }, (_, number) => labelledPerson(`p${number}`, random, 0));
  const words = wordsOf(people.flatMap(({ items }) => items));
  const store = await openStore();
  for (const person of people) await storePerson(store, person);
  const context = contextOver(store);
  await using tokens = await randomViewers(context, people, random, { apps: APPS, own: 60, external: 30 });
  await using gateway = await openGateway(context, (token) => tokens.verify(`Bearer ${token}`));

  const statuses = new Map<number, number>();
  for (let n = 0; n < REQUESTS; n++) {
    const viewer = random.one(tokens.viewers);
    const asked = question(viewer, people, random);
    const answer = await gateway.ask(viewer.token, asked.path, asked.form);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    // What was asked for by its name is no news.
    const told = withoutQuestion(`${answer.body} ${JSON.stringify(answer.headers)}`, asked);
    const where = `${asked.path} ${asked.form ?? ''} as ${describe(viewer)}`;
    expect(foreignWord(told, viewer, asked.kind, words), where).toBeUndefined();
    if (viewer.isOver) expect(answer.status, where).toBe(401);
    if (asked.item !== undefined && !isTheirs(asked.item, viewer, 'read')) {
      const never = await gateway.ask(viewer.token, asked.path.replace(asked.item.id, 'never-there'));
      expect([answer.status, told], where).toEqual([never.status, `${never.body} ${JSON.stringify(never.headers)}`]);
    }
    const next = nextOf(answer.body);
    if (next !== undefined) {
      const page = await gateway.ask(viewer.token, next);
      expect(
        foreignWord(withoutQuestion(page.body, asked), viewer, asked.kind, words),
        `next of ${where}`,
      ).toBeUndefined();
    }
  }
  await store.close();
  // Enough was given, and enough refused, for the test to mean something.
  for (const [status, atLeast] of [
    [200, 0.3],
    [401, 0.02],
    [403, 0.05],
    [404, 0.02],
  ] as const) {
    expect(statuses.get(status) ?? 0, `${status} of ${JSON.stringify([...statuses])}`).toBeGreaterThan(
      REQUESTS * atLeast,
    );
  }
}, 900_000);

/** The question stands in the answer's links and in what it is about. */
function withoutQuestion(text: string, { path, form = '', item }: Asked): string {
  const [, query = ''] = path.split('?');
  const parts = [query, form].flatMap((part) => part.split('&')).map((part) => part.split('=')[1] ?? '');
  const plain = [...parts.map(decodeURIComponent), item?.id ?? ''];
  const said = [...plain, ...plain.map(encodeURIComponent)].filter((part) => part.length > 8);
  const rest = said.reduce((left, part) => left.replaceAll(part, ''), text);
  // As a source sends it, a record names the person by the id that the person has there.
  return path.endsWith('$original') ? rest.replaceAll(/Patient\/me-[a-z]+-p\d+/g, '') : rest;
}

function nextOf(body: string): string | undefined {
  if (!body.startsWith('{"resourceType":"Bundle"')) return undefined;
  const { link } = JSON.parse(body) as Bundle;
  return link?.find(({ relation }) => relation === 'next')?.url.slice(BASE_URL.length);
}

function describe({ person, scopes, limits, isOver }: Viewer): string {
  return JSON.stringify([person.id, scopes, limits, isOver]);
}
