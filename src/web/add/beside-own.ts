/** Where the rest of the record has what the person added, or what may be the same: told kindly, and nothing is kept from being added. Pure. */
import type { PersonEntry } from '../../ports/person-entries.ts';
import type { SourceRecord } from '../../record/normalise/source-record.ts';
import { OWN_SOURCE } from '../../record/own/own-source.ts';
import { firstOf } from '../../services/own-part.ts';
import type { PageRecord } from '../record/page-record.ts';
import { listThings } from '../things/thing.ts';

export interface BesideOwn {
  /** Of the thing's own page. */
  readonly path: string;
  /** Titles of the other places that have it. */
  readonly places: readonly string[];
  readonly mayBe: readonly { readonly path: string; readonly name: string | undefined }[];
}

/** @param entries of the person, by time. @returns by the id of an entry; undefined where nothing stands beside it. */
export function besideOwn(
  page: Pick<PageRecord, 'answer' | 'medicines' | 'rows' | 'titleOf'>,
  entries: readonly PersonEntry[],
): (entryId: string) => BesideOwn | undefined {
  const { titleOf, medicines, answer, rows } = page;
  const allergies = rows.filter(({ type }) => type === 'AllergyIntolerance');
  const items = [
    ...medicines.map(({ path, unified, relatedTo }) => ({ path, members: unified.members, mayBe: relatedTo })),
    ...listThings({ record: answer.record, rows: allergies, titleOf }).map(({ path, members, mayBeSame }) => ({
      path,
      members,
      mayBe: mayBeSame.map((other) => ({ path: other.path, name: other.what })),
    })),
  ];
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return (entryId) => {
    const entry = byId.get(entryId);
    const first = entry && firstOf(entry, byId).id;
    const item = items.find(({ members }) => members.some((member) => isOwn(member) && member.originalId === first));
    if (item === undefined) return undefined;
    const places = new Set(item.members.filter((member) => !isOwn(member)).map(({ source }) => titleOf(source)));
    if (places.size + item.mayBe.length === 0) return undefined;
    return { path: item.path, places: [...places], mayBe: item.mayBe.map(({ path, name }) => ({ path, name })) };
  };
}

function isOwn({ source }: SourceRecord): boolean {
  return source === OWN_SOURCE;
}
