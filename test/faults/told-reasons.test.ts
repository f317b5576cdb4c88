/** Whatever a source does, the person is told why in their language: no sentence of the gateway's stays in English. */
import { describe, expect, test } from 'vitest';
import { loadCatalogues } from '../../src/web/locales/load-catalogues.ts';
import { createAllWords } from '../../src/web/locales/words.ts';
import { tellReason } from '../../src/web/record/tell-reason.ts';
import { createFakeSource } from '../unit/services/fake-source.ts';
import { linkedAccount } from '../unit/services/make-context.ts';
import { setWebStage, signIn } from '../unit/web/web-stage.ts';
import { BEHAVIOURS } from './faults-page.ts';

/** The behaviours themselves are tested to give these very texts. */
const REASONS = [...new Set(BEHAVIOURS.flatMap(({ gets }) => gets.reason ?? []))];

const AT = '2026-11-21T09:00:00.000Z';

describe.each([...createAllWords(loadCatalogues(), 'Europe/London').values()])('in $language.code', (words) => {
  test.each(REASONS)('%s', (reason) => {
    const told = tellReason(words, reason);
    expect(told.isWritten).toBe(false);
    expect(told.text).not.toContain(reason);
    expect(told.text).not.toMatch(/\{|record:(?:reason|why)/);
  });
});

describe.each(['pl', 'ur'])('My accounts in %s', (code) => {
  test('says each in that language', async () => {
    const hospital = createFakeSource('hospital');
    const { app, services } = await setWebStage([hospital], { isReadable: true });
    const { agent } = await signIn(app);
    const person = await services.store.findPersonByIdentity({ issuer: 'https://sign-in.example', sub: 'ada' });
    if (person === undefined) throw new Error('nobody');
    const account = await linkedAccount(services, person, hospital);
    const words = createAllWords(loadCatalogues(), 'Europe/London').get(code);
    if (words === undefined) throw new Error('no such language');
    const [lastFailure] = REASONS;
    await services.store.putAccount({
      ...account,
      state: 'unreachable',
      lastTriedAt: AT,
      lastSuccessAt: AT,
      lastFailure,
      outcomes: REASONS.map((reason) => ({ type: 'Condition', state: 'failed', received: 0, reason })),
    });
    const { text } = await agent.get('/accounts').set('Accept-Language', code).expect(200);
    expect(REASONS.filter((reason) => text.includes(reason))).toEqual([]);
    expect(REASONS.filter((reason) => !text.includes(tellReason(words, reason).text))).toEqual([]);
    // What stays as it was written: the names of people and sources, and what an operator says of a source.
    const english = [...text.matchAll(/<bdi lang="en(?:-GB)?">([^<]*)<\/bdi>/g)].map(([, said = '']) => said);
    const { title, adds } = hospital.connector.source;
    expect(english.filter((said) => said !== title && said !== adds && !said.startsWith('Ada '))).toEqual([]);
    const list = await agent.get('/conditions').set('Accept-Language', code).expect(200);
    expect(REASONS.filter((reason) => list.text.includes(reason))).toEqual([]);
    expect(list.text).toContain(tellReason(words, lastFailure ?? '').text);
  });
});
