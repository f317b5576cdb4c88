/** Records of one source that can be written to while it runs, as they are at a real one. */
import { patientRecord, recordEntry } from './patient-record.ts';
import type { PatientRecord } from './patient-record.ts';

export interface WrittenResource {
  readonly resourceType: string;
  readonly id: string;
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** @param person whose record it is. `meta.lastUpdated` is the source's own to say. */
export type PutResource = (person: string, resource: WrittenResource) => void;

export interface EditableRecords {
  /** By person; always as they are now. */
  readonly records: ReadonlyMap<string, PatientRecord>;
  readonly put: PutResource;
}

/** @param now milliseconds since 1970. */
export function editableRecords(given: ReadonlyMap<string, PatientRecord>, now: () => number): EditableRecords {
  const records = new Map(given);
  return {
    records,
    put(person, resource) {
      const { patientId, entries } = records.get(person) ?? patientRecord(person, []);
      const updated = { ...resource, meta: { ...resource.meta, lastUpdated: new Date(now()).toISOString() } };
      const entry = recordEntry(JSON.stringify(updated), updated, undefined);
      const at = entries.findIndex(({ type, id }) => type === entry.type && id === entry.id);
      records.set(person, { patientId, entries: at === -1 ? [...entries, entry] : entries.with(at, entry) });
    },
  };
}
