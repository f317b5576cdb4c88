import { describe, expect, test } from 'vitest';
import { timelineItems } from '../../../../src/record/views/timeline-items.ts';
import { decidedRecord, type Delivery } from '../../../support/decided-delivery.ts';
import { reconciledPerson } from '../../../support/reconciled-person.ts';
import { SANDBOX_PEOPLE } from '../../../../src/sandbox/people/sandbox-people.ts';

const CLINICAL = 'http://terminology.hl7.org/CodeSystem/condition-clinical';

function condition(id: string, status: string | undefined, dates: object) {
  return {
    resourceType: 'Condition',
    id,
    subject: {},
    code: { text: 'Asthma' },
    ...(status === undefined ? {} : { clinicalStatus: { coding: [{ system: CLINICAL, code: status }] } }),
    ...dates,
  };
}

function voices(delivery: Delivery) {
  const items = timelineItems(decidedRecord(delivery, []));
  return items.flatMap((item) =>
    item.voices.map((voice) => ({
      sources: voice.sources.join('+'),
      from: voice.from?.text,
      to: voice.to?.text,
      course: voice.course,
      isFirstWritten: voice.isFirstWritten,
    })),
  );
}

describe('who says when', () => {
  test('sources whose dates do not contradict each other are one voice, with the more exact date', () => {
    expect(
      voices({
        gp: [condition('a', 'active', { onsetDateTime: '2015' })],
        hospital: [condition('b', 'active', { onsetDateTime: '2015-06-02' })],
      }),
    ).toEqual([
      { sources: 'gp+hospital', from: '2015-06-02', to: undefined, course: 'ongoing', isFirstWritten: false },
    ]);
  });

  test('sources that differ are voices of their own: none wins', () => {
    expect(
      voices({
        gp: [condition('a', 'active', { onsetDateTime: '2015-06-02' })],
        hospital: [condition('b', 'resolved', { onsetDateTime: '2015-06-02', abatementDateTime: '2020-01-01' })],
      }),
    ).toMatchObject([
      { sources: 'gp', course: 'ongoing', to: undefined },
      { sources: 'hospital', course: 'ended', to: '2020-01-01' },
    ]);
  });

  test('the day something was written down is not the day it began', () => {
    expect(voices({ gp: [condition('a', 'active', { recordedDate: '2019-01-01' })] })).toMatchObject([
      { from: '2019-01-01', isFirstWritten: true },
    ]);
  });

  test('without a status nobody says whether it goes on', () => {
    expect(voices({ gp: [condition('a', undefined, { onsetDateTime: '2019' })] })).toMatchObject([
      { course: 'not-said' },
    ]);
  });

  test('what goes on has no end, whatever the supply in hand has', () => {
    const statement = {
      resourceType: 'MedicationStatement',
      id: 'm',
      status: 'active',
      subject: {},
      medicationCodeableConcept: { text: 'Ramipril 5 mg tablets' },
      effectivePeriod: { start: '2020-01-01', end: '2026-12-01' },
    };
    expect(voices({ gp: [statement] })).toMatchObject([{ from: '2020-01-01', to: undefined, course: 'ongoing' }]);
  });

  test('an order tells when it was written, not when the medicine was begun', () => {
    const order = {
      resourceType: 'MedicationRequest',
      id: 'm',
      status: 'active',
      intent: 'order',
      subject: {},
      medicationCodeableConcept: { text: 'Ramipril 5 mg tablets' },
      authoredOn: '2020-01-01',
    };
    expect(voices({ gp: [order] })).toMatchObject([{ from: '2020-01-01', isFirstWritten: true }]);
  });

  test('what is no diagnosis, and what was ruled out, is left out', () => {
    const refuted = {
      verificationStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'refuted' }],
      },
    };
    const social = { ...condition('b', 'active', {}), code: { text: 'Lives alone' } };
    expect(voices({ gp: [condition('a', 'active', refuted), social] })).toEqual([]);
  });
});

describe('an invented person', () => {
  const items = SANDBOX_PEOPLE.flatMap((person) => timelineItems(reconciledPerson(person)));

  test('has changes with what, when and who says so', () => {
    const changes = items.flatMap((item) => item.changes);
    expect(changes.length).toBeGreaterThan(0);
    for (const change of changes) {
      expect(['dose', 'strength', 'stage', 'severity']).toContain(change.what);
      expect(change.source).toBeTruthy();
      expect(change.from).not.toBe(change.to);
    }
  });

  test('has a voice for every medicine and condition', () => {
    for (const { voices: own } of items) expect(own.length).toBeGreaterThan(0);
  });
});
