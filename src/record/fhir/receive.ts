/**
 * Takes apart what a source sent — Bundle, single resource, array, NDJSON, Parameters around a Bundle — into resources, each
 * with its text as received. One bad item never spoils the rest, and none is dropped unnamed (laws L1, L2, L8).
 */
import type { ReceivedResource, UnreadableItem } from '../source-input.ts';
import { FhirJsonError } from './fhir-json-error.ts';
import { MAX_DEPTH, skipSpace } from './json-scan.ts';
import { parsePlain, parseWithExact, stringifyFhirJson } from './json.ts';
import { type Slice, elementSlices, entrySlices, sliceAt } from './json-slices.ts';
import { type JsonObject, isJsonObject } from './types.ts';

export interface Received {
  readonly resources: ReceivedResource[];
  readonly unreadable: UnreadableItem[];
}

/** Bundles in Bundles in Bundles: no source nests further. */
const MAX_CONTAINERS = 8;

/** What may stand beside `request` or `response` in an entry that carries no record. */
const STUB_MEMBERS: ReadonlySet<string> = new Set([
  'fullUrl',
  'link',
  'request',
  'response',
  'search',
  'id',
  'extension',
]);

/** Never throws: what cannot be read is in `unreadable`. */
export function receiveText(text: string): Received {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (skipSpace(body, 0) === body.length) return { resources: [], unreadable: [] };
  try {
    return receiveJson(body, '');
  } catch (error) {
    return receiveLines(body) ?? { resources: [], unreadable: [{ at: 'text', text: body, reason: reasonOf(error) }] };
  }
}

/** Opens a Bundle that came as a value, without its text; each entry is received without text, too. */
export function receiveValue(value: unknown, at: string): Received {
  const received: Received = { resources: [], unreadable: [] };
  open({ value, text: undefined, slice: undefined, at, fullUrl: undefined, containers: 0 }, received);
  return received;
}

/** True for what {@link receiveValue} would take apart. */
export function isContainer(value: unknown): boolean {
  return isJsonObject(value) && containerOf(value) !== undefined;
}

/** A value at hand, and where it stands in the text if there is one. */
interface Place {
  readonly value: unknown;
  readonly text: string | undefined;
  readonly slice: Slice | undefined;
  readonly at: string;
  readonly fullUrl: string | undefined;
  /** How many Bundles and arrays are around it. */
  readonly containers: number;
}

/** @throws FhirJsonError where the text is no JSON. */
function receiveJson(text: string, at: string): Received {
  const received: Received = { resources: [], unreadable: [] };
  const value = parsePlain(text);
  // Of a Bundle only the beginning matters: its entries get slices of their own.
  const opened = Array.isArray(value) || isContainer(value);
  const slice = opened ? { start: skipSpace(text, 0), end: text.length, inexact: [], depth: 1 } : sliceAt(text, 0);
  open({ value, text, slice, at, fullUrl: undefined, containers: 0 }, received);
  return received;
}

function open(place: Place, received: Received): void {
  const { value, text, slice } = place;
  const member = isJsonObject(value) ? containerOf(value) : undefined;
  if (place.containers > MAX_CONTAINERS) {
    refuse(place, 'nested too deeply', received);
  } else if (Array.isArray(value)) {
    const slices = text === undefined || slice === undefined ? [] : elementSlices(text, slice.start);
    for (const [index, item] of (value as unknown[]).entries()) {
      const at = `${place.at}[${index}]`;
      open({ ...place, value: item, slice: slices[index], at, containers: place.containers + 1 }, received);
    }
  } else if (isJsonObject(value) && member !== undefined) {
    openMember(place, value[member], member, received);
  } else {
    close(place, received);
  }
}

/** The member that holds the entries of a Bundle, or of Parameters around a Bundle. */
function containerOf(value: JsonObject): 'entry' | 'parameter' | undefined {
  if (value.resourceType === 'Bundle') return 'entry';
  if (value.resourceType !== 'Parameters' || !Array.isArray(value.parameter)) return undefined;
  const bundled = value.parameter.some(
    (part: unknown) => isJsonObject(part) && isJsonObject(part.resource) && part.resource.resourceType === 'Bundle',
  );
  return bundled ? 'parameter' : undefined;
}

function openMember(place: Place, entries: unknown, name: 'entry' | 'parameter', received: Received): void {
  if (entries === undefined || entries === null) return;
  const prefix = place.at === '' ? name : `${place.at}.${name}`;
  if (!Array.isArray(entries)) {
    received.unreadable.push({ at: prefix, text: stringifyFhirJson(entries), reason: `${name} is not a list` });
    return;
  }
  const { text, slice } = place;
  const slices = text === undefined || slice === undefined ? [] : entrySlices(text, slice.start, name);
  const containers = place.containers + 1;
  for (const [index, entry] of (entries as unknown[]).entries()) {
    const at = `${prefix}[${index}]`;
    const within = slices[index];
    if (isJsonObject(entry) && entry.resource !== undefined && entry.resource !== null) {
      const fullUrl = typeof entry.fullUrl === 'string' ? entry.fullUrl : undefined;
      open({ value: entry.resource, text, slice: within?.resource, at, fullUrl, containers }, received);
    } else if (!isJsonObject(entry) || !isStub(entry)) {
      refuse({ ...place, value: entry, slice: within?.entry, at }, `${name} without a resource`, received);
    }
  }
}

/** A resource, or something that is none. */
function close(place: Place, received: Received): void {
  const { value, text, slice, fullUrl } = place;
  const at = place.at === '' ? 'resource' : place.at;
  const url = fullUrl === undefined ? {} : { fullUrl };
  if (!isJsonObject(value)) {
    refuse({ ...place, at }, 'not a JSON object', received);
  } else if (text === undefined || slice === undefined) {
    received.resources.push({ json: value, at, ...url });
  } else if (slice.depth > MAX_DEPTH) {
    refuse({ ...place, at }, 'nested too deeply', received);
  } else {
    const json = slice.inexact.length === 0 ? value : parseWithExact(text, slice.start, slice.end, slice.inexact);
    received.resources.push({ json, text: text.slice(slice.start, slice.end), at, ...url });
  }
}

function refuse({ value, text, slice, at }: Place, reason: string, received: Received): void {
  const kept =
    text === undefined || slice === undefined ? stringifyFhirJson(value) : text.slice(slice.start, slice.end);
  received.unreadable.push({ at, text: kept, reason });
}

function isStub(entry: JsonObject): boolean {
  if (entry.request === undefined && entry.response === undefined) return false;
  return Object.keys(entry).every((key) => STUB_MEMBERS.has(key));
}

/** NDJSON: undefined unless at least one line is a FHIR resource and not indented, as no line of a broken Bundle would be. */
function receiveLines(text: string): Received | undefined {
  const received: Received = { resources: [], unreadable: [] };
  let understood = false;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const at = `line ${index + 1}`;
    try {
      const { resources, unreadable } = receiveJson(line, at);
      understood ||= line.startsWith('{') && line.includes('"resourceType"');
      received.resources.push(...resources);
      received.unreadable.push(...unreadable);
    } catch (error) {
      received.unreadable.push({ at, text: line, reason: reasonOf(error) });
    }
  }
  return understood ? received : undefined;
}

function reasonOf(error: unknown): string {
  return error instanceof FhirJsonError ? error.message : 'The text cannot be read.';
}
