/** The first page after signing in: what needs the person now, and every other page by name. */
import type { Router } from 'express';
import { listSubjects } from '../../services/represent.ts';
import { findCards } from '../accounts/find-cards.ts';
import { requireVisit } from '../session/require-visit.ts';
import type { WebDeps } from '../web-deps.ts';

export const HOME_PATH = '/home';

/** In the order people need them; each has a heading and a line in the catalogue `home`. */
const PAGES = [
  'accounts',
  'medicines',
  'conditions',
  'allergies',
  'vaccinations',
  'other',
  'timeline',
  'add',
  'changes',
  'questions',
  'passport',
  'apps',
  'leave',
] as const;

export function addHomePage(router: Router, deps: WebDeps): void {
  router.get(HOME_PATH, async (request, response) => {
    const visit = await requireVisit(deps, request);
    const linked = (await findCards(deps.services, visit.subject.id)).filter(({ isLinked }) => isLinked);
    const values = {
      pages: PAGES,
      isFirst: linked.length === 0,
      needed: linked.filter(({ isBad, state }) => isBad || state === 'expiring').length,
      isReading: linked.some(({ isReading }) => isReading),
      looksAfterOthers: (await listSubjects(deps.services, visit.actor.id)).length > 1,
    };
    deps.pages.send(response, 'home', values, visit);
  });
}
