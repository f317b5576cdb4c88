/** The reconciler's answer, read from what it emits: unified records, DetectedIssue, Provenance. */
import { reconcile } from '../../../src/record/reconcile.ts';
import type { ReconciledRecord } from '../../../src/record/reconciled-record.ts';
import type { Answer, ToldIssue } from './answer.ts';
import type { LabelledPerson } from './labels.ts';
import { lostValues } from './lost-values.ts';

const ISSUE_VALUE = 'value';

export function engineAnswer(person: LabelledPerson): Answer {
  const record = reconcile({
    patient: { resourceType: 'Patient', id: 'subject' },
    sources: person.sources,
    completeness: [],
    idKey: new Uint8Array(32),
    recordedAt: undefined,
  });
  const groups = new Map<string, string>();
  const keysOf = new Map<string, readonly string[]>();
  for (const { resource, source, originalId } of record.sourceRecords) {
    keysOf.set(`${resource.resourceType}/${resource.id}`, [`${source}/${originalId ?? ''}`]);
  }
  for (const { resource, members } of record.unified) {
    const name = `${resource.resourceType}/${resource.id}`;
    const keys = members.map((member) => `${member.source}/${member.originalId ?? ''}`);
    keysOf.set(name, keys);
    for (const key of keys) groups.set(key, name);
  }
  return {
    groups,
    issues: record.issues.map((issue) => told(issue, keysOf)),
    copies: new Set(quoted(record).flatMap((reference) => keysOf.get(reference) ?? [])),
    lostValues: lostValues(person, record),
  };
}

function told(issue: ReconciledRecord['issues'][number], keysOf: ReadonlyMap<string, readonly string[]>): ToldIssue {
  const extensions = issue.extension ?? [];
  const unified = extensions.flatMap((extension) => extension.valueReference?.reference ?? []);
  const implicated = (issue.implicated ?? []).flatMap((item) => item.reference ?? []);
  return {
    code: issue.code?.coding?.[0]?.code ?? '',
    reason: extensions.find((extension) => extension.valueCoding)?.valueCoding?.code,
    records: [...new Set([...implicated, ...unified].flatMap((reference) => keysOf.get(reference) ?? []))],
    values: extensions.flatMap((extension) =>
      (extension.extension ?? []).flatMap((part) => (part.url === ISSUE_VALUE ? (part.valueString ?? []) : [])),
    ),
  };
}

function quoted(record: ReconciledRecord): readonly string[] {
  return record.unified.flatMap(({ provenance }) =>
    (provenance.entity ?? []).flatMap((entity) => (entity.role === 'quotation' ? (entity.what.reference ?? []) : [])),
  );
}
