/** Which apps may read this record, and the way to stop each (SMART App Launch 2.2, `management_endpoint`). */
import type { Router } from 'express';
import type { AppGrant } from '../../ports/app-grants.ts';
import { listAppGrants, revokeAppGrant } from '../../services/app-grants.ts';
import { describeApp, unknownApp } from '../authorize-app/describe-app.ts';
import { personName } from '../layout/words.ts';
import { formText, requirePost, requireVisit } from '../session/require-visit.ts';
import type { Visit } from '../session/visit.ts';
import type { WebDeps } from '../web-deps.ts';
import { appCard, type KnownSources } from './app-card.ts';

export const APPS_PATH = '/apps';

export function addAppsPage(router: Router, deps: WebDeps): void {
  const { services, appAuthorization: apps } = deps;

  async function card(visit: Visit, grant: AppGrant, known: KnownSources) {
    const described = await apps.describe(grant.clientId);
    const allower = grant.actorId === visit.actor.id ? undefined : await services.store.getPerson(grant.actorId);
    const said = {
      app: described === undefined ? unknownApp(grant.clientId) : describeApp(described),
      allowedBy: allower === undefined ? undefined : personName(allower),
      isSelf: visit.actor.id === visit.subject.id,
    };
    return appCard(grant, said, known);
  }

  router.get(APPS_PATH, async (request, response) => {
    const visit = await requireVisit(deps, request);
    const grants = await listAppGrants(services, { actorId: visit.actor.id, subjectId: visit.subject.id });
    const accounts = await services.store.listAccounts(visit.subject.id);
    const known = {
      titles: new Map([...services.connectors].map(([name, { source }]) => [name, source.title])),
      linked: accounts.map(({ source }) => source),
    };
    const cards = await Promise.all(grants.map((grant) => card(visit, grant, known)));
    deps.pages.send(response, 'apps', { cards, isStopped: request.query['told'] === 'stopped' }, visit);
  });

  router.post(`${APPS_PATH}/stop`, async (request, response) => {
    const visit = await requirePost(deps, request);
    const whose = { actorId: visit.actor.id, subjectId: visit.subject.id, grantId: formText(request, 'grant') };
    await revokeAppGrant(services, apps, whose);
    response.redirect(303, `${APPS_PATH}?told=stopped`);
  });
}
