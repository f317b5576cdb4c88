/** Why the record is as it is, in plain words: what came from where, by which rule, what differs, what was left apart. */
import type { SourceRecord } from '../normalise/source-record.ts';
import type { ReconciledRecord, UnifiedRecord } from '../reconciled-record.ts';
import { explainUnified } from './explain-unified.ts';
import { issuesByRecord } from './issues-by-record.ts';
import { itemName, recordNames, refOf } from './record-names.ts';
import { STANDING_WORDS } from './tables/issue-words.ts';

/**
 * @param id a unified record's or a source record's: gateway id, `Type/id`, or the id its source gave it; undefined for all.
 * @returns lines, a blank one between records; undefined where nothing is called so.
 */
export function explain(record: ReconciledRecord, id?: string): readonly string[] | undefined {
  const names = recordNames(record);
  const issues = issuesByRecord(record.issues);
  const byReference = new Map(record.unified.map((unified) => [refOf(unified.resource), unified]));
  const tell = (unified: UnifiedRecord): readonly string[] => explainUnified(unified, issues, byReference, names);
  if (id === undefined) return paragraphs(record.unified.map(tell));

  const unifiedOf = new Map<string, UnifiedRecord>();
  for (const unified of record.unified) {
    for (const member of unified.members) unifiedOf.set(refOf(member.resource), unified);
  }
  const found = new Set<UnifiedRecord>(
    record.unified.filter(({ resource }) => id === resource.id || id === refOf(resource)),
  );
  const others: SourceRecord[] = [];
  for (const item of record.sourceRecords) {
    if (!isCalled(item, id)) continue;
    const unified = unifiedOf.get(refOf(item.resource));
    if (unified) found.add(unified);
    else others.push(item);
  }
  if (found.size + others.length === 0) return undefined;
  return paragraphs([
    ...[...found].map(tell),
    ...others.map((item) => explainOther(item, names.nameOf(item.resource))),
  ]);
}

function isCalled({ resource, originalId }: SourceRecord, id: string): boolean {
  if (id === resource.id || id === refOf(resource)) return true;
  return originalId !== undefined && (id === originalId || id === `${resource.resourceType}/${originalId}`);
}

/** What is in no unified record. */
function explainOther(item: SourceRecord, name: string): readonly string[] {
  const why = STANDING_WORDS[item.standing];
  return [
    `${name} (${itemName(item)})`,
    why === undefined
      ? '  Kept as its source gave it. Records of this kind are not joined.'
      : `  Kept, and joined with nothing: ${why}.`,
  ];
}

function paragraphs(blocks: readonly (readonly string[])[]): readonly string[] {
  return blocks.flatMap((block, index) => (index === 0 ? block : ['', ...block]));
}
