/** `meta` of a normalised source record: where it comes from and what kind of record it is (design: what the gateway gives out). */
import type { Coding, Extension } from 'fhir/r4.js';
import { EXTENSION, RECORD_KIND_SYSTEM, SOURCE_NAME_SYSTEM } from '../fhir/canonical.ts';
import type { FhirVersion, JsonObject } from '../fhir/types.ts';
import type { Unmapped } from './unmapped.ts';

export interface MetaWriter {
  /**
   * @param meta as received, already valid R4.
   * @param name `<Type>/<id>` at the source.
   * @param unmapped takes the profiles of an older release: claims that are no longer true of an R4 resource.
   */
  write(meta: JsonObject | undefined, name: string, version: FhirVersion, unmapped: Unmapped[]): JsonObject;
}

/** Members that are not simply kept. */
const OWN: ReadonlySet<string> = new Set(['source', 'profile', 'tag']);

export function createMetaWriter(source: string, baseUrl: string, labels: readonly Coding[] = []): MetaWriter {
  const tags: readonly Coding[] = [
    { system: RECORD_KIND_SYSTEM, code: 'source' },
    { system: SOURCE_NAME_SYSTEM, code: source },
  ];

  const labelled = labels.length > 0 ? { security: labels } : {};

  function write(meta: JsonObject | undefined, name: string, version: FhirVersion, unmapped: Unmapped[]): JsonObject {
    const address = `${baseUrl}/${name}`;
    if (meta === undefined) return { source: address, ...labelled, tag: tags };
    const written: Record<string, unknown> = {};
    for (const key in meta) if (!OWN.has(key)) written[key] = meta[key];
    const { source: received, profile, tag } = meta;
    if (typeof received === 'string') {
      const extensions: readonly unknown[] = Array.isArray(meta.extension) ? meta.extension : [];
      const added: Extension = { url: EXTENSION.receivedSource, valueUri: received };
      written.extension = [...extensions, added];
    }
    if (profile !== undefined && version === 'R4') {
      written.profile = profile;
    } else if (profile !== undefined) {
      const path = `${name.slice(0, name.indexOf('/'))}.meta.profile`;
      unmapped.push({ path, value: profile, reason: `a claim about ${version}` });
    }
    if (labels.length > 0 && (!Array.isArray(meta.security) || meta.security.length === 0)) written.security = labels;
    written.source = address;
    written.tag = Array.isArray(tag) ? [...(tag as unknown[]), ...tags] : tags;
    return written;
  }

  return { write };
}

/** The original id as a part of an address. */
export function idInAddress(id: string): string {
  // Half of a surrogate pair cannot be encoded.
  return /^[\w=.~-]+$/.test(id) ? id : encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\uFFFD'));
}
