import { describe, expect, test } from 'vitest';
import type { SourceCompleteness } from '../../../../../src/record/completeness.ts';
import { complete, emptyReasonOf, entriesOf, summarised, wordsOf } from '../../../../support/summarised.ts';
import { allergy, condition, medicine, patient, subject, valid } from '../../../../support/summary-parts.ts';

const PROBLEMS = '11450-4';
const ALLERGIES = '48765-2';
const MEDICINES = '10160-0';
const noKnownAllergies = allergy('nka', 'No known allergies', {
  code: { coding: [{ system: 'http://snomed.info/sct', code: '716186003' }], text: 'No known allergies' },
});
const failed = (source: string): SourceCompleteness => ({
  ...complete(source),
  state: 'failed',
  lastSuccess: undefined,
  reason: 'It did not answer.',
});

describe('empty is never "none" by itself (L6)', () => {
  test('nothing recorded by sources that were read: not asked, and in 1.1 an entry without information', () => {
    const bundle = valid({ gp: [patient] });
    for (const code of [PROBLEMS, ALLERGIES, MEDICINES]) expect(emptyReasonOf(bundle, code)).toBe('notasked');
    expect(wordsOf(bundle, ALLERGIES)).toContain('None says that there are none.');
    const old = summarised({ gp: [patient] }, { version: '1.1' });
    expect(entriesOf(old, ALLERGIES)).toMatchObject([
      { resourceType: 'AllergyIntolerance', code: { coding: [{ code: 'no-allergy-info' }] } },
    ]);
    expect(entriesOf(old, MEDICINES)).toMatchObject([
      { medicationCodeableConcept: { coding: [{ code: 'no-medication-info' }] } },
    ]);
    expect(entriesOf(old, PROBLEMS)).toMatchObject([{ code: { coding: [{ code: 'no-problem-info' }] } }]);
  });

  test.each(['failed', 'stale', 'needs-sign-in', 'withheld'] as const)('a source that is %s: unavailable', (state) => {
    const completeness = [complete('gp'), { ...failed('hospital'), state }];
    const bundle = valid({ gp: [patient], hospital: [] }, { completeness });
    for (const code of [PROBLEMS, ALLERGIES, MEDICINES]) {
      expect(emptyReasonOf(bundle, code)).toBe('unavailable');
      expect(wordsOf(bundle, code)).toContain('hospital');
    }
    expect(emptyReasonOf(bundle, '11369-6')).toBe('unavailable');
  });

  test('no source at all: unavailable', () => {
    expect(emptyReasonOf(valid({}), ALLERGIES)).toBe('unavailable');
  });

  test('a source that refused one type leaves that section unavailable and the others alone', () => {
    const completeness: SourceCompleteness[] = [
      {
        ...complete('gp'),
        state: 'partial',
        types: [
          { type: 'AllergyIntolerance', state: 'refused', received: 0, reason: 'It refused.' },
          { type: 'Condition', state: 'nothing-there', received: 0, reason: undefined },
        ],
      },
    ];
    const bundle = valid({ gp: [patient] }, { completeness });
    expect(emptyReasonOf(bundle, ALLERGIES)).toBe('unavailable');
    expect(emptyReasonOf(bundle, PROBLEMS)).toBe('notasked');
  });

  test('something that could not be read may be an allergy', () => {
    const unread = summarised(
      { gp: [patient] },
      { unreadable: [{ at: 'line 2', text: '{', reason: 'It is no JSON.' }] },
    );
    expect(emptyReasonOf(unread, ALLERGIES)).toBe('unavailable');
    expect(wordsOf(unread, ALLERGIES)).toContain('could not be read');
  });

  test("a source's warning on its list of allergies counts for allergies only", () => {
    const list = {
      resourceType: 'List',
      id: 'l',
      status: 'current',
      mode: 'snapshot',
      title: 'Allergies and adverse reactions',
      subject,
      extension: [
        {
          url: 'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-ListWarningCode-1',
          valueCode: 'confidential-items',
        },
      ],
    };
    const bundle = valid({ gp: [patient, list] });
    expect(emptyReasonOf(bundle, ALLERGIES)).toBe('unavailable');
    expect(wordsOf(bundle, ALLERGIES)).toContain('marked as confidential');
    expect(emptyReasonOf(bundle, PROBLEMS)).toBe('notasked');
  });
});

