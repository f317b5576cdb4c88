/**
 * The person's own entries as a part of one record, beside those of the accounts: for the person and for every viewer whose
 * sources are not narrowed; for one whose sources are, only where `own` is among them (law L10).
 */
import type { LabelRights } from '../access/access-grant.ts';
import type { SourceCompleteness } from '../record/completeness.ts';
import type { OwnRecordEntry } from '../record/own/own-entry.ts';
import {
  OWN_SOURCE,
  OWN_SOURCE_TITLE,
  OWN_SOURCE_URL,
  ownResources,
  ownSourceInput,
} from '../record/own/own-source.ts';
import type { PersonEntry } from '../ports/person-entries.ts';
import type { SourceDescription } from '../ports/source-connector.ts';
import type { AccountPart } from './account-parts.ts';
import { relatedPersonId } from './related-person.ts';

const SOURCE: SourceDescription = {
  name: OWN_SOURCE,
  title: OWN_SOURCE_TITLE,
  adds: '',
  kind: 'smart',
  baseUrl: OWN_SOURCE_URL,
  fhirVersion: 'R4',
  viewOf: undefined,
};

export interface OwnPart {
  readonly part: AccountPart;
  readonly completeness: SourceCompleteness;
}

/** The medicines and allergies among them that hold. What is said of other items, and questions, is no part of the record. */
export function ownRecordEntries(subjectId: string, entries: readonly PersonEntry[]): readonly OwnRecordEntry[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return entries.flatMap((entry): readonly OwnRecordEntry[] => {
    const { content, at, actorId } = entry;
    if (entry.withdrawnAt !== undefined) return [];
    if (content.kind !== 'medicine' && content.kind !== 'allergy') return [];
    const informant = actorId === subjectId ? undefined : relatedPersonId(subjectId, actorId);
    return [{ id: firstOf(entry, byId).id, content, at, relatedPersonId: informant }];
  });
}

/** The entry that this one goes back to through its changes. */
export function firstOf(entry: PersonEntry, byId: ReadonlyMap<string, PersonEntry>): PersonEntry {
  let first = entry;
  while (first.replaces !== undefined) {
    const before = byId.get(first.replaces);
    if (before?.content.kind !== entry.content.kind) break;
    first = before;
  }
  return first;
}

/** @returns undefined where there is nothing that this viewer may see: then nothing tells of it. */
export function ownPart(
  subjectId: string,
  entries: readonly OwnRecordEntry[],
  labels: LabelRights | undefined,
): OwnPart | undefined {
  // What a person adds carries no label, so it is for viewers of unlabelled items.
  if (entries.length === 0 || labels?.unlabelled === false) return undefined;
  const newestAt = entries.map(({ at }) => at).reduce((newest, at) => (at > newest ? at : newest));
  const counts = new Map<string, number>();
  for (const { content } of entries) {
    const type = content.kind === 'medicine' ? 'MedicationStatement' : 'AllergyIntolerance';
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return {
    part: {
      source: SOURCE,
      input: ownSourceInput(subjectId, ownResources(subjectId, entries)),
      hidden: { urls: new Set(), identifiers: new Set() },
      noLongerReturned: 0,
      newestAt,
    },
    completeness: {
      source: OWN_SOURCE,
      title: OWN_SOURCE_TITLE,
      state: 'complete',
      lastSuccess: newestAt,
      reason: undefined,
      types: [...counts].toSorted().map(([type, count]) => ({
        type,
        state: 'done',
        received: labels === undefined ? count : 0,
        reason: undefined,
      })),
      noLongerReturned: 0,
    },
  };
}
