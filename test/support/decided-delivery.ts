/** What sources deliver and a person decided, reconciled; run as a program it prints a fixed record's bytes. */
import { pathToFileURL } from 'node:url';
import { compareRecords } from '../../src/record/changes/compare-records.ts';
import type { Decision } from '../../src/record/decide/decision.ts';
import { explain } from '../../src/record/explain/explain.ts';
import { stringifyFhirJson } from '../../src/record/fhir/json.ts';
import { reconcile } from '../../src/record/reconcile.ts';
import type { ReconciledRecord } from '../../src/record/reconciled-record.ts';
import { everything } from '../../src/record/views/everything.ts';

/** Resources by source. */
export type Delivery = Readonly<Record<string, readonly { readonly resourceType: string; readonly id: string }[]>>;

export function decidedRecord(delivery: Delivery, decisions: readonly Decision[]): ReconciledRecord {
  return reconcile({
    patient: { resourceType: 'Patient', id: 'p1' },
    sources: Object.entries(delivery).map(([name, resources]) => ({
      name,
      baseUrl: `https://sources.invalid/${name}`,
      fhirVersion: 'R4',
      viewOf: undefined,
      patientId: undefined,
      resources: resources.map((json, index) => ({ json, at: `entry[${index}]` })),
      unreadable: [],
    })),
    completeness: [],
    decisions,
    idKey: new Uint8Array(32),
    recordedAt: undefined,
  });
}

export function decidedBytes(delivery: Delivery, decisions: readonly Decision[]): string {
  const record = decidedRecord(delivery, decisions);
  return stringifyFhirJson([...everything(record, 'all'), record.outcome]);
}

/** Members of each unified record as `source/id`, sorted. */
export function groupsOf(delivery: Delivery, decisions: readonly Decision[]): string[] {
  return decidedRecord(delivery, decisions)
    .unified.map((item) =>
      item.members
        .map((member) => `${member.source}/${member.originalId ?? ''}`)
        .sort()
        .join(' '),
    )
    .sort();
}

const subject = { reference: 'Patient/p' };

/** Names and dates that a locale or a time zone could turn: dotted and dotless i, sorting of accents, midnights. */
const FIXED: Delivery = {
  gp: [
    statement('1', 'INSULIN glargine 100units/ml', '2024-03-31'),
    statement('2', 'Ibuprofen 400mg tablets', '2024-03-31T00:30:00+13:00'),
    statement('3', 'IBUPROFEN 200MG TABLETS', '2023-12-31T23:59:59-10:00'),
    problem('4', 'DIABETES', '2023-10'),
    problem('5', 'Çölyak', '2023'),
  ],
  hospital: [
    statement('1', 'ibuprofen 400 mg', '2024-03-30T23:30:00Z'),
    problem('2', 'Type 2 diabetes mellitus', '2023-10-29T01:30:00+01:00'),
    problem('3', 'çölyak', '2023-01-01'),
    problem('4', 'Acute bronchitis', '2024-03-31T00:00:00Z'),
  ],
};

function statement(id: string, text: string, effectiveDateTime: string): Delivery[string][number] {
  const statementOf = { resourceType: 'MedicationStatement', status: 'active', subject, effectiveDateTime };
  return { ...statementOf, id, ...{ medicationCodeableConcept: { text } } };
}

function problem(id: string, text: string, onsetDateTime: string): Delivery[string][number] {
  return { resourceType: 'Condition', id, ...{ subject, code: { text }, onsetDateTime } };
}

/** The fixed record, what explains it, and what changed against its half. */
export function reconciledBytes(): string {
  const item = (source: string, originalId: string) => ({ source, resourceType: 'Condition', originalId });
  const decisions: Decision[] = [
    {
      id: 'd1',
      kind: 'same',
      items: [item('gp', '4'), item('hospital', '2')],
      actorId: 'a',
      at: '2026-03-29T01:30:00Z',
    },
    {
      id: 'd2',
      kind: 'not-same',
      items: [item('gp', '5'), item('hospital', '3')],
      actorId: 'a',
      at: '2026-03-29T03:30:00+02:00',
    },
  ];
  const record = decidedRecord(FIXED, decisions);
  const changes = compareRecords(decidedRecord({ gp: FIXED.gp ?? [] }, decisions), record);
  return [decidedBytes(FIXED, decisions), ...(explain(record) ?? []), ...changes.map((change) => change.words)].join(
    '\n',
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.stdout.write(reconciledBytes());
