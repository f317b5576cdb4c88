import { LosslessNumber } from 'lossless-json';
import { describe, expect, test } from 'vitest';
import { isRight } from '../../../../src/record/normalise/is-right.ts';
import { dataTypeShape } from '../../../../src/record/normalise/r4-shape.ts';

describe('may stand as it is', () => {
  test.each([
    ['CodeableConcept', { coding: [{ system: 'http://loinc.org', code: '8480-6', display: 'Systolic' }], text: 'x' }],
    ['Quantity', { value: 5, unit: 'mg' }],
    ['Quantity', { value: new LosslessNumber('1.10'), comparator: '<' }],
    ['Dosage', { text: 'one daily', asNeededBoolean: true, timing: { repeat: { frequency: 1, periodUnit: 'd' } } }],
    ['Patient.communication', { language: { text: 'Welsh' } }],
  ])('%s %j', (shape, value) => {
    expect(isRight(value, dataTypeShape(shape))).toBe(true);
  });
});

describe('is left to the walk that repairs', () => {
  test.each([
    ['no object', 'CodeableConcept', 'words'],
    ['a list', 'CodeableConcept', [{ text: 'x' }]],
    ['null', 'CodeableConcept', null],
    ['a number kept exactly', 'CodeableConcept', new LosslessNumber('1.10')],
    ['nothing inside', 'CodeableConcept', {}],
    ['an element that R4 does not have', 'CodeableConcept', { text: 'x', colour: 'red' }],
    ['null inside', 'CodeableConcept', { text: null }],
    ['an empty text', 'CodeableConcept', { text: '' }],
    ['an empty list', 'CodeableConcept', { text: 'x', coding: [] }],
    ['one where a list is', 'CodeableConcept', { coding: { code: 'x' } }],
    ['a list where one is', 'CodeableConcept', { text: ['x'] }],
    ['a fault deep inside', 'CodeableConcept', { coding: [{ code: 'x', userSelected: 'yes' }] }],
    ['a code that R4 does not allow', 'Quantity', { value: 1, comparator: 'about' }],
    ['a number as a text', 'Quantity', { value: '5' }],
    ['two values of one choice', 'Dosage', { asNeededBoolean: true, asNeededCodeableConcept: { text: 'for pain' } }],
    ['what is required missing', 'Patient.communication', { preferred: true }],
    // These may have to change although they are right.
    ['a reference', 'Annotation', { text: 'x', authorReference: { reference: 'Practitioner/1' } }],
    ['an address', 'DocumentReference.content', { attachment: { url: 'Binary/1' } }],
    ['an extension', 'CodeableConcept', { text: 'x', extension: [{ url: 'http://a.example', valueCode: 'b' }] }],
    ['an extension of a primitive', 'CodeableConcept', { text: 'x', _text: { id: 'a' } }],
    ['a key that every object has', 'CodeableConcept', JSON.parse('{"text":"x","__proto__":{"a":1}}')],
  ])('%s', (_why, shape, value) => {
    expect(isRight(value, dataTypeShape(shape))).toBe(false);
  });
});
