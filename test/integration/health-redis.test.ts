/** Readiness of a gateway whose shared store went away: without it nobody can sign in. */
import { expect, test } from 'vitest';
import { hasRedis, startRedis } from '../servers/redis-server.ts';
import { isMissing } from '../support/needs.ts';
import { startHarness } from './app-harness.ts';

test.skipIf(isMissing('redis-server', hasRedis()))('is not ready while Redis does not answer', async () => {
  const server = await startRedis();
  const harness = await startHarness({ settings: { redisUrl: server.url } });
  const ready = async (): Promise<number> => (await fetch(`${harness.config.publicUrl}/health/ready`)).status;
  expect(await ready()).toBe(200);
  await server.close();
  await expect.poll(ready, { timeout: 10_000 }).toBe(503);
  expect((await fetch(`${harness.config.publicUrl}/health/live`)).status).toBe(200);
  await harness.close();
});
