import { expect, test } from 'vitest';
import { unknownSettings } from '../../../src/config/read-settings.ts';

test('a name that looks like a setting and is none is told; files of secrets are none', () => {
  const env = {
    PHR_REDIS_URI: 'redis://:a-password@cache',
    PHR_REDIS_URL_FILE: '/run/redis',
    PHR_PORT: '1',
    PATH: '/bin',
  };
  expect(unknownSettings(env)).toEqual(['PHR_REDIS_URI']);
  expect(unknownSettings({ PHR_PORT_FILE: '/run/port' })).toEqual(['PHR_PORT_FILE']);
});
