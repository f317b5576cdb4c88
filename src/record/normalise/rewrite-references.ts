/** Rewrites the references of a resource whose type has no table; everything else stays as it is. */
import { type JsonObject, isJsonObject } from '../fhir/types.ts';
import type { ReferenceIndex } from './reference-index.ts';

const SUBJECTS: ReadonlySet<string> = new Set(['subject', 'patient', 'beneficiary']);

export function rewriteReferences(object: JsonObject, references: ReferenceIndex, name = ''): JsonObject {
  let changed: Record<string, unknown> | undefined;
  for (const [key, value] of Object.entries(object)) {
    const kept =
      key === 'reference' && typeof value === 'string'
        ? references.rewrite(value, SUBJECTS.has(name))
        : rewriteWithin(value, references, key);
    if (kept === value) continue;
    changed ??= { ...object };
    changed[key] = kept;
  }
  return changed ?? object;
}

function rewriteWithin(value: unknown, references: ReferenceIndex, key: string): unknown {
  if (isJsonObject(value)) return rewriteReferences(value, references, key);
  if (!Array.isArray(value)) return value;
  const items = value as unknown[];
  const kept = items.map((item) => rewriteWithin(item, references, key));
  return kept.every((item, i) => item === items[i]) ? value : kept;
}
