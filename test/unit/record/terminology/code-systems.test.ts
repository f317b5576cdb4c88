import { describe, expect, it } from 'vitest';
import { canonicalSystem, codingKey, isDegraded } from '../../../../src/record/terminology/code-systems.ts';

const snomed = 'http://snomed.info/sct';

describe('canonicalSystem', () => {
  it.each([
    ['http://snomed.info/sct/', snomed],
    ['https://snomed.info/sct', snomed],
    ['HTTP://SNOMED.INFO/SCT', snomed],
    ['urn:oid:2.16.840.1.113883.6.96', snomed],
    ['2.16.840.1.113883.6.96', snomed],
    ['http://snomed.info/sct/999000041000000102/version/20240101', snomed],
    ['https://dmd.nhs.uk', snomed],
    ['https://dmd.nhs.uk/', snomed],
    ['https://www.nlm.nih.gov/research/umls/rxnorm/', 'http://www.nlm.nih.gov/research/umls/rxnorm'],
    ['urn:oid:2.16.840.1.113883.6.88', 'http://www.nlm.nih.gov/research/umls/rxnorm'],
    ['icd-10', 'http://hl7.org/fhir/sid/icd-10'],
    ['urn:oid:2.16.840.1.113883.6.3', 'http://hl7.org/fhir/sid/icd-10'],
    ['urn:oid:2.16.840.1.113883.6.90', 'http://hl7.org/fhir/sid/icd-10-cm'],
    ['http://hl7.org/fhir/sid/icd-9-cm/diagnosis', 'http://hl7.org/fhir/sid/icd-9-cm'],
    ['urn:oid:2.16.840.1.113883.6.103', 'http://hl7.org/fhir/sid/icd-9-cm'],
    ['urn:oid:2.16.840.1.113883.6.69', 'http://hl7.org/fhir/sid/ndc'],
    ['https://loinc.org/', 'http://loinc.org'],
    ['urn:oid:2.16.840.1.113883.12.292', 'http://hl7.org/fhir/sid/cvx'],
    ['urn:oid:2.16.840.1.113883.6.73', 'http://www.whocc.no/atc'],
    ['https://read.info/readv2', 'http://read.info/readv2'],
    ['http://read.info/ctv3/', 'http://read.info/ctv3'],
  ])('%s is %s', (uri, canonical) => {
    expect(canonicalSystem(uri)).toBe(canonical);
  });

  it('keeps ICD-10 and ICD-10-CM apart, and an unknown system as it is written', () => {
    expect(canonicalSystem('http://hl7.org/fhir/sid/icd-10')).not.toBe(
      canonicalSystem('http://hl7.org/fhir/sid/icd-10-cm'),
    );
    expect(canonicalSystem(' https://codes.example.org/Local ')).toBe('https://codes.example.org/Local');
    expect(canonicalSystem('http://snomed.info/sctx')).toBe('http://snomed.info/sctx');
  });

  it('gives undefined for none and for an empty one', () => {
    expect(canonicalSystem(undefined)).toBeUndefined();
    expect(canonicalSystem('  ')).toBeUndefined();
  });
});

describe('isDegraded', () => {
  it.each(['196421000000109', '196411000000103', '196461000000101', '196471000000108'])(
    '%s stands for anything',
    (code) => {
      expect(isDegraded({ system: 'https://snomed.info/sct/', code })).toBe(true);
    },
  );

  it('tells by display where the code is unknown, and by system where the code is chance', () => {
    expect(isDegraded({ system: snomed, code: '1', display: 'Transfer-degraded plan' })).toBe(true);
    expect(isDegraded({ system: 'http://loinc.org', code: '196421000000109' })).toBe(false);
    expect(isDegraded({ system: snomed, code: '317972000', display: 'Furosemide 40mg tablets' })).toBe(false);
  });
});

describe('codingKey', () => {
  it('is equal for dm+d and SNOMED CT spellings of one id', () => {
    expect(codingKey({ system: 'https://dmd.nhs.uk/', code: '323509004' })).toBe(
      codingKey({ system: snomed, code: ' 323509004 ' }),
    );
  });

  it('is undefined without a system or code and for a degraded code', () => {
    expect(codingKey({ code: '323509004' })).toBeUndefined();
    expect(codingKey({ system: snomed })).toBeUndefined();
    expect(codingKey({ system: snomed, code: '196421000000109' })).toBeUndefined();
  });
});
