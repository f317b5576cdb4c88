/** What had no place in R4, kept on the record it came from (laws L1, L8). */
import type { Extension } from 'fhir/r4.js';
import { EXTENSION } from '../fhir/canonical.ts';
import { stringifyFhirJson } from '../fhir/json.ts';

export interface Unmapped {
  /** Path in the original, from its type on. */
  readonly path: string;
  readonly value: unknown;
  readonly reason: string;
}

/** Ground for an element that R4 does not know. */
export const NO_PLACE = 'R4 has no such element';

export function unmappedExtension({ path, value, reason }: Unmapped): Extension {
  return {
    url: EXTENSION.unmappedElement,
    extension: [
      { url: 'path', valueString: path },
      { url: 'value', valueString: stringifyFhirJson(value) },
      { url: 'reason', valueString: reason },
    ],
  };
}
