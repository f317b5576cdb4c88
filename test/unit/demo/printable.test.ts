import { describe, expect, test } from 'vitest';
import { printable, shortened } from '../../../src/demo/printable.ts';

describe("the sources' text in a terminal", () => {
  test.each([
    ['an escape sequence', '\u001b[31mred', '\uFFFD[31mred'],
    ['a one-character control sequence', '\u009b2J', '\uFFFD2J'],
    ['a carriage return that hides what was before it', 'stopped\ractive', 'stopped\uFFFDactive'],
    ['a change of direction', 'a\u202Eb\u2066c', 'a\uFFFDb\uFFFDc'],
    ['a bell and a nul', '\u0007\u0000', '\uFFFD\uFFFD'],
  ])('%s is made harmless', (_, text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  test('words of any language, and line breaks, stay', () => {
    const text = 'gp: Łukasz – 1 ½\nクロピドグレル ↔ 𝛂-blocker';
    expect(printable(text)).toBe(text);
  });

  test('an endless text shows its beginning, no half character at its end; a long one is whole', () => {
    expect(shortened('a'.repeat(1_000_000))).toBe(`${'a'.repeat(299)}…`);
    expect(shortened('𝛂'.repeat(1000)) === `${'𝛂'.repeat(149)}…`).toBe(true);
    expect(shortened('a'.repeat(300))).toBe('a'.repeat(300));
  });
});
