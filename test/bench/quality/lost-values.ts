/** Law L1: every value of the input is in the output. Values are words, dates and numbers; codes may be written anew. */
import type { ReconciledRecord } from '../../../src/record/reconciled-record.ts';
import type { LabelledPerson } from './labels.ts';

/** Elements whose values a conversion between FHIR releases keeps as they are. */
const KEPT =
  /^(?:text|display|value|unit|start|end|onsetDateTime|authoredOn|dateWritten|dateEnded|dateAsserted|recordedDate|assertedDate|whenHandedOver|frequency|period)$/;

export function lostValues(person: LabelledPerson, record: ReconciledRecord): readonly string[] {
  const written = new Map<string, Set<string>>();
  for (const { source, originalId, resource } of record.sourceRecords) {
    const values = new Set<string>();
    gather(
      resource,
      '',
      (_path, value) => {
        values.add(value);
        // An element without a place in R4 is kept as JSON text.
        if (/^["[{]/.test(value)) gatherKept(value, values);
      },
      () => true,
    );
    written.set(`${source}/${originalId ?? ''}`, values);
  }
  for (const { source, originalId, text } of record.quarantined)
    written.set(`${source}/${originalId ?? ''}`, new Set([text]));
  const lost: string[] = [];
  for (const source of person.sources) {
    for (const { json } of source.resources) {
      const key = `${source.name}/${idOf(json)}`;
      const values = written.get(key);
      gather(
        json,
        '',
        (path, value) => {
          if (values?.has(value) !== true) lost.push(`${key} ${path}`);
        },
        (name) => KEPT.test(name),
      );
    }
  }
  return lost;
}

function gatherKept(text: string, values: Set<string>): void {
  try {
    gather(
      JSON.parse(text),
      '',
      (_path, value) => values.add(value),
      () => true,
    );
  } catch {
    // Words that only begin like JSON.
  }
}

function idOf(json: unknown): string {
  return typeof json === 'object' && json !== null && 'id' in json && typeof json.id === 'string' ? json.id : '';
}

function gather(
  node: unknown,
  path: string,
  found: (path: string, value: string) => void,
  wanted: (name: string) => boolean,
): void {
  if (Array.isArray(node)) for (const item of node) gather(item, path, found, wanted);
  else if (typeof node === 'object' && node !== null) {
    for (const [name, value] of Object.entries(node)) gather(value, `${path}.${name}`, found, wanted);
  } else if ((typeof node === 'string' || typeof node === 'number') && wanted(path.slice(path.lastIndexOf('.') + 1)))
    found(path.slice(1), String(node));
}
