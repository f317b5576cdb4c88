import { expect, test } from 'vitest';
import { auditQuery } from '../../../src/services/audit-query.ts';

test.each([
  ['Condition', '', 'Condition'],
  [
    'Condition',
    '_count=50&_sort=-date&_type=Condition,Patient',
    'Condition?_count=50&_sort=-date&_type=Condition,Patient',
  ],
  ['Patient', 'identifier=https://fhir.nhs.uk/Id/nhs-number|9990000018', 'Patient?identifier=***'],
  ['Patient', 'name=Quillfeather&birthdate=1951-04-02', 'Patient?name=***&birthdate=***'],
  ['Condition', 'code:in=x&patient=p-1', 'Condition?code:in=***&patient=***'],
  ['Condition', '_count=<script>', 'Condition?_count=***'],
  ['Condition', 'Orla Quillfeather=1&eyJhbGciOiJSUzI1NiJ9.e30.c2ln+=1', 'Condition?***=***&***=***'],
])('%s ? %s', (path, query, kept) => {
  expect(auditQuery(path, query)).toBe(kept);
});

test('a question of any length is kept short', () => {
  const kept = auditQuery('Condition', Array.from({ length: 5_000 }, (_, n) => `_tag=${n}`).join('&'));
  expect(kept.length).toBeLessThan(1_000);
  expect(kept.endsWith('&…')).toBe(true);
});
