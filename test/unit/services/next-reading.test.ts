import { describe, expect, test } from 'vitest';
import { afterLink, nextReadingAt } from '../../../src/services/next-reading.ts';

const NOW = Date.parse('2026-11-21T09:00:00.000Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const iso = (ms: number) => new Date(ms).toISOString();
const plan = (random: number) => ({ everyMs: DAY, random: () => random });
const account = (over: object) => ({
  state: 'active' as const,
  lastSuccessAt: iso(NOW),
  linkedAt: iso(NOW - 30 * DAY),
  waitUntil: undefined,
  ...over,
});

describe('when an account is read again by itself', () => {
  test('after the usual time, spread around it', () => {
    expect(nextReadingAt(account({}), NOW, plan(0.5))).toBe(iso(NOW + DAY));
    expect(nextReadingAt(account({}), NOW, plan(0))).toBe(iso(NOW + 0.9 * DAY));
    const latest = Date.parse(nextReadingAt(account({}), NOW, plan(0.999_999)) ?? '');
    expect(latest).toBeGreaterThan(NOW + 1.09 * DAY);
    expect(latest).toBeLessThan(NOW + 1.1 * DAY);
  });

  test.each([
    ['just now', 0, 5 * 60_000],
    ['for an hour', HOUR, HOUR],
    ['for two hours', 2 * HOUR, 2 * HOUR],
    ['for a month', 30 * DAY, DAY],
  ])('where it has failed %s: after as long, never longer than the usual time', (_words, failedMs, waitMs) => {
    const failing = account({ state: 'unreachable', lastSuccessAt: iso(NOW - failedMs) });
    expect(nextReadingAt(failing, NOW, plan(0.5))).toBe(iso(NOW + waitMs));
  });

  test('one that was never read counts from its linking', () => {
    const never = account({ state: 'unreachable', lastSuccessAt: undefined, linkedAt: iso(NOW - 3 * HOUR) });
    expect(nextReadingAt(never, NOW, plan(0.5))).toBe(iso(NOW + 3 * HOUR));
  });

  test('not before the source said', () => {
    expect(nextReadingAt(account({ waitUntil: iso(NOW + 3 * DAY) }), NOW, plan(0.5))).toBe(iso(NOW + 3 * DAY));
    expect(nextReadingAt(account({ waitUntil: iso(NOW - DAY) }), NOW, plan(0.5))).toBe(iso(NOW + DAY));
  });

  test.each(['awaiting-confirmation', 'needs-sign-in', 'refused'] as const)('never where it is %s', (state) => {
    expect(nextReadingAt(account({ state }), NOW, plan(0.5))).toBeUndefined();
  });

  test('a new one soon, should the process that reads it die', () => {
    expect(afterLink(NOW)).toBe('2026-11-21T09:05:00.000Z');
  });
});
