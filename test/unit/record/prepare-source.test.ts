/** A source prepared beforehand, by readers of its own and more than once, changes nothing of what is reconciled (law L3). */
import { expect, it } from 'vitest';
import { createReaders } from '../../../src/record/facts/create-readers.ts';
import { prepareSource } from '../../../src/record/prepare-source.ts';
import type { PreparedSource } from '../../../src/record/prepare-source.ts';
import { reconcile } from '../../../src/record/reconcile.ts';
import type { SourceInput } from '../../../src/record/source-input.ts';
import { SANDBOX_PEOPLE } from '../../../src/sandbox/people/sandbox-people.ts';
import { patientIdAt } from '../../../src/sandbox/people/person.ts';
import type { SandboxPerson } from '../../../src/sandbox/people/person.ts';
import { largeRecord } from '../../bench/large-record.ts';

const NAMES = ['gp', 'hospital', 'specialist'] as const;

function inputs(person: SandboxPerson): readonly SourceInput[] {
  return NAMES.map((name) => ({
    name,
    baseUrl: `https://sources.invalid/${name}`,
    fhirVersion: name === 'gp' ? 'STU3' : 'R4',
    viewOf: undefined,
    patientId: patientIdAt(name, person.identity),
    resources: person.records[name].map((json, index) => ({ json, at: `entry[${String(index)}]` })),
    unreadable: [],
  }));
}

const LARGE: readonly SourceInput[] = [...largeRecord(300)].map(([name, texts]) => ({
  name,
  baseUrl: `https://sources.invalid/${name}`,
  fhirVersion: 'R4',
  viewOf: undefined,
  patientId: 'p',
  resources: texts.map((text, index) => ({ json: JSON.parse(text) as unknown, text, at: `entry[${String(index)}]` })),
  unreadable: [],
}));

const CASES = [
  ...SANDBOX_PEOPLE.map((person) => ({ name: person.identity.key, sources: inputs(person) })),
  { name: 'a large record', sources: LARGE },
];

it.each(CASES)('$name', ({ sources }) => {
  const input = {
    patient: { resourceType: 'Patient', id: 'subject' },
    sources,
    completeness: [],
    idKey: new Uint8Array(32),
    recordedAt: undefined,
  } as const;
  const ready = new Map<SourceInput, PreparedSource>(
    sources.map((source) => [source, prepareSource(source, 'subject', createReaders())]),
  );
  const fresh = reconcile(input);
  const withReady = () => reconcile({ ...input, prepared: (source) => ready.get(source) });
  expect(withReady()).toEqual(fresh);
  expect(withReady()).toEqual(fresh);
});
