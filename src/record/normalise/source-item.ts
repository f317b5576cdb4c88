/** What can be taken in of a delivery: objects with a type that R4 knows or an older release's converter does. */
import { stringifyFhirJson } from '../fhir/json.ts';
import { isContainer, receiveValue } from '../fhir/receive.ts';
import { isFhirId } from '../fhir/references.ts';
import { type FhirVersion, type JsonObject, isJsonObject } from '../fhir/types.ts';
import { clearVersion, recogniseVersion, versionEvidence } from '../fhir/version.ts';
import type { ReceivedResource, SourceInput } from '../source-input.ts';
import { r4TypeOf } from './convert.ts';

/** One delivered resource, before it has its id. */
export interface SourceItem {
  readonly received: ReceivedResource;
  readonly json: JsonObject;
  readonly version: FhirVersion;
  /** Type as received, e.g. `MedicationOrder`. */
  readonly originalType: string;
  /** Its R4 type. */
  readonly type: string;
  readonly originalId: string | undefined;
  /** Whether the original id obeys FHIR's rule for ids. */
  readonly hasFhirId: boolean;
}

/** What was delivered and cannot be a record. */
export interface Refused {
  readonly at: string;
  readonly text: string;
  readonly resourceType: string | undefined;
  readonly originalId: string | undefined;
  readonly reason: string;
}

export interface AcceptedItems {
  readonly version: FhirVersion;
  readonly items: readonly SourceItem[];
  readonly refused: readonly Refused[];
}

export function acceptItems(input: SourceInput): AcceptedItems {
  const refused: Refused[] = input.unreadable.map(unreadable);
  const resources = input.resources.some(({ json }) => isContainer(json))
    ? openContainers(input, refused)
    : input.resources;
  const version = input.fhirVersion ?? recogniseVersion(resources.map(({ json }) => json));
  const items: SourceItem[] = [];
  for (const received of resources) {
    const item = accept(received, version);
    if ('reason' in item) refused.push(item);
    else items.push(item);
  }
  return { version, items, refused };
}

function accept(received: ReceivedResource, delivery: FhirVersion): SourceItem | Refused {
  const { json } = received;
  if (!isJsonObject(json)) return refuse(received, undefined, undefined, 'not a JSON object');
  const originalType = json.resourceType;
  const originalId = idOf(json.id);
  if (typeof originalType !== 'string' || originalType === '') {
    return refuse(received, undefined, originalId, 'no resourceType');
  }
  const version = clearVersion(originalType, versionEvidence(json), delivery);
  const type = r4TypeOf(originalType, version);
  if (type === undefined) return refuse(received, originalType, originalId, 'a resource type that R4 does not have');
  const hasFhirId = originalId !== undefined && isFhirId(originalId);
  return { received, json, version, originalType, type, originalId, hasFhirId };
}

function refuse(
  received: ReceivedResource,
  resourceType: string | undefined,
  originalId: string | undefined,
  reason: string,
): Refused {
  const text = received.text ?? stringifyFhirJson(received.json ?? null);
  return { at: received.at, text, resourceType, originalId, reason };
}

/** Ids are texts; some servers send a number. */
function idOf(id: unknown): string | undefined {
  if (typeof id === 'string') return id === '' ? undefined : id;
  return Number.isSafeInteger(id) ? String(id) : undefined;
}

/** A page that was passed on whole is taken apart here. */
function openContainers(input: SourceInput, refused: Refused[]): readonly ReceivedResource[] {
  return input.resources.flatMap((received) => {
    if (!isContainer(received.json)) return [received];
    const opened = receiveValue(received.json, received.at);
    refused.push(...opened.unreadable.map(unreadable));
    return opened.resources;
  });
}

function unreadable({ at, text, reason }: { at: string; text: string; reason: string }): Refused {
  return { at, text, resourceType: undefined, originalId: undefined, reason };
}
