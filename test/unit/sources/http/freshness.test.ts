import { describe, expect, it } from 'vitest';
import { freshForMs } from '../../../../src/sources/http/freshness.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');

describe('freshForMs', () => {
  it.each<[Readonly<Record<string, string>>, number]>([
    [{ 'cache-control': 'public, max-age=60' }, 60_000],
    [{ 'cache-control': 'max-age=60', age: '50' }, 10_000],
    [{ 'cache-control': 'max-age=60', age: '70' }, 0],
    [{ 'cache-control': 'no-store, max-age=60' }, 0],
    [{ 'cache-control': 'no-cache' }, 0],
    [{ 'cache-control': 'max-age=999999999' }, 86_400_000],
    [{ expires: 'Sun, 01 Mar 2026 12:01:00 GMT' }, 60_000],
    [{ expires: '0' }, 0],
    [{}, 300_000],
  ])('%j', (headers, ms) => {
    expect(freshForMs(new Headers(headers), NOW)).toBe(ms);
  });
});
