import { describe, expect, test } from 'vitest';
import type { CodedText } from '../../../../../src/record/terminology/coded-text.ts';
import { createConditionReader } from '../../../../../src/record/terminology/condition/read-condition.ts';
import { importedRelease } from './releases.ts';

const SNOMED = 'http://snomed.info/sct';
const imported = importedRelease({
  conditions: {
    [`${SNOMED}|994001004`]: { names: ['Zorvian pressure (disorder)', 'High blood pressure'], icd10: [] },
    [`${SNOMED}|994002006`]: { names: ['Quintarel syndrome (disorder)'], icd10: ['I10'] },
    [`${SNOMED}|994003001`]: { names: ['Family history of asthma (situation)'], icd10: [] },
    [`${SNOMED}|994006009`]: { names: [], icd10: ['I10'] },
    [`${SNOMED}|994007000`]: { names: ['Type 2 diabetes mellitus (disorder)'], icd10: [] },
  },
});
const reader = createConditionReader(imported);
const builtIn = createConditionReader();

const coded = (code: string, display?: string, text?: string): CodedText => ({
  coding: [{ system: SNOMED, code, ...(display === undefined ? {} : { display }) }],
  ...(text === undefined ? {} : { text }),
});

describe('a code without words', () => {
  test('is read by the names of the release, any of them', () => {
    expect(builtIn.read(coded('994001004')).certainty).toBe('none');
    expect(reader.read(coded('994001004'))).toMatchObject({
      words: 'Zorvian pressure (disorder)',
      concept: 'hypertension',
      certainty: 'certain',
      context: 'asserted',
      evidence: [`code ${SNOMED}|994001004 (imported Release 2026-11-02)`],
    });
  });

  test('keeps the context of its name: a family history is no diagnosis', () => {
    expect(reader.read(coded('994003001'))).toMatchObject({ context: 'family-history', sort: 'other' });
  });

  test('known by its ICD-10 group alone could be that group, never is', () => {
    for (const code of ['994002006', '994006009'])
      expect(reader.read(coded(code))).toMatchObject({
        concept: undefined,
        certainty: 'possible',
        couldBe: ['hypertension'],
      });
  });

  test('that the release has not stays unknown', () => {
    expect(reader.read(coded('994009999'))).toEqual(builtIn.read(coded('994009999')));
  });
});

describe('a code with words', () => {
  test('the vocabulary does not know is read by the release', () => {
    for (const code of [coded('994001004', 'Zorvian trouble'), coded('994001004', undefined, 'Zorvian trouble')])
      expect(reader.read(code)).toMatchObject({
        words: 'Zorvian trouble',
        concept: 'hypertension',
        certainty: 'certain',
        disagreement: undefined,
      });
  });

  test('that say another thing: the text wins and the disagreement is told', () => {
    expect(reader.read(coded('994001004', undefined, 'Asthma'))).toMatchObject({ concept: 'asthma' });
    expect(reader.read(coded('994001004', undefined, 'Asthma')).disagreement).toEqual({
      code: 'Zorvian pressure (disorder)',
      text: 'Asthma',
    });
    expect(reader.read(coded('994001004', 'Asthma'))).toMatchObject({
      concept: 'asthma',
      disagreement: { code: 'Zorvian pressure (disorder)', text: 'Asthma' },
    });
  });

  test('that say less are made more exact, and are no contradiction', () => {
    expect(reader.read(coded('994007000', 'Diabetes'))).toMatchObject({
      concept: 'type-2-diabetes',
      certainty: 'certain',
      disagreement: undefined,
    });
  });

  test('of another context than the release stand by themselves', () => {
    expect(reader.read(coded('994001004', 'No hypertension')).context).toBe(
      builtIn.read(coded('994001004', 'No hypertension')).context,
    );
  });
});

test('an empty release changes no reading', () => {
  const empty = createConditionReader(importedRelease({}));
  const texts = ['Asthma', 'Zorvian trouble', 'arthritis', 'FH: asthma', '', 'Hypertension'];
  for (const text of texts)
    for (const display of texts)
      for (const code of ['994001004', '38341003'])
        expect(empty.read(coded(code, display, text))).toEqual(builtIn.read(coded(code, display, text)));
});
