import { expect, test } from 'vitest';
import { createRenderedAnswers, render } from '../../../src/api/rendered-answers.ts';

function kept(maxBytes: number, maxAgeMs = 1_000, maxAnswers = 100) {
  let nowMs = 0;
  let made = 0;
  const answers = createRenderedAnswers({ maxAnswers, maxBytes, maxAgeMs }, () => nowMs);
  const get = (key: string, bytes = 10) =>
    answers.get(key, () => {
      made++;
      return { text: key.padEnd(bytes), lastModified: undefined, completeness: 'complete' };
    });
  return { get, made: () => made, pass: (ms: number) => (nowMs += ms) };
}

test('an answer is made once per key', () => {
  const { get, made } = kept(100);
  expect(get('a').body).toBe(get('a').body);
  expect(get('b').body.toString()).toBe('b         ');
  expect(made()).toBe(2);
});

test('the least recently used goes when there is no room', () => {
  const { get, made } = kept(30);
  get('a');
  get('b');
  get('c');
  get('a');
  get('d');
  expect(made()).toBe(4);
  get('a');
  expect(made()).toBe(4);
  get('b');
  expect(made()).toBe(5);
});

test('there are no more than a number of answers', () => {
  const { get, made } = kept(1_000, 1_000, 2);
  get('a');
  get('b');
  get('c');
  get('b');
  expect(made()).toBe(3);
  get('a');
  expect(made()).toBe(4);
});

test('one that would push out the others is not kept', () => {
  const { get, made } = kept(30);
  get('a');
  get('large', 16);
  get('large', 16);
  get('a');
  expect(made()).toBe(3);
});

test('nothing is kept beyond its time, used or not', () => {
  const { get, made, pass } = kept(30);
  get('a');
  pass(900);
  get('a');
  pass(200);
  get('a');
  expect(made()).toBe(2);
});

test('the ETag tells answers and their completeness apart', () => {
  const etag = (text: string, completeness: string) => render({ text, completeness, lastModified: undefined }).etag;
  expect(etag('a', 'complete')).toBe(etag('a', 'complete'));
  expect(new Set([etag('a', 'complete'), etag('b', 'complete'), etag('a', 'partial')]).size).toBe(3);
});
