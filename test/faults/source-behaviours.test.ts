/** Every way of misbehaving in the tables: what the person gets, what is kept, what is tried again, what the log says (laws L6, L7, L8, L11). */
import { describe, expect, test, type ExpectStatic } from 'vitest';
import { readFileSync } from 'node:fs';
import { isAskedSoon, keptItems, type Behaviour } from './behaviour.ts';
import { BEHAVIOURS, FAULTS_PAGE, withBehaviours } from './faults-page.ts';
import { allergy, startFaultStage, type FaultStage } from './fault-stage.ts';
import { hasOpenssl } from '../servers/certificates.ts';
import { condition } from '../servers/fhir-bundles.ts';
import { isMissing } from '../support/needs.ts';

const SOON_MS = 16_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const isOpensslMissing = isMissing('openssl, to make certificates', hasOpenssl());

describe.concurrent('a source that', () => {
  test.for(BEHAVIOURS.filter(({ needs }) => needs === undefined || !isOpensslMissing))(
    '$source',
    async (behaviour, { expect }) => {
      const stage = await startFaultStage(behaviour.readDeadlineMs);
      try {
        await expectPromises(stage, behaviour, expect);
      } finally {
        await stage.close();
      }
    },
  );
});

test('docs/faults.md shows this very table', () => {
  const page = readFileSync(FAULTS_PAGE, 'utf8');
  // Columns are padded by the formatter.
  const squeezed = (text: string) => text.replaceAll(/ {2,}/g, ' ').replaceAll(/-{3,}/g, '---');
  expect(squeezed(withBehaviours(page))).toBe(squeezed(page));
});

test('there are at least forty, each named once', () => {
  const names = BEHAVIOURS.map(({ source }) => source);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(40);
});

async function expectPromises(stage: FaultStage, behaviour: Behaviour, expect: ExpectStatic): Promise<void> {
  const { source, logged } = stage;
  behaviour.begins?.(stage);
  const first = await stage.read();
  expect(first.portal.state).toBe('complete');
  expect(first.items).toEqual(keptItems('before'));

  stage.advance(HOUR_MS);
  source.put(condition('c4'));
  source.put(allergy('a2'));
  source.seen.splice(0);
  logged.splice(0);
  await behaviour.misbehave(stage);
  const seen = await stage.read();
  const { asked } = behaviour;
  const urls = source.seen.filter(({ path }) => path === asked.path).map(({ url, body }) => `${url} ${body}`);
  const kept = keptItems(behaviour.keeps);
  const listed = behaviour.oddIds === undefined ? seen.items : seen.items.filter((item) => kept.includes(item));
  const found = {
    gets: { state: seen.portal.state, reason: seen.portal.reason },
    keeps: listed,
    asked: urls.length,
    atOnce: new Set(urls).size < urls.length,
    quarantined: seen.quarantined,
    noLongerReturned: seen.portal.noLongerReturned,
    oddIds: seen.items.length - listed.length,
  };
  expect(found).toEqual({
    gets: { state: behaviour.gets.state, reason: behaviour.gets.reason },
    keeps: kept,
    asked: asked.times,
    atOnce: behaviour.atOnce ?? false,
    quarantined: behaviour.quarantined ?? 0,
    noLongerReturned: behaviour.noLongerReturned ?? 0,
    oddIds: behaviour.oddIds ?? 0,
  });
  expect(logged.filter((line) => line.includes('"portal"')).join('')).toContain(behaviour.logs);
  // L8: the other source is as whole as ever.
  expect([seen.steady.state, seen.steadyItems]).toEqual(['complete', first.steadyItems]);
  // L7: the app is told what the person is told.
  if (behaviour.gets.reason !== undefined)
    expect(seen.text).toContain(JSON.stringify(behaviour.gets.reason).slice(1, -1));
  expectNoLeak(stage, expect);

  source.behave = undefined;
  source.skewMs = 0;
  await source.stop();
  await source.start();
  stage.reconfigure({});
  if (behaviour.readDeadlineMs === undefined) {
    source.seen.splice(0);
    stage.advance(SOON_MS);
    await stage.read();
    expect(source.seen.length > 0).toBe(isAskedSoon(behaviour));
  }
  stage.advance(2 * DAY_MS);
  await expect
    .poll(async () => (await stage.read()).portal.state, { timeout: 5_000 })
    .toBe(behaviour.next ?? 'complete');
  const after = await stage.read();
  if (after.portal.state === 'complete') {
    const present = [...source.items.keys()].sort();
    expect(after.items).toEqual(present);
  } else expect(after.items).toEqual(keptItems(behaviour.keeps));
  expectNoLeak(stage, expect);
}

/** L11: no token to a stranger or into the log, and nothing of the record in the log. */
function expectNoLeak({ stranger, logged, unredacted, source }: FaultStage, expect: ExpectStatic): void {
  expect(stranger.seen).toEqual([]);
  const said = [...logged, ...unredacted].join('\n');
  for (const token of source.tokens.everGiven) expect(said).not.toContain(token);
  for (const word of ['Example', 'condition c', 'allergy a']) expect(said).not.toContain(word);
}
