/** A source's delivery for tests, as short as it can be said. */
import type { SourceInput } from '../../../../src/record/source-input.ts';

export function sourceInputOf(resources: readonly unknown[], more: Partial<SourceInput> = {}): SourceInput {
  return {
    name: 'gp',
    baseUrl: 'https://gp.example/fhir',
    fhirVersion: undefined,
    viewOf: undefined,
    patientId: undefined,
    resources: resources.map((json, i) => ({ json, at: `entry[${i}]` })),
    unreadable: [],
    ...more,
  };
}
