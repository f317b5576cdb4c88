import { expect, it } from 'vitest';
import { beforeDeadline } from '../../../../src/sources/read/before-deadline.ts';

const OVER = { code: 'timed-out' };

it('leaves no rejection to itself where the deadline was over before the work began', async () => {
  const unhandled: unknown[] = [];
  const keep = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', keep);
  try {
    await expect(beforeDeadline(Promise.reject(new Error('ended too')), AbortSignal.abort())).rejects.toMatchObject(
      OVER,
    );
    // Told after the microtasks of a turn.
    await new Promise((resolve) => setImmediate(resolve));
    expect(unhandled).toEqual([]);
  } finally {
    process.off('unhandledRejection', keep);
  }
});

it('stops waiting at the deadline, and gives what came before it', async () => {
  const controller = new AbortController();
  const waiting = beforeDeadline(new Promise<never>(() => undefined), controller.signal);
  controller.abort();
  await expect(waiting).rejects.toMatchObject(OVER);
  expect(await beforeDeadline(Promise.resolve(7), new AbortController().signal)).toBe(7);
});
