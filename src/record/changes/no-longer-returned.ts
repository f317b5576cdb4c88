/** What a source gave before and does not give now. Absence is not evidence: it is never called deleted (law L6). */
import { compareText } from '../facts/fact.ts';
import { itemName, refOf, type RecordNames } from '../explain/record-names.ts';
import { TYPE_WORDS } from '../explain/tables/issue-words.ts';
import type { SourceRecord } from '../normalise/source-record.ts';
import type { ReconciledRecord, UnifiedRecord } from '../reconciled-record.ts';
import type { Change } from './change.ts';
import { itemOf } from './successors.ts';

export function noLongerReturned(
  before: ReconciledRecord,
  after: ReconciledRecord,
  names: RecordNames,
): readonly Change[] {
  const there = new Set(after.sourceRecords.map(itemOf));
  const speaking = new Set(after.sourceRecords.map((record) => record.source));
  const unifiedOf = new Map<string, UnifiedRecord>();
  for (const unified of before.unified) {
    for (const member of unified.members) unifiedOf.set(refOf(member.resource), unified);
  }
  const changes: Change[] = [];
  const silent = new Map<string, number>();
  const others = new Map<string, SourceRecord[]>();
  for (const record of before.sourceRecords) {
    if (!speaking.has(record.source)) {
      silent.set(record.source, (silent.get(record.source) ?? 0) + 1);
      continue;
    }
    if (there.has(itemOf(record))) continue;
    const unified = unifiedOf.get(refOf(record.resource));
    if (unified) changes.push(goneItem(record, unified, names));
    else {
      const key = `${record.source} ${record.resource.resourceType}`;
      others.set(key, [...(others.get(key) ?? []), record]);
    }
  }
  const wholeSources = [...silent].map(([source, count]) =>
    aboutSource(
      source,
      `${source} gave nothing this time; it gave ${count} before. That does not say that they are gone`,
    ),
  );
  const byType = [...others.values()].map((records) => {
    const [first] = records as [SourceRecord];
    const items = records.map(itemName).sort(compareText);
    const shown = items.length > 5 ? `${items.length} records` : items.join(', ');
    return aboutSource(
      first.source,
      `No longer returned by ${first.source}: ${shown} (${first.resource.resourceType}). Nobody said why`,
    );
  });
  return [...changes, ...wholeSources, ...byType];
}

function goneItem(record: SourceRecord, unified: UnifiedRecord, names: RecordNames): Change {
  const about = names.nameOf(unified.resource);
  return {
    kind: 'no-longer-returned',
    about,
    type: (TYPE_WORDS[unified.resource.resourceType] ?? 'other') as Change['type'],
    before: [refOf(unified.resource)],
    after: [],
    source: record.source,
    from: itemName(record),
    to: undefined,
    words: `No longer returned by ${record.source}: ${names.nameOf(record.resource)} (${itemName(record)}). Nobody said why`,
  };
}

function aboutSource(source: string, words: string): Change {
  return {
    kind: 'no-longer-returned',
    about: '',
    type: 'other',
    before: [],
    after: [],
    source,
    from: undefined,
    to: undefined,
    words,
  };
}
