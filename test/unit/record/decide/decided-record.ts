/** Small records and decisions for the tests of what the person decides. */
import type { DomainResource } from 'fhir/r4.js';
import type { Decision, ItemRef } from '../../../../src/record/decide/decision.ts';
import { EXTENSION } from '../../../../src/record/fhir/canonical.ts';
import { reconcile } from '../../../../src/record/reconcile.ts';
import type { ReconciledRecord, UnifiedRecord } from '../../../../src/record/reconciled-record.ts';
import type { SourceInput } from '../../../../src/record/source-input.ts';

export function source(name: string, resources: readonly object[]): SourceInput {
  return {
    name,
    baseUrl: `https://sources.invalid/${name}`,
    fhirVersion: 'R4',
    viewOf: undefined,
    patientId: undefined,
    resources: resources.map((json, index) => ({ json, at: `entry[${index}]` })),
    unreadable: [],
  };
}

const subject = { reference: 'Patient/p' };

export function medicine(id: string, text: string, more: object = {}): object {
  return {
    resourceType: 'MedicationStatement',
    id,
    status: 'active',
    subject,
    medicationCodeableConcept: { text },
    ...more,
  };
}

export function condition(id: string, text: string, more: object = {}): object {
  return { resourceType: 'Condition', id, subject, code: { text }, ...more };
}

export function allergy(id: string, text: string, more: object = {}): object {
  return { resourceType: 'AllergyIntolerance', id, patient: subject, code: { text }, ...more };
}

/** `gp MedicationStatement/m1` */
export function item(words: string): ItemRef {
  const [name = '', reference = ''] = words.split(' ');
  const [resourceType = '', originalId = ''] = reference.split('/');
  return { source: name, resourceType, originalId };
}

export function decision(kind: Decision['kind'], first: string, second: string, at = '2026-03-01T10:00:00Z'): Decision {
  return { id: `${kind}-${first}-${second}-${at}`, kind, items: [item(first), item(second)], actorId: 'anna', at };
}

export function decided(sources: readonly SourceInput[], decisions: readonly Decision[] = []): ReconciledRecord {
  return reconcile({
    patient: { resourceType: 'Patient', id: 'p1' },
    sources,
    completeness: [],
    decisions,
    idKey: new Uint8Array(32),
    recordedAt: undefined,
  });
}

export function membersOf(unified: UnifiedRecord): string {
  return unified.members
    .map((member) => `${member.source}/${member.originalId ?? ''}`)
    .sort()
    .join(' ');
}

export function groupsOf(record: ReconciledRecord): string[] {
  return record.unified.map(membersOf).sort();
}

export function idOf(record: ReconciledRecord, members: string): string | undefined {
  return record.unified.find((unified) => membersOf(unified) === members)?.resource.id;
}

export function issueCodes(record: ReconciledRecord): string[] {
  return record.issues.map((issue) => issue.code?.coding?.[0]?.code ?? '').sort();
}

/** `<what> <date> <from> → <to>` */
export function changesOf(resource: unknown): readonly string[] {
  const { extension = [] } = resource as DomainResource;
  return extension
    .filter(({ url }) => url === EXTENSION.change)
    .map((change) => {
      const part = (name: string) => change.extension?.find(({ url }) => url === name);
      const words = `${part('from')?.valueString ?? ''} → ${part('to')?.valueString ?? ''}`;
      return `${part('what')?.valueCode ?? ''} ${part('date')?.valueDateTime ?? ''} ${words}`;
    });
}
