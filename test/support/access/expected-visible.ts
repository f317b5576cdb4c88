/** What a viewer may see of a person's items, worked out from the rules alone: nothing of the gateway is used here. */
import type { AccessGrant } from '../../../src/access/access-grant.ts';
import { DEFAULT_LABEL, LABEL_SYSTEM, type Item, type LabelledPerson } from './labelled-person.ts';

/** They tell who, where and with what; what only hidden records name of them is hidden with these. */
const PARTS = new Set(['Practitioner', 'Organization', 'Medication', 'Binary']);

export type Limits = Pick<AccessGrant, 'sources' | 'labels'>;

export function expectedVisible({ items, sources }: LabelledPerson, limits: Limits): ReadonlySet<Item> {
  const given = sources.filter((source) => limits.sources?.includes(source) ?? true);
  const candidates = items.filter((item) => given.includes(item.source));
  const hidden = new Set(candidates.filter((item) => !hasLabels(item, limits.labels)));
  if (limits.labels === undefined) return new Set(candidates);
  for (let before = -1; before !== hidden.size;) {
    before = hidden.size;
    for (const item of candidates) if (goesWithHidden(item, candidates, hidden)) hidden.add(item);
  }
  return new Set(candidates.filter((item) => !hidden.has(item)));
}

function hasLabels(item: Item, rights: Limits['labels']): boolean {
  if (rights === undefined) return true;
  if (item.broken === 'text') return false;
  const fallback = DEFAULT_LABEL[item.source];
  const labels = item.labels.length > 0 ? item.labels : fallback === undefined ? [] : [fallback];
  if (labels.length === 0) return rights.unlabelled;
  return labels.every((label) => rights.codes.includes(`${LABEL_SYSTEM}|${label}`));
}

function goesWithHidden(item: Item, all: readonly Item[], hidden: ReadonlySet<Item>): boolean {
  if (item.type === 'Provenance') {
    const targets = item.links['target'] ?? [];
    return targets.length > 0 && targets.every(({ to }) => hidden.has(to));
  }
  if (!PARTS.has(item.type)) return false;
  const naming = all.filter((other) =>
    Object.values(other.links)
      .flat()
      .some(({ to }) => to === item),
  );
  return naming.length > 0 && naming.every((other) => hidden.has(other));
}
