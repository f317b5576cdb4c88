/** What the person decided about two records: a constraint that comes before every rule (law L12). */
import { compareText } from '../facts/fact.ts';

/** An item by the id its source gave it: stays right over every re-pull. The type is R4's or the one received. */
export interface NamedItem {
  readonly source: string;
  readonly resourceType: string;
  readonly originalId: string;
}

/** An item that its source gave no id: `<Type>/<gateway id>`. */
export interface ReferencedItem {
  readonly reference: string;
}

export type ItemRef = NamedItem | ReferencedItem;

export interface Decision {
  readonly id: string;
  readonly kind: 'same' | 'not-same';
  /** For `not-same` the item named second is the one that leaves. */
  readonly items: readonly [ItemRef, ItemRef];
  /** Who decided: `<Type>/<id>`, or an id at the gateway. */
  readonly actorId: string;
  /** FHIR instant. */
  readonly at: string;
  readonly reason?: string;
}

/** One text per item, the same for the same words; ground of ids, so never changed lightly. */
export function itemKey(item: ItemRef): string {
  return 'reference' in item ? item.reference : JSON.stringify([item.source, item.resourceType, item.originalId]);
}

/** The item in words, for messages. */
export function itemWords(item: ItemRef): string {
  return 'reference' in item ? item.reference : `${item.source} ${item.resourceType}/${item.originalId}`;
}

/** The latest first, then by id: where two decisions contradict, the one that comes first here wins. */
export function compareDecisions(a: Decision, b: Decision): number {
  return instantMs(b) - instantMs(a) || compareText(b.id, a.id) || compareText(textOf(a), textOf(b));
}

/** What is no instant counts as the earliest. */
function instantMs({ at }: Decision): number {
  const ms = Date.parse(at);
  return Number.isNaN(ms) ? -8.64e15 : ms;
}

function textOf({ kind, items }: Decision): string {
  return `${kind} ${items.map(itemKey).join(' ')}`;
}