describe('"none known"', () => {
  test('is coded where a source states it and all were read, each release in its own codes', () => {
    const delivered = { gp: [patient, noKnownAllergies], hospital: [] };
    expect(entriesOf(valid(delivered), ALLERGIES)).toMatchObject([
      { code: { coding: [{ system: 'http://snomed.info/sct', code: '716186003' }] } },
    ]);
    expect(entriesOf(summarised(delivered, { version: '1.1' }), ALLERGIES)).toMatchObject([
      { code: { coding: [{ code: 'no-known-allergies' }] } },
    ]);
  });

  test('is told but not coded where another source could not be read', () => {
    const delivered = { gp: [patient, noKnownAllergies], hospital: [] };
    const bundle = valid(delivered, { completeness: [complete('gp'), failed('hospital')] });
    expect(emptyReasonOf(bundle, ALLERGIES)).toBe('unavailable');
    expect(wordsOf(bundle, ALLERGIES)).toContain('gp states: No known allergies.');
    expect(JSON.stringify(bundle)).not.toContain('716186003');
  });

  test('is told but not coded where another source records one', () => {
    const delivered = { gp: [patient, noKnownAllergies], hospital: [allergy('a', 'Penicillin')] };
    const bundle = valid(delivered);
    expect(entriesOf(bundle, ALLERGIES)).toMatchObject([{ code: { text: 'Penicillin' } }]);
    expect(wordsOf(bundle, ALLERGIES)).toContain('stands against the list above');
    expect(wordsOf(bundle, 'Where the sources differ')).toContain('No known allergies');
  });

  test('about medicines and problems is no medicine and no problem', () => {
    const bundle = valid({
      gp: [patient, medicine('m', 'No known medications'), condition('c', 'No current problems')],
    });
    expect(entriesOf(bundle, MEDICINES)).toMatchObject([
      { medicationCodeableConcept: { coding: [{ code: '787481004' }] } },
    ]);
    expect(entriesOf(bundle, PROBLEMS)).toMatchObject([{ code: { coding: [{ code: '160245001' }] } }]);
  });
});

describe('conflicts are kept (L9)', () => {
  test('a disputed problem stands there once for each source, and in words', () => {
    const delivered = {
      gp: [patient, condition('c', 'Atrial fibrillation')],
      hospital: [condition('c', 'Atrial fibrillation', 'resolved')],
    };
    const bundle = valid(delivered);
    const statuses = entriesOf(bundle, PROBLEMS).map((entry) =>
      entry.resourceType === 'Condition' ? entry.clinicalStatus?.coding?.[0]?.code : undefined,
    );
    expect(statuses.sort()).toEqual(['active', 'resolved']);
    expect(wordsOf(bundle, PROBLEMS)).toContain('sources differ: active (gp), resolved (hospital)');
    expect(wordsOf(bundle, 'Where the sources differ')).toContain('Atrial fibrillation');
  });

  test('a medicine that is active here and stopped there stays in the list, said so', () => {
    const delivered = {
      gp: [patient, medicine('m', 'Omeprazole 20mg capsules')],
      hospital: [medicine('m', 'Omeprazole 20mg capsules', 'stopped')],
    };
    const bundle = valid(delivered);
    expect(entriesOf(bundle, MEDICINES)).toMatchObject([{ status: 'unknown' }]);
    expect(JSON.stringify(entriesOf(bundle, MEDICINES)[0])).toContain(
      'sources differ: active (gp), stopped (hospital)',
    );
    expect(wordsOf(bundle, MEDICINES)).toContain('sources differ: active (gp), stopped (hospital)');
  });

  test('different doses are one instruction in words', () => {
    const dosed = (text: string) => medicine('m', 'Atorvastatin 20mg tablets', 'active', { dosage: [{ text }] });
    const bundle = valid({ gp: [patient, dosed('One tablet at night')], hospital: [dosed('Two tablets at night')] });
    expect(wordsOf(bundle, MEDICINES)).toContain('gp: One tablet at night; hospital: Two tablets at night');
  });
});

