import { describe, expect, it } from 'vitest';
import { createConditionReader } from '../../../../../src/record/terminology/condition/read-condition.ts';

const SNOMED = 'http://snomed.info/sct';
const reader = createConditionReader();
const conceptOf = (text: string): string | undefined => reader.read({ text }).concept;

describe('what classifications add to a name', () => {
  it.each([
    ['Other chronic pancreatitis', 'chronic-pancreatitis'],
    ['Myasthenia gravis without (acute) exacerbation', 'myasthenia-gravis'],
    ['Known left ventricular hypertrophy (stable)', 'left-ventricular-hypertrophy'],
    // A kind that has no name of its own is not the whole.
    ['Other specified diabetes mellitus', undefined],
    ['Myasthenia gravis with (acute) exacerbation', undefined],
  ])('%s', (text, concept) => {
    expect(conceptOf(text)).toBe(concept);
  });
});

describe('names of one condition', () => {
  it.each([
    [
      'hypertension',
      [
        'Hypertension',
        'Essential hypertension',
        'Essential hypertension NOS',
        'Essential (primary) hypertension',
        'HTN',
        'High blood pressure',
        'Hypertensive disorder, systemic arterial (disorder)',
        'Benign essential hypertension',
      ],
    ],
    [
      'heart-failure',
      [
        'Heart failure',
        'CHF',
        'Congestive cardiac failure',
        'CCF',
        'Cardiac failure',
        'Chronic congestive heart failure (disorder)',
        'Heart failure, unspecified',
      ],
    ],
    [
      'coronary-heart-disease',
      [
        'Ischaemic heart disease',
        'Ischemic heart disease (disorder)',
        'Coronary heart disease',
        'CAD',
        'IHD',
        'Coronary arteriosclerosis',
      ],
    ],
    [
      'type-2-diabetes',
      [
        'Type 2 diabetes',
        'Type II diabetes mellitus',
        'T2DM',
        'Diabetes mellitus type 2 (disorder)',
        'Type 2 diabetes mellitus without complications',
        'NIDDM',
      ],
    ],
    [
      'type-1-diabetes',
      ['Type 1 diabetes mellitus', 'T1DM', 'Insulin dependent diabetes mellitus', 'Juvenile diabetes'],
    ],
    [
      'depression',
      [
        'Depression',
        'Depressive disorder',
        'Major depressive disorder, single episode, unspecified',
        '[X]Depression NOS',
        'clinical depression',
      ],
    ],
    [
      'copd',
      [
        'COPD',
        'COAD',
        'Chronic obstructive pulmonary disease',
        'Chronic obstructive airways disease',
        'COPD - Chronic obstructive pulmonary disease',
      ],
    ],
    ['myocardial-infarction', ['Heart attack', 'MI', 'Myocardial infarct', 'Acute myocardial infarction']],
    ['chronic-kidney-disease', ['CKD', 'Chronic renal failure', 'Chronic kidney disease (disorder)']],
    [
      'iron-deficiency-anaemia',
      ['Iron deficiency anaemia', 'Iron-deficiency anemia', 'Iron deficiency anemia, unspecified'],
    ],
    [
      'knee-osteoarthritis',
      [
        'Osteoarthritis of knee',
        'Knee osteoarthritis',
        'Primary osteoarthritis of the knee',
        'OA knee',
        'osteoarthrosis of the knee joint',
      ],
    ],
    [
      'breast-cancer',
      [
        'Breast cancer',
        'Cancer of breast',
        'Malignant tumour of breast',
        'Carcinoma of breast',
        'Malignant neoplasm of female breast',
      ],
    ],
    ['fracture-of-hip', ['Fractured neck of femur', '# NOF', 'Broken hip', 'Closed fracture of hip']],
    ['gord', ['GORD', 'GERD', 'Acid reflux', 'Gastro-oesophageal reflux disease', 'Gastroesophageal reflux disease']],
  ])('%s', (concept, names) => {
    for (const name of names)
      expect(reader.read({ text: name }), name).toMatchObject({
        concept,
        certainty: 'certain',
        context: 'asserted',
        sort: 'diagnosis',
      });
  });

  it.each([
    ['Type 1 diabetes', 'Type 2 diabetes'],
    ['Type 2 diabetes', 'Gestational diabetes'],
    ['Type 2 diabetes', 'Secondary diabetes'],
    ['Type 2 diabetes', 'Prediabetes'],
    ['Diabetes mellitus', 'Diabetes insipidus'],
    ['Ulcerative colitis', "Crohn's disease"],
    ['Osteoarthritis', 'Rheumatoid arthritis'],
    ['Hypothyroidism', 'Hyperthyroidism'],
    ['Hypotension', 'Hypertension'],
    ['Hypoglycaemia', 'Hyperglycaemia'],
    ['Atrial fibrillation', 'Atrial flutter'],
    ['Iron deficiency anaemia', 'Vitamin B12 deficiency anaemia'],
    ['Migraine with aura', 'Migraine without aura'],
    ['Hepatitis A', 'Hepatitis B'],
    ['Non-small cell lung cancer', 'Small cell lung cancer'],
    ['Concussion with loss of consciousness', 'Concussion with no loss of consciousness'],
    ['Osteoarthritis of knee', 'Osteoarthritis of hip'],
    ['Adverse reaction to penicillin', 'Penicillin allergy'],
    ['No known problems', 'No information about problems'],
    ['Non-smoker', 'Never smoked'],
    ['Carcinoid tumour', 'Carcinoid syndrome'],
  ])('%s is not %s', (a, b) => {
    expect(conceptOf(a)).toBeDefined();
    expect(conceptOf(a)).not.toBe(conceptOf(b));
  });
});

