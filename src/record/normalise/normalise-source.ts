/**
 * Makes of one source's delivery its records as the gateway gives them out: valid R4 with the gateway's ids, references and
 * origin, nothing lost, and the same whatever the order of receipt (laws L1, L2, L3, L8; design: source records).
 */
import { digestOf } from '../fhir/canonical-json.ts';
import { type JsonObject, type R4Resource, isJsonObject } from '../fhir/types.ts';
import type { SourceInput } from '../source-input.ts';
import { toR4 } from './convert.ts';
import { type R4Fitter, createR4Fitter } from './fit-r4.ts';
import { listWarnings } from './list-warnings.ts';
import { isOtherResourceType, resourceShape } from './r4-shape.ts';
import { type IdentifiedItem, identifyItems } from './record-ids.ts';
import { type ReferenceIndex, createReferenceIndex } from './reference-index.ts';
import { rewriteReferences } from './rewrite-references.ts';
import { type Refused, acceptItems } from './source-item.ts';
import { type MetaWriter, createMetaWriter, idInAddress } from './source-meta.ts';
import type { ListWarning, Loss, NormalisedSource, Quarantined, SourceRecord } from './source-record.ts';
import { standingOf } from './standing.ts';
import { targetsOf } from './targets.ts';
import { type Unmapped, unmappedExtension } from './unmapped.ts';
import { findPerson } from './whose-record.ts';

/** What the records of one delivery share. */
interface Workshop {
  readonly source: string;
  readonly fitter: R4Fitter;
  readonly references: ReferenceIndex;
  readonly meta: MetaWriter;
}

/** @param subjectId the gateway's Patient id. Never throws for what is in the resources. */
export function normaliseSource(input: SourceInput, subjectId: string): NormalisedSource {
  const { name: source, baseUrl } = input;
  const { version, items, refused } = acceptItems(input);
  const identified = identifyItems(source, items, new Set([`Patient/${subjectId}`]));
  const targets = targetsOf(identified);
  const person = findPerson(identified, targets, baseUrl, input.patientId);
  const references = createReferenceIndex(baseUrl, targets, person.own, subjectId);
  const workshop: Workshop = {
    source,
    references,
    fitter: createR4Fitter(references, subjectId),
    meta: createMetaWriter(source, baseUrl, input.defaultLabels),
  };
  const losses: Loss[] = [];
  const warnings: ListWarning[] = [];
  // Most records leave it empty for the next one.
  let unmapped: Unmapped[] = [];
  const records = identified.map((one): SourceRecord => {
    if (unmapped.length > 0) unmapped = [];
    const resource = finish(one, workshop, unmapped);
    for (const { path, reason } of unmapped) {
      losses.push({ source, record: `${resource.resourceType}/${resource.id}`, path, reason });
    }
    const { item, deliveries } = one;
    if (item.type === 'List') warnings.push(...listWarnings(source, item.json));
    const standing = standingOf(resource as unknown as JsonObject, person.isOthers(one));
    const { received, originalId } = item;
    return { source, resource, received, originalId, version: item.version, standing, deliveries: deliveries.length };
  });
  const patients = identified
    .filter(({ item, id }) => item.type === 'Patient' && person.own.has(`Patient/${id}`))
    .map(({ id }) => `Patient/${id}`);
  return {
    source,
    baseUrl,
    viewOf: input.viewOf,
    version,
    records: byTypeAndId(records),
    quarantined: quarantine(source, refused),
    losses: losses.sort((a, b) => compare(a.record, b.record)),
    warnings: warnings.sort((a, b) => compare(a.code, b.code) || compare(a.list ?? '', b.list ?? '')),
    patients: patients.sort(),
  };
}

/** The record itself. */
function finish({ item, id }: IdentifiedItem, workshop: Workshop, unmapped: Unmapped[]): R4Resource {
  const { json, version, originalType, originalId, type } = item;
  if (json.id !== undefined && json.id !== null && originalId === undefined) {
    unmapped.push({ path: `${originalType}.id`, value: json.id, reason: 'not a valid id' });
  }
  const converted = toR4(json, version, unmapped);
  const shape = resourceShape(type);
  const fitted =
    shape === undefined
      ? { ...rewriteReferences(converted, workshop.references) }
      : workshop.fitter.fit(converted, shape, originalType, unmapped);
  const name = `${originalType}/${originalId === undefined ? id : item.hasFhirId ? originalId : idInAddress(originalId)}`;
  const meta = workshop.meta.write(isJsonObject(fitted.meta) ? fitted.meta : undefined, name, version, unmapped);
  fitted.resourceType = type;
  fitted.id = id;
  fitted.meta = meta;
  if (unmapped.length > 0) addExtensions(fitted, meta, unmapped);
  // The fitter has proved the shape; types without a table are known by name.
  return fitted as unknown as R4Resource;
}

/** On the resource; Bundle, Binary and Parameters have no extensions but those of `meta`. */
function addExtensions(resource: Record<string, unknown>, meta: JsonObject, unmapped: readonly Unmapped[]): void {
  const type = String(resource.resourceType);
  const added = unmapped.map(unmappedExtension);
  const onMeta = !isOtherResourceType(type) && resourceShape(type)?.elements.has('extension') !== true;
  const carrier = onMeta ? meta : resource;
  const there: readonly unknown[] = Array.isArray(carrier.extension) ? carrier.extension : [];
  if (onMeta) resource.meta = { ...meta, extension: [...there, ...added] };
  else resource.extension = [...there, ...added];
}

/** Two equal texts are two items: each gets an id of its own. */
function quarantine(source: string, refused: readonly Refused[]): Quarantined[] {
  const sorted = [...refused].sort((a, b) => compare(a.text, b.text) || compare(a.at, b.at));
  const used = new Set<string>();
  return sorted.map(({ at, text, resourceType, originalId, reason }) => {
    let id = `${source}-${digestOf(text)}`;
    while (used.has(id)) id = `${source}-${digestOf(id)}`;
    used.add(id);
    return { source, at, resourceType, originalId, reason, text, id };
  });
}

/** Sorted by code unit. Plain texts sort several times faster than records do by comparison, and a type's ids are unique. */
function byTypeAndId(records: readonly SourceRecord[]): SourceRecord[] {
  const types = new Map<string, Map<string, SourceRecord>>();
  for (const record of records) {
    const { resourceType, id } = record.resource;
    const ids = types.get(resourceType);
    if (ids === undefined) types.set(resourceType, new Map([[id, record]]));
    else ids.set(id, record);
  }
  const sorted: SourceRecord[] = [];
  for (const type of [...types.keys()].sort()) {
    const ids = types.get(type);
    for (const id of [...(ids?.keys() ?? [])].sort()) {
      const record = ids?.get(id);
      if (record !== undefined) sorted.push(record);
    }
  }
  return sorted;
}

/** By code unit: no locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
