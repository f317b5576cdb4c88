/** What the person says of an item: how they take it, notes, and taking such words back (requirement P7). */
import type { Request, Response, Router } from 'express';
import type { EntryContent } from '../../ports/person-entries.ts';
import { refOf } from '../../record/explain/record-names.ts';
import { itemRefOf } from '../../services/item-refs.ts';
import { itemStamp } from '../../services/item-stamp.ts';
import { MAX_LONG, textFault } from '../../services/own-entry-faults.ts';
import { listEntries, withdrawEntry } from '../../services/own-entries.ts';
import { GatewayError } from '../../errors.ts';
import type { ItemRef } from '../../record/decide/decision.ts';
import { addOnce, sentForm } from '../add/entry-form.ts';
import { pageGrant } from '../record/page-grant.ts';
import { formText, requirePostAbout } from '../session/require-visit.ts';
import type { Visit } from '../session/visit.ts';
import type { WebDeps } from '../web-deps.ts';
import { itemReference, type ItemFolder } from './item-kind.ts';
import { showItem, type SentForm } from './show-item.ts';
import { typedLines } from './typed-lines.ts';

/** An entry names at most so many records; any one of them keeps it with the item. */
const MOST_NAMED = 200;
const HOWS = ['differently', 'not-taken', 'unsaid'] as const;

export function addOwnWordForms(router: Router, deps: WebDeps, folder: ItemFolder): void {
  if (folder === 'medicines') {
    router.post(`/${folder}/:id/taking`, async (request, response) => {
      const visit = await requirePostAbout(deps, request);
      const reason = typedLines(request, 'text-reason');
      const how = HOWS.find((item) => item === formText(request, 'how'));
      const faults = [
        ...(how === undefined ? [{ field: 'how', key: 'choose' }] : []),
        ...lineFaults('text-reason-taking', reason, false),
      ];
      const typed = { 'text-reason': reason, how: how ?? '' };
      await answer(request, response, visit, { form: 'taking', typed }, faults, (about) => ({
        kind: 'taking',
        about,
        how: how ?? 'differently',
        reason: reason === '' ? undefined : reason,
      }));
    });
  }

  router.post(`/${folder}/:id/note`, async (request, response) => {
    const visit = await requirePostAbout(deps, request);
    const text = typedLines(request, 'text-note');
    const faults = lineFaults('text-note', text, true);
    await answer(request, response, visit, { form: 'note', typed: { 'text-note': text } }, faults, (about) => ({
      kind: 'note',
      about,
      text,
    }));
  });

  router.post(`/${folder}/:id/take-back`, async (request, response) => {
    const visit = await requirePostAbout(deps, request);
    const whose = { actorId: visit.actor.id, subjectId: visit.subject.id };
    const id = formText(request, 'entry');
    const entry = (await listEntries(deps.services, whose)).find((item) => item.id === id);
    if (entry === undefined || !('about' in entry.content)) throw new GatewayError('not-found');
    // Sent twice: it is taken back already.
    if (entry.withdrawnAt === undefined) await withdrawEntry(deps.services, whose, id);
    response.redirect(303, `/${folder}/${encodeURIComponent(request.params.id)}?told=taken-back`);
  });

  async function answer(
    request: Request<{ id: string }>,
    response: Response,
    visit: Visit,
    sent: Pick<SentForm, 'form' | 'typed'>,
    faults: readonly { readonly field: string; readonly key: string }[],
    contentOf: (about: readonly ItemRef[]) => EntryContent,
  ): Promise<void> {
    const { id } = request.params;
    const ids = sentForm(request);
    const whose = { actorId: visit.actor.id, subjectId: visit.subject.id };
    const stale = { field: sent.form === 'note' ? 'text-note' : 'how', key: `stale-${sent.form}` };
    const told = [...faults];
    if (told.length === 0) {
      const isKnown = (await listEntries(deps.services, whose)).some((entry) => entry.id === ids.id);
      const about = isKnown ? [] : await recordsShown(visit, itemReference(folder, id), formText(request, 'stamp'));
      const isKept = isKnown || (about !== undefined && (await addOnce(deps, whose, contentOf(about), ids)));
      if (isKept) {
        response.redirect(303, `/${folder}/${encodeURIComponent(id)}?told=${sent.form}`);
        return;
      }
      told.push(stale);
    }
    const words = deps.pages.words(response);
    await showItem({
      deps,
      visit,
      response,
      folder,
      id,
      told: '',
      recordPage: 1,
      sent: {
        ...sent,
        status: faults.length > 0 ? 400 : 409,
        faults: told.map(({ field, key }) => ({ field, text: words.text(`item:fault.${key}`, { most: MAX_LONG }) })),
      },
    });
  }

  /** @returns undefined where the item is another by now than the page showed. */
  async function recordsShown(visit: Visit, reference: string, stamp: string): Promise<readonly ItemRef[] | undefined> {
    const { record } = await deps.reader.read(pageGrant(visit));
    const item = record.unified.find(({ resource }) => refOf(resource) === reference);
    if (item === undefined || itemStamp(item) !== stamp) return undefined;
    return item.members.slice(0, MOST_NAMED).map(itemRefOf);
  }
}

function lineFaults(field: string, text: string, needed: boolean) {
  const fault = textFault(text === '' ? undefined : text, { max: MAX_LONG, needed, lines: true });
  return fault === undefined ? [] : [{ field, key: fault }];
}