describe('general and specific', () => {
  it.each([
    ['Type 2 diabetes', 'diabetes'],
    ['Migraine with aura', 'migraine'],
    ['Paroxysmal AF', 'atrial-fibrillation'],
    ['Childhood asthma', 'asthma'],
    ['STEMI', 'coronary-heart-disease'],
    ["Crohn's disease of large bowel", 'inflammatory-bowel-disease'],
    ['Neuropathy due to type 2 diabetes mellitus', 'type-2-diabetes'],
    ['Fracture of forearm', 'fracture'],
  ])('%s is a kind of %s', (text, broader) => {
    expect(reader.read({ text }).broader).toContain(broader);
  });

  it('names the nearest first', () => {
    expect(reader.read({ text: "Crohn's disease of colon" }).broader).toEqual([
      'crohns-disease',
      'inflammatory-bowel-disease',
    ]);
  });
});

describe('side, stage, severity', () => {
  it.each([
    ['Osteoarthritis of left knee', 'knee-osteoarthritis', 'left'],
    ['OA R knee', 'knee-osteoarthritis', 'right'],
    ['(L) cataract', 'cataract', 'left'],
    ['Bilateral hearing loss', 'hearing-loss', 'bilateral'],
    ['Carpal tunnel syndrome, both sides', 'carpal-tunnel-syndrome', 'bilateral'],
    ['Left ventricular hypertrophy', 'left-ventricular-hypertrophy', undefined],
    ['Right heart failure', 'right-heart-failure', undefined],
  ])('%s', (text, concept, laterality) => {
    expect(reader.read({ text })).toMatchObject({ concept, laterality });
  });

  it('takes the side from the body site', () => {
    const reading = reader.read({ text: 'Burnt ear' }, { bodySite: [{ text: 'Left Ear' }] });
    expect(reading).toMatchObject({ concept: 'burn-of-ear', laterality: 'left', hasSides: true });
  });

  it.each([
    ['Chronic kidney disease stage 3a', '3a'],
    ['CKD G3a A2', '3a'],
    ['CKD3', '3'],
    ['Chronic kidney disease stage IV', '4'],
    ['CKD 3b', '3b'],
  ])('%s is stage %s of one condition', (text, stage) => {
    expect(reader.read({ text })).toMatchObject({ concept: 'chronic-kidney-disease', stage });
  });

  it('reads other stages and the extra elements', () => {
    expect(reader.read({ text: 'Non-small cell carcinoma of lung, TNM stage 4 (disorder)' })).toMatchObject({
      concept: 'non-small-cell-lung-cancer',
      stage: '4',
    });
    expect(reader.read({ text: 'Heart failure NYHA class II' })).toMatchObject({
      concept: 'heart-failure',
      stage: 'nyha 2',
    });
    expect(reader.read({ text: 'Lung cancer' }, { stage: [{ text: 'Stage II' }] }).stage).toBe('2');
    expect(reader.read({ text: 'Severe hypothyroidism' })).toMatchObject({
      concept: 'hypothyroidism',
      severity: 'severe',
    });
    expect(reader.read({ text: 'Moderate major depression' })).toMatchObject({
      concept: 'depression',
      severity: 'moderate',
    });
    expect(
      reader.read({ text: 'Asthma' }, { severity: { coding: [{ system: SNOMED, code: '255604002' }] } }).severity,
    ).toBe('mild');
    expect(reader.read({ text: 'Mild cognitive impairment' })).toMatchObject({
      concept: 'mild-cognitive-impairment',
      severity: undefined,
    });
  });
});
