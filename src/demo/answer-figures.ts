/** Counts what an answer of the endpoint holds. Pure. */
import { COMPLETENESS_SYSTEM, EXTENSION, RECORD_KIND_SYSTEM, SOURCE_NAME_SYSTEM } from '../record/fhir/canonical.ts';
import type { R4Resource } from '../record/fhir/types.ts';
import type { EverythingAnswer } from './read-everything.ts';

export interface SourceFigures {
  readonly name: string;
  /** As the answer's completeness says: `complete`, `partial`, … */
  readonly state: string;
  /** Source records in the answer. */
  readonly resources: number;
  readonly reason: string | undefined;
}

export interface AnswerFigures {
  readonly sources: readonly SourceFigures[];
  /** Unified records by type. */
  readonly unified: Readonly<Record<string, number>>;
  /** DetectedIssues by code. */
  readonly issues: Readonly<Record<string, number>>;
  readonly quarantined: number;
}

/** What the gateway adds to say how it came to the unified records. */
const COMPANIONS: ReadonlySet<string> = new Set(['Linkage', 'Provenance', 'DetectedIssue', 'Device']);
const SOURCE_STATES: ReadonlySet<string> = new Set([
  'complete',
  'partial',
  'stale',
  'failed',
  'needs-sign-in',
  'withheld',
]);

export function answerFigures({ resources, outcomes }: EverythingAnswer): AnswerFigures {
  const unified = resources.filter((item) => kindOf(item) === 'unified' && !COMPANIONS.has(item.resourceType));
  const issues = resources.filter((item) => item.resourceType === 'DetectedIssue');
  return {
    sources: sourceFigures(resources, outcomes),
    unified: {
      MedicationStatement: 0,
      Condition: 0,
      AllergyIntolerance: 0,
      ...countBy(unified, (item) => item.resourceType),
    },
    issues: countBy(issues, (item) => item.code?.coding?.[0]?.code ?? 'other'),
    quarantined: resources.filter((item) => kindOf(item) === 'quarantined').length,
  };
}

function sourceFigures(
  resources: readonly R4Resource[],
  outcomes: EverythingAnswer['outcomes'],
): readonly SourceFigures[] {
  const counts = countBy(
    resources.filter((item) => kindOf(item) === 'source'),
    (item) => tagOf(item, SOURCE_NAME_SYSTEM) ?? '',
  );
  const figures = new Map<string, SourceFigures>();
  for (const issue of outcomes.flatMap((outcome) => outcome.issue)) {
    const isState = issue.details?.coding?.some(
      (coding) => coding.system === COMPLETENESS_SYSTEM && SOURCE_STATES.has(coding.code ?? ''),
    );
    const told = issue.extension?.find((item) => item.url === EXTENSION.completeness)?.extension ?? [];
    const part = (url: string) => told.find((item) => item.url === url);
    const name = part('source')?.valueString ?? part('source')?.valueCode;
    const state = part('state')?.valueString ?? part('state')?.valueCode;
    // The first issue of a source is about the source; later ones are about kinds of data.
    if (isState !== true || name === undefined || state === undefined || figures.has(name)) continue;
    figures.set(name, { name, state, resources: counts[name] ?? 0, reason: part('reason')?.valueString });
  }
  return [...figures.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function kindOf(item: R4Resource): string | undefined {
  return tagOf(item, RECORD_KIND_SYSTEM);
}

function tagOf(item: R4Resource, system: string): string | undefined {
  return item.meta?.tag?.find((tag) => tag.system === system)?.code;
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
