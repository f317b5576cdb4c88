/**
 * Gives every delivered item its id in the gateway: `<source>-<original id>`, or a hash where that is no FHIR id. The answer
 * depends on what was delivered, never on its order (law L3), and loses nothing: an id that comes again with other content
 * makes a record of its own (law L1).
 */
import { canonicalJson, digestOf } from '../fhir/canonical-json.ts';
import { identifierKey } from '../fhir/identifiers.ts';
import { parsePartialDate } from '../fhir/partial-date.ts';
import { isJsonObject } from '../fhir/types.ts';
import type { SourceItem } from './source-item.ts';

/** FHIR R4 `id`. */
const MAX_ID_LENGTH = 64;

export interface IdentifiedItem {
  readonly item: SourceItem;
  /** Unique among the type's records of this source. */
  readonly id: string;
  /** Every delivery of this very item, the first one included; sorted so that order of receipt tells nothing. */
  readonly deliveries: readonly SourceItem[];
  /** False where another item keeps the plain id: the original id then means that one. */
  readonly keepsName: boolean;
}

/** The items that would have one id. */
interface Wanted extends IdentifiedItem {
  readonly deliveries: SourceItem[];
}

/** @param taken `<Type>/<id>` that no record may get. */
export function identifyItems(
  source: string,
  items: readonly SourceItem[],
  taken: ReadonlySet<string>,
): IdentifiedItem[] {
  const wanted: Wanted[] = [];
  const byType = new Map<string, Map<string, Wanted>>();
  let isPlain = true;
  for (const item of items) {
    const id = candidateId(source, item);
    const ofType = byType.get(item.type) ?? new Map<string, Wanted>();
    const there = ofType.get(id);
    if (there !== undefined) {
      there.deliveries.push(item);
      isPlain = false;
      continue;
    }
    const one: Wanted = { item, id, deliveries: [item], keepsName: true };
    if (ofType.size === 0) byType.set(item.type, ofType);
    ofType.set(id, one);
    wanted.push(one);
  }
  for (const key of taken)
    isPlain &&= byType.get(key.slice(0, key.indexOf('/')))?.has(key.slice(key.indexOf('/') + 1)) !== true;
  return isPlain ? wanted : separateAll(source, wanted, taken);
}

function separateAll(source: string, wanted: readonly Wanted[], taken: ReadonlySet<string>): IdentifiedItem[] {
  const identified: IdentifiedItem[] = [];
  const repeated: [string, readonly SourceItem[]][] = [];
  const used = new Set(taken);
  for (const one of wanted) {
    const key = `${one.item.type}/${one.id}`;
    used.add(key);
    if (one.deliveries.length > 1 || taken.has(key)) repeated.push([key, one.deliveries]);
    else identified.push(one);
  }
  for (const [key, group] of repeated.sort(([a], [b]) => (a < b ? -1 : 1))) {
    identified.push(...separate(source, key, group, taken, used));
  }
  return identified;
}

/** Items that want one id: equal ones become one, the newest keeps the id, the others get one of their content. */
function separate(
  source: string,
  key: string,
  group: readonly SourceItem[],
  taken: ReadonlySet<string>,
  used: Set<string>,
): IdentifiedItem[] {
  const byContent = new Map<string, SourceItem[]>();
  for (const item of group) {
    const content = digestOf(`${item.originalType} ${canonicalJson(item.json)}`);
    const same = byContent.get(content);
    if (same === undefined) byContent.set(content, [item]);
    else same.push(item);
  }
  const distinct = [...byContent].map(([digest, deliveries]) => ({ digest, deliveries: deliveries.sort(byReceipt) }));
  distinct.sort((a, b) => newerFirst(a.deliveries[0], b.deliveries[0]) || (a.digest < b.digest ? -1 : 1));
  return distinct.flatMap(({ digest, deliveries }, i): IdentifiedItem[] => {
    const [item] = deliveries;
    if (item === undefined) return [];
    const plain = i === 0 && !taken.has(key);
    const id = plain ? key.slice(key.indexOf('/') + 1) : freeId(source, item.type, digest, used);
    return [
      { item, id, deliveries, keepsName: i === 0 || item.originalType !== distinct[0]?.deliveries[0]?.originalType },
    ];
  });
}

function freeId(source: string, type: string, digest: string, used: Set<string>): string {
  let id = `${source}-${digest}`;
  while (used.has(`${type}/${id}`)) id = `${source}-${digestOf(id)}`;
  used.add(`${type}/${id}`);
  return id;
}

/** An original id that breaks FHIR's rules still names the item; without one its business identifier or content does. */
function candidateId(source: string, item: SourceItem): string {
  const { originalId } = item;
  if (originalId === undefined) return `${source}-${digestOf(ground(item))}`;
  const plain = item.hasFhirId && source.length + 1 + originalId.length <= MAX_ID_LENGTH;
  return plain ? `${source}-${originalId}` : `${source}-${digestOf(`id ${item.originalType} ${originalId}`)}`;
}

function ground({ json, originalType }: SourceItem): string {
  const list: readonly unknown[] = Array.isArray(json.identifier) ? json.identifier : [json.identifier];
  const keys = list.map((identifier) => (isJsonObject(identifier) ? identifierKey(identifier) : undefined));
  const [smallest] = keys.filter((key) => key !== undefined).sort();
  return smallest === undefined ? `${originalType} ${canonicalJson(json)}` : `identifier ${originalType} ${smallest}`;
}

function byReceipt(a: SourceItem, b: SourceItem): number {
  const [x, y] = [receiptKey(a), receiptKey(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

function receiptKey({ received }: SourceItem): string {
  return `${received.fullUrl ?? ''} ${received.text ?? ''} ${received.at}`;
}

/** Higher version first, then later update; what says neither comes last. */
function newerFirst(a: SourceItem | undefined, b: SourceItem | undefined): number {
  return versionNumber(b) - versionNumber(a) || updatedMs(b) - updatedMs(a);
}

function versionNumber(item: SourceItem | undefined): number {
  const meta = item?.json.meta;
  const version = isJsonObject(meta) ? meta.versionId : undefined;
  return typeof version === 'string' && /^[0-9]{1,15}$/.test(version) ? Number(version) : -1;
}

function updatedMs(item: SourceItem | undefined): number {
  const meta = item?.json.meta;
  const updated = isJsonObject(meta) ? meta.lastUpdated : undefined;
  return (typeof updated === 'string' ? parsePartialDate(updated)?.instantMs : undefined) ?? -1;
}
