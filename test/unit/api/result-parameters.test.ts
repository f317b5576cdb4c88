import { expect, test } from 'vitest';
import { emptyPaging, readPagingParameter, readShape } from '../../../src/api/result-parameters.ts';
import { subsetOf } from '../../../src/api/subset.ts';
import { SUMMARY_ELEMENTS } from '../../../src/api/tables/summary-elements.ts';
import { summaryElements } from '../../../.config/search-tables.ts';

const read = (name: string, value: string) => readPagingParameter({ name, modifier: undefined, value }, emptyPaging);

test('the table of summaries is what R4 publishes (npm run build:search)', () => {
  const published = Object.fromEntries(summaryElements());
  expect(Object.keys(published).length).toBeGreaterThan(140);
  expect(SUMMARY_ELEMENTS).toEqual(published);
});

test('_count has a ceiling, and zero asks for the number alone', () => {
  expect(read('_count', '50000')).toMatchObject({ count: 1000, countOnly: false });
  expect(read('_count', '0')).toMatchObject({ count: undefined, countOnly: true });
});

test('what is no shape is left to others, and a modifier makes it none', () => {
  expect(read('code', 'x')).toBeUndefined();
  expect(readPagingParameter({ name: '_count', modifier: 'exact', value: '1' }, emptyPaging)).toBeUndefined();
});

test('a read has a form and no page', () => {
  const parameters = ['_count', '_elements', '_format'].map((name) => ({ name, modifier: undefined, value: 'json' }));
  expect(readShape(parameters)).toEqual({ subset: { kind: 'elements', names: ['json'] }, ignored: ['_count'] });
});

test('a part keeps what changes the meaning, choices and what belongs to a primitive', () => {
  const resource = {
    resourceType: 'Patient' as const,
    id: 'p',
    meta: { versionId: '1', tag: [{ code: 'unified' }] },
    active: true,
    _birthDate: { extension: [] },
    birthDate: '1951',
    deceasedBoolean: false,
    name: [{ text: 'A' }],
    photo: [{}],
  };
  const part = subsetOf(resource, { kind: 'elements', names: ['birthDate'] });
  expect(Object.keys(part).sort()).toEqual(
    ['resourceType', 'id', 'meta', 'active', 'deceasedBoolean', 'birthDate', '_birthDate'].sort(),
  );
  expect(part.meta).toMatchObject({ versionId: '1', tag: [{ code: 'unified' }, { code: 'SUBSETTED' }] });
  expect(resource.meta.tag).toHaveLength(1);
  expect(Object.keys(subsetOf(resource, { kind: 'summary' }))).not.toContain('photo');
});
