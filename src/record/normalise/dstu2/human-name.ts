/** DSTU2 HumanName → R4: the family name is one text. */
import { type Draft, lose, note } from '../draft.ts';

export function humanName(draft: Draft): void {
  const { family } = draft.fields;
  if (!Array.isArray(family)) return;
  const parts = (family as unknown[]).filter((part) => typeof part === 'string');
  if (family.length > 1 || parts.length < family.length) note(draft, 'family', family, 'R4 has one family name');
  lose(draft, '_family', 'R4 has one family name');
  draft.fields.family = parts.length === 0 ? undefined : parts.join(' ');
}
