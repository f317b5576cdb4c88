import { describe, expect, test } from 'vitest';
import { reconcile } from '../../../src/record/reconcile.ts';
import type { SourceInput } from '../../../src/record/source-input.ts';
import { everything } from '../../../src/record/views/everything.ts';
import { SANDBOX_PEOPLE } from '../../../src/sandbox/people/sandbox-people.ts';
import { patientIdAt, type SandboxPerson } from '../../../src/sandbox/people/person.ts';
import { checkTruth } from '../../support/check-truth.ts';

const SOURCES = ['gp', 'hospital', 'specialist'] as const;

function sourceInputs(person: SandboxPerson): readonly SourceInput[] {
  return SOURCES.map((name) => ({
    name,
    baseUrl: `https://sources.invalid/${name}`,
    fhirVersion: name === 'gp' ? 'STU3' : 'R4',
    viewOf: undefined,
    patientId: patientIdAt(name, person.identity),
    resources: person.records[name].map((json, index) => ({ json, at: `entry[${index}]` })),
    unreadable: [],
  }));
}

describe.each(SANDBOX_PEOPLE.map((person) => ({ name: person.identity.key, person })))('$name', ({ person }) => {
  const record = reconcile({
    patient: { resourceType: 'Patient', id: 'subject' },
    sources: sourceInputs(person),
    completeness: [],
    idKey: new Uint8Array(32),
    recordedAt: undefined,
  });
  const reports = checkTruth(person.truth, [...everything(record, 'all'), record.outcome]);

  test.each(reports.map((report) => ({ row: report.row, report })))('$row comes out right', ({ report }) => {
    expect(report.faults, report.faults.join('; ')).toEqual([]);
  });

  test.each(person.truth.unlinked.map((item) => ({ why: item.why, item })))('$item.item ($why) is kept and linked to nothing', ({ item }) => {
    const kept = record.sourceRecords.find((source) => source.source === item.source && `${source.resource.resourceType}/${source.originalId ?? ''}` === item.item);
    expect(kept?.standing).toBe(item.why);
    const linked = record.unified.some((unified) => unified.members.some((member) => member.originalId === item.item.split('/')[1] && member.source === item.source));
    expect(linked).toBe(false);
  });
});
