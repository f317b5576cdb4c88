/** One person's record at one source, as the source will send it. */

export interface RecordEntry {
  /** `resourceType`; undefined where there is none that can be searched for. */
  readonly type: string | undefined;
  readonly id: string | undefined;
  /** The resource exactly as it goes out; no JSON at all where it was broken from the start. */
  readonly text: string;
  /** Parsed; undefined where `text` is no JSON object. */
  readonly json: Readonly<Record<string, unknown>> | undefined;
  /** False where `text` is no JSON: it spoils the page it is on. */
  readonly wellFormed: boolean;
  /** `entry.fullUrl` as JSON text, where the record came with one. */
  readonly fullUrlText: string | undefined;
}

export interface PatientRecord {
  /** The Patient's id at this source. */
  readonly patientId: string;
  readonly entries: readonly RecordEntry[];
}

export function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

/** A path segment that a search can name. */
const TYPE_NAME = /^[A-Za-z]{1,64}$/;

/** An entry from the text of a resource. */
export function recordEntry(text: string, json: unknown, fullUrlText: string | undefined): RecordEntry {
  const object = asObject(json);
  const type = object?.['resourceType'];
  const id = object?.['id'];
  return {
    type: typeof type === 'string' && TYPE_NAME.test(type) ? type : undefined,
    id: typeof id === 'string' ? id : undefined,
    text,
    json: object,
    wellFormed: true,
    fullUrlText,
  };
}

/** The record of an invented person: every resource written once. */
export function patientRecord(
  patientId: string,
  resources: readonly { readonly resourceType: string }[],
): PatientRecord {
  return {
    patientId,
    entries: resources.map((resource) => recordEntry(JSON.stringify(resource), resource, undefined)),
  };
}

/** The types of a record in the order first met, Patient first. Untyped entries ride along with the first. */
export function typesOf(records: Iterable<PatientRecord>): readonly string[] {
  const found = new Set<string>(['Patient']);
  for (const { entries } of records) for (const { type } of entries) if (type !== undefined) found.add(type);
  return [...found];
}
