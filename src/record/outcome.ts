/** The OperationOutcome that goes with every answer: how complete it is and what could not be read (laws L7, L8). */
import type { Extension, OperationOutcome, OperationOutcomeIssue } from 'fhir/r4.js';
import type { SourceCompleteness } from './completeness.ts';
import { COMPLETENESS_SYSTEM, EXTENSION } from './fhir/canonical.ts';
import { compareText } from './facts/fact.ts';
import { decisionIssues } from './decide/decision-issues.ts';
import type { DecisionNote } from './decide/place-decisions.ts';
import type { NormalisedSource } from './normalise/source-record.ts';
import type { IdentityConflict } from './origin/identity-conflicts.ts';

/** References named per issue; the count tells the rest. */
const NAMED_AT_MOST = 50;

export const OUTCOME_ID = 'completeness';

export function recordOutcome(
  completeness: readonly SourceCompleteness[],
  sources: readonly NormalisedSource[],
  conflicts: readonly IdentityConflict[],
  notes: readonly DecisionNote[] = [],
): OperationOutcome & { id: string } {
  const issues = [
    ...completeness.flatMap(completenessIssues),
    ...conflicts.map(conflictIssue),
    ...decisionIssues(notes),
    ...sources.flatMap((source) => [
      ...warningIssues(source),
      ...quarantineIssues(source),
      ...standingIssues(source),
      ...lossIssues(source),
    ]),
  ];
  const none: OperationOutcomeIssue = {
    severity: 'information',
    code: 'informational',
    details: { text: 'No source is linked.' },
  };
  return { resourceType: 'OperationOutcome', id: OUTCOME_ID, issue: issues.length > 0 ? issues : [none] };
}

function completenessIssues(source: SourceCompleteness): OperationOutcomeIssue[] {
  const whole = source.state === 'complete';
  const main: OperationOutcomeIssue = {
    severity: whole ? 'information' : 'warning',
    code: whole ? 'informational' : 'incomplete',
    details: { coding: [{ system: COMPLETENESS_SYSTEM, code: source.state }], text: stateWords(source) },
    extension: [told(source.source, source.state, source.lastSuccess, source.reason)],
  };
  const types = source.types
    .filter((type) => type.state === 'partial' || type.state === 'refused' || type.state === 'failed')
    .map((type): OperationOutcomeIssue => ({
      severity: 'warning',
      code: 'incomplete',
      details: {
        coding: [{ system: COMPLETENESS_SYSTEM, code: 'partial' }],
        text: `${source.source}: ${type.type} ${type.state}${type.reason === undefined ? '' : `: ${type.reason}`}`,
      },
      extension: [told(source.source, `${type.type} ${type.state}`, undefined, type.reason)],
    }));
  const missing: OperationOutcomeIssue[] =
    source.noLongerReturned === 0
      ? []
      : [
          {
            severity: 'information',
            code: 'informational',
            details: {
              coding: [{ system: COMPLETENESS_SYSTEM, code: 'no-longer-returned' }],
              text: `${source.source}: ${source.noLongerReturned} items that were given before are no longer returned; nobody said why.`,
            },
          },
        ];
  return [main, ...types, ...missing];
}

/** Linking refuses such a source; offline the caller has said that they belong together, so it is told. */
function conflictIssue(conflict: IdentityConflict): OperationOutcomeIssue {
  return {
    severity: 'warning',
    code: 'business-rule',
    details: {
      coding: [{ system: COMPLETENESS_SYSTEM, code: 'identity-differs' }],
      text: `The sources' Patients do not agree on the ${conflict.what}: ${conflict.sources.join(', ')}`,
    },
  };
}

function stateWords(source: SourceCompleteness): string {
  const since = source.lastSuccess === undefined ? '' : `, last read ${source.lastSuccess}`;
  return `${source.source}: ${source.state}${since}${source.reason === undefined ? '' : `: ${source.reason}`}`;
}

