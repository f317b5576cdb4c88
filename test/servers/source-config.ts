/** A source configuration for tests, with limits small enough to be reached. */
import type { SourceConfig } from '../../src/ports/source-config.ts';

export function sourceConfig(baseUrl: string, more: Partial<SourceConfig> = {}): SourceConfig {
  return {
    name: 'portal',
    title: 'Test portal',
    adds: 'Invented records.',
    kind: 'smart',
    baseUrl,
    fhirVersion: 'R4',
    viewOf: undefined,
    clientId: 'gateway',
    authentication: { method: 'public' },
    scopes: ['launch/patient', 'patient/*.rs', 'offline_access'],
    resourceTypes: ['Condition', 'AllergyIntolerance'],
    endpoints: undefined,
    limits: {
      requestTimeoutMs: 2000,
      maxResponseBytes: 200_000,
      maxPullBytes: 1024 * 1024 * 1024,
      maxPages: 10,
      pageSize: 50,
      concurrency: 4,
      retries: 2,
    },
    defaultLabels: [],
    allowInsecure: true,
    ...more,
  };
}
