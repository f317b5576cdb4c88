/** What stands on the passport: each source's words, no winner, what the person says beside it, and what may be missing. */
import { describe, expect, test } from 'vitest';
import type { PersonEntry } from '../../../../src/ports/person-entries.ts';
import type { Delivery } from '../../../support/decided-delivery.ts';
import { decidedRecord } from '../../../support/decided-delivery.ts';
import { choicesOf, passportOf, sheetOf } from '../../../support/passport-of.ts';

const CLINICAL = 'http://terminology.hl7.org/CodeSystem/condition-clinical';
const subject = { reference: 'Patient/p' };

function order(id: string, text: string, dose: string, more: object = {}): Delivery[string][number] {
  const dosageInstruction = dose === '' ? [] : [{ text: dose }];
  const resource = { resourceType: 'MedicationRequest', id, status: 'active', intent: 'order', subject };
  return { ...resource, ...{ medicationCodeableConcept: { text }, dosageInstruction }, ...more };
}

function allergy(id: string, text: string, more: object = {}): Delivery[string][number] {
  return { resourceType: 'AllergyIntolerance', id, ...{ patient: subject, code: { text } }, ...more };
}

/** Lines of one section, without what the section is called. */
function linesOf(delivery: Delivery, id: string, entries: readonly PersonEntry[] = [], choices = choicesOf()): string {
  const sheet = sheetOf(passportOf(decidedRecord(delivery, []), entries), choices);
  const section = sheet.sections.find((item) => item.id === id);
  const text = (runs: readonly { readonly text: string }[]) => runs.map((run) => run.text).join('');
  if (section === undefined) return '';
  return [
    ...section.notes.map(text),
    ...section.items.flatMap((item) => [
      `${text(item.title)} ${text(item.after)}`.trim(),
      ...item.lines.map(({ runs }) => text(runs)),
    ]),
    ...section.after.map(text),
  ].join('\n');
}

function entry(content: PersonEntry['content']): PersonEntry {
  return {
    id: '00000000-0000-4000-8000-000000000000',
    content,
    actorId: 'subject',
    at: '2026-01-01T00:00:00.000Z',
    withdrawnAt: undefined,
    withdrawnBy: undefined,
  };
}

describe('medicines', () => {
  test('doses that differ stand side by side with who says so; none is left out', () => {
    const lines = linesOf(
      {
        gp: [order('1', 'Atorvastatin 20mg tablets', 'ONE tablet at night')],
        hospital: [order('1', 'Atorvastatin 20mg tablets', 'TWO tablets at night')],
      },
      'regular',
    );
    expect(lines).toBe(
      [
        'Atorvastatin 20mg tablets',
        'The places do not say the same dose. Ask.',
        'The gp: ONE tablet at night',
        'The hospital: TWO tablets at night',
        'What for: not recorded. From: A and B.',
      ].join('\n'),
    );
  });

  test('a dose that is the same in other words stands once: two would read as two to take', () => {
    const lines = linesOf(
      {
        gp: [order('1', 'Doxazosin 4mg tablets', 'One tablet once a day')],
        hospital: [order('1', 'Doxazosin 4mg tablets', '1 tablet once daily')],
      },
      'regular',
    );
    expect(lines.match(/tablet once/g)).toHaveLength(1);
  });

  test('where the strengths differ, no dose stands without the strength it is a dose of, in the same words or in others', () => {
    const delivery = (dose: string) => ({
      gp: [order('1', 'Amlodipine 10mg tablets', 'One tablet once a day')],
      hospital: [order('1', 'Amlodipine 5mg tablets', dose)],
    });
    const told = (dose: string) => linesOf(delivery(dose), 'regular').split('\n').slice(1, -1);
    const ten = 'The gp: Amlodipine 10mg tablets; Dose: One tablet once a day';
    for (const dose of ['One tablet once a day', '1 tablet once daily'])
      expect(told(dose)).toEqual([
        'The places differ. Strength:',
        ten,
        `The hospital: Amlodipine 5mg tablets; Dose: ${dose}`,
      ]);
    expect(told('')).toEqual([
      'The places differ. Strength:',
      ten,
      'The hospital: Amlodipine 5mg tablets; Dose: not recorded.',
    ]);
    expect(told('Two tablets once a day')).toContain('The places do not say the same dose. Ask.');
    expect(told('Two tablets once a day')).toContain(
      'The hospital: Amlodipine 5mg tablets; Dose: Two tablets once a day',
    );
  });

  test('a place that gives two strengths is not said to give either with a dose that may be of the other', () => {
    const lines = linesOf(
      {
        gp: [
          order('1', 'Amlodipine 10mg tablets', 'One tablet at night'),
          order('2', 'Amlodipine 5mg tablets', 'One tablet in the morning'),
        ],
        hospital: [order('1', 'Amlodipine 5mg tablets', 'One tablet in the morning')],
      },
      'regular',
    );
    expect(lines).not.toContain('10mg tablets; Dose: One tablet in the morning');
    expect(lines).toContain('One tablet at night');
    expect(lines).toContain('One tablet in the morning');
  });

  test('only when needed is apart; where one place says so and another not, it stays among the regular ones', () => {
    const delivery = {
      gp: [
        order('1', 'Paracetamol 500mg tablets', 'Two tablets when required'),
        order('2', 'Codeine 30mg tablets', 'One tablet four times a day'),
      ],
      hospital: [order('2', 'Codeine 30mg tablets', 'One tablet when required')],
    };
    expect(linesOf(delivery, 'as-needed')).toContain('Paracetamol');
    expect(linesOf(delivery, 'as-needed')).not.toContain('Codeine');
    expect(linesOf(delivery, 'regular')).toContain('One tablet when required');
  });

  test('active here and stopped there is shown as that; stopped everywhere is only counted', () => {
    const delivery = {
      gp: [
        order('1', 'Omeprazole 20mg capsules', 'One a day'),
        order('2', 'Aspirin 75mg tablets', 'One a day', { status: 'stopped' }),
      ],
      hospital: [order('1', 'Omeprazole 20mg capsules', 'One a day', { status: 'stopped' })],
    };
    const lines = linesOf(delivery, 'regular');
    expect(lines).toContain('The places differ. Taken now or not:\nThe gp: taken now\nThe hospital: stopped');
    expect(lines).not.toContain('Aspirin');
    expect(linesOf(delivery, 'sources')).toContain('1 thing that is over is not on this sheet.');
  });

  test('how the person takes it stands beside it, with the reason, and takes nothing away', () => {
    const about = [{ source: 'gp', resourceType: 'MedicationRequest', originalId: '1' }];
    const delivery = { gp: [order('1', 'Ramipril 10mg capsules', 'One a day')] };
    const own = entry({ kind: 'taking', about, how: 'not-taken', reason: 'It made me cough' });
    const lines = linesOf(delivery, 'regular', [own]);
    expect(lines).toContain('One a day');
    expect(lines).toContain('I do not take this. It made me cough');
    expect(linesOf(delivery, 'regular', [{ ...own, withdrawnAt: '2026-01-02T00:00:00.000Z' }])).not.toContain('cough');
  });

  test('what the person added is marked as theirs', () => {
    const lines = linesOf({ own: [order('1', 'Vitamin D', 'One a day')] }, 'regular');
    expect(lines).toContain('I added this myself.');
  });

  test.each([
    ['unknown', 'not known if it is taken'],
    ['on-hold', 'paused'],
    [undefined, 'not known if it is taken'],
  ])('%s is not read as taken', (status, told) => {
    const lines = linesOf({ gp: [order('1', 'Vitamin D', 'One a day', { status })] }, 'regular');
    expect(lines.split('\n')).toContain(told);
  });

  test('nothing listed is never "you take none"', () => {
    const lines = linesOf({ gp: [] }, 'regular');
    expect(lines).toBe(
      'No linked place lists a medicine now, other than for when needed.\nThat does not mean that there is none.',
    );
  });
});

