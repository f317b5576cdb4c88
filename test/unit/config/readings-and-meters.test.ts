/** Settings of readings by themselves, of metrics, of the pages' time, and of one gateway beside others. */
import { expect, test } from 'vitest';
import { loadConfig } from '../../../src/config/load-config.ts';
import { KEY, noFiles } from './settings-stage.ts';

test('one gateway alone is told where it has PostgreSQL and no Redis', () => {
  const postgres = { PHR_OPERATOR_KEY: KEY, PHR_POSTGRES_URL: 'postgresql://phr@127.0.0.1/phr' };
  expect(loadConfig(postgres, noFiles).notices.join()).toContain('PHR_REDIS_URL');
  expect(loadConfig({ ...postgres, PHR_REDIS_URL: 'redis://127.0.0.1' }, noFiles).notices).toEqual([]);
});

test('what is read by itself, measured and shown is as it was set', () => {
  const config = loadConfig(
    { PHR_OPERATOR_KEY: KEY, PHR_READ_EVERY_H: '0', PHR_METRICS_PORT: '9464', PHR_TIME_ZONE: 'Europe/Warsaw' },
    noFiles,
  );
  expect(config).toMatchObject({ readEveryMs: undefined, metricsPort: 9464, timeZone: 'Europe/Warsaw' });
  expect(() => loadConfig({ PHR_OPERATOR_KEY: KEY, PHR_TIME_ZONE: 'Nowhere' }, noFiles)).toThrow();
});
