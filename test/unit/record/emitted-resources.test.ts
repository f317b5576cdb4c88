import { describe, expect, test } from 'vitest';
import { everything } from '../../../src/record/views/everything.ts';
import { SANDBOX_PEOPLE } from '../../../src/sandbox/people/sandbox-people.ts';
import { extensionFaults } from '../../fixtures/extension-conformance.ts';
import { faultsOf } from '../../fixtures/fhir-validation.ts';
import { reconciledPerson } from '../../support/reconciled-person.ts';

describe.each(SANDBOX_PEOPLE.map((person) => ({ name: person.identity.key, person })))('$name', ({ person }) => {
  const record = reconciledPerson(person);
  const emitted = [...everything(record, 'all'), record.outcome];

  test('every resource is valid R4, by both validators', () => {
    const faults = emitted.flatMap((resource) =>
      faultsOf(resource).map((fault) => `${resource.resourceType}/${resource.id}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  test('every extension of the gateway is as its definition says', () => {
    expect(emitted.flatMap((resource) => extensionFaults(resource))).toEqual([]);
  });

  test('every reference leads to a resource of the answer, into itself, or to the source', () => {
    const known = new Set(emitted.map((resource) => `${resource.resourceType}/${resource.id}`));
    const dangling = emitted.flatMap((resource) =>
      [...JSON.stringify(resource).matchAll(/"reference":"([^"]+)"/g)]
        .map((match) => match[1] ?? '')
        .filter(
          (reference) =>
            !reference.startsWith('#') && !reference.startsWith('https://sources.invalid/') && !known.has(reference),
        ),
    );
    expect(dangling).toEqual([]);
  });
});
