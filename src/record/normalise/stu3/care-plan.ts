/** STU3 CarePlan → R4. */
import { type Draft, contextToEncounter, mapCode, rename, within } from '../draft.ts';
import { REQUEST_STATUS } from './procedure-request.ts';

export function carePlan(draft: Draft): void {
  contextToEncounter(draft);
  mapCode(draft, 'status', REQUEST_STATUS);
  authorsToContributors(draft);
  within(draft, 'activity', (activity) => within(activity, 'detail', detail));
}

/** R4 has one author; further ones contributed. Also of DSTU2. */
export function authorsToContributors(draft: Draft): void {
  const authors = draft.fields.author;
  if (!Array.isArray(authors) || authors.length < 2 || draft.fields.contributor !== undefined) return;
  const [first, ...others] = authors as unknown[];
  draft.fields.author = first;
  draft.fields.contributor = others;
}

/** Also of DSTU2. */
export function detail(draft: Draft): void {
  rename(draft, { prohibited: 'doNotPerform' });
  const reason = draft.fields.statusReason;
  if (typeof reason === 'string' && reason !== '') draft.fields.statusReason = { text: reason };
}
