import { describe, expect, it } from 'vitest';
import { SourceError } from '../../../../src/ports/source-connector.ts';
import { createRetrying } from '../../../../src/sources/http/retrying.ts';
import { TransientError } from '../../../../src/sources/http/transient-error.ts';

describe('createRetrying', () => {
  it('gives up after the tries allowed, with the last failure', async () => {
    let tries = 0;
    const failing = createRetrying(2, Date.now)(() => {
      tries += 1;
      return Promise.reject(new TransientError('server-error', `The source has a fault (status ${tries}).`, 0));
    }, undefined);
    await expect(failing).rejects.toMatchObject({ code: 'server-error', detail: 'The source has a fault (status 3).' });
  });

  it('does not repeat what will not pass', async () => {
    let tries = 0;
    const failing = createRetrying(2, Date.now)(() => {
      tries += 1;
      return Promise.reject(new SourceError('refused', 'The source refused this (status 400).'));
    }, undefined);
    await expect(failing).rejects.toMatchObject({ code: 'refused' });
    expect(tries).toBe(1);
  });

  it('makes the others wait when one is told to', async () => {
    const retrying = createRetrying(1, Date.now);
    let first = true;
    const throttled = retrying(() => {
      if (!first) return Promise.resolve(Date.now());
      first = false;
      return Promise.reject(
        new TransientError(
          'rate-limited',
          'The source was asked too often and wants to be left alone for a while.',
          300,
        ),
      );
    }, undefined);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const started = Date.now();
    await retrying(() => Promise.resolve(), undefined);
    expect(Date.now() - started).toBeGreaterThan(200);
    await throttled;
  });

  it('ends a wait at the deadline', async () => {
    const retrying = createRetrying(5, Date.now);
    const started = Date.now();
    const waiting = retrying(
      () =>
        Promise.reject(
          new TransientError(
            'rate-limited',
            'The source was asked too often and wants to be left alone for a while.',
            60_000,
          ),
        ),
      AbortSignal.timeout(100),
    );
    await expect(waiting).rejects.toMatchObject({ code: 'timed-out' });
    expect(Date.now() - started).toBeLessThan(2000);
  });
});
