/** Decides which code system a URI means, and which codes say nothing (FHIR R4, 4.3.0 "Using Codes": one URI per system). */
import type { Coding } from 'fhir/r4.js';

const snomed = 'http://snomed.info/sct';
const readV2 = 'http://read.info/readv2';
const readV3 = 'http://read.info/ctv3';
const rxnorm = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const icd9 = 'http://hl7.org/fhir/sid/icd-9-cm';
const icd10 = 'http://hl7.org/fhir/sid/icd-10';
const icd10cm = 'http://hl7.org/fhir/sid/icd-10-cm';
const ndc = 'http://hl7.org/fhir/sid/ndc';
const loinc = 'http://loinc.org';
const cvx = 'http://hl7.org/fhir/sid/cvx';
const atc = 'http://www.whocc.no/atc';

/**
 * Spellings seen or published, lower case, without scheme and trailing slash. dm+d ids are SNOMED CT UK drug extension
 * ids, so both are one system (NHS "dm+d and SNOMED CT", and official examples that carry one id under both).
 */
const aliases: ReadonlyMap<string, string> = new Map([
  ...spellings(snomed, [
    'snomed.info/sct',
    'snomed.info',
    'www.snomed.info/sct',
    'www.snomed.org',
    'snomed-ct',
    'snomedct',
    'snomed ct',
    'sct',
    'urn:oid:2.16.840.1.113883.6.96',
    'urn:oid:2.16.840.1.113883.2.1.3.2.4.15',
    'dmd.nhs.uk',
    'www.dmd.nhs.uk',
    'dmd',
  ]),
  ...spellings(rxnorm, [
    'www.nlm.nih.gov/research/umls/rxnorm',
    'nlm.nih.gov/research/umls/rxnorm',
    'rxnorm',
    'urn:oid:2.16.840.1.113883.6.88',
  ]),
  ...spellings(icd9, [
    'hl7.org/fhir/sid/icd-9-cm',
    'hl7.org/fhir/sid/icd-9-cm/diagnosis',
    'hl7.org/fhir/sid/icd-9',
    'icd-9-cm',
    'icd-9',
    'icd9',
    'urn:oid:2.16.840.1.113883.6.103',
    'urn:oid:2.16.840.1.113883.6.2',
  ]),
  ...spellings(icd10, [
    'hl7.org/fhir/sid/icd-10',
    'hl7.org/fhir/sid/icd-10-uk',
    'www.who.int/classifications/icd10',
    'icd-10',
    'icd10',
    'urn:oid:2.16.840.1.113883.6.3',
  ]),
  ...spellings(icd10cm, [
    'hl7.org/fhir/sid/icd-10-cm',
    'hl7.org/fhir/sid/icd-10-us',
    'www.cdc.gov/nchs/icd/icd10cm',
    'icd-10-cm',
    'icd10cm',
    'urn:oid:2.16.840.1.113883.6.90',
  ]),
  ...spellings(ndc, [
    'hl7.org/fhir/sid/ndc',
    'www.fda.gov/drugs/informationondrugs',
    'ndc',
    'urn:oid:2.16.840.1.113883.6.69',
  ]),
  ...spellings(loinc, ['loinc.org', 'www.loinc.org', 'loinc', 'urn:oid:2.16.840.1.113883.6.1']),
  ...spellings(cvx, [
    'hl7.org/fhir/sid/cvx',
    'www2a.cdc.gov/vaccines/iis/iisstandards/vaccines.asp?rpt=cvx',
    'cvx',
    'urn:oid:2.16.840.1.113883.12.292',
    'urn:oid:2.16.840.1.113883.6.59',
  ]),
  ...spellings(atc, ['www.whocc.no/atc', 'whocc.no/atc', 'atc', 'urn:oid:2.16.840.1.113883.6.73']),
  ...spellings(readV2, ['read.info/readv2', 'urn:oid:2.16.840.1.113883.2.1.6.2', 'fhir.hl7.org.uk/id/read-codes']),
  ...spellings(readV3, ['read.info/ctv3', 'urn:oid:2.16.840.1.113883.2.1.6.3']),
]);

function spellings(canonical: string, variants: readonly string[]): (readonly [string, string])[] {
  return variants.map((variant) => [variant, canonical] as const);
}

/**
 * The one URI of a code system for any spelling of it (scheme, trailing slash, OID, edition and version of SNOMED CT,
 * dm+d). An unknown URI comes back trimmed and otherwise as written; undefined for none or an empty one.
 */
export function canonicalSystem(uri: string | undefined): string | undefined {
  const trimmed = uri?.trim();
  if (trimmed === undefined || trimmed === '') return undefined;
  const bare = withoutTrailingSlashes(trimmed.toLowerCase().replace(/^https?:\/\//, ''));
  const oid = /^(?:oid:)?[0-2](?:\.[0-9]+){3,}$/.test(bare) ? `urn:oid:${bare.replace(/^oid:/, '')}` : bare;
  const known = aliases.get(oid);
  if (known !== undefined) return known;
  // http://snomed.info/sct/<module>[/version/<date>] names an edition; the concept ids are the same.
  if (bare.startsWith('snomed.info/sct/') || bare.startsWith('snomed.info/sct?')) return snomed;
  return trimmed;
}

function withoutTrailingSlashes(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === '/') end -= 1;
  return text.slice(0, end);
}

/** SNOMED CT UK concepts a GP system writes when a transfer lost the real code: they stand for anything at all. */
const degradedSnomed: ReadonlySet<string> = new Set([
  '196411000000103', // transfer-degraded record entry
  '196421000000109', // transfer-degraded medication entry
  '196461000000101', // transfer-degraded drug allergy
  '196471000000108', // transfer-degraded non-drug allergy
]);

/** True for a coding that stands for anything (its code lost in transfer) and so counts as no code. */
export function isDegraded(coding: Pick<Coding, 'system' | 'code' | 'display'>): boolean {
  if (/^\s*transfer[- ]degraded\b/i.test(coding.display ?? '')) return true;
  return canonicalSystem(coding.system) === snomed && degradedSnomed.has(coding.code?.trim() ?? '');
}

/**
 * `<canonical system>|<code>`, for telling whether two codings are the same code. Undefined where the code is absent or
 * degraded, or the system is: a bare code means nothing outside its system.
 */
export function codingKey(coding: Pick<Coding, 'system' | 'code' | 'display'>): string | undefined {
  const system = canonicalSystem(coding.system);
  const code = coding.code?.trim();
  if (system === undefined || code === undefined || code === '' || isDegraded(coding)) return undefined;
  return `${system}|${code}`;
}
