/** Changes as the page says them: sources by their titles, links to what is still there. Pure. */
import type { ChangeHistory } from '../../services/changes.ts';
import { groupBy } from '../../record/match/group-by.ts';
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
const MOST_WRITTEN = 50;
const NOTHING: SourceChanges = { changes: [], newSources: [], newItems: [] };

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

/**
 * Newest first: what the sources say otherwise, and what the person or who acts for them did that day.
 * @param actions by time.
 * @param before where an older page of the history begins, ISO instant.
 */
export function daysView(
  { days, older }: ChangeHistory,
  { actions, before }: { readonly actions: readonly OwnAction[]; readonly before: string | undefined },
  names: ChangeNames,
) {
  const own = groupBy(actions, ({ at }) => dayOf(at));
  const told = new Map(days.map((day) => [dayOf(day.at), day]));
  const isHere = (day: string) =>
    (before === undefined || day < dayOf(before)) && (older === undefined || day >= dayOf(older));
  const all = new Set([...told.keys(), ...[...own.keys()].filter(isHere)]);
  return [...all]
    .toSorted()
    .toReversed()
    .map((day) => {
      const view = changesView(told.get(day) ?? NOTHING, names);
      const did = (own.get(day) ?? []).toReversed();
      return {
        ...view,
        at: told.get(day)?.at ?? did[0]?.at ?? day,
        own: did,
        isEmpty: view.isEmpty && did.length === 0,
      };
    })
    .filter(({ isEmpty }) => !isEmpty);
}

/** What others did since then is news; what this actor did is not. Newest first. */
export function newsOf(actions: readonly OwnAction[], since: string): readonly OwnAction[] {
  return actions.filter(({ at, isActor }) => !isActor && at > since).toReversed();
}

function dayOf(instant: string): string {
  return instant.slice(0, 10);
}

/** Newest first, as many as people read. */
export function writtenView(written: readonly WrittenChange[], { titleOf, known }: ChangeNames) {
  return written
    .toReversed()
    .slice(0, MOST_WRITTEN)
    .map((change) => ({ ...change, title: titleOf(change.source), path: pathOf(change.reference, known) }));
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
