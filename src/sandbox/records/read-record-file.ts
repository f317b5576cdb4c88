/** Cuts a file of FHIR records into its resources, each as the text that stands in the file. */
import { eachElement, eachMember, skipValue as skip } from '../../record/fhir/json-scan.ts';
import { asObject, recordEntry } from './patient-record.ts';
import type { RecordEntry } from './patient-record.ts';

/** Index after the value at `start`. */
function skipValue(text: string, start: number): number {
  return skip(text, start, { inexact: [], depth: 0 });
}

/** The value that starts at `start`, as written. */
function valueText(text: string, start: number): string {
  return text.slice(start, skipValue(text, start));
}

function memberTexts(text: string, start: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  eachMember(text, start, (key, valueStart) => {
    found.set(key, valueStart);
    return skipValue(text, valueStart);
  });
  return found;
}

function entryAt(text: string, start: number): RecordEntry {
  if (text[start] !== '{') return parsed(valueText(text, start), undefined);
  const members = memberTexts(text, start);
  const resource = members.get('resource');
  const fullUrl = members.get('fullUrl');
  // An entry without a resource goes out as it is: whoever reads it must cope.
  if (resource === undefined) return parsed(valueText(text, start), undefined);
  return parsed(valueText(text, resource), fullUrl === undefined ? undefined : valueText(text, fullUrl));
}

function parsed(text: string, fullUrlText: string | undefined): RecordEntry {
  return recordEntry(text, JSON.parse(text), fullUrlText);
}

/** No JSON, but the type may still be told from the outside. */
function broken(text: string): RecordEntry {
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

function entriesOf(text: string): readonly RecordEntry[] {
  const json: unknown = JSON.parse(text);
  if (Array.isArray(json)) return elements(text, text.indexOf('['), parsedAt);
  if (asObject(json)?.['resourceType'] !== 'Bundle') return [parsed(text.trim(), undefined)];
  const entry = memberTexts(text, text.indexOf('{')).get('entry');
  return entry === undefined || text[entry] !== '[' ? [] : elements(text, entry, entryAt);
}

function parsedAt(text: string, start: number): RecordEntry {
  return parsed(valueText(text, start), undefined);
}

function elements(
  text: string,
  start: number,
  read: (text: string, start: number) => RecordEntry,
): readonly RecordEntry[] {
  const found: RecordEntry[] = [];
  eachElement(text, start, (_index, valueStart) => {
    found.push(read(text, valueStart));
    return skipValue(text, valueStart);
  });
  return found;
}

/** @param text a Bundle, one resource, an array of resources, or NDJSON of resources or Bundles. */
export function readRecordText(text: string, kind: 'json' | 'ndjson'): readonly RecordEntry[] {
  const pieces = kind === 'json' ? [text] : text.split('\n').filter((line) => line.trim() !== '');
  return pieces.flatMap((piece) => {
    try {
      return entriesOf(piece.replace(/^\uFEFF/, ''));
    } catch {
      return [broken(piece)];
    }
  });
}
