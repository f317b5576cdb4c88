/** Says a discrepancy in words: what kind, about what, and the values side by side. Information, never advice. Pure. */
import type { DetectedIssue } from 'fhir/r4.js';
import { EXTENSION } from '../record/fhir/canonical.ts';
import type { R4Resource } from '../record/fhir/types.ts';
import { conceptText, sourceNames } from './record-rows.ts';

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
  'code-text-disagree': 'Code and text do not say the same',
  'possible-duplicate': 'These may be the same: ask',
  'laterality-differs': 'The side differs',
};

export interface IssueWords {
  readonly code: string;
  readonly kind: string;
  /** What it is about. */
  readonly about: readonly string[];
  /** `value (source)`, one per value that stands against another. */
  readonly values: readonly string[];
  readonly detail: string | undefined;
}

export function issueWords(resources: readonly R4Resource[]): readonly IssueWords[] {
  const sourceOf = sourceNames(resources);
  const byReference = new Map(resources.map((item) => [`${item.resourceType}/${item.id}`, item]));
  return resources
    .filter((item): item is DetectedIssue & { id: string } => item.resourceType === 'DetectedIssue')
    .map((issue) => {
      const code = issue.code?.coding?.[0]?.code ?? 'other';
      const values = (issue.extension ?? [])
        .filter((extension) => extension.url === EXTENSION.statedValue)
        .map((extension) => {
          const value = extension.extension?.find((item) => item.url === 'value')?.valueString ?? '';
          const reference = extension.extension?.find((item) => item.url === 'source')?.valueReference?.reference;
          const source = sourceOf.get(reference ?? '');
          return source === undefined ? value : `${value} (${source})`;
        });
      return {
        code,
        kind: KINDS[code] ?? code,
        about: about(issue, byReference),
        values: [...new Set(values)],
        detail: issue.detail,
      };
    });
}

function about(issue: DetectedIssue, byReference: ReadonlyMap<string, R4Resource>): readonly string[] {
  const texts = (issue.implicated ?? []).flatMap((item) => {
    const resource = byReference.get(item.reference ?? '');
    return resource === undefined ? [] : nameOf(resource);
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
