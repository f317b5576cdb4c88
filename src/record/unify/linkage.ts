/**
 * Linkage: the unified record is the computed view (`source`), the contributing records its `alternate`s. No `author`: R4
 * lets no Device be one; the Provenance names the gateway (ADR 6).
 */
import type { Linkage } from 'fhir/r4.js';
import type { Fact } from '../facts/fact.ts';
import type { R4Resource } from '../fhir/types.ts';
import { emittedId, metaOf, type EmitContext } from './emit-context.ts';

export function linkageOf(
  unified: R4Resource,
  identity: string,
  facts: readonly Fact[],
  context: EmitContext,
): Linkage & { id: string } {
  return {
    resourceType: 'Linkage',
    id: emittedId(context, `linkage|${identity}`),
    meta: metaOf([unified]),
    active: true,
    item: [
      { type: 'source', resource: { reference: `${unified.resourceType}/${unified.id}` } },
      ...facts.map((fact) => ({ type: 'alternate' as const, resource: fact.reference })),
    ],
  };
}
