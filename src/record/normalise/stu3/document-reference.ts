/** STU3 DocumentReference → R4. The document's own date goes to its attachment. */
import { isJsonObject } from '../../fhir/types.ts';
import { type Draft, put, rename, take, within } from '../draft.ts';

export function documentReference(draft: Draft): void {
  rename(draft, { class: 'category', indexed: 'date' });
  within(draft, 'context', (context) => within(context, 'related', related));
  createdToAttachment(draft);
}

/** Also of DSTU2. Stays, and is found unknown, where the attachment has a date of its own. */
export function createdToAttachment(draft: Draft): void {
  const content = draft.fields.content;
  const first: unknown = Array.isArray(content) ? content[0] : undefined;
  if (draft.fields.created === undefined || !Array.isArray(content) || !isJsonObject(first)) return;
  const attachment = isJsonObject(first.attachment) ? first.attachment : {};
  if (attachment.creation !== undefined) return;
  const creation = take(draft, 'created');
  draft.fields.content = [{ ...first, attachment: { ...attachment, creation } }, ...(content.slice(1) as unknown[])];
}

/** `{ identifier, ref }` becomes a reference with an identifier. */
function related(draft: Draft): void {
  if (!isJsonObject(draft.fields.ref)) return;
  for (const [name, value] of Object.entries(draft.fields.ref)) put(draft, name, value, `ref.${name}`);
  take(draft, 'ref');
}
