import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepAuditFor } from '../../../src/services/audit-retention.ts';
import { createLog } from '../../../src/telemetry/log.ts';

const log = createLog({ level: 'silent' });
const NOW = Date.parse('2026-03-11T00:00:00.000Z');
const DAY_MS = 24 * 3_600_000;

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

test('looks at the start and every day, a failure ends nothing, and nothing is looked at after the end', async () => {
  const asked: string[] = [];
  const store = {
    deleteNamelessAudit: (before: string) => {
      asked.push(before);
      return asked.length === 2 ? Promise.reject(new Error('gone')) : Promise.resolve(1);
    },
  };
  const retention = keepAuditFor({ store, log, now: Date.now }, 10);
  expect(asked).toEqual(['2026-03-01T00:00:00.000Z']);
  await vi.advanceTimersByTimeAsync(2 * DAY_MS);
  expect(asked).toEqual(['2026-03-01T00:00:00.000Z', '2026-03-02T00:00:00.000Z', '2026-03-03T00:00:00.000Z']);
  await retention.close();
  await vi.advanceTimersByTimeAsync(2 * DAY_MS);
  expect(asked).toHaveLength(3);
});
