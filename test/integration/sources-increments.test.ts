/** Reading what changed instead of everything: when it is done, what it may never do, and when everything is read anew. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SourceConfig } from '../../src/ports/source-config.ts';
import { startEditedRecord } from '../servers/edited-record.ts';
import type { EditedRecord } from '../servers/edited-record.ts';
import { startReadingGateway } from '../servers/reading-gateway.ts';
import type { ReadingGateway } from '../servers/reading-gateway.ts';

const HOUR_MS = 3_600_000;
const START = Date.parse('2026-11-21T08:00:00.000Z');
const FIRST_READ = START + HOUR_MS;

let nowMs: number;
const now = (): number => nowMs;
const closing: (() => Promise<void>)[] = [];
beforeEach(() => {
  nowMs = START;
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function setUp(
  more: Partial<SourceConfig> = {},
  isOffered = true,
): Promise<{ record: EditedRecord; gateway: ReadingGateway }> {
  const record = await startEditedRecord(now, { lastUpdated: isOffered, batch: false });
  const gateway = await startReadingGateway(record.baseUrl, now, more);
  closing.push(
    () => gateway.close(),
    () => record.server.close(),
  );
  for (let n = 1; n <= 5; n += 1) record.put('Condition', `c${n}`, 'first');
  record.put('AllergyIntolerance', 'a1', 'first');
  nowMs = FIRST_READ;
  await gateway.read();
  nowMs += HOUR_MS;
  return { record, gateway };
}

describe('a reading of changes', () => {
  it('asks for what changed since before the last reading, and shows the newest text of each item', async () => {
    const { record, gateway } = await setUp();
    expect(record.incrementRequests()).toEqual([]);
    record.put('Condition', 'c2', 'second');
    record.put('Condition', 'c6', 'first');
    const account = await gateway.read();
    expect(
      record
        .incrementRequests()
        .map(({ path }) => path)
        .sort(),
    ).toEqual(['/fhir/AllergyIntolerance', '/fhir/Condition']);
    expect(await gateway.contents()).toEqual(record.contents());
    expect(account.state).toBe('active');
    const outcome = account.outcomes.find(({ type }) => type === 'Condition');
    expect(outcome).toMatchObject({ state: 'done', increment: true, received: 5, wholeAt: '2026-11-21T09:00:00.000Z' });
  });

  it('takes nothing changed for nothing changed, not for nothing there', async () => {
    const { record, gateway } = await setUp();
    const account = await gateway.read();
    expect(await gateway.contents()).toEqual(record.contents());
    expect(account.outcomes.map(({ type, state }) => `${type} ${state}`)).toEqual([
      'Patient done',
      'Condition done',
      'AllergyIntolerance done',
    ]);
  });

  it('never makes an item "no longer returned": a withdrawal is seen when everything is read, once a day', async () => {
    const { record, gateway } = await setUp();
    record.withdraw('Condition', 'c1');
    await gateway.read();
    expect(await gateway.contents()).toContain('Condition/c1 first');
    nowMs = FIRST_READ + 24 * HOUR_MS;
    record.server.seen.splice(0);
    await gateway.read();
    expect(record.incrementRequests()).toEqual([]);
    expect(await gateway.contents()).toEqual(record.contents());
  });

  it('reads everything as often as the operator says', async () => {
    const { record, gateway } = await setUp({ fullPullEveryMs: HOUR_MS / 2 });
    record.withdraw('Condition', 'c1');
    await gateway.read();
    expect(record.incrementRequests()).toEqual([]);
    expect(await gateway.contents()).toEqual(record.contents());
  });

  it('that breaks off is told as partial, loses nothing, and is asked again from the same instant', async () => {
    const { record, gateway } = await setUp();
    for (let n = 1; n <= 5; n += 1) record.put('Condition', `c${n}`, 'second');
    record.failAfterFirstPage = 'Condition';
    const account = await gateway.read();
    expect(account.outcomes.find(({ type }) => type === 'Condition')?.state).toBe('partial');
    expect(await gateway.contents()).toHaveLength(6);
    const asked = record.incrementRequests().at(-1)?.query.get('_lastUpdated');
    record.failAfterFirstPage = undefined;
    nowMs += 6 * HOUR_MS;
    record.server.seen.splice(0);
    await gateway.read();
    const again = record.incrementRequests().filter(({ path }) => path.endsWith('Condition'));
    expect(again[0]?.query.get('_lastUpdated')).toBe(asked);
    expect(await gateway.contents()).toEqual(record.contents());
  });

  it.each([
    ['behind', -2 * HOUR_MS],
    ['ahead', 2 * HOUR_MS],
  ])('misses nothing where the source’s clock is two hours %s', async (_name, skewMs) => {
    const record = await startEditedRecord(now);
    record.skewMs = skewMs;
    const gateway = await startReadingGateway(record.baseUrl, now);
    closing.push(
      () => gateway.close(),
      () => record.server.close(),
    );
    record.put('Condition', 'c1', 'first');
    await gateway.read();
    for (let n = 0; n < 4; n += 1) {
      nowMs += 60_000;
      record.put('Condition', `c${n}`, `at ${n}`);
      await gateway.read();
      expect(await gateway.contents()).toEqual(record.contents());
    }
    expect(record.incrementRequests()).not.toEqual([]);
  });

  it('falls back to everything where the server refuses the parameter', async () => {
    const { record, gateway } = await setUp();
    record.refusesLastUpdated = true;
    record.withdraw('Condition', 'c1');
    const account = await gateway.read();
    expect(account.outcomes.every(({ state }) => state === 'done')).toBe(true);
    expect(await gateway.contents()).toEqual(record.contents());
  });

  it('is not made where the source does not offer it, unless the operator knows better', async () => {
    const silent = await setUp({}, false);
    await silent.gateway.read();
    expect(silent.record.incrementRequests()).toEqual([]);
    const known = await setUp({ increments: 'lastUpdated' }, false);
    await known.gateway.read();
    expect(known.record.incrementRequests()).not.toEqual([]);
    const forbidden = await setUp({ increments: 'none' });
    await forbidden.gateway.read();
    expect(forbidden.record.incrementRequests()).toEqual([]);
  });

  it('is not made after the granted scope changed: older items may show for the first time', async () => {
    const { record, gateway } = await setUp();
    const { subjectId, id } = await gateway.account();
    const tokens = {
      accessToken: 'at',
      refreshToken: 'rt',
      expiresAt: undefined,
      scope: 'patient/*.rs launch/patient',
    };
    await gateway.context.store.putTokens(subjectId, id, tokens);
    const account = await gateway.read();
    expect(record.incrementRequests()).toEqual([]);
    expect(account.grantedScope).toBe(tokens.scope);
    // The same words in another order are the same scope.
    await gateway.context.store.putTokens(subjectId, id, { ...tokens, scope: 'launch/patient patient/*.rs' });
    nowMs += HOUR_MS;
    await gateway.read();
    expect(record.incrementRequests()).not.toEqual([]);
  });
});

describe('a reading by entity tag', () => {
  it('takes 304 for unchanged, and reads everything where the tag no longer holds', async () => {
    const record = await startEditedRecord(now);
    record.givesEtag = true;
    const gateway = await startReadingGateway(record.baseUrl, now, { increments: 'etag' });
    closing.push(
      () => gateway.close(),
      () => record.server.close(),
    );
    record.put('Condition', 'c1', 'first');
    record.put('Condition', 'c2', 'first');
    await gateway.read();
    nowMs += HOUR_MS;
    record.server.seen.splice(0);
    await gateway.read();
    const asked = record.server.seen.filter(({ path }) => path.endsWith('Condition'));
    expect(asked.map(({ headers }) => typeof headers['if-none-match'])).toEqual(['string']);
    expect(await gateway.contents()).toEqual(record.contents());
    nowMs += HOUR_MS;
    record.withdraw('Condition', 'c1');
    await gateway.read();
    expect(await gateway.contents()).toEqual(['Condition/c2 first']);
  });
});
