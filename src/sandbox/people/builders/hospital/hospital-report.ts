/** A report of the hospital’s laboratory. */
import type { DiagnosticReport } from 'fhir/r4.js';
import { subject } from './hospital-context.ts';
import type { HospitalContext } from './hospital-context.ts';

export function hospitalReport(
  context: HospitalContext,
  report: { readonly id: string; readonly words: string; readonly on: string; readonly results: readonly string[] },
): DiagnosticReport {
  return {
    resourceType: 'DiagnosticReport',
    id: report.id,
    status: 'final',
    category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'LAB' }] }],
    code: { text: report.words },
    subject: subject(context),
    effectiveDateTime: `${report.on}T08:20:00Z`,
    issued: `${report.on}T16:00:00Z`,
    result: report.results.map((id) => ({ reference: `Observation/${id}` })),
  };
}
