/** What rows of the tables share. */

export const CONDITION = '/fhir/Condition';

/** For sources that let one wait. */
export const SHORT = { requestTimeoutMs: 800 } as const;

/** The operator's line where conditions alone went wrong. */
export function conditionsFailed(why: string): string {
  return `"notDone":["Condition failed: ${why}"]`;
}
