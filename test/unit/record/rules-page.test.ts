import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RULES, RULES_VERSION } from '../../../src/record/match/rules.ts';

const page = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8');

test('docs/rules.md names every rule and no other', () => {
  const onPage = [...page.matchAll(/^\| ([MCAPE]-[a-z-]+) +\|/gm)].map((match) => match[1]).sort();
  expect(onPage).toEqual(Object.keys(RULES).sort());
});

test('docs/rules.md carries the version of the rules', () => {
  expect(page).toContain(`Rules version ${RULES_VERSION}.`);
});
