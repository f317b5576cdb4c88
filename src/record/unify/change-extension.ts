/** A dated change inside one source, as an extension of the unified record (requirement P8). */
import type { Extension } from 'fhir/r4.js';
import type { Change } from '../facts/fact.ts';
import { EXTENSION } from '../fhir/canonical.ts';

export function changeExtension(change: Change): Extension {
  return {
    url: EXTENSION.change,
    extension: [
      { url: 'what', valueCode: change.what },
      { url: 'from', valueString: change.from },
      { url: 'to', valueString: change.to },
      ...(change.date === undefined ? [] : [{ url: 'date', valueDateTime: change.date }]),
      { url: 'source', valueReference: { reference: change.ref } },
    ],
  };
}
