/** An invented person's three records, reconciled without network. */
import { reconcile } from '../../src/record/reconcile.ts';
import type { ReconciledRecord } from '../../src/record/reconciled-record.ts';
import { patientIdAt, type SandboxPerson } from '../../src/sandbox/people/person.ts';

const SOURCES = ['gp', 'hospital', 'specialist'] as const;

export function reconciledPerson(person: SandboxPerson): ReconciledRecord {
  return reconcile({
    patient: { resourceType: 'Patient', id: 'subject' },
    sources: SOURCES.map((name) => ({
      name,
      baseUrl: `https://sources.invalid/${name}`,
      fhirVersion: name === 'gp' ? 'STU3' : 'R4',
      viewOf: undefined,
      patientId: patientIdAt(name, person.identity),
      resources: person.records[name].map((json, index) => ({ json, at: `entry[${index}]` })),
      unreadable: [],
    })),
    completeness: [],
    idKey: new Uint8Array(32),
    recordedAt: undefined,
  });
}
