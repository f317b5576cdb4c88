import { describe, expect, it } from 'vitest';
import { createConditionReader } from '../../../../../src/record/terminology/condition/read-condition.ts';

const SNOMED = 'http://snomed.info/sct';
const ICD10CM = 'http://hl7.org/fhir/sid/icd-10-cm';
const reader = createConditionReader();

describe('what is not certain', () => {
  it('takes a near spelling for possible, never for certain', () => {
    expect(reader.read({ text: 'Hypertensoin' })).toMatchObject({
      concept: undefined,
      certainty: 'possible',
      couldBe: ['hypertension'],
    });
    expect(reader.read({ text: 'Diabetes type 3' })).toMatchObject({ concept: undefined, couldBe: [] });
    expect(reader.read({ text: 'Arteritis' }).couldBe).not.toContain('arthritis');
  });

  it('lists what vague words could mean', () => {
    expect(reader.read({ text: 'heart trouble' })).toMatchObject({ concept: undefined, certainty: 'possible' });
    expect(reader.read({ text: 'heart trouble' }).couldBe).toContain('heart-failure');
  });

  it('says so where nothing is understood', () => {
    expect(reader.read({ text: 'Salmonella shamba' })).toMatchObject({
      words: 'Salmonella shamba',
      concept: undefined,
      certainty: 'none',
      sort: 'diagnosis',
    });
    expect(reader.read(undefined)).toMatchObject({ words: '', concept: undefined, certainty: 'none' });
  });
});

describe('codes', () => {
  it.each([
    [SNOMED, '44054006', 'type-2-diabetes'],
    ['http://snomed.info/sct/', '73211009', 'diabetes'],
    [ICD10CM, 'I10', 'hypertension'],
    [ICD10CM, 'E11.9', 'type-2-diabetes'],
    ['urn:oid:2.16.840.1.113883.6.90', 'J45.909', 'asthma'],
  ])('%s|%s alone', (system, code, concept) => {
    expect(reader.read({ coding: [{ system, code }] })).toMatchObject({ concept, certainty: 'certain' });
  });

  it('takes the stage from a code that names it', () => {
    expect(reader.read({ coding: [{ system: SNOMED, code: '433144002' }] })).toMatchObject({
      concept: 'chronic-kidney-disease',
      stage: '3',
    });
  });

  it('takes a code whose meaning is not confirmed for no evidence', () => {
    expect(reader.read({ coding: [{ system: SNOMED, code: '999999999' }] })).toMatchObject({
      concept: undefined,
      certainty: 'none',
    });
    expect(reader.read({ coding: [{ system: 'http://example.org/local', code: '44054006' }] }).concept).toBeUndefined();
  });

  it('counts a degraded code as no code: the text alone speaks', () => {
    const degraded = { system: SNOMED, code: '196411000000103', display: 'Transfer-degraded record entry' };
    expect(reader.read({ coding: [degraded] })).toMatchObject({ words: '', concept: undefined });
    expect(reader.read({ text: 'Nuchal pain', coding: [degraded] })).toMatchObject({
      words: 'Nuchal pain',
      concept: 'neck-pain',
    });
  });

  it('reads the more specific of text and code where they agree', () => {
    expect(
      reader.read({ text: 'Diabetes', coding: [{ system: SNOMED, code: '44054006', display: 'Diabetes' }] }),
    ).toMatchObject({ concept: 'type-2-diabetes', disagreement: undefined });
    expect(reader.read({ text: 'Type 2 diabetes', coding: [{ system: SNOMED, code: '73211009' }] })).toMatchObject({
      concept: 'type-2-diabetes',
      disagreement: undefined,
    });
  });

  it('keeps to the text and says so where the code contradicts it', () => {
    const reading = reader.read({
      text: 'Type 1 diabetes',
      coding: [{ system: ICD10CM, code: 'E11.9', display: 'Type 2 diabetes mellitus without complications' }],
    });
    expect(reading.concept).toBe('type-1-diabetes');
    expect(reading.disagreement).toEqual({
      code: 'Type 2 diabetes mellitus without complications',
      text: 'Type 1 diabetes',
    });
  });

  it('does not take a grouping code for a contradiction', () => {
    const reading = reader.read({
      coding: [
        { system: SNOMED, code: '198436008', display: 'Menopausal flushing (finding)' },
        {
          system: 'http://hl7.org/fhir/sid/icd-10',
          code: 'N95.1',
          display: 'Menopausal and female climacteric states',
        },
      ],
    });
    expect(reading).toMatchObject({ concept: 'menopausal-flushing', disagreement: undefined });
  });

  it('shows the words the recorder picked', () => {
    const coding = [
      { system: SNOMED, code: '76880004', display: 'Angelman syndrome' },
      { system: 'http://read.info/readv2', code: 'PKyz500', display: 'Happy puppet syndrome', userSelected: true },
    ];
    expect(reader.read({ coding })).toMatchObject({ words: 'Happy puppet syndrome', concept: 'angelman-syndrome' });
  });
});

it('reads the same whatever was read before', () => {
  const texts = ['Asthma', 'FH: asthma', 'CKD 3a', 'Left cataract', 'Hypertensoin'];
  const one = texts.map((text) => createConditionReader().read({ text }));
  const other = [...texts]
    .reverse()
    .map((text) => reader.read({ text }))
    .reverse();
  expect(one).toEqual(other);
});

it('is fast on what it has read, and on hostile lengths', () => {
  const code = {
    text: 'Essential hypertension',
    coding: [{ system: SNOMED, code: '59621000', display: 'Essential hypertension' }],
  };
  reader.read(code);
  const start = performance.now();
  for (let i = 0; i < 20_000; i += 1) reader.read(code);
  expect((performance.now() - start) / 20_000).toBeLessThan(0.05);
  const long = performance.now();
  for (const text of ['history of '.repeat(20_000), '?'.repeat(200_000), `${'a '.repeat(99)}b`, '('.repeat(199)])
    reader.read({ text });
  expect(performance.now() - long).toBeLessThan(500);
});
