import { expect, it } from 'vitest';
import { createRecentConcepts } from '../../../../src/record/terminology/recent-concepts.ts';

const coding = { system: 'https://codes.example', code: 'a', display: 'Alpha' };

it('a concept is known again by its content', () => {
  const recent = createRecentConcepts<number>();
  recent.remember({ text: 'Alpha', coding: [coding] }, 1);
  expect(recent.find({ text: 'Alpha', coding: [{ ...coding }] })).toBe(1);
});

it.each([
  { text: 'Beta', coding: [coding] },
  { coding: [coding] },
  { text: 'Alpha' },
  { text: 'Alpha', coding: [coding, coding] },
  { text: 'Alpha', coding: [{ ...coding, code: 'b' }] },
  { text: 'Alpha', coding: [{ ...coding, system: 'https://other.example' }] },
  { text: 'Alpha', coding: [{ ...coding, display: 'Beta' }] },
  { text: 'Alpha', coding: [{ ...coding, userSelected: true }] },
])('another concept is not taken for it: %j', (other) => {
  const recent = createRecentConcepts<number>();
  recent.remember({ text: 'Alpha', coding: [coding] }, 1);
  expect(recent.find(other)).toBeUndefined();
});
