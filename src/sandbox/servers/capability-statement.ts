/** `metadata` of the sandbox's servers. */

import type { SourceChanges } from './source-server.ts';

export interface Capabilities {
  readonly title: string;
  readonly fhirVersion: '1.0.2' | '3.0.2' | '4.0.1';
  readonly types: readonly string[];
  readonly operations: readonly { readonly name: string; readonly definition: string }[];
  /** How a client may ask for what changed. */
  readonly changes: SourceChanges;
  /** Token and authorization endpoints, where they may be known from here. */
  readonly oauth: { readonly authorization: string; readonly token: string } | undefined;
}

const OAUTH_URIS = 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris';

function security(oauth: Capabilities['oauth']): Record<string, unknown> {
  if (oauth === undefined) return {};
  const extension = [
    { url: 'authorize', valueUri: oauth.authorization },
    { url: 'token', valueUri: oauth.token },
  ];
  return { security: { extension: [{ url: OAUTH_URIS, extension }] } };
}

export function capabilityStatement(capabilities: Capabilities): string {
  const old = capabilities.fhirVersion === '1.0.2';
  const operation = capabilities.operations.map(({ name, definition }) => ({
    name,
    // STU3 and DSTU2 point by Reference, R4 by canonical.
    definition: capabilities.fhirVersion === '4.0.1' ? definition : { reference: definition },
  }));
  return JSON.stringify({
    resourceType: old ? 'Conformance' : 'CapabilityStatement',
    status: 'active',
    date: '2026-11-01',
    kind: 'instance',
    software: { name: capabilities.title, version: 'sandbox' },
    implementation: { description: capabilities.title },
    fhirVersion: capabilities.fhirVersion,
    ...(capabilities.fhirVersion === '4.0.1' ? {} : { acceptUnknown: 'both' }),
    format: ['application/fhir+json'],
    rest: [
      {
        mode: 'server',
        ...security(capabilities.oauth),
        resource: capabilities.types.map((type) => ({
          type,
          interaction: [{ code: 'read' }, { code: 'search-type' }],
          searchParam: [
            type === 'Patient' ? { name: '_id', type: 'token' } : { name: 'patient', type: 'reference' },
            ...(capabilities.changes === 'none' ? [] : [{ name: '_lastUpdated', type: 'date' }]),
          ],
        })),
        ...(capabilities.changes === 'batch' ? { interaction: [{ code: 'batch' }] } : {}),
        ...(operation.length === 0 ? {} : { operation }),
      },
    ],
  });
}
