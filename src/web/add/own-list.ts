/** What the person added, for its page: what holds, and what was taken back and can be added again. Pure. */
import type { OwnAllergy, OwnMedicine, PersonEntry } from '../../ports/person-entries.ts';

export interface OwnRow<Content extends OwnMedicine | OwnAllergy = OwnMedicine | OwnAllergy> {
  readonly id: string;
  readonly content: Content;
  /** ISO instant. */
  readonly at: string;
  /** Of the catalogue's `add:by`. */
  readonly by: 'self' | 'you' | 'other';
}

export interface OwnList {
  readonly medicines: readonly OwnRow<OwnMedicine>[];
  readonly allergies: readonly OwnRow<OwnAllergy>[];
  /** Latest first; those that were only changed are not among them. */
  readonly takenBack: readonly OwnRow[];
}

const MOST_TAKEN_BACK = 50;

/** @param entries of one person, by time. */
export function ownList(entries: readonly PersonEntry[], actorId: string, subjectId: string): OwnList {
  const replaced = new Set(entries.flatMap(({ replaces }) => replaces ?? []));
  const rows = entries.flatMap(({ id, content, at, actorId: by, withdrawnAt }) =>
    content.kind === 'medicine' || content.kind === 'allergy'
      ? [{ id, content, at: withdrawnAt ?? at, by: byWhom(by, actorId, subjectId), holds: withdrawnAt === undefined }]
      : [],
  );
  const held = rows.filter(({ holds }) => holds);
  return {
    medicines: held.flatMap(({ content, ...row }) => (content.kind === 'medicine' ? [{ ...row, content }] : [])),
    allergies: held.flatMap(({ content, ...row }) => (content.kind === 'allergy' ? [{ ...row, content }] : [])),
    takenBack: rows
      .filter(({ id, holds }) => !holds && !replaced.has(id))
      .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
      .slice(0, MOST_TAKEN_BACK),
  };
}

/** Nobody else is named on a page: that somebody else did it is told. */
function byWhom(by: string, actorId: string, subjectId: string): OwnRow['by'] {
  if (by === actorId) return actorId === subjectId ? 'self' : 'you';
  return 'other';
}
