/** Takes a file of FHIR records apart into what a server sends: each resource as the text that stands in the file. */
import { receiveText } from '../../record/fhir/receive.ts';
import { recordEntry } from './patient-record.ts';
import type { RecordEntry } from './patient-record.ts';

/** Something that is no resource: it goes out too, so that whoever reads must cope with it. */
function unreadableEntry(text: string): RecordEntry {
  try {
    return recordEntry(text, JSON.parse(text), undefined);
  } catch {
    // No JSON at all, but its type may still be told from the outside.
    const type = /"resourceType"\s*:\s*"([A-Za-z]{1,64})"/.exec(text)?.[1];
    return {
      type: type === 'Bundle' ? undefined : type,
      id: undefined,
      text,
      json: undefined,
      wellFormed: false,
      fullUrlText: undefined,
    };
  }
}

/** @param text a Bundle, one resource, an array of them, or NDJSON. */
export function readRecordText(text: string): readonly RecordEntry[] {
  const { resources, unreadable } = receiveText(text);
  return [
    ...resources.map(({ json, text: own, fullUrl }) =>
      recordEntry(own ?? JSON.stringify(json), json, fullUrl === undefined ? undefined : JSON.stringify(fullUrl)),
    ),
    ...unreadable.map((item) => unreadableEntry(item.text)),
  ];
}

/** True for records as GP Connect systems write them. */
export function looksLikeGpConnect(entries: readonly RecordEntry[]): boolean {
  return entries.some(({ text }) => text.includes('https://fhir.nhs.uk/STU3/StructureDefinition/'));
}
