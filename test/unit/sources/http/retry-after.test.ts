import { describe, expect, it } from 'vitest';
import { readWaitMs } from '../../../../src/sources/http/retry-after.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');

describe('readWaitMs', () => {
  it.each<[Readonly<Record<string, string>>, number | undefined]>([
    [{ 'retry-after': '120' }, 120_000],
    [{ 'retry-after': 'Sun, 01 Mar 2026 12:00:30 GMT' }, 30_000],
    [{ 'retry-after': 'Sun, 01 Mar 2026 11:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, undefined],
    [{ ratelimit: '"default";r=0;t=59' }, 59_000],
    [{ ratelimit: 'limit=100, remaining=0, reset=59' }, 59_000],
    [{ ratelimit: '"burst";r=0;t=1, "daily";r=10;t=3600' }, 3_600_000],
    [{ ratelimit: '"default";r=0' }, undefined],
    [{ 'ratelimit-reset': '7' }, 7000],
    [{ 'x-ratelimit-reset': String(NOW / 1000 + 9) }, 9000],
    [{ 'retry-after': '1', ratelimit: '"default";r=0;t=59' }, 1000],
    [{}, undefined],
  ])('%j', (headers, ms) => {
    expect(readWaitMs(new Headers(headers), NOW)).toBe(ms);
  });
});
