import { describe, expect, it } from 'vitest';
import { AMOXICILLIN, TERMS, concept, convert, subject } from './convert-one.ts';

describe('DSTU2 to R4', () => {
  it('MedicationOrder becomes an order', () => {
    const { record, lost } = convert(
      {
        resourceType: 'MedicationOrder',
        dateWritten: '2015-01-15',
        status: 'active',
        dateEnded: '2016',
        reasonEnded: { text: 'finished' },
        patient: { reference: 'Patient/1' },
        prescriber: { reference: '#p' },
        reasonCodeableConcept: { text: 'infection' },
        note: 'with food',
        medicationCodeableConcept: AMOXICILLIN,
        dosageInstruction: [
          {
            text: 'one three times a day',
            additionalInstructions: { text: 'with water' },
            timing: { repeat: { frequency: 3, period: 1, periodUnits: 'd', when: 'PCM' } },
            siteCodeableConcept: { text: 'mouth' },
            doseQuantity: { value: 1 },
          },
        ],
        dispenseRequest: { medicationReference: { reference: '#m' }, quantity: { value: 21 } },
      },
      'DSTU2',
    );
    expect(record).toEqual({
      resourceType: 'MedicationRequest',
      intent: 'order',
      authoredOn: '2015-01-15',
      status: 'active',
      statusReason: { text: 'finished' },
      subject,
      requester: { reference: '#p' },
      reasonCode: [{ text: 'infection' }],
      note: [{ text: 'with food' }],
      medicationCodeableConcept: AMOXICILLIN,
      dosageInstruction: [
        {
          text: 'one three times a day',
          additionalInstruction: [{ text: 'with water' }],
          timing: { repeat: { frequency: 3, period: 1, periodUnit: 'd', when: ['PCM'] } },
          site: { text: 'mouth' },
          doseAndRate: [{ doseQuantity: { value: 1 } }],
        },
      ],
      dispenseRequest: { quantity: { value: 21 } },
    });
    expect(lost).toEqual(
      ['MedicationRequest.dateEnded', 'MedicationRequest.dispenseRequest.medicationReference'].map((p) =>
        p.replace('Request', 'Order'),
      ),
    );
  });

  it('MedicationStatement', () => {
    const { record } = convert(
      {
        resourceType: 'MedicationStatement',
        patient: { reference: 'Patient/1' },
        status: 'active',
        wasNotTaken: true,
        reasonNotTaken: [{ text: 'nausea' }],
        reasonForUseReference: { reference: '#c' },
        note: 'n',
        medicationCodeableConcept: AMOXICILLIN,
        dosage: [{ quantityQuantity: { value: 2 } }],
      },
      'DSTU2',
    );
    expect(record).toEqual({
      resourceType: 'MedicationStatement',
      subject,
      status: 'not-taken',
      statusReason: [{ text: 'nausea' }],
      reasonReference: [{ reference: '#c' }],
      note: [{ text: 'n' }],
      medicationCodeableConcept: AMOXICILLIN,
      dosage: [{ doseAndRate: [{ doseQuantity: { value: 2 } }] }],
    });
  });

  it('Condition', () => {
    const { record } = convert(
      {
        resourceType: 'Condition',
        patient: { reference: 'Patient/1' },
        dateRecorded: '2012',
        category: { text: 'diagnosis' },
        clinicalStatus: 'active',
        verificationStatus: 'confirmed',
        onsetQuantity: { value: 52, code: 'a' },
        notes: 'seen twice',
      },
      'DSTU2',
    );
    expect(record).toEqual({
      resourceType: 'Condition',
      subject,
      recordedDate: '2012',
      category: [{ text: 'diagnosis' }],
      clinicalStatus: concept(`${TERMS}/condition-clinical`, 'active'),
      verificationStatus: concept(`${TERMS}/condition-ver-status`, 'confirmed'),
      onsetAge: { value: 52, code: 'a' },
      note: [{ text: 'seen twice' }],
    });
  });

  it.each([
    ['active', { clinicalStatus: concept(`${TERMS}/allergyintolerance-clinical`, 'active') }],
    ['refuted', { verificationStatus: concept(`${TERMS}/allergyintolerance-verification`, 'refuted') }],
  ])('AllergyIntolerance %s', (status, expected) => {
    const { record, lost } = convert(
      {
        resourceType: 'AllergyIntolerance',
        substance: { text: 'Cashew nuts' },
        patient: { reference: 'Patient/1' },
        status,
        criticality: 'CRITH',
        category: 'food',
        onset: '2010',
        reaction: [{ manifestation: [{ text: 'rash' }], certainty: 'likely' }],
      },
      'DSTU2',
    );
    expect(record).toMatchObject({
      code: { text: 'Cashew nuts' },
      patient: subject,
      criticality: 'high',
      category: ['food'],
      onsetDateTime: '2010',
      reaction: [{ manifestation: [{ text: 'rash' }] }],
      ...expected,
    });
    expect(record).toHaveProperty('clinicalStatus');
    expect(lost).toEqual(['AllergyIntolerance.criticality', 'AllergyIntolerance.reaction[0].certainty']);
  });

  it('names, classes and orders', () => {
    expect(
      convert({ resourceType: 'Patient', name: [{ family: ['van', 'Dyke'], given: ['A'] }] }, 'DSTU2').record,
    ).toMatchObject({
      name: [{ family: 'van Dyke', given: ['A'] }],
    });
    expect(
      convert({ resourceType: 'Encounter', status: 'finished', class: 'inpatient' }, 'DSTU2').record,
    ).toMatchObject({
      class: { system: `${TERMS}/v3-ActCode`, code: 'IMP' },
    });
    expect(
      convert(
        {
          resourceType: 'DiagnosticOrder',
          status: 'requested',
          item: [{ code: { text: 'a' } }, { code: { text: 'b' } }],
        },
        'DSTU2',
      ).record,
    ).toMatchObject({
      resourceType: 'ServiceRequest',
      status: 'active',
      intent: 'order',
      code: { text: 'a' },
      orderDetail: [{ text: 'b' }],
    });
  });
});
