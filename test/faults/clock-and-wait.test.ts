/** Clocks that jump or differ between machines, and sources that ask to be left alone: nothing read is taken for gone, nobody is pressed. */
import { afterEach, expect, test } from 'vitest';
import { condition } from '../servers/fhir-bundles.ts';
import { sendJson } from '../servers/http-server.ts';
import { forConditions, keptItems } from './behaviour.ts';
import { startFaultStage, type FaultStage } from './fault-stage.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const YEAR_MS = 365 * 24 * HOUR_MS;

let stage: FaultStage;
afterEach(() => stage.close());

const searches = () => stage.source.seen.filter(({ path }) => path === '/fhir/Condition').length;

test.each([
  ['a few seconds, as between two machines', 3_000],
  ['a year', YEAR_MS],
])('a clock set back by %s: what is read then counts, and what went is gone', async (_name, backMs) => {
  stage = await startFaultStage();
  stage.advance(HOUR_MS);
  expect((await stage.read()).items).toEqual(keptItems('before'));
  stage.advance(-backMs);
  stage.source.put(condition('c4'));
  stage.source.items.delete('Condition/c1');
  await stage.sync.sync(await stage.account());
  const seen = await stage.read();
  expect(seen.portal.state).toBe('complete');
  expect(seen.items).toEqual(['AllergyIntolerance/a1', 'Condition/c2', 'Condition/c3', 'Condition/c4']);
  expect(Date.parse(seen.portal.lastSuccess ?? '')).toBeLessThanOrEqual(stage.now());
});

test('a clock set back by a year does not press the source: once read, the data is fresh', async () => {
  stage = await startFaultStage();
  await stage.read();
  stage.advance(-YEAR_MS);
  await stage.read();
  const asked = searches();
  stage.advance(30_000);
  await stage.read();
  expect(searches()).toBe(asked);
  stage.advance(MINUTE_MS);
  await stage.read();
  expect(searches()).toBeGreaterThan(asked);
});

test('a clock that jumps a year ahead and comes back: every reading on the way gives the record', async () => {
  stage = await startFaultStage();
  for (const jumpMs of [0, YEAR_MS, HOUR_MS, -YEAR_MS, HOUR_MS]) {
    stage.advance(jumpMs);
    stage.source.put(condition(`n${String(jumpMs)}`));
    expect((await stage.read()).items).toEqual([...stage.source.items.keys()].sort());
  }
});

test('a source that asks for two hours is left alone for two hours, at every process, and is read then', async () => {
  stage = await startFaultStage();
  await stage.read();
  stage.advance(HOUR_MS);
  forConditions((response) => sendJson(response, 429, {}, { 'retry-after': '7200' }))(stage);
  await stage.read();
  stage.source.behave = undefined;
  const asked = stage.source.seen.length;
  for (let n = 0; n < 11; n += 1) {
    stage.advance(10 * MINUTE_MS);
    const { portal } = await stage.read();
    expect(portal.state).toBe('partial');
    expect(portal.reason).toContain('120 minutes');
  }
  expect(stage.source.seen.length).toBe(asked);
  stage.advance(10 * MINUTE_MS);
  expect((await stage.read()).portal.state).toBe('complete');
});

test('a wait out of all measure is a day', async () => {
  stage = await startFaultStage();
  await stage.read();
  stage.advance(HOUR_MS);
  forConditions((response) => sendJson(response, 429, {}, { 'retry-after': '999999999' }))(stage);
  await stage.read();
  stage.source.behave = undefined;
  stage.advance(24 * HOUR_MS);
  expect((await stage.read()).portal.state).toBe('complete');
});