describe('allergies', () => {
  test('each reaction with who says it; "no known allergies" is the statement of one place', () => {
    const severe = { reaction: [{ manifestation: [{ text: 'Anaphylaxis' }], severity: 'severe' }] };
    const mild = { reaction: [{ manifestation: [{ text: 'Rash' }], severity: 'mild' }] };
    const lines = linesOf(
      {
        gp: [allergy('1', 'Penicillin', mild)],
        hospital: [allergy('1', 'Penicillin', severe)],
        specialist: [allergy('1', 'No known allergies')],
      },
      'allergies',
    );
    expect(lines).toMatch(
      /Anaphylaxis[^]*\nThe specialist says: No known allergies\. Another place lists an allergy\. Ask about it\.$/,
    );
    expect(lines).toContain('What happens: Rash, mild (The gp)');
    expect(lines).toContain('What happens: Anaphylaxis, severe (The hospital)');
    expect(lines).not.toContain('No linked place lists an allergy.');
  });
});

describe('conditions', () => {
  test('current here and over there: it is said what the places differ in', () => {
    const condition = (status: string) => ({
      ...{ resourceType: 'Condition', id: '1', subject, code: { text: 'Atrial fibrillation' } },
      clinicalStatus: { coding: [{ system: CLINICAL, code: status }] },
    });
    const lines = linesOf({ gp: [condition('active')], hospital: [condition('resolved')] }, 'conditions');
    expect(lines).toContain('The places differ. Whether it is current:\nThe gp: current\nThe hospital: over');
  });
});

describe('the sheet', () => {
  const delivery = { gp: [order('1', 'Ramipril 10mg capsules', 'One a day')] };

  test('says what was left out on purpose, whose letters are whose, as of when', () => {
    const record = decidedRecord(delivery, []);
    const sheet = sheetOf(passportOf(record), choicesOf({ parts: new Set(['regular', 'details']) }));
    const text = JSON.stringify(sheet);
    expect(linesOf(delivery, 'sources', [], choicesOf({ parts: new Set(['regular']) }))).toContain(
      'Left out on purpose: Allergies and what I cannot take,',
    );
    expect(text).toContain('{"text":"A","isWritten":true},{"text":" = ","isWritten":false},{"text":"The gp"');
    expect(text).toContain('28 February 2026');
    expect(text).toContain('2 March 1950');
    expect(text).not.toContain('999 104 7263');
    expect(sheet.sections.map(({ id }) => id)).toEqual(['regular', 'sources']);
  });

  test('words of others are marked as such, own words are not', () => {
    const sheet = sheetOf(passportOf(decidedRecord(delivery, [])));
    const regular = sheet.sections.find(({ id }) => id === 'regular');
    const [item] = regular?.items ?? [];
    expect(item?.title).toEqual([{ text: 'Ramipril 10mg capsules', isWritten: true }]);
    expect(item?.lines[0]?.runs).toEqual([{ text: 'One a day', isWritten: true }]);
    expect(item?.lines.at(-1)?.runs.every(({ isWritten }) => !isWritten)).toBe(true);
  });
});
