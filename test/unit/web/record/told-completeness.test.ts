import { expect, test } from 'vitest';
import { toldCompleteness } from '../../../../src/web/record/told-completeness.ts';
import { decidedRecord } from '../../../support/decided-delivery.ts';

const WARNING = 'https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect-ListWarningCode-1';

function list(id: string, title: string, code: string) {
  const extension = [{ url: WARNING, valueCode: code }];
  return { resourceType: 'List', id, status: 'current', mode: 'snapshot', title, extension } as {
    resourceType: string;
    id: string;
  };
}

function source(name: string) {
  const state = 'complete' as const;
  return {
    source: name,
    title: name,
    state,
    lastSuccess: undefined,
    reason: undefined,
    types: [],
    noLongerReturned: 0,
  };
}

test('what a source warns of on its lists is told with the source, each once; an unknown warning is still one', () => {
  const record = decidedRecord(
    {
      gp: [
        list('a', 'Medicines', 'confidential-items'),
        list('b', 'Medicines', 'confidential-items'),
        list('c', 'Allergies', 'something-new'),
      ],
      hospital: [{ resourceType: 'List', id: 'd', status: 'current', mode: 'snapshot' } as never],
    },
    [],
  );
  const told = toldCompleteness({ record, completeness: [source('gp'), source('hospital')] });
  expect(told.map(({ warnings }) => warnings)).toEqual([
    [
      { code: 'confidential-items', list: 'Medicines' },
      { code: 'other', list: 'Allergies' },
    ],
    [],
  ]);
});
