/**
 * Elements that the profiles of the IPS want and the record lacks: the reason stands in their place (IPS 2.0.1, "Required Data
 * Elements").
 */
import type {
  AllergyIntolerance,
  CodeableConcept,
  Condition,
  DeviceUseStatement,
  DiagnosticReport,
  MedicationStatement,
  Observation,
  Procedure,
  Reference,
} from 'fhir/r4.js';
import { dataAbsent } from '../../unify/emit-context.ts';

type WithId<T> = T & { id: string };

const UNKNOWN = { extension: [dataAbsent('unknown')] };
const UNKNOWN_CONCEPT: CodeableConcept = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'unknown' }],
  text: 'Without a name',
};

export function completeMedication(statement: WithId<MedicationStatement>): WithId<MedicationStatement> {
  return has(statement, 'effective') ? statement : { ...statement, _effectiveDateTime: UNKNOWN };
}

export function completeCondition(condition: WithId<Condition>): WithId<Condition> {
  return { ...condition, code: condition.code ?? UNKNOWN_CONCEPT };
}

export function completeAllergy(allergy: WithId<AllergyIntolerance>): WithId<AllergyIntolerance> {
  return { ...allergy, code: allergy.code ?? UNKNOWN_CONCEPT };
}

export function completeProcedure(procedure: WithId<Procedure>): WithId<Procedure> {
  const coded = { ...procedure, code: procedure.code ?? UNKNOWN_CONCEPT };
  return has(procedure, 'performed') ? coded : { ...coded, _performedDateTime: UNKNOWN };
}

/** A result says who made it, or that it is not known; other observations need not. @param subject whose record it is in. */
export function completeObservation(
  observation: WithId<Observation>,
  subject: Reference,
  isResult: boolean,
): WithId<Observation> {
  const about = observation.subject === undefined ? { ...observation, subject } : observation;
  const timed = has(observation, 'effective') ? about : { ...about, _effectiveDateTime: UNKNOWN };
  return isResult && timed.performer === undefined ? { ...timed, performer: [UNKNOWN] } : timed;
}

export function completeReport(report: WithId<DiagnosticReport>, subject: Reference): WithId<DiagnosticReport> {
  const about = report.subject === undefined ? { ...report, subject } : report;
  return has(report, 'effective') ? about : { ...about, _effectiveDateTime: UNKNOWN };
}

export function completeUse(use: WithId<DeviceUseStatement>): WithId<DeviceUseStatement> {
  return has(use, 'timing') ? use : { ...use, _timingDateTime: UNKNOWN };
}

/** Whether a choice of types is there: `effectivePeriod`, `_effectiveDateTime`. */
function has(resource: object, choice: string): boolean {
  return Object.keys(resource).some((name) => {
    const plain = name.startsWith('_') ? name.slice(1) : name;
    return plain.startsWith(choice) && /^[A-Z]/.test(plain.slice(choice.length));
  });
}
