/** What a passport says of allergies and of what the person cannot take: each source's reaction in its own words. Pure. */
import type { AllergyIntolerance } from 'fhir/r4.js';
import { conceptText, type RecordRow } from '../record-rows.ts';
import { openStatuses } from './passport-medicines.ts';
import { memberReferences, sourceWords, type RecordContext, type Said } from './source-words.ts';

export interface PassportReaction {
  /** As the source writes it. */
  readonly text: string;
  /** `mild`, `moderate`, `severe`; undefined where it is not said. */
  readonly severity: string | undefined;
  readonly by: readonly string[];
}

export interface PassportAllergy {
  readonly name: string;
  readonly names: readonly Said[];
  readonly reactions: readonly PassportReaction[];
  readonly statuses: readonly Said[];
  readonly saidBy: readonly string[];
}

export function passportAllergies(rows: readonly RecordRow[], context: RecordContext): readonly PassportAllergy[] {
  return rows.map((row) => ({
    name: row.what,
    names: sourceWords(row, context),
    reactions: reactions(row, context),
    statuses: openStatuses(row),
    saidBy: row.statedBy,
  }));
}

function reactions(row: RecordRow, { byReference, sourceOf }: RecordContext): readonly PassportReaction[] {
  const said = new Map<string, PassportReaction>();
  for (const reference of memberReferences(byReference.get(row.reference))) {
    const member = byReference.get(reference) as AllergyIntolerance | undefined;
    const source = sourceOf.get(reference);
    for (const { manifestation = [], description, severity } of member?.reaction ?? []) {
      const named = manifestation.map(conceptText).join(', ');
      const text = named === '' ? (description ?? '') : named;
      if (text === '') continue;
      const key = JSON.stringify([text, severity]);
      const by = [...(said.get(key)?.by ?? []), ...(source === undefined ? [] : [source])];
      said.set(key, { text, severity, by: [...new Set(by)].toSorted() });
    }
  }
  return [...said.values()];
}
