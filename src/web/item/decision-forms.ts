/** The forms that part and join items, and take such a decision back (law L12). */
import type { Request, Response, Router } from 'express';
import { GatewayError } from '../../errors.ts';
import { joinItems, partItem, type Decided, type ShownRecord } from '../../services/decide-item.ts';
import { listDecisions, withdrawDecision } from '../../services/decisions.ts';
import { MAX_LONG, textFault } from '../../services/own-entry-faults.ts';
import { pageGrant } from '../record/page-grant.ts';
import { formText, requirePostAbout } from '../session/require-visit.ts';
import type { Visit } from '../session/visit.ts';
import type { WebDeps } from '../web-deps.ts';
import { createReaders } from '../../record/facts/create-readers.ts';
import { itemPath, type ItemFolder } from './item-kind.ts';
import { showItem, type SentForm } from './show-item.ts';
import { typedLines } from './typed-lines.ts';

export function addDecisionForms(router: Router, deps: WebDeps, folder: ItemFolder): void {
  const { services } = deps;

  function deciding(visit: Visit, reason: string) {
    return {
      context: services,
      whose: { actorId: visit.actor.id, subjectId: visit.subject.id },
      read: async () => (await deps.reader.read(pageGrant(visit))).record,
      reason: reason === '' ? undefined : reason,
      readers: createReaders(services.terminology),
    };
  }

  router.post(`/${folder}/:id/apart`, async (request, response) => {
    const visit = await requirePostAbout(deps, request);
    const reason = typedLines(request, 'text-reason');
    const leaving = { record: formText(request, 'record'), stamp: formText(request, 'stamp') };
    const faults = [
      ...(leaving.record === '' ? [{ field: 'record', key: 'choose' }] : []),
      ...reasonFaults('text-reason-apart', reason),
    ];
    const typed = { 'text-reason': reason, record: leaving.record };
    await answer(request, response, visit, { form: 'apart', typed }, faults, () =>
      partItem(deciding(visit, reason), leaving),
    );
  });

  router.post(`/${folder}/:id/same`, async (request, response) => {
    const visit = await requirePostAbout(deps, request);
    const reason = typedLines(request, 'text-reason');
    const own = { record: formText(request, 'record'), stamp: formText(request, 'stamp') };
    const other = formText(request, 'other');
    const faults = [
      ...(other === '' ? [{ field: 'other', key: 'choose' }] : []),
      ...reasonFaults('text-reason-same', reason),
    ];
    const typed = { 'text-reason': reason, other };
    await answer(request, response, visit, { form: 'same', typed }, faults, () =>
      joinItems(deciding(visit, reason), own, shownRecord(other)),
    );
  });

  router.post(`/${folder}/:id/undo`, async (request, response) => {
    const visit = await requirePostAbout(deps, request);
    const whose = { actorId: visit.actor.id, subjectId: visit.subject.id };
    const id = formText(request, 'decision');
    const decision = (await listDecisions(services, whose)).find((item) => item.id === id);
    if (decision === undefined) throw new GatewayError('not-found');
    // Sent twice: it is taken back already.
    if (decision.withdrawnAt === undefined) await withdrawDecision(services, whose, id);
    response.redirect(303, `/${folder}/${encodeURIComponent(request.params.id)}?told=undone`);
  });

  async function answer(
    request: Request<{ id: string }>,
    response: Response,
    visit: Visit,
    sent: Pick<SentForm, 'form' | 'typed'>,
    faults: readonly { readonly field: string; readonly key: string }[],
    work: () => Promise<Decided>,
  ): Promise<void> {
    const decided = faults.length > 0 ? undefined : await work();
    if (decided?.outcome === 'done') {
      response.redirect(303, `${itemPath(decided.reference) ?? `/${folder}`}?told=${sent.form}`);
      return;
    }
    const words = deps.pages.words(response);
    const field = sent.form === 'apart' ? 'record' : 'other';
    const told = decided === undefined ? faults : [{ field, key: `${decided.outcome}-${sent.form}` }];
    await showItem({
      deps,
      visit,
      response,
      folder,
      id: request.params.id,
      told: '',
      recordPage: 1,
      sent: {
        ...sent,
        status: decided === undefined ? 400 : 409,
        faults: told.map((fault) => ({
          field: fault.field,
          text: words.text(`item:fault.${fault.key}`, { most: MAX_LONG }),
        })),
      },
    });
  }
}

function reasonFaults(field: string, reason: string) {
  const fault = reason === '' ? undefined : textFault(reason, { max: MAX_LONG, needed: false, lines: true });
  return fault === undefined ? [] : [{ field, key: fault }];
}

/** `<Type>/<id> <stamp>` as the page offered it. */
function shownRecord(text: string): ShownRecord {
  const [record = '', stamp = ''] = text.split(' ');
  return { record, stamp };
}