describe('what is not listed', () => {
  test('what was ruled out, entered in error, stopped, in the family, or no diagnosis', () => {
    const verification = (code: string) => ({
      verificationStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code }],
      },
    });
    const error = condition('e', 'Gout', 'active', { ...verification('entered-in-error'), clinicalStatus: undefined });
    const bundle = valid({
      gp: [
        patient,
        condition('r', 'Asthma', 'active', verification('refuted')),
        error,
        condition('f', 'Family history of diabetes'),
        condition('s', 'Lives alone'),
        condition('h', 'Hypertension'),
        medicine('o', 'Aspirin 75mg tablets', 'stopped'),
      ],
    });
    expect(entriesOf(bundle, PROBLEMS)).toMatchObject([{ code: { text: 'Hypertension' } }]);
    expect(wordsOf(bundle, PROBLEMS)).toContain('Ruled out, so not listed: Asthma');
    expect(wordsOf(bundle, PROBLEMS)).not.toContain('Gout');
    expect(wordsOf(bundle, 'Other things recorded')).toContain('Lives alone');
    expect(emptyReasonOf(bundle, MEDICINES)).toBe('notasked');
    expect(wordsOf(bundle, MEDICINES)).toContain('Aspirin 75mg tablets: stopped');
  });

  test('what ended is past', () => {
    const bundle = valid({
      gp: [patient, condition('c', 'Pneumonia', 'resolved', { abatementDateTime: '2020-03-01' })],
    });
    expect(emptyReasonOf(bundle, PROBLEMS)).toBe('notasked');
    expect(entriesOf(bundle, '11348-0')).toMatchObject([{ code: { text: 'Pneumonia' } }]);
  });

  test('what is about someone else', () => {
    const procedure = { resourceType: 'Procedure', id: 'p', status: 'completed', code: { text: 'Appendectomy' } };
    const bundle = valid({ gp: [patient, { ...procedure, subject: { reference: 'Group/g' } }] });
    expect(JSON.stringify(bundle)).not.toContain('Appendectomy');
  });
});

describe('the viewer', () => {
  test('a section without the right to read it says so, never "none"', () => {
    const bundle = valid(
      { gp: [patient, condition('c', 'Hypertension')] },
      { mayRead: (type) => type !== 'AllergyIntolerance' && type !== 'Immunization' },
    );
    expect(emptyReasonOf(bundle, ALLERGIES)).toBe('withheld');
    expect(emptyReasonOf(bundle, '11369-6')).toBe('withheld');
    expect(wordsOf(bundle, 'Sources of this summary')).toContain('allergies');
    expect(emptyReasonOf(bundle, PROBLEMS)).toBeUndefined();
  });

  test('why a type was not read, and that something of it was set aside, is for those who may read it', () => {
    const completeness: SourceCompleteness[] = [
      {
        ...complete('gp'),
        state: 'partial',
        types: [{ type: 'AllergyIntolerance', state: 'partial', received: 3, reason: 'One of three was broken.' }],
      },
    ];
    const delivered = { gp: [patient, { resourceType: 'AllergyIntolerance', id: 'a', patient: subject, code: [] }] };
    const open = wordsOf(valid(delivered, { completeness }), ALLERGIES);
    expect(open).toContain('One of three was broken');
    const narrow = JSON.stringify(valid(delivered, { completeness, mayRead: (type) => type !== 'AllergyIntolerance' }));
    expect(narrow).not.toContain('One of three was broken');
    expect(narrow).not.toContain('could not be read and may belong here');
  });

  test("without the right to read the Patient, the person's name is masked", () => {
    const bundle = valid({ gp: [patient] }, { mayRead: (type) => type !== 'Patient' });
    expect(JSON.stringify(bundle.entry?.[1]?.resource)).toContain('masked');
  });
});
