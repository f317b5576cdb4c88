/** Search in one person's record: the few parameters a patient portal takes; others are passed over, as portals do. */
import { asObject } from '../records/patient-record.ts';
import type { PatientRecord, RecordEntry } from '../records/patient-record.ts';

function lastSegment(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

function codesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(codesOf);
  const object = asObject(value);
  if (object === undefined) return [];
  const { coding, code, system } = object;
  if (Array.isArray(coding)) return coding.flatMap(codesOf);
  if (typeof code !== 'string') return [];
  return typeof system === 'string' ? [code, `${system}|${code}`] : [code];
}

function fits(entry: RecordEntry, name: string, wanted: readonly string[]): boolean {
  if (name === '_id') return entry.id !== undefined && wanted.includes(entry.id);
  const element = name === 'clinical-status' ? 'clinicalStatus' : name;
  return codesOf(entry.json?.[element]).some((code) => wanted.includes(code));
}

const FILTERS: ReadonlySet<string> = new Set(['_id', 'category', 'status', 'intent', 'code', 'clinical-status']);

const COMPARISON = /^(ge|gt|le|lt)?(\d{4}-.+)$/;

/** `meta.lastUpdated`; where it says nothing, since when all of it is there. */
function updatedMs(entry: RecordEntry, thereSinceMs: number): number {
  const said = asObject(entry.json?.['meta'])?.['lastUpdated'];
  const ms = typeof said === 'string' ? Date.parse(said) : Number.NaN;
  return Number.isNaN(ms) ? thereSinceMs : ms;
}

/** @param wanted value of `_lastUpdated`: an instant behind a prefix (FHIR R4, "Search": prefixes). */
function isUpdated(ms: number, wanted: string): boolean {
  const [, prefix, instant = ''] = COMPARISON.exec(wanted) ?? [];
  const wantedMs = Date.parse(instant);
  switch (prefix) {
    case 'ge':
      return ms >= wantedMs;
    case 'gt':
      return ms > wantedMs;
    case 'le':
      return ms <= wantedMs;
    case 'lt':
      return ms < wantedMs;
    default:
      return ms === wantedMs;
  }
}

/** Entries that changed as asked for; all where nothing was asked. */
export function updatedAs(
  entries: readonly RecordEntry[],
  wanted: readonly string[],
  thereSinceMs: number,
): readonly RecordEntry[] {
  if (wanted.length === 0) return entries;
  return entries.filter((entry) => wanted.every((one) => isUpdated(updatedMs(entry, thereSinceMs), one)));
}

/** Whether a patient parameter names this patient; absent means the token's own. */
export function aboutPatient(params: URLSearchParams, patientId: string): boolean {
  return ['patient', 'subject', 'beneficiary'].every((name) =>
    params.getAll(name).every((value) => lastSegment(value) === patientId),
  );
}

/**
 * Entries of `type` that fit. Entries without a usable type are found under the first type, so that they go out too.
 * @param firstType the type untyped entries ride along with.
 */
export function matches(
  record: PatientRecord,
  type: string,
  firstType: string,
  params: URLSearchParams,
): readonly RecordEntry[] {
  const filters = [...new Set(params.keys())].filter((name) => FILTERS.has(name));
  return record.entries
    .filter((entry) => (entry.type ?? firstType) === type)
    .filter((entry) => filters.every((name) => params.getAll(name).every((one) => fits(entry, name, one.split(',')))));
}

/** The Medications that entries point to, for `_include=<Type>:medication`. */
export function includedMedications(record: PatientRecord, entries: readonly RecordEntry[]): readonly RecordEntry[] {
  const wanted = new Set(
    entries.flatMap(({ json }) => {
      const reference = asObject(json?.['medicationReference'])?.['reference'];
      return typeof reference === 'string' && !reference.startsWith('#') ? [lastSegment(reference)] : [];
    }),
  );
  return record.entries.filter(({ type, id }) => type === 'Medication' && id !== undefined && wanted.has(id));
}

/** As many entries from `offset` as go on one page; a broken one gets a page of its own, so that it spoils no other. */
export function pageOf(entries: readonly RecordEntry[], offset: number, count: number): readonly RecordEntry[] {
  const page = entries.slice(offset, offset + count);
  const broken = page.findIndex(({ wellFormed }) => !wellFormed);
  if (broken === -1) return page;
  return page.slice(0, Math.max(broken, 1));
}
