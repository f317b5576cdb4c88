import { expect, it } from 'vitest';
import {
  conceptRows,
  createConditionVocabulary,
} from '../../../../../src/record/terminology/condition/condition-vocabulary.ts';
import { createWordFolder, wordsKey } from '../../../../../src/record/terminology/condition/fold-words.ts';
import { CONDITION_CODES } from '../../../../../src/record/terminology/condition/tables/condition-codes.ts';
import { VAGUE_WORDS } from '../../../../../src/record/terminology/condition/tables/vague-words.ts';

const rows = conceptRows();
const keys = new Set(rows.map(({ key }) => key));

it('gives each key once', () => {
  expect(rows.length).toBeGreaterThan(1_000);
  expect(keys.size).toBe(rows.length);
});

it('gives each name to one concept', () => {
  const folder = createWordFolder();
  const owner = new Map<string, string>();
  const twice: string[] = [];
  for (const row of rows)
    for (const name of row.names.split('|')) {
      const key = wordsKey(folder.fold(name));
      const known = owner.get(key);
      if (key === '' || (known !== undefined && known !== row.key))
        twice.push(`${name}: ${known ?? '(nothing left)'} / ${row.key}`);
      owner.set(key, row.key);
    }
  expect(twice).toEqual([]);
});

it('names only concepts that exist', () => {
  const named = [
    ...rows.flatMap(({ broader }) => broader.split('|').filter((key) => key !== '')),
    ...CONDITION_CODES.map(({ concept }) => concept),
    ...VAGUE_WORDS.flatMap(({ couldBe }) => couldBe),
  ];
  expect(named.filter((key) => !keys.has(key))).toEqual([]);
});

it('makes no concept broader than itself', () => {
  const vocabulary = createConditionVocabulary();
  expect([...keys].filter((key) => vocabulary.concept(key)?.broader.includes(key) === true)).toEqual([]);
});

it('lists each code once', () => {
  const codes = CONDITION_CODES.map(({ system, code }) => `${system}|${code}`);
  expect(new Set(codes).size).toBe(codes.length);
});
