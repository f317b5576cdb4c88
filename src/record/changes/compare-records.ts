/** Two pulls of one person's record → what is new, stopped, changed, newly disputed, or no longer returned (design 1, L6). */
import { compareText } from '../facts/fact.ts';
import { issueCode, issuesByRecord } from '../explain/issues-by-record.ts';
import { recordNames, refOf } from '../explain/record-names.ts';
import { statusWords } from '../explain/reported-statuses.ts';
import { DIFFERENCE_WORDS, TYPE_WORDS } from '../explain/tables/issue-words.ts';
import type { ReconciledRecord, UnifiedRecord } from '../reconciled-record.ts';
import type { Change } from './change.ts';
import { noLongerReturned } from './no-longer-returned.ts';
import { createStatementReader } from './stated-by-source.ts';
import { sourceChanges } from './source-changes.ts';
import { successors, type Pair } from './successors.ts';

/** Sorted by kind of thing, name and change. Same records, same answer. */
export function compareRecords(before: ReconciledRecord, after: ReconciledRecord): readonly Change[] {
  const reader = createStatementReader();
  const [namesBefore, namesAfter] = [recordNames(before), recordNames(after)];
  const { pairs, successorsOf } = successors(before, after);
  const [issuesBefore, issuesAfter] = [issuesByRecord(before.issues), issuesByRecord(after.issues)];
  const codesOf = (issues: typeof issuesBefore, things: readonly UnifiedRecord[]): ReadonlySet<string> =>
    new Set(things.flatMap(({ resource }) => (issues.get(refOf(resource))?.differences ?? []).map(issueCode)));

  const changes: Change[] = [];
  for (const pair of pairs) {
    const told = describe(pair, namesAfter.nameOf(pair.after.resource));
    const { about } = told;
    if (pair.before.length === 0) {
      const sources = [...new Set(pair.after.members.map((member) => member.source))].sort();
      const words = `New: ${about} (${statusWords(pair.after, namesAfter)}), from ${sources.join(' and ')}`;
      changes.push({ ...told, kind: 'new', source: sources.length === 1 ? sources[0] : undefined, words });
      continue;
    }
    if (pair.before.length > 1) {
      const names = pair.before.map(({ resource }) => namesBefore.nameOf(resource)).join(' and ');
      changes.push({ ...told, kind: 'joined', words: `Now shown as one: ${names}` });
    }
    const said = [
      reader.statedBySource(pair.before, namesBefore),
      reader.statedBySource([pair.after], namesAfter),
    ] as const;
    for (const [source, now] of said[1]) {
      const then = said[0].get(source);
      if (then)
        changes.push(...sourceChanges(then, now).map((change) => ({ ...told, source, ...change(about, source) })));
    }
    const [then, now] = [codesOf(issuesBefore, pair.before), codesOf(issuesAfter, [pair.after])];
    for (const code of now) {
      if (then.has(code)) continue;
      const words = `${about}: the sources now differ in ${DIFFERENCE_WORDS[code] ?? code}`;
      changes.push({ ...told, kind: 'disputed', to: code, words });
    }
    for (const code of then) {
      if (now.has(code)) continue;
      const words = `${about}: the sources no longer differ in ${DIFFERENCE_WORDS[code] ?? code}`;
      changes.push({ ...told, kind: 'agreed', from: code, words });
    }
  }
  for (const [then, parts] of successorsOf) {
    if (parts.length < 2) continue;
    const about = namesBefore.nameOf(then.resource);
    const names = parts.map(({ resource }) => namesAfter.nameOf(resource)).join(' and ');
    changes.push({
      ...describe({ before: [then], after: then }, about),
      after: parts.map(({ resource }) => refOf(resource)).sort(compareText),
      kind: 'split',
      words: `Now shown apart: ${names}`,
    });
  }
  return [...changes, ...noLongerReturned(before, after, namesBefore)].sort((a, b) =>
    compareText(sortKey(a), sortKey(b)),
  );
}

function describe(pair: Pair, about: string): Omit<Change, 'kind' | 'words'> {
  return {
    about,
    type: (TYPE_WORDS[pair.after.resource.resourceType] ?? 'other') as Change['type'],
    before: pair.before.map(({ resource }) => refOf(resource)),
    after: [refOf(pair.after.resource)],
    source: undefined,
    from: undefined,
    to: undefined,
  };
}

const TYPE_ORDER: readonly Change['type'][] = ['medicine', 'condition', 'allergy', 'other'];

function sortKey({ type, about, kind, source, words, before, after }: Change): string {
  return [TYPE_ORDER.indexOf(type), about, kind, source ?? '', words, ...before, ...after].join('\n');
}
