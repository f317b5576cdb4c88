/** One extension per stated status: no winner is picked (law L9). */
import type { Extension } from 'fhir/r4.js';
import { EXTENSION } from '../fhir/canonical.ts';
import { compareText, type Fact } from '../facts/fact.ts';
import type { Statement } from '../compare/stated-values.ts';

export function reportedStatuses<F extends Fact>(statements: readonly Statement<F>[]): Extension[] {
  return [...statements]
    .sort((a, b) => compareText(a.fact.ref, b.fact.ref))
    .map((statement) => ({
      url: EXTENSION.reportedStatus,
      extension: [
        { url: 'value', valueCode: statement.value },
        { url: 'source', valueReference: statement.fact.reference },
        ...(statement.date ? [{ url: 'date', valueDateTime: statement.date.text }] : []),
      ],
    }));
}

/** The status all state, or undefined where they differ or none states one. */
export function agreedStatus<F extends Fact>(statements: readonly Statement<F>[]): string | undefined {
  const [first] = statements;
  return first && statements.every((statement) => statement.key === first.key) ? smallest(statements) : undefined;
}

function smallest<F extends Fact>(statements: readonly Statement<F>[]): string | undefined {
  return statements.map((statement) => statement.value).sort(compareText)[0];
}
