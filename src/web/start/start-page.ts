/** The first page: what this is, and the way to sign in. */
import type { Router } from 'express';
import { findVisit } from '../session/require-visit.ts';
import type { WebDeps } from '../web-deps.ts';

export function addStartPage(router: Router, deps: WebDeps): void {
  router.get('/', async (request, response) => {
    deps.pages.send(response, 'start', { canSignIn: deps.signIn !== undefined }, await findVisit(deps, request));
  });
}
