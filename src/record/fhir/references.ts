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

/** FHIR R4 `id`: 1 to 64 of A-Z, a-z, 0-9, `-` and `.`. */
export function isFhirId(text: string): boolean {
  if (text.length === 0 || text.length > 64) return false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const allowed = (c >= 97 && c <= 122) || (c >= 48 && c <= 57) || c === 45 || c === 46 || (c >= 65 && c <= 90);
    if (!allowed) return false;
  }
  return true;
}
