/** The completeness OperationOutcome without issues that name records of types the viewer may not read (law L10). */
import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r4.js';
import { COMPANION_TYPES, isReadable, type ReadableTypes } from './readable-types.ts';
import { R4_TYPES } from './tables/resource-types.ts';

/** A record (`Condition/gp-1`) or, in a FHIRPath, an element (`Condition.code`). A type alone in a sentence names no record. */
const NAMED = /\b([A-Z][A-Za-z]{2,63})[/.][A-Za-z0-9]/g;

/** Warnings that stand on a source's List say what the source held back: they are for everyone. */
const ALWAYS_TOLD: ReadonlySet<string> = new Set([...COMPANION_TYPES, 'Patient', 'List']);

export function narrowOutcome<T extends OperationOutcome>(outcome: T, types: ReadableTypes): T {
  const mayTell = (type: string) => ALWAYS_TOLD.has(type) || isReadable(types, type);
  const issue = outcome.issue.filter((item) => typesNamed(item).every(mayTell));
  // OperationOutcome.issue is 1..*.
  return { ...outcome, issue: issue.length > 0 ? issue : [NOTHING_TO_TELL] };
}

const NOTHING_TO_TELL: OperationOutcomeIssue = {
  severity: 'information',
  code: 'informational',
  details: { text: 'There is nothing to tell about the types that the access token allows.' },
};

/** `url` and `system` hold names of definitions (`…/CodeSystem/…`), which are no records. */
function typesNamed(item: OperationOutcomeIssue): string[] {
  const text = JSON.stringify(item, (key, value: unknown) => (key === 'url' || key === 'system' ? undefined : value));
  return [...text.matchAll(NAMED)].flatMap(([, word]) => (word !== undefined && R4_TYPES.has(word) ? [word] : []));
}
