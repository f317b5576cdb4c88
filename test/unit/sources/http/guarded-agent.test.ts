import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGuardedAgent } from '../../../../src/sources/http/guarded-agent.ts';
import { createSendPlain } from '../../../../src/sources/http/send-plain.ts';

const LIMITS = {
  requestTimeoutMs: 2000,
  maxResponseBytes: 1000,
  maxPullBytes: 1000,
  maxPages: 1,
  pageSize: 1,
  concurrency: 1,
  retries: 0,
};
let reached = 0;
const server = createServer((_request, response) => {
  reached += 1;
  response.end('{}');
});
let port = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());

describe('the guarded way out', () => {
  it.each([
    'http://127.0.0.1',
    'https://127.0.0.1',
    'https://localhost',
    'https://[::ffff:127.0.0.1]',
    'http://localhost',
    'https://2130706433',
    'https://0x7f.1',
  ])('does not reach %s', async (origin) => {
    const send = createSendPlain(createGuardedAgent({ limits: LIMITS, allowInsecure: false }), 2000);
    await expect(send({ method: 'GET', url: `${origin}:${port}/`, headers: {} })).rejects.toMatchObject({
      code: 'misconfigured',
    });
    expect(reached).toBe(0);
  });

  it('reaches loopback where the operator allowed it', async () => {
    const send = createSendPlain(createGuardedAgent({ limits: LIMITS, allowInsecure: true }), 2000);
    await expect(send({ method: 'GET', url: `http://127.0.0.1:${port}/`, headers: {} })).resolves.toMatchObject({
      status: 200,
      text: '{}',
    });
  });
});
