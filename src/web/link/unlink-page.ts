/** Asks before an account is unlinked: what is deleted here, what stays, and whether the source is told. */
import type { Router } from 'express';
import { GatewayError } from '../../errors.ts';
import { requireConnector } from '../../services/require-connector.ts';
import { unlinkAccount } from '../../services/unlink-account.ts';
import { ACCOUNTS_PATH } from '../accounts/accounts-page.ts';
import { kindText } from '../record/kind-text.ts';
import { requirePostAbout, requireVisit } from '../session/require-visit.ts';
import type { WebDeps } from '../web-deps.ts';
import { whose } from './link-routes.ts';

export function addUnlinkPage(router: Router, deps: WebDeps): void {
  const { services } = deps;

  router.get('/link/:source/unlink', async (request, response) => {
    const visit = await requireVisit(deps, request);
    const { name, title, access } = requireConnector(services, request.params.source).source;
    const account = (await services.store.listAccounts(visit.subject.id)).find(({ source }) => source === name);
    if (account === undefined) throw new GatewayError('not-found');
    const words = deps.pages.words(response);
    const kinds = account.outcomes
      .filter(({ received }) => received > 0)
      .map(({ type }) => ({ type, name: kindText(words, type) }));
    deps.pages.send(response, 'link', { name, title, kinds, isAgreed: access === 'backend' }, visit);
  });

  router.post('/link/:source/unlink', async (request, response) => {
    const visit = await requirePostAbout(deps, request);
    await deps.sync.stop(
      (await services.store.listAccounts(visit.subject.id))
        .filter(({ source }) => source === request.params.source)
        .map(({ id }) => id),
    );
    const revoked = await unlinkAccount(services, whose(visit, request.params.source));
    response.redirect(303, `${ACCOUNTS_PATH}?told=unlinked-${revoked}`);
  });
}
