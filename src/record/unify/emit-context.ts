/** What every emitted resource needs: whose record, the gateway as author, the id key, the copies. */
import { createHmac } from 'node:crypto';
import type { Coding, Extension, Reference } from 'fhir/r4.js';
import { EXTENSION, RECORD_KIND_SYSTEM } from '../fhir/canonical.ts';
import type { R4Resource } from '../fhir/types.ts';
import type { Fact } from '../facts/fact.ts';
import { compareText } from '../facts/fact.ts';
import type { Quotation } from '../origin/quotations.ts';

export interface EmitContext {
  readonly patientId: string;
  readonly deviceId: string;
  readonly idKey: Uint8Array;
  readonly quotations: ReadonlyMap<string, Quotation>;
  readonly recordedAt: string | undefined;
}

/**
 * Ids tell nothing to anyone without the person's key, and never depend on the members, so that neither a re-pull nor a
 * hidden source shows in them (design 4). 32 hexadecimal digits.
 */
export function emittedId(context: EmitContext, identity: string): string {
  return createHmac('sha256', context.idKey).update(identity, 'utf8').digest('hex').slice(0, 32);
}

export function subject(context: EmitContext): Reference {
  return { reference: `Patient/${context.patientId}` };
}

export const UNIFIED_TAG = { system: RECORD_KIND_SYSTEM, code: 'unified' } as const;

interface UnifiedMeta {
  tag: [typeof UNIFIED_TAG];
  security?: Coding[];
}

/** Tag and the labels of all members: a unified record is at least as sensitive as each of them. */
export function unifiedMeta(facts: readonly Fact[]): UnifiedMeta {
  return metaOf(facts.map((fact) => fact.record.resource));
}

/** What tells of unified records is as sensitive as they are. */
export function metaOf(about: readonly R4Resource[]): UnifiedMeta {
  const labels = new Map<string, Coding>();
  for (const { meta } of about) {
    for (const label of meta?.security ?? []) labels.set(`${label.system ?? ''}|${label.code ?? ''}`, label);
  }
  if (labels.size === 0) return { tag: [UNIFIED_TAG] };
  const sorted = [...labels].sort(([a], [b]) => compareText(a, b)).map(([, label]) => label);
  return { tag: [UNIFIED_TAG], security: sorted };
}

export function derivedFrom(facts: readonly Fact[]): Extension[] {
  return facts.map((fact) => ({ url: EXTENSION.derivedFrom, valueReference: fact.reference }));
}

/** FHIR's own way to say that an element is left out on purpose. */
export function dataAbsent(code: 'unknown' | 'unsupported'): Extension {
  return { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: code };
}
