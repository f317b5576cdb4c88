/** "Add my own" (requirement P7): what can be added, what was, and taking it back. */
import type { Router } from 'express';
import { GatewayError } from '../../errors.ts';
import { listEntries, withdrawEntry } from '../../services/own-entries.ts';
import { formText, requirePostAbout, requireVisit } from '../session/require-visit.ts';
import type { WebDeps } from '../web-deps.ts';
import { besideOwn } from './beside-own.ts';
import { ownList } from './own-list.ts';

const TOLD: ReadonlySet<string> = new Set(['medicine', 'allergy', 'taken-back', 'already']);

export function addAddPage(router: Router, deps: WebDeps): void {
  const { services } = deps;

  router.get('/add', async (request, response) => {
    const visit = await requireVisit(deps, request);
    const { actor, subject } = visit;
    const entries = await listEntries(services, { actorId: actor.id, subjectId: subject.id });
    const { told } = request.query;
    const list = ownList(entries, actor.id, subject.id);
    const isEmpty = list.medicines.length + list.allergies.length === 0;
    const values = {
      ...list,
      besideOf: isEmpty ? () => undefined : besideOwn(await deps.pageRecords.read(visit, 'add'), entries),
      told: typeof told === 'string' && TOLD.has(told) ? told : undefined,
    };
    deps.pages.send(response, 'add', values, visit);
  });

  router.post('/add/take-back', async (request, response) => {
    const { actor, subject } = await requirePostAbout(deps, request);
    const whose = { actorId: actor.id, subjectId: subject.id };
    const id = formText(request, 'entry');
    const entry = (await listEntries(services, whose)).find((item) => item.id === id);
    if (entry === undefined) throw new GatewayError('not-found');
    // A page of before: it is as the person wants it already.
    if (entry.withdrawnAt === undefined) await withdrawEntry(services, whose, id);
    response.redirect(303, `/add?told=${entry.withdrawnAt === undefined ? 'taken-back' : 'already'}`);
  });
}
