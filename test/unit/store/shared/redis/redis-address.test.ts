import { expect, test } from 'vitest';
import { parseRedisAddress } from '../../../../../src/store/shared/redis/redis-address.ts';

test('one Redis keeps its address as it is', () => {
  for (const url of ['redis://h:1/2', 'rediss://user:a%40b@h', 'redis://[::1]:6379']) {
    expect(parseRedisAddress(url)).toEqual({ kind: 'single', url });
  }
});

test('a cluster: nodes, login, TLS', () => {
  expect(parseRedisAddress('rediss+cluster://phr:a%40b:c@one.example:7000,two.example,[::1]:7002')).toEqual({
    kind: 'cluster',
    nodes: [
      { host: 'one.example', port: 7000 },
      { host: 'two.example', port: 6379 },
      { host: '::1', port: 7002 },
    ],
    login: { username: 'phr', password: 'a@b:c' },
    tls: true,
    master: 'mymaster',
  });
});

test('sentinels: the name of the master, and a password alone', () => {
  expect(parseRedisAddress('redis+sentinel://:secret@s1,s2:26380/records')).toEqual({
    kind: 'sentinel',
    nodes: [
      { host: 's1', port: 26_379 },
      { host: 's2', port: 26_380 },
    ],
    login: { password: 'secret' },
    tls: false,
    master: 'records',
  });
});

test.each(['', 'http://h', 'redis+cluster://', 'redis+cluster://a,,b', 'redis+sentinel://h:99999/x', 'redis+x://h'])(
  '%j is refused without being repeated',
  (url) => {
    expect(() => parseRedisAddress(url)).toThrow('The address of Redis (PHR_REDIS_URL) cannot be read.');
  },
);
