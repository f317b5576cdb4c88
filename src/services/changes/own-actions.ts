/** What the person (or who acts for them) did with their record, for its history. Pure. */
import type { EntryContent, PersonEntry } from '../../ports/person-entries.ts';
import type { PersonDecision } from '../../ports/person-decisions.ts';

export interface OwnAction {
  /** ISO instant. */
  readonly at: string;
  readonly what:
    | `${EntryContent['kind']}-${'added' | 'changed' | 'taken-back'}`
    | `${PersonDecision['kind']}-${'decided' | 'taken-back'}`;
  /** What was typed; undefined for decisions. */
  readonly text: string | undefined;
  readonly isActor: boolean;
}

/** Without questions: those have a page of their own. By time. */
export function ownActions(
  entries: readonly PersonEntry[],
  decisions: readonly PersonDecision[],
  actorId: string,
): readonly OwnAction[] {
  const replaced = new Set(entries.flatMap(({ replaces }) => replaces ?? []));
  const ofEntries = entries.flatMap((entry): readonly OwnAction[] => {
    const { id, content, at, replaces, withdrawnAt, withdrawnBy } = entry;
    if (content.kind === 'question') return [];
    const text = textOf(content);
    const what = replaces === undefined ? 'added' : 'changed';
    const done: OwnAction = { at, what: `${content.kind}-${what}`, text, isActor: entry.actorId === actorId };
    if (withdrawnAt === undefined || replaced.has(id)) return [done];
    return [done, { at: withdrawnAt, what: `${content.kind}-taken-back`, text, isActor: withdrawnBy === actorId }];
  });
  const ofDecisions = decisions.flatMap(({ kind, at, actorId: by, withdrawnAt, withdrawnBy }): readonly OwnAction[] => {
    const done: OwnAction = { at, what: `${kind}-decided`, text: undefined, isActor: by === actorId };
    if (withdrawnAt === undefined) return [done];
    return [done, { at: withdrawnAt, what: `${kind}-taken-back`, text: undefined, isActor: withdrawnBy === actorId }];
  });
  return [...ofEntries, ...ofDecisions].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function textOf(content: Exclude<EntryContent, { kind: 'question' }>): string | undefined {
  switch (content.kind) {
    case 'medicine':
    case 'allergy':
      return content.name;
    case 'taking':
      return content.reason;
    case 'note':
      return content.text;
  }
}
