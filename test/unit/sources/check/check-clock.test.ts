import { describe, expect, it } from 'vitest';
import { checkClock } from '../../../../src/sources/check/check-clock.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');

describe('checkClock', () => {
  it.each([
    ['Sun, 01 Mar 2026 12:00:03 GMT', 'works', 'within 3 s'],
    ['Sun, 01 Mar 2026 12:05:00 GMT', 'wrong', '300 s ahead of'],
    ['Sun, 01 Mar 2026 11:59:00 GMT', 'wrong', '60 s behind'],
    ['yesterday', 'note', 'cannot be compared'],
  ])('%s', (date, level, words) => {
    const [finding] = checkClock(new Headers({ date }), NOW);
    expect(finding?.level).toBe(level);
    expect(finding?.text).toContain(words);
  });
});
