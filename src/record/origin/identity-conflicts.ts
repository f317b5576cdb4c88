/** Whether the sources' Patients can be one person: two verified identifiers of one system, or two birth dates, contradict. */
import type { Patient } from 'fhir/r4.js';
import { identifierKey, isNhsNumberSystem } from '../fhir/identifiers.ts';
import { daySpan, mayBeSameDay } from '../facts/day-span.ts';
import type { NormalisedSource } from '../normalise/source-record.ts';

export interface IdentityConflict {
  readonly what: 'NHS number' | 'birth date';
  /** Names of the sources, sorted. */
  readonly sources: readonly string[];
}

export function identityConflicts(sources: readonly NormalisedSource[]): readonly IdentityConflict[] {
  const patients = sources.flatMap((source) =>
    source.records
      .filter(
        (record) =>
          source.patients.includes(`Patient/${record.resource.id}`) && record.resource.resourceType === 'Patient',
      )
      .map((record) => ({ source: source.source, patient: record.resource as Patient })),
  );
  const numbers = conflict('NHS number', patients, nhsNumbers, (a, b) => a !== b);
  const births = conflict('birth date', patients, birthDates, (a, b) => {
    const [left, right] = [daySpan(a), daySpan(b)];
    return left !== undefined && right !== undefined && !mayBeSameDay(left, right);
  });
  return [...numbers, ...births];
}

function nhsNumbers(patient: Patient): readonly string[] {
  return (patient.identifier ?? []).flatMap((identifier) =>
    isNhsNumberSystem(identifier.system ?? '') ? (identifierKey(identifier) ?? []) : [],
  );
}

function birthDates(patient: Patient): readonly string[] {
  return patient.birthDate === undefined ? [] : [patient.birthDate];
}

function conflict(
  what: IdentityConflict['what'],
  patients: readonly { readonly source: string; readonly patient: Patient }[],
  valuesOf: (patient: Patient) => readonly string[],
  contradict: (a: string, b: string) => boolean,
): readonly IdentityConflict[] {
  const stated = patients.flatMap(({ source, patient }) => valuesOf(patient).map((value) => ({ source, value })));
  const distinct = [...new Set(stated.map(({ value }) => value))];
  if (!distinct.some((a, index) => distinct.slice(index + 1).some((b) => contradict(a, b)))) return [];
  return [{ what, sources: [...new Set(stated.map(({ source }) => source))].sort() }];
}
