import { describe, expect, it } from 'vitest';
import { AMOXICILLIN, TERMS, concept, convert, subject } from './convert-one.ts';

describe('STU3 to R4', () => {
  it('MedicationRequest', () => {
    const { record, lost } = convert(
      {
        resourceType: 'MedicationRequest',
        identifier: [{ system: 'urn:x', value: '1' }],
        basedOn: [{ reference: '#p' }],
        groupIdentifier: { value: 'g' },
        status: 'stopped',
        intent: 'plan',
        category: concept('urn:c', 'x'),
        medicationCodeableConcept: AMOXICILLIN,
        subject: { reference: 'Patient/1' },
        context: { reference: '#e' },
        requester: { agent: { reference: '#pr' }, onBehalfOf: { reference: '#o' } },
        definition: [{ display: 'a plan' }],
        dosageInstruction: [{ text: 'one', doseQuantity: { value: 1 }, rateRatio: { numerator: { value: 2 } } }],
        substitution: { allowed: false },
        priorPrescription: { reference: '#prior' },
        modifierExtension: [{ url: 'urn:m', valueBoolean: true }],
      },
      'STU3',
    );
    expect(record).toEqual({
      resourceType: 'MedicationRequest',
      identifier: [{ system: 'urn:x', value: '1' }],
      basedOn: [{ reference: '#p' }],
      groupIdentifier: { value: 'g' },
      status: 'stopped',
      intent: 'plan',
      category: [concept('urn:c', 'x')],
      medicationCodeableConcept: AMOXICILLIN,
      subject,
      encounter: { reference: '#e' },
      requester: { reference: '#pr' },
      dosageInstruction: [
        { text: 'one', doseAndRate: [{ doseQuantity: { value: 1 }, rateRatio: { numerator: { value: 2 } } }] },
      ],
      substitution: { allowedBoolean: false },
      priorPrescription: { reference: '#prior' },
      modifierExtension: [{ url: 'urn:m', valueBoolean: true }],
    });
    expect(lost).toEqual(['MedicationRequest.requester.onBehalfOf', 'MedicationRequest.definition']);
  });

  it.each([
    ['y', 'active', 'active'],
    ['unk', 'completed', 'completed'],
    ['n', 'active', 'not-taken'],
    ['n', 'entered-in-error', 'entered-in-error'],
  ])('MedicationStatement taken %s, status %s', (taken, before, status) => {
    const { record, lost } = convert(
      {
        resourceType: 'MedicationStatement',
        status: before,
        taken,
        medicationCodeableConcept: AMOXICILLIN,
        subject: { reference: 'Patient/1' },
        reasonNotTaken: [{ text: 'unwell' }],
      },
      'STU3',
    );
    expect(record).toMatchObject({
      status,
      statusReason: [{ text: 'unwell' }],
      medicationCodeableConcept: AMOXICILLIN,
    });
    expect(lost).toContain('MedicationStatement.taken');
  });

  it('Condition', () => {
    const { record, lost } = convert(
      {
        resourceType: 'Condition',
        clinicalStatus: 'recurrence',
        _clinicalStatus: { extension: [{ url: 'urn:x', valueCode: 'y' }] },
        verificationStatus: 'provisional',
        category: [{ text: 'problem' }],
        subject: { reference: 'Patient/1' },
        context: { reference: 'EpisodeOfCare/1' },
        assertedDate: '2019',
        stage: { summary: { text: '3a' } },
        abatementBoolean: true,
      },
      'STU3',
    );
    expect(record).toEqual({
      resourceType: 'Condition',
      clinicalStatus: {
        extension: [{ url: 'urn:x', valueCode: 'y' }],
        ...concept(`${TERMS}/condition-clinical`, 'recurrence'),
      },
      verificationStatus: concept(`${TERMS}/condition-ver-status`, 'provisional'),
      category: [{ text: 'problem' }],
      subject,
      recordedDate: '2019',
      stage: [{ summary: { text: '3a' } }],
    });
    expect(lost).toEqual(['Condition.context', 'Condition.abatementBoolean']);
  });

  it('a status that R4 does not know is kept aside, and one entered in error says nothing else', () => {
    const unknown = convert({ resourceType: 'Condition', assertedDate: '2019', verificationStatus: 'unknown' }, 'STU3');
    expect(unknown.lost).toEqual(['Condition.verificationStatus']);
    const wrong = convert(
      { resourceType: 'AllergyIntolerance', clinicalStatus: 'active', verificationStatus: 'entered-in-error' },
      'STU3',
    );
    expect(wrong.record).not.toHaveProperty('clinicalStatus');
    expect(wrong.lost).toEqual(['AllergyIntolerance.clinicalStatus']);
  });

  it('Immunization', () => {
    const { record, lost } = convert(
      {
        resourceType: 'Immunization',
        status: 'completed',
        notGiven: true,
        vaccineCode: { text: 'MMR' },
        patient: { reference: 'Patient/1' },
        date: '2001-05',
        primarySource: true,
        practitioner: [{ role: { text: 'AP' }, actor: { reference: '#p' } }],
        explanation: { reason: [{ text: 'travel' }], reasonNotGiven: [{ text: 'declined' }, { text: 'fever' }] },
        vaccinationProtocol: [
          { doseSequence: 2, seriesDoses: 3, targetDisease: [{ text: 'measles' }], doseStatus: { text: 'ok' } },
        ],
      },
      'STU3',
    );
    expect(record).toEqual({
      resourceType: 'Immunization',
      status: 'not-done',
      vaccineCode: { text: 'MMR' },
      patient: subject,
      occurrenceDateTime: '2001-05',
      primarySource: true,
      performer: [{ function: { text: 'AP' }, actor: { reference: '#p' } }],
      reasonCode: [{ text: 'travel' }],
      statusReason: { text: 'declined' },
      protocolApplied: [{ doseNumberPositiveInt: 2, seriesDosesPositiveInt: 3, targetDisease: [{ text: 'measles' }] }],
    });
    expect(lost).toEqual([
      'Immunization.status',
      'Immunization.explanation.reasonNotGiven',
      'Immunization.protocolApplied[0].doseStatus',
    ]);
  });

  it('Observation', () => {
    const { record, lost } = convert(
      {
        resourceType: 'Observation',
        status: 'final',
        code: { text: 'BP' },
        interpretation: { text: 'high' },
        comment: 'after exercise',
        related: [
          { type: 'has-member', target: { reference: '#m' } },
          { type: 'replaces', target: { reference: '#r' } },
        ],
      },
      'STU3',
    );
    expect(record).toMatchObject({
      interpretation: [{ text: 'high' }],
      note: [{ text: 'after exercise' }],
      hasMember: [{ reference: '#m' }],
    });
    expect(lost).toEqual(['Observation.related[1]']);
  });

  it('ProcedureRequest and ReferralRequest become ServiceRequest', () => {
    const procedure = convert(
      { resourceType: 'ProcedureRequest', status: 'cancelled', intent: 'order', code: { text: 'x' } },
      'STU3',
    );
    expect(procedure.record).toMatchObject({ resourceType: 'ServiceRequest', status: 'revoked', code: { text: 'x' } });
    const referral = convert(
      {
        resourceType: 'ReferralRequest',
        status: 'active',
        intent: 'order',
        serviceRequested: [{ text: 'a' }, { text: 'b' }],
        recipient: [{ reference: '#r' }],
        description: 'please see',
      },
      'STU3',
    );
    expect(referral.record).toMatchObject({
      code: { text: 'a' },
      orderDetail: [{ text: 'b' }],
      performer: [{ reference: '#r' }],
      note: [{ text: 'please see' }],
    });
  });

  it('contained resources come along', () => {
    const { record, lost } = convert(
      {
        resourceType: 'MedicationRequest',
        intent: 'order',
        status: 'active',
        contained: [
          {
            resourceType: 'Medication',
            id: 'm',
            isBrand: true,
            ingredient: [{ itemCodeableConcept: { text: 'x' }, amount: { numerator: { value: 5 } } }],
          },
          { resourceType: 'ProcedureRequest', id: 'p', status: 'suspended', intent: 'order' },
        ],
        medicationReference: { reference: '#m' },
      },
      'STU3',
    );
    expect(record).toMatchObject({
      contained: [
        { resourceType: 'Medication', id: 'm', ingredient: [{ strength: { numerator: { value: 5 } } }] },
        { resourceType: 'ServiceRequest', id: 'p', status: 'on-hold' },
      ],
      medicationReference: { reference: '#m' },
    });
    expect(lost).toEqual(['MedicationRequest.contained[1].status', 'MedicationRequest.contained[0].isBrand']);
  });
});
