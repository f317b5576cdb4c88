/** One source record of any kind on a page of its own: the main facts, then every element. Pure. */
import { conceptText } from '../../record/explain/record-names.ts';
import { isJsonObject, type R4Resource } from '../../record/fhir/types.ts';
import type { SourceRecord } from '../../record/normalise/source-record.ts';
import { summariseItem, type ItemSummary } from '../other/item-summary.ts';
import { outline, type OutlineLine } from './outline.ts';
import type { Names } from '../other/reference-names.ts';

export interface ItemFact {
  /** Of the catalogue, `other:fact`. */
  readonly key: string;
  readonly texts: readonly string[];
}

export interface ItemDetail extends ItemSummary {
  readonly facts: readonly ItemFact[];
  readonly lines: readonly OutlineLine[];
  /** Id at the source. */
  readonly originalId: string | undefined;
}

/** Elements by what they tell; each may be a concept, a reference, an annotation or a backbone element that holds one. */
const FACTS: Readonly<Record<string, readonly string[]>> = {
  by: [
    'performer',
    'author',
    'asserter',
    'recorder',
    'practitioner',
    'participant',
    'requester',
    'sender',
    'prescriber',
    'provider',
  ],
  place: [
    'location',
    'serviceProvider',
    'managingOrganization',
    'organization',
    'custodian',
    'facility',
    'hospitalization',
  ],
  reason: ['reasonCode', 'reasonReference', 'reason', 'indication', 'addresses', 'diagnosis', 'statusReason'],
  site: ['bodySite'],
  result: ['conclusion', 'outcome', 'result', 'followUp', 'complication'],
  about: ['description', 'comment', 'patientInstruction', 'payload', 'activity', 'goal', 'section'],
  note: ['note'],
};
const INSIDE: readonly string[] = [
  'actor',
  'individual',
  'location',
  'condition',
  'text',
  'contentString',
  'detail',
  'code',
  'title',
  'provider',
  'dischargeDisposition',
];

export function itemDetail(item: SourceRecord, titleOf: (source: string) => string, names: Names): ItemDetail {
  const summary = summariseItem(item, titleOf);
  return {
    ...summary,
    facts: Object.entries(FACTS).flatMap(([key, elements]) => {
      const texts = new Set(elements.flatMap((element) => textsIn(element, item.resource, names)));
      texts.delete(summary.what ?? '');
      return texts.size === 0 ? [] : [{ key, texts: [...texts] }];
    }),
    lines: outline(item.resource, names),
    originalId: item.originalId,
  };
}

function textsIn(element: string, resource: R4Resource, names: Names): readonly string[] {
  return textsOf((resource as unknown as Readonly<Record<string, unknown>>)[element], names, 0);
}

function textsOf(value: unknown, names: Names, depth: number): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (Array.isArray(value)) return (value as readonly unknown[]).flatMap((item) => textsOf(item, names, depth));
  if (!isJsonObject(value)) return [];
  const own = named(value, names);
  if (own !== undefined) return [own];
  return depth > 1 ? [] : INSIDE.flatMap((member) => textsOf(value[member], names, depth + 1));
}

function named(value: Readonly<Record<string, unknown>>, names: Names): string | undefined {
  if (typeof value['reference'] === 'string' || typeof value['display'] === 'string')
    return names.of(value);
  return Array.isArray(value['coding']) || typeof value['text'] === 'string'
    ? conceptText(value)
    : undefined;
}
