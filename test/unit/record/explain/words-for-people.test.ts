import { expect, test } from 'vitest';
import { dayWords } from '../../../../src/record/explain/day-words.ts';
import { explain } from '../../../../src/record/explain/explain.ts';
import { allergy, condition, decided, source } from '../decide/decided-record.ts';

const ABSENT = 'http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips';

function told(...resources: readonly object[]): string {
  return explain(decided([source('gp', resources)]))?.join('\n') ?? '';
}

test('an instant is told as the day its source wrote', () => {
  expect(dayWords('2015-05-22T18:29:50+00:00')).toBe('2015-05-22');
  expect(dayWords('2015-05')).toBe('2015-05');
  expect(dayWords('Take at 2015-05-22T18:29')).toBe('Take at 2015-05-22T18:29');
});

test('records of one name are told apart by the day they began, also where another names them', () => {
  const text = told(
    condition('a', 'Tonsillitis', { onsetDateTime: '2019-04-02T10:00:00+01:00' }),
    condition('b', 'Tonsillitis', { onsetDateTime: '2021-08-09' }),
    condition('c', 'Gout', { onsetDateTime: '2021-08-09' }),
  );
  expect(text).toContain('Tonsillitis (2019-04-02) (condition;');
  expect(text).toContain('Tonsillitis (2021-08-09) (condition;');
  expect(text).toContain('Gout (condition;');
});

test('what is no diagnosis is told as such', () => {
  expect(told(condition('a', 'Chain smoker'))).toContain('Chain smoker (condition, not a diagnosis;');
});

test('a code is told in words, not in the name of a table', () => {
  const coding = [{ system: 'http://snomed.info/sct', code: '38341003', display: 'Hypertensive disorder' }];
  expect(told(condition('a', 'Hypertension', { code: { coding } }))).toContain(
    'code http://snomed.info/sct|38341003 (its meaning is known from published records)',
  );
});

test('"none known" that is only a code is told in words', () => {
  const code = { coding: [{ system: ABSENT, code: 'no-known-food-allergies' }] };
  const text = told(allergy('a', '', { code }));
  expect(text).toContain('No known food allergies (allergy;');
  expect(text).toContain('because: "No known food allergies"');
});
