import { describe, expect, it } from 'vitest';
import { SourceError } from '../../../../src/ports/source-connector.ts';
import { createKeptAnswer } from '../../../../src/sources/http/kept-answer.ts';

/** What the server does, request by request; the last repeats. */
type Reply = { status?: number; text?: string; headers?: Readonly<Record<string, string>> } | SourceError;

function setUp(...replies: readonly Reply[]) {
  const asked: Readonly<Record<string, string>>[] = [];
  let ms = Date.parse('2026-11-21T09:00:00Z');
  const get = createKeptAnswer({
    ask: (conditions) => {
      const reply = replies[Math.min(asked.length, replies.length - 1)] ?? {};
      asked.push(conditions);
      if (reply instanceof SourceError) return Promise.reject(reply);
      const { status = 200, text = '', headers = {} } = reply;
      return Promise.resolve({
        url: 'https://a.example',
        status,
        text,
        headers: new Headers(headers),
        outline: undefined,
      });
    },
    read: ({ text }) => {
      if (text === 'bad') throw new SourceError('misconfigured', 'The source’s SMART configuration is no JSON object.');
      return text;
    },
    now: () => ms,
  });
  return { get, asked, pass: (seconds: number) => (ms += seconds * 1000) };
}

const down = new SourceError('unreachable', 'The source cannot be reached.');

describe('a document kept as HTTP says', () => {
  it('is not asked for again while it is fresh', async () => {
    const { get, asked, pass } = setUp({ text: 'one', headers: { 'cache-control': 'max-age=60' } });
    await get();
    pass(59);
    expect(await get()).toBe('one');
    expect(asked).toHaveLength(1);
    pass(2);
    await get();
    expect(asked).toHaveLength(2);
  });

  it('is asked about by its tag, or by its date, and 304 makes it fresh again', async () => {
    const headers = { 'cache-control': 'max-age=60', etag: '"v1"' };
    const { get, asked, pass } = setUp(
      { text: 'one', headers },
      { status: 304, headers: { 'cache-control': 'max-age=90' } },
    );
    await get();
    pass(61);
    expect(await get()).toBe('one');
    pass(89);
    expect(await get()).toBe('one');
    expect(asked).toEqual([{}, { 'if-none-match': '"v1"' }]);
    const date = 'Sat, 21 Nov 2026 08:00:00 GMT';
    const dated = setUp({ text: 'one', headers: { 'last-modified': date, 'cache-control': 'no-cache' } });
    await dated.get();
    await dated.get();
    expect(dated.asked[1]).toEqual({ 'if-modified-since': date });
  });

  it('is not kept at all under no-store, not even its tag', async () => {
    const { get, asked } = setUp({ text: 'one', headers: { 'cache-control': 'no-store', etag: '"v1"' } }, down);
    await get();
    await expect(get()).rejects.toBe(down);
    expect(asked).toEqual([{}, {}]);
  });

  it('stands in for a failure for a while, an hour where nothing is said, and never against must-revalidate', async () => {
    const { get, pass } = setUp({ text: 'one', headers: { 'cache-control': 'max-age=60' } }, down);
    await get();
    pass(60 + 3599);
    expect(await get()).toBe('one');
    pass(2);
    await expect(get()).rejects.toBe(down);
    const said = setUp({ text: 'one', headers: { 'cache-control': 'max-age=60, stale-if-error=120' } }, down);
    await said.get();
    said.pass(179);
    expect(await said.get()).toBe('one');
    said.pass(2);
    await expect(said.get()).rejects.toBe(down);
    const strict = setUp({ text: 'one', headers: { 'cache-control': 'max-age=60, must-revalidate' } }, down);
    await strict.get();
    strict.pass(61);
    await expect(strict.get()).rejects.toBe(down);
  });

  it('does not stand in for a document that is gone or wrong', async () => {
    const gone = new SourceError('not-found', 'The source has nothing there (status 404).');
    const { get, pass } = setUp({ text: 'one' }, gone);
    await get();
    pass(301);
    await expect(get()).rejects.toBe(gone);
    const wrong = setUp({ text: 'one' }, { text: 'bad' });
    await wrong.get();
    wrong.pass(301);
    await expect(wrong.get()).rejects.toMatchObject({ code: 'misconfigured' });
  });

  it('is asked for once by all who wait', async () => {
    const { get, asked } = setUp({ text: 'one', headers: { 'cache-control': 'no-store' } });
    expect(await Promise.all([get(), get(), get()])).toEqual(['one', 'one', 'one']);
    expect(asked).toHaveLength(1);
  });
});
