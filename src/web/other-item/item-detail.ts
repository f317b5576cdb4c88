/** One source record of any kind on a page of its own: the main facts, then every element. Pure. */
import type { Reference } from 'fhir/r4.js';
import type { R4Resource } from '../../record/fhir/types.ts';
import type { SourceRecord } from '../../record/normalise/source-record.ts';
import { itemFacts, type ItemFact } from '../other/item-facts.ts';
import { summariseItem, type ItemSummary } from '../other/item-summary.ts';
import type { Names } from '../other/reference-names.ts';
import { outline, type OutlineLine } from './outline.ts';

export interface ItemDetail extends ItemSummary {
  readonly facts: readonly ItemFact[];
  /** The results a report or a panel is made of. */
  readonly results: readonly ItemSummary[];
  readonly lines: readonly OutlineLine[];
}

export function itemDetail(item: SourceRecord, titleOf: (source: string) => string, names: Names): ItemDetail {
  const summary = summariseItem(item, titleOf, names);
  return {
    ...summary,
    facts: itemFacts(item.resource, summary.what, names),
    results: resultsOf(item.resource).flatMap(({ reference }) => {
      const result = names.find(reference);
      return result === undefined ? [] : [summariseItem(result, titleOf, names)];
    }),
    lines: outline(item.resource, names),
  };
}

function resultsOf(resource: R4Resource): readonly Reference[] {
  if (resource.resourceType === 'DiagnosticReport') return resource.result ?? [];
  return resource.resourceType === 'Observation' ? (resource.hasMember ?? []) : [];
}
