/** The jar keeps cookies as a browser does: by host and path, blind to ports. */
import { describe, expect, test } from 'vitest';
import { CookieJar } from '../../../../src/sandbox/browser/cookie-jar.ts';

const at = (path: string, port = 1): URL => new URL(`http://127.0.0.1:${port}${path}`);

describe('CookieJar', () => {
  test('sends a cookie to every port of its host', () => {
    const jar = new CookieJar();
    jar.take(at('/'), ['a=1; path=/']);
    expect(jar.header(at('/', 2))).toBe('a=1');
    expect(jar.header(new URL('http://localhost:1/'))).toBeUndefined();
  });

  test('keeps to the path, whole segments only', () => {
    const jar = new CookieJar();
    jar.take(at('/oauth/auth'), ['a=1; path=/oauth/auth/x']);
    expect(jar.header(at('/oauth/auth/x'))).toBe('a=1');
    expect(jar.header(at('/oauth/auth/x/y'))).toBe('a=1');
    expect(jar.header(at('/oauth/auth/xy'))).toBeUndefined();
  });

  test('takes the folder of the request where no path is said', () => {
    const jar = new CookieJar();
    jar.take(at('/a/b/c'), ['n=1']);
    expect(jar.header(at('/a/b/other'))).toBe('n=1');
    expect(jar.header(at('/a'))).toBeUndefined();
  });

  test('replaces a value under the same name and path, and keeps another path beside it', () => {
    const jar = new CookieJar();
    jar.take(at('/'), ['a=1; path=/', 'a=2; path=/x']);
    jar.take(at('/'), ['a=3; path=/']);
    expect(jar.header(at('/'))).toBe('a=3');
    expect(jar.header(at('/x'))?.split('; ').sort()).toEqual(['a=2', 'a=3']);
  });

  test.each(['a=; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT', 'a=; path=/; max-age=0'])('forgets on %s', (line) => {
    const jar = new CookieJar();
    jar.take(at('/'), ['a=1; path=/']);
    jar.take(at('/'), [line]);
    expect(jar.header(at('/'))).toBeUndefined();
  });

  test('passes over what is no cookie', () => {
    const jar = new CookieJar();
    jar.take(at('/'), ['nonsense', '=x']);
    expect(jar.header(at('/'))).toBeUndefined();
  });
});
