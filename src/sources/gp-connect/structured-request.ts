/** The question to `$gpc.getstructuredrecord`: the whole record of one NHS number (GP Connect 1.6, "Retrieve a patient's structured record"). */
import type { Parameters } from 'fhir/r3.js';
import { SourceError } from '../../ports/source-connector.ts';
import { objectsAt, textAt } from '../read/outline.ts';
import type { ClinicalArea } from './tables/clinical-areas.ts';

const NHS_NUMBER_SYSTEM = 'https://fhir.nhs.uk/Id/nhs-number';

export function structuredRecordUrl(baseUrl: string): string {
  return `${baseUrl.replace(/\/$/, '')}/Patient/$gpc.getstructuredrecord`;
}

export function structuredRequest(nhsNumber: string, areas: readonly ClinicalArea[]): Parameters {
  return {
    resourceType: 'Parameters',
    parameter: [
      { name: 'patientNHSNumber', valueIdentifier: { system: NHS_NUMBER_SYSTEM, value: nhsNumber } },
      ...areas.map(({ parameter: { name, part } }) =>
        part === undefined ? { name } : { name, part: part.map((one) => ({ ...one })) },
      ),
    ],
  };
}

/** @throws SourceError `misconfigured` where the Patient carries no NHS number: without it the practice gives nothing. */
export function nhsNumberOf(patient: unknown): string {
  const number = nhsNumberIn(patient);
  if (number === undefined) {
    throw new SourceError(
      'misconfigured',
      'The practice’s Patient carries no NHS number, without which it gives no record.',
    );
  }
  return number;
}

/** @returns ten digits; undefined where the Patient carries none. */
export function nhsNumberIn(patient: unknown): string | undefined {
  return nhsNumberAmong(objectsAt(patient, 'identifier'));
}

/** @param identifiers objects with `system` and `value`. @returns ten digits; undefined where there are none. */
export function nhsNumberAmong(identifiers: readonly unknown[]): string | undefined {
  return identifiers
    .filter((identifier) => textAt(identifier, 'system')?.toLowerCase() === NHS_NUMBER_SYSTEM.toLowerCase())
    .map((identifier) => textAt(identifier, 'value')?.replaceAll(/[\s-]/g, ''))
    .find((value) => value !== undefined && /^\d{10}$/.test(value));
}
