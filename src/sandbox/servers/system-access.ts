/**
 * What a backend service may ask of a source's FHIR API: any person's record, one at a time (SMART App Launch 2.2, "Backend
 * Services"). The request itself says whose.
 */
import { asObject } from '../records/patient-record.ts';
import type { PatientRecord, RecordEntry } from '../records/patient-record.ts';

/** `system/…` scopes, v1 and v2 forms. */
export function systemMay(scopes: ReadonlySet<string>, type: string, letter: 'r' | 's'): boolean {
  return ['*', type].some((subject) => ['rs', letter, 'read'].some((form) => scopes.has(`system/${subject}.${form}`)));
}

export function systemScopes(types: readonly string[]): readonly string[] {
  return ['*', ...types].flatMap((type) => ['rs', 'r', 's', 'read'].map((form) => `system/${type}.${form}`));
}

/** @param named the id at the end of the path, or of the `patient` parameter. */
export function recordNamed(
  records: ReadonlyMap<string, PatientRecord>,
  type: string,
  named: string | undefined,
  isSearch: boolean,
): PatientRecord | undefined {
  return [...records.values()].find((record) =>
    isSearch || type === 'Patient'
      ? record.patientId === named
      : record.entries.some((entry) => entry.type === type && entry.id === named),
  );
}

/** Patients that carry one of the identifiers, written `system|value` with commas between. */
export function patientsWith(records: ReadonlyMap<string, PatientRecord>, tokens: string): readonly RecordEntry[] {
  const wanted = new Set(tokens.split(','));
  return [...records.values()]
    .flatMap(({ entries }) => entries.filter(({ type }) => type === 'Patient'))
    .filter(({ json }) => {
      const identifiers = json?.['identifier'];
      return (Array.isArray(identifiers) ? identifiers : [])
        .map(asObject)
        .some((identifier) => wanted.has(`${String(identifier?.['system'])}|${String(identifier?.['value'])}`));
    });
}
