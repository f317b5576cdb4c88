/** The forms a literal reference takes (FHIR R4, 2.3.0.1). */

export interface RestReference {
  /** Server base without trailing slash; undefined for a relative reference. */
  readonly base: string | undefined;
  readonly type: string;
  /** As the source wrote it: may break FHIR's rules for ids. */
  readonly id: string;
  readonly version: string | undefined;
}

const REST = /^(?:(https?:\/\/[^?#]+)\/)?([A-Z][A-Za-z]+)\/([^/?#]+)(?:\/_history\/([^/?#]+))?$/;

/** `Type/id`, with or without base and version; undefined for urn:, #contained, canonical and conditional references. */
export function parseReference(reference: string): RestReference | undefined {
  const parts = REST.exec(reference);
  if (parts === null) return undefined;
  const [, base, type, id, version] = parts;
  return type === undefined || id === undefined ? undefined : { base, type, id, version };
}

/** FHIR R4 `id`. */
export function isFhirId(text: string): boolean {
  return /^[A-Za-z0-9.-]{1,64}$/.test(text);
}
