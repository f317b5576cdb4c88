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

test('a reason that the lists themselves give is told with them, once; any other stays', () => {
  const record = decidedRecord({ gp: [list('a', 'Medicines', 'data-in-transit'), list('b', 'Allergies', 'new')] }, []);
  const reasonOf = (reason: string) =>
    toldCompleteness({ record, completeness: [{ ...source('gp'), reason }] }).map((told) => told.reason);
  const inTransit = 'Records are still on their way from another practice.';
  expect(reasonOf(inTransit)).toEqual([undefined]);
  expect(reasonOf(`${inTransit} The practice says that this may be incomplete.`)).toEqual([undefined]);
  for (const other of [
    'The practice holds back confidential items.',
    `${inTransit} 2 items about another person were left out.`,
    'Words of another version.',
  ])
    expect(reasonOf(other)).toEqual([other]);
});
