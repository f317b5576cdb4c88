import { expect, test } from 'vitest';
import { createStylesheet } from '../../../../src/web/layout/stylesheet.ts';

test('the sheet asks for no other file, and leaving rules out leaves it whole', () => {
  const sheet = createStylesheet('.own{color:red}');
  expect(sheet).not.toMatch(/url\(|@import|@font-face/);
  expect(sheet.split('{').length).toBe(sheet.split('}').length);
  expect(sheet).toContain('.nhsuk-button');
  expect(sheet.endsWith('.own{color:red}')).toBe(true);
});

test('names no side of the page in a list of four sides', () => {
  const sheet = createStylesheet('');
  const sided = [...sheet.matchAll(/[{;]((?:margin|padding):[^;}]+)/g)].map(([, sides = '']) => sides);
  expect(sided.length).toBeGreaterThan(20);
  const uneven = sided.filter((sides) => {
    const [, right, , left] = sides
      .slice(sides.indexOf(':') + 1)
      .trim()
      .split(/\s+/);
    return left !== undefined && right !== left;
  });
  expect(uneven).toEqual([]);
});
