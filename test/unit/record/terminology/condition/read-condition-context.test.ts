import { describe, expect, it } from 'vitest';
import { createConditionReader } from '../../../../../src/record/terminology/condition/read-condition.ts';

const SNOMED = 'http://snomed.info/sct';
const reader = createConditionReader();

describe('context', () => {
  it.each([
    ['FH: Breast cancer', 'family-history', 'breast-cancer', 'other'],
    ['Family history of malignant neoplasm of colon', 'family-history', 'colon-cancer', 'other'],
    ['No evidence of diabetes mellitus', 'negated', 'diabetes', 'other'],
    ['Denies chest pain', 'negated', 'chest-pain', 'other'],
    ['Pulmonary embolism ruled out', 'negated', 'pulmonary-embolism', 'other'],
    ['At risk of diabetes mellitus', 'at-risk', 'diabetes', 'other'],
    ['Screening for bowel cancer', 'screening', 'bowel-cancer', 'other'],
    ['History of myocardial infarction (situation)', 'history-of', 'myocardial-infarction', 'diagnosis'],
    ['H/O: peptic ulcer', 'history-of', 'peptic-ulcer', 'diagnosis'],
    ['Previous stroke', 'history-of', 'stroke', 'diagnosis'],
    ['Suspected lung cancer (situation)', 'suspected', 'lung-cancer', 'diagnosis'],
    ['Suspected [D]Multinodular goitre', 'suspected', 'multinodular-goitre', 'diagnosis'],
    ['?asthma', 'suspected', 'asthma', 'diagnosis'],
    ['Probable COPD', 'suspected', 'copd', 'diagnosis'],
    ['Asthma', 'asserted', 'asthma', 'diagnosis'],
  ])('%s', (text, context, concept, sort) => {
    expect(reader.read({ text })).toMatchObject({ context, concept, sort });
  });

  it('says nothing of a condition whose family history is denied', () => {
    expect(reader.read({ text: 'No family history of breast cancer' })).toMatchObject({
      context: 'negated',
      concept: undefined,
    });
  });

  it('keeps the doubt that only the code states', () => {
    const reading = reader.read({
      text: 'Lung cancer',
      coding: [{ system: SNOMED, code: '162573006', display: 'Suspected lung cancer (situation)' }],
    });
    expect(reading).toMatchObject({ context: 'suspected', concept: 'lung-cancer' });
  });
});

describe('what is no diagnosis', () => {
  it.each([
    'Lives alone',
    'Chain smoker',
    'Partner pregnant',
    'Twins - both live born',
    'Cervical smear adequate',
    'Cognitive behavioural therapy',
    'Angettes 75mg tablet',
    'Full-time employment (finding)',
    'Received higher education (finding)',
    'Medication review due (situation)',
    'Limited social contact (finding)',
    'Stress (finding)',
    'Palliative care',
    'Lack of mental capacity to make decision (Mental Capacity Act 2005)',
    'Measles mumps and rubella vaccination - second dose',
    'Patient transfer to skilled nursing facility (procedure)',
    'Housing unsatisfactory (finding)',
    'History of appendectomy',
    'Needs influenza immunization',
    'Coronary artery bypass grafting (procedure)',
    'No known allergies',
  ])('%s', (text) => {
    expect(reader.read({ text }).sort).toBe('other');
  });

  it.each([
    'Body mass index 30+ - obesity (finding)',
    'Fever (finding)',
    'Postoperative wound infection',
    'Loosening of total hip replacement',
    'Alcohol dependence',
    'Frobnication of the spleen',
    'Normal pressure hydrocephalus',
    'Ventral incisional hernia',
  ])('%s is shown among diagnoses', (text) => {
    expect(reader.read({ text }).sort).toBe('diagnosis');
  });
});