function told(source: string, state: string, lastSuccess: string | undefined, reason: string | undefined): Extension {
  return {
    url: EXTENSION.completeness,
    extension: [
      { url: 'source', valueString: source },
      { url: 'state', valueString: state },
      ...(lastSuccess === undefined ? [] : [{ url: 'last-success', valueInstant: lastSuccess }]),
      ...(reason === undefined ? [] : [{ url: 'reason', valueString: reason }]),
    ],
  };
}

function warningIssues(source: NormalisedSource): OperationOutcomeIssue[] {
  return source.warnings.map((warning) => ({
    severity: 'warning',
    code: 'incomplete',
    details: {
      coding: [{ system: COMPLETENESS_SYSTEM, code: 'list-warning' }],
      text: `${source.source}: ${warning.list ?? 'a list'} may be incomplete: ${warning.code}`,
    },
    extension: [told(source.source, 'list-warning', undefined, warning.code)],
  }));
}

function quarantineIssues(source: NormalisedSource): OperationOutcomeIssue[] {
  return source.quarantined.map((item) => ({
    severity: 'error',
    code: 'processing',
    details: {
      coding: [{ system: COMPLETENESS_SYSTEM, code: 'quarantined' }],
      text: `${source.source}: ${item.resourceType ?? 'an item'} at ${item.at} could not be read: ${item.reason}`,
    },
    diagnostics: `Binary/${item.id}`,
    extension: [told(source.source, 'quarantined', undefined, item.reason)],
  }));
}

const STANDING_WORDS = {
  'entered-in-error': 'was entered in error',
  'do-not-perform': 'says that something must not be done',
  'other-subject': 'is about another person',
  'no-information': 'says that nothing is known',
} as const;

/** Kept and named, never linked (matching: "entered in error, do-not-perform, another patient's subject"). */
function standingIssues(source: NormalisedSource): OperationOutcomeIssue[] {
  return (Object.keys(STANDING_WORDS) as (keyof typeof STANDING_WORDS)[]).flatMap((standing) => {
    const refs = source.records
      .filter((record) => record.standing === standing)
      .map((record) => `${record.resource.resourceType}/${record.resource.id}`);
    if (refs.length === 0) return [];
    return [
      {
        severity: 'warning' as const,
        code: 'business-rule' as const,
        details: {
          coding: [{ system: COMPLETENESS_SYSTEM, code: standing }],
          text: `${source.source}: ${refs.length} left out of the reconciled record, because it ${STANDING_WORDS[standing]}`,
        },
        diagnostics: named(refs),
        extension: [told(source.source, standing, undefined, undefined)],
      },
    ];
  });
}

/** One issue per kind of element, with how many records it concerns: a large record has thousands of equal ones. */
function lossIssues(source: NormalisedSource): OperationOutcomeIssue[] {
  const byKind = new Map<string, { path: string; reason: string; refs: string[] }>();
  for (const loss of source.losses) {
    const key = `${loss.path}|${loss.reason}`;
    const entry = byKind.get(key);
    if (entry) entry.refs.push(loss.record);
    else byKind.set(key, { path: loss.path, reason: loss.reason, refs: [loss.record] });
  }
  return [...byKind]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { path, reason, refs }]) => ({
      severity: 'information',
      code: 'not-supported',
      details: {
        coding: [{ system: COMPLETENESS_SYSTEM, code: 'element-not-kept' }],
        text: `${source.source}: ${path} kept in an extension in ${refs.length} records: ${reason}`,
      },
      diagnostics: named(refs),
      extension: [told(source.source, 'element-not-kept', undefined, reason)],
    }));
}

function named(refs: readonly string[]): string {
  const sorted = [...refs].sort();
  const shown = sorted.slice(0, NAMED_AT_MOST).join(' ');
  return sorted.length > NAMED_AT_MOST ? `${shown} and ${sorted.length - NAMED_AT_MOST} more` : shown;
}
