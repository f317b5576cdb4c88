/** Says a discrepancy in words: what kind, about what, and the values side by side. Information, never advice. Pure. */
import type { DetectedIssue } from 'fhir/r4.js';
import { dayWords } from '../record/explain/day-words.ts';
import { EXTENSION } from '../record/fhir/canonical.ts';
import type { R4Resource } from '../record/fhir/types.ts';
import { conceptText, issueReferences, sourceNames, unifiedNames } from './record-rows.ts';

const KINDS: Readonly<Record<string, string>> = {
  'strength-differs': 'The strength differs',
  'dose-differs': 'The dose differs',
  'frequency-differs': 'How often differs',
  'form-differs': 'The form differs',
  'route-differs': 'The way it is given differs',
  'brand-differs': 'The brand differs',
  'status-differs': 'Whether it is current differs',
  'period-differs': 'The dates differ',
  'severity-or-stage-differs': 'The severity or stage differs',
  'verification-differs': 'How sure it is differs',
  'name-differs': 'The name differs',
  'code-text-disagree': 'Code and text do not say the same',
  'possible-duplicate': 'These may be the same: ask',
  'laterality-differs': 'The side differs',
};

const REASONS: Readonly<Record<string, string>> = {
  strength: 'another strength at the same time',
  form: 'another form',
  release: 'another way of release',
  course: 'another course',
  combination: 'they share an ingredient',
  class: 'one names the group, the other a member of it',
  side: 'another side',
  'general-or-specific': 'one is more general than the other',
  vague: 'one is named too vaguely',
  'text-only': 'only the text is alike',
  decision: 'you parted them from a third one',
};

export interface IssueWords {
  readonly code: string;
  readonly kind: string;
  /** What it is about. */
  readonly about: readonly string[];
  /** `value (source)`, one per value that stands against another. */
  readonly values: readonly string[];
  /** Why the machine does not join them; undefined where it is no such issue. */
  readonly reason: string | undefined;
}

/**
 * @param title how a source is called; its name where nothing is said.
 * @returns sorted by kind, then by what they are about; what would read alike (one per record of a therapy) once.
 */
export function issueWords(
  resources: readonly R4Resource[],
  title: (source: string) => string = (source) => source,
): readonly IssueWords[] {
  const sourceOf = sourceNames(resources);
  const names = unifiedNames(resources);
  const byReference = new Map(resources.map((item) => [`${item.resourceType}/${item.id}`, item]));
  const words = resources
    .filter((item): item is DetectedIssue & { id: string } => item.resourceType === 'DetectedIssue')
    .map((issue) => {
      const code = issue.code?.coding?.[0]?.code ?? 'other';
      const values = (issue.extension ?? [])
        .filter((extension) => extension.url === EXTENSION.statedValue)
        .map((extension) => {
          const parts = extension.extension ?? [];
          const value = dayWords(parts.find((item) => item.url === 'value')?.valueString ?? 'not said');
          const names = parts.flatMap((item) => sourceOf.get(item.valueReference?.reference ?? '') ?? []);
          const sources = names.map(title);
          return sources.length === 0 ? value : `${value} (${[...new Set(sources)].toSorted().join(', ')})`;
        });
      return {
        code,
        // "None known" at one place and an allergy at another have no values to set side by side.
        kind: code === 'status-differs' && values.length === 0 ? 'One says there is none' : (KINDS[code] ?? code),
        about: about(issue, byReference, names),
        values: [...new Set(values)],
        reason: REASONS[relatedReason(issue) ?? ''] ?? relatedReason(issue),
      };
    });
  return [...new Map(words.map((item) => [JSON.stringify(item), item])).values()].toSorted((a, b) =>
    sortKey(a) < sortKey(b) ? -1 : 1,
  );
}

function sortKey({ kind, about }: IssueWords): string {
  return `${kind} ${about.join(' ')}`;
}

function relatedReason(issue: DetectedIssue): string | undefined {
  return issue.extension?.find((item) => item.url === EXTENSION.relatedReason)?.valueCoding?.code;
}

function about(
  issue: DetectedIssue,
  byReference: ReadonlyMap<string, R4Resource>,
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const texts = issueReferences(issue).flatMap((reference) => {
    const resource = byReference.get(reference);
    return names.get(reference) ?? (resource === undefined ? [] : nameOf(resource));
  });
  return [...new Set(texts)];
}

function nameOf(resource: R4Resource): readonly string[] {
  switch (resource.resourceType) {
    case 'MedicationStatement':
    case 'MedicationRequest':
    case 'MedicationDispense':
      return resource.medicationCodeableConcept === undefined ? [] : [conceptText(resource.medicationCodeableConcept)];
    case 'Condition':
    case 'AllergyIntolerance':
      return [conceptText(resource.code)];
    default:
      return [];
  }
}
