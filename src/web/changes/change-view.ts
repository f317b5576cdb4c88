/** Changes as the page says them: sources by their titles, links to what is still there. Pure. */
import type { DayOfChanges } from '../../services/changes.ts';
import type { OwnAction } from '../../services/changes/own-actions.ts';
import type { SourceChanges, ToldChange } from '../../services/changes/told-change.ts';
import type { WrittenChange } from '../../services/changes/written-changes.ts';
import { ITEM_STATUSES } from '../record/tables/item-statuses.ts';

export interface ChangeNames {
  readonly titleOf: (source: string) => string;
  /** People's word for a kind of data; undefined where there is none. */
  readonly kindOf: (resourceType: string) => string | undefined;
  /** `<Type>/<id>` of the unified records there are now. */
  readonly known: ReadonlySet<string>;
}

const PATHS: Readonly<Record<string, string>> = {
  MedicationStatement: '/medicines',
  Condition: '/conditions',
  AllergyIntolerance: '/allergies',
};
/** Statuses with words of ours; any other is shown as its source wrote it. */
const CODES: ReadonlySet<string> = new Set([...ITEM_STATUSES, 'draft', 'cancelled', 'entered-in-error', 'unknown']);
const MOST_OWN = 50;
const MOST_WRITTEN = 50;

export function changesView({ changes, newSources, newItems }: SourceChanges, names: ChangeNames) {
  const { titleOf, kindOf } = names;
  return {
    changes: changes.map((change) => changeView(change, names)),
    newSources: newSources.map((item) => ({ ...item, title: titleOf(item.source) })),
    newItems: newItems.map(({ source, resourceType, count }) => ({
      title: titleOf(source),
      what: kindOf(resourceType),
      count,
    })),
    isEmpty: changes.length + newSources.length + newItems.length === 0,
  };
}

export function daysView(days: readonly DayOfChanges[], names: ChangeNames) {
  return days.map((day) => ({ at: day.at, ...changesView(day, names) })).filter(({ isEmpty }) => !isEmpty);
}

/** Newest first, as many as people read. */
export function writtenView(written: readonly WrittenChange[], { titleOf, known }: ChangeNames) {
  return written
    .toReversed()
    .slice(0, MOST_WRITTEN)
    .map((change) => ({ ...change, title: titleOf(change.source), path: pathOf(change.reference, known) }));
}

/** Newest first, as many as people read. */
export function ownView(actions: readonly OwnAction[]) {
  return actions.toReversed().slice(0, MOST_OWN);
}

function changeView({ sources, reference, ...change }: ToldChange, { titleOf, known }: ChangeNames) {
  const isCode = [...change.from, ...change.to].every((code) => CODES.has(code));
  return { ...change, isCode: change.isCode && isCode, who: sources.map(titleOf), path: pathOf(reference, known) };
}

/** What is no more has no page. */
function pathOf(reference: string | undefined, known: ReadonlySet<string>): string | undefined {
  if (reference === undefined || !known.has(reference)) return undefined;
  const [type = '', id = ''] = reference.split('/');
  const folder = PATHS[type];
  return folder === undefined ? undefined : `${folder}/${id}`;
}
