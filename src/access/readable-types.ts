/** Types of records as rights name them: every type (`*`) or those named, sorted. */

export type ReadableTypes = '*' | readonly string[];

export type Interaction = 'read' | 'search' | 'everything';

/**
 * Types that have no rights of their own: they go with the records they are about (design 4). OperationOutcome tells how
 * complete an answer is, Device is the gateway itself.
 */
export const COMPANION_TYPES: ReadonlySet<string> = new Set([
  'Linkage',
  'Provenance',
  'DetectedIssue',
  'OperationOutcome',
  'Device',
]);
