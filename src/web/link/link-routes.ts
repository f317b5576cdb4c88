/** Routes: begin a link, and come back from the source. One redirect URI per source (RFC 9700, 4.4.2). */
import type { Router } from 'express';
import { beginLink } from '../../services/begin-link.ts';
import { completeLink } from '../../services/complete-link.ts';
import { asGatewayError, requireConnector } from '../../services/require-connector.ts';
import { linkBackendAccount } from '../../services/link-backend-account.ts';
import type { LinkedAccount } from '../../ports/linked-account.ts';
import { consentWords } from '../accounts/consent-words.ts';
import { keepSession, requirePostAbout, requireVisit } from '../session/require-visit.ts';
import type { Visit } from '../session/visit.ts';
import type { WebDeps } from '../web-deps.ts';

export function redirectUri(publicUrl: string, source: string): string {
  return `${publicUrl}/link/${source}/callback`;
}

export function whose(visit: Visit, source: string) {
  return { actorId: visit.actor.id, subjectId: visit.subject.id, source };
}

/** Reads a newly linked account without keeping the person waiting. */
export function readSoon(deps: WebDeps, account: LinkedAccount): void {
  deps.sync.sync(account).catch((error: unknown) => {
    const { code } = asGatewayError(error, 'source-failed');
    deps.services.log.error({ source: account.source, code }, 'first reading failed');
  });
}

export function addLinkRoutes(router: Router, deps: WebDeps): void {
  const { services, settings } = deps;

  router.post('/link/:source', async (request, response) => {
    const visit = await requirePostAbout(deps, request);
    const { name } = requireConnector(services, request.params.source).source;
    const url = await beginLink(services, {
      ...whose(visit, name),
      sessionId: visit.sessionId,
      redirectUri: redirectUri(settings.publicUrl, name),
    });
    response.redirect(303, url);
  });

  // Sources that are read without a sign-in there: the form's words are made here again, so that none but these can be agreed to.
  router.post('/link/:source/agree', async (request, response) => {
    const visit = await requirePostAbout(deps, request);
    const { name, title } = requireConnector(services, request.params.source).source;
    const words = consentWords(deps.pages.words(response), title, visit);
    const { account, kind } = await linkBackendAccount(services, { ...whose(visit, name), words });
    readSoon(deps, account);
    response.redirect(303, `/accounts?told=${kind}`);
  });

  router.get('/link/:source/callback', async (request, response) => {
    const visit = await requireVisit(deps, request);
    const { name } = requireConnector(services, request.params.source).source;
    const callbackUrl = new URL(redirectUri(settings.publicUrl, name));
    callbackUrl.search = new URL(request.originalUrl, settings.publicUrl).search;
    const { account, kind } = await completeLink(services, { callbackUrl, sessionId: visit.sessionId, source: name });
    // In another window the person may have gone over to someone else's record meanwhile.
    await keepSession(deps, visit.sessionId, { ...visit.session, subjectId: account.subjectId });
    if (account.state === 'awaiting-confirmation') {
      response.redirect(303, `/link/${name}/confirm`);
      return;
    }
    readSoon(deps, account);
    response.redirect(303, `/accounts?told=${kind}`);
  });
}
