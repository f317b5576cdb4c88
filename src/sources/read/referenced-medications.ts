/** Fetches the Medications that orders and statements name by reference and the search did not bring along. */
import type { ReceivedResource, UnreadableItem } from '../../record/source-input.ts';
import { SourceError } from '../../ports/source-connector.ts';
import { receiveText } from '../../record/fhir/receive.ts';
import { resolveUnderBase } from '../http/under-base.ts';
import type { FhirReader } from './fhir-reader.ts';
import { objectAt, resourceTypeOf, textAt } from './outline.ts';
import { MEDICATION_TYPES } from './tables/search-categories.ts';

/** A source that includes nothing and names more than this is read in part. */
const MOST_READ_ONE_BY_ONE = 200;

export interface ReferencedMedications {
  readonly resources: readonly ReceivedResource[];
  readonly unreadable: readonly UnreadableItem[];
  /** How many could not be had. */
  readonly missing: number;
}

/** Never rejects with a SourceError. References to other servers are left alone (SMART App Launch 2.2, "Access FHIR API"). */
export async function readReferencedMedications(
  reader: FhirReader,
  baseUrl: string,
  resources: readonly ReceivedResource[],
): Promise<ReferencedMedications> {
  const present = new Set(resources.flatMap((resource) => placesOf(resource, baseUrl)));
  const wanted = new Set(
    resources.flatMap(({ json }) => medicationUrl(json, baseUrl) ?? []).filter((url) => !present.has(url)),
  );
  const reachable = [...wanted].slice(0, MOST_READ_ONE_BY_ONE);
  const read = await Promise.all(reachable.map((url) => readMedication(reader, url, baseUrl)));
  return {
    resources: read.flatMap((item) => item?.resources ?? []),
    unreadable: read.flatMap((item) => item?.unreadable ?? []),
    missing: wanted.size - read.filter((item) => item !== undefined).length,
  };
}

function medicationUrl(json: unknown, baseUrl: string): string | undefined {
  if (!MEDICATION_TYPES.has(resourceTypeOf(json) ?? '')) return undefined;
  // R4 and STU3: medicationReference; some servers leave the choice's suffix out.
  const reference = textAt(objectAt(json, 'medicationReference') ?? objectAt(json, 'medication'), 'reference');
  if (reference === undefined || !/(?:^|\/)Medication\/[^/?#]+(?:\/_history\/[^/?#]+)?$/.test(reference))
    return undefined;
  return resolveUnderBase(baseUrl, reference);
}

function placesOf({ json, fullUrl }: ReceivedResource, baseUrl: string): string[] {
  if (resourceTypeOf(json) !== 'Medication') return [];
  const id = textAt(json, 'id');
  const places = [id === undefined ? undefined : `Medication/${id}`, fullUrl];
  return places.flatMap((place) => (place === undefined ? [] : (resolveUnderBase(baseUrl, place) ?? [])));
}

async function readMedication(
  reader: FhirReader,
  url: string,
  baseUrl: string,
): Promise<{ resources: readonly ReceivedResource[]; unreadable: readonly UnreadableItem[] } | undefined> {
  try {
    const answer = await reader.read(url);
    if (resourceTypeOf(answer.outline) !== 'Medication') return undefined;
    const at = url.slice(baseUrl.replace(/\/$/, '').length + 1);
    const received = receiveText(answer.text);
    return {
      resources: received.resources.map((resource) => ({ ...resource, fullUrl: url, at })),
      unreadable: received.unreadable.map((item) => ({ ...item, at })),
    };
  } catch (error) {
    if (error instanceof SourceError) return undefined;
    throw error;
  }
}
