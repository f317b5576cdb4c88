/**
 * Who may not see a source or a label gets, byte for byte, what a gateway that never had that data would give (law L10): bodies,
 * ids, counts, versions, ETags, completeness, and what is said of what is not there.
 */
import type { Bundle } from 'fhir/r4.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AccessGrant } from '../../src/access/access-grant.ts';
import type { Decision } from '../../src/record/decide/decision.ts';
import {
  BASE_URL,
  contextOver,
  openGateway,
  openStore,
  storePerson,
  type Answer,
} from '../support/access/access-gateway.ts';
import { expectedVisible, type Limits } from '../support/access/expected-visible.ts';
import { LABELS, LABEL_SYSTEM, labelledPerson, SOURCES, type Item } from '../support/access/labelled-person.ts';
import { createRandom, type Random } from '../support/access/random.ts';
import { withoutHidden } from '../support/access/without-hidden.ts';
import { runs } from '../support/runs.ts';

function grantOf(subjectId: string, limits: Limits): AccessGrant {
  return {
    actor: { issuer: 'https://sign-in.example', sub: subjectId },
    clientId: 'app',
    subjectId,
    scopes: [{ level: 'patient', type: '*', read: true, search: true, filters: [] }],
    sources: limits.sources,
    labels: limits.labels,
    until: undefined,
    appGrantId: undefined,
  };
}

function limitsOf(random: Random): Limits {
  const codes = random.some(LABELS, 0.5).map((label) => `${LABEL_SYSTEM}|${label}`);
  const labels = random.is(0.8) ? { codes, unlabelled: random.is(0.7) } : undefined;
  const sources = labels === undefined || random.is(0.3) ? random.some(SOURCES, 0.6) : undefined;
  return { sources, labels };
}

/** Of conditions and medicines, whatever labels they have; some of other kinds, which cannot be followed. */
function decisionsOf(items: readonly Item[], random: Random): readonly Decision[] {
  const things = items.filter(
    ({ type, broken }) => broken === undefined && /^(?:Condition|Medication[A-Z])/.test(type),
  );
  const count = things.length < 2 ? 0 : random.int(4);
  return Array.from({ length: count }, (_, number) => ({
    id: `decision-${number}`,
    kind: random.one(['same', 'not-same']),
    items: [nameOf(random.one(things)), nameOf(random.one(things))],
    actorId: 'actor-1',
    at: `2026-10-0${number + 1}T00:00:00Z`,
  }));
}

function nameOf({ source, type, id }: Item) {
  return { source, resourceType: type, originalId: id };
}

/** Every way to ask, for everything there is, hidden or not. */
function requests(
  person: string,
  items: readonly Item[],
  everything: Bundle,
  random: Random,
): readonly (readonly [string, string?])[] {
  const references = (everything.entry ?? []).flatMap(({ resource }) =>
    resource?.id === undefined ? [] : [`${resource.resourceType}/${resource.id}`],
  );
  const types = [...new Set(references.map((reference) => reference.split('/')[0] ?? ''))];
  const one = random.one(items);
  return [
    ...['unified', 'source', 'all'].map((view) => [`/Patient/${person}/$everything?view=${view}`] as const),
    [`/Patient/${person}/$everything?_type=Condition,Provenance`],
    [`/Patient/${person}/$everything?_since=2026-01-01T00:00:00Z&_count=5`],
    [`/Patient/${person}/$everything?start=2020-01-01`],
    [`/Patient/${person}/$summary`],
    [`/DocumentReference/$docref?patient=${person}`],
    ...random
      .some(references, 0.5)
      .flatMap((reference) => [
        [`/${reference}`] as const,
        ...(random.is(0.3) ? [[`/${reference}/$original`] as const, [`/${reference}/_history/1`] as const] : []),
      ]),
    ...types.flatMap((type) => [
      [`/${type}`] as const,
      [`/${type}?_tag=source&_sort=_id&_count=2&_total=accurate`] as const,
      [`/${type}?_summary=count`] as const,
      [`/${type}?_revinclude=Provenance:target`] as const,
      [`/${type}/_search`, `patient=${person}`] as const,
    ]),
    ['/MedicationRequest?_include=MedicationRequest:medication'],
    [`/Condition?code:text=${one.name}`],
    [`/${one.type}?identifier=https://numbers.example%7C${one.ownWords}`],
    ['/Linkage?_count=1'],
    ['/Condition/never-there'],
  ];
}

test('a viewer without a source or a label gets what a gateway without that data would give', async () => {
  let hiddenSomething = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 2 ** 31 }), async (seed) => {
      const random = createRandom(seed);
      const person = labelledPerson(`p${seed % 1000}`, random);
      const limits = limitsOf(random);
      const visible = expectedVisible(person, limits);
      if (visible.size < person.items.length) hiddenSomething++;
      const store = await openStore();
      await storePerson(store, person);
      for (const decision of decisionsOf(person.items, random)) await store.addDecision(person.id, decision);
      const grants = new Map([
        ['limited', grantOf(person.id, limits)],
        ['all', grantOf(person.id, { sources: undefined, labels: undefined })],
      ]);
      const verify = (token: string) => Promise.resolve(grants.get(token) as AccessGrant);
      await using gateway = await openGateway(contextOver(store), verify);
      await using control = await openGateway(contextOver(withoutHidden(store, person, visible, limits)), verify);

      const all = await gateway.ask('all', `/Patient/${person.id}/$everything?view=all`);
      const everything = JSON.parse(all.body) as Bundle;
      for (const [path, form] of requests(person.id, person.items, everything, random)) {
        const given = await gateway.ask('limited', path, form);
        const expected = await control.ask('limited', path, form);
        expect(firstDifference(given, expected), `${path} ${form ?? ''}`).toBeUndefined();
        const next = nextOf(given.body);
        if (next !== undefined) {
          const [page, control2] = [await gateway.ask('limited', next), await control.ask('limited', next)];
          expect(firstDifference(page, control2), next).toBeUndefined();
        }
      }
      await store.close();
    }),
    runs(4),
  );
  expect(hiddenSomething).toBeGreaterThan(0);
}, 900_000);

/** Short enough to read. */
function firstDifference(given: Answer, expected: Answer): readonly [string, string] | undefined {
  const [a, b] = [given, expected].map((answer) => JSON.stringify(answer)) as [string, string];
  if (a === b) return undefined;
  let at = 0;
  while (a[at] === b[at]) at++;
  return [a.slice(Math.max(0, at - 200), at + 200), b.slice(Math.max(0, at - 200), at + 200)];
}

function nextOf(body: string): string | undefined {
  if (!body.startsWith('{"resourceType":"Bundle"')) return undefined;
  const { link } = JSON.parse(body) as Bundle;
  return link?.find(({ relation }) => relation === 'next')?.url.slice(BASE_URL.length);
}
