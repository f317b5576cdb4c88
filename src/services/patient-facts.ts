/** What a source's Patient (STU3 or R4) says that helps to tell people apart. Anything may be in the JSON. */
import { isNhsNumberSystem, parseNhsNumber } from './nhs-number.ts';

export interface PatientIdentifier {
  readonly system: string;
  readonly value: string;
}

export interface PatientFacts {
  readonly id: string | undefined;
  /** Valid NHS numbers, those marked as old left out. */
  readonly nhsNumbers: readonly { readonly value: string; readonly traced: boolean }[];
  /** Other identifiers with a system, as written. */
  readonly identifiers: readonly PatientIdentifier[];
  /** FHIR date, possibly partial. */
  readonly birthDate: string | undefined;
  readonly family: string | undefined;
  readonly given: readonly string[];
  /** The name as one text, for the person to recognise. */
  readonly nameText: string | undefined;
}

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objects(value: unknown): readonly Json[] {
  return (Array.isArray(value) ? value : [value]).filter(isObject);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function texts(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).map(text).filter((item) => item !== undefined);
}

const VERIFICATION = /NHSNumberVerificationStatus(-\d+)?$/i;
const VERIFIED_CODES: ReadonlySet<string> = new Set(['01', 'number-present-and-verified']);

/** A source that carries the verification status (UK Core, Care Connect) and says other than verified has not traced it. */
function isTraced(identifier: Json): boolean {
  const status = objects(identifier['extension']).find((item) => VERIFICATION.test(text(item['url']) ?? ''));
  if (status === undefined) return true;
  return objects(status['valueCodeableConcept'])
    .flatMap((concept) => objects(concept['coding']))
    .some((coding) => VERIFIED_CODES.has(text(coding['code']) ?? ''));
}

function preferredName(names: readonly Json[]): Json | undefined {
  const current = names.filter((name) => name['use'] !== 'old');
  return (
    current.find((name) => name['use'] === 'official') ?? current.find((name) => name['use'] === 'usual') ?? current[0]
  );
}

/** @returns undefined where the JSON is no Patient. */
export function readPatientFacts(json: unknown): PatientFacts | undefined {
  if (!isObject(json) || json['resourceType'] !== 'Patient') return undefined;
  const identifiers = objects(json['identifier']).filter((item) => item['use'] !== 'old');
  const name = preferredName(objects(json['name']));
  // DSTU2 writes family as a list, STU3 and R4 as a text.
  const family = texts(name?.['family']).join(' ') || undefined;
  const given = texts(name?.['given']);
  const nameText = text(name?.['text']) ?? ([...given, family ?? ''].join(' ').trim() || undefined);
  return {
    id: text(json['id']),
    nhsNumbers: identifiers
      .filter((item) => isNhsNumberSystem(text(item['system'])))
      .flatMap((item) => {
        const value = parseNhsNumber(text(item['value']) ?? '');
        return value === undefined ? [] : [{ value, traced: isTraced(item) }];
      }),
    identifiers: identifiers.flatMap((item) => {
      const system = text(item['system']);
      const value = text(item['value']);
      return system === undefined || value === undefined || isNhsNumberSystem(system) ? [] : [{ system, value }];
    }),
    birthDate: birthDate(text(json['birthDate'])),
    family,
    given,
    nameText,
  };
}

function birthDate(value: string | undefined): string | undefined {
  return value !== undefined && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value) ? value : undefined;
}
