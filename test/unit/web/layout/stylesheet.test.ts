import { expect, test } from 'vitest';
import { createStylesheet } from '../../../../src/web/layout/stylesheet.ts';

test('the sheet asks for no other file, and leaving rules out leaves it whole', () => {
  const sheet = createStylesheet('.own{color:red}');
  expect(sheet).not.toMatch(/url\(|@import|@font-face/);
  expect(sheet.split('{').length).toBe(sheet.split('}').length);
  expect(sheet).toContain('.nhsuk-button');
  expect(sheet.endsWith('.own{color:red}')).toBe(true);
});
