/** The first page after signing in: every other page by name. */
import type { Router } from 'express';
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
    deps.pages.send(response, 'home', { pages: PAGES }, visit);
  });
}
