import { describe, expect, it } from 'vitest';
import { identifierKey, nhsNumber } from '../../../../src/record/fhir/identifiers.ts';

describe('identifiers', () => {
  it.each([
    ['9434765919', '9434765919'],
    ['943 476 5919', '9434765919'],
    ['943-476-5919', '9434765919'],
    ['9434765918', undefined],
    ['1234567890', undefined],
    ['0000000000', undefined],
    ['9999999999', undefined],
    ['943476591', undefined],
    ['94347659190', undefined],
    ['943476591X', undefined],
  ])('NHS number %s', (text, expected) => {
    expect(nhsNumber(text)).toBe(expected);
  });

  it('makes a key of system and value', () => {
    expect(identifierKey({ system: 'urn:a', value: ' 7 ' })).toBe('urn:a|7');
    expect(identifierKey({ value: '7' })).toBeUndefined();
    expect(identifierKey({ system: 'urn:a', value: ' ' })).toBeUndefined();
    expect(identifierKey(undefined)).toBeUndefined();
  });

  it('gives the NHS number one name, and never an invalid one', () => {
    const old = identifierKey({ system: 'http://fhir.nhs.net/Id/nhs-number', value: '943 476 5919' });
    expect(old).toBe(identifierKey({ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9434765919' }));
    expect(identifierKey({ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '1234567890' })).toBeUndefined();
  });
});
