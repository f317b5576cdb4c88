/** A report in a GP record. */
import type { DiagnosticReport } from 'fhir/r3.js';
import { gpRecordId, profile, subject } from './gp-context.ts';
import type { GpContext } from './gp-context.ts';

export interface GpReport {
  readonly key: string;
  readonly words: string;
  readonly on: string;
  /** Ids of the result Observations. */
  readonly results: readonly string[];
}

export function gpReport(context: GpContext, report: GpReport): DiagnosticReport {
  const id = `${report.key}-report`;
  return {
    resourceType: 'DiagnosticReport',
    id,
    meta: profile('DiagnosticReport'),
    identifier: [gpRecordId(context, id)],
    status: 'final',
    category: { coding: [{ system: 'http://hl7.org/fhir/v2/0074', code: 'LAB' }] },
    code: { text: report.words },
    subject: subject(context),
    effectiveDateTime: report.on,
    issued: `${report.on}T17:00:00+00:00`,
    result: report.results.map((result) => ({ reference: `Observation/${result}` })),
  };
}
