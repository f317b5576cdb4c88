/** Which apps may read this record, and the way to stop each (SMART App Launch 2.2, `management_endpoint`). */
import type { Router } from 'express';
import type { AppGrant } from '../../ports/app-grants.ts';
import type { AuditRecord } from '../../ports/audit.ts';
import { OWN_SOURCE } from '../../record/own/own-source.ts';
import { listAppGrants, revokeAppGrants } from '../../services/app-grants.ts';
import { createAuditLog } from '../../services/audit-log.ts';
import { mayReadLog } from '../apps-log/apps-log-page.ts';
import { describeApp, unknownApp } from '../authorize-app/describe-app.ts';
import { personName } from '../layout/person-name.ts';
import type { Words } from '../locales/words.ts';
import { pageGrant } from '../record/page-grant.ts';
import { formText, requirePostAbout, requireVisit } from '../session/require-visit.ts';
import type { Visit } from '../session/visit.ts';
import type { WebDeps } from '../web-deps.ts';
import { appsElsewhere, hostOf, LOOKS_OF_APPS } from './apps-elsewhere.ts';
import { permission, type AppCard, type KnownSources, type Permission } from './app-card.ts';

export const APPS_PATH = '/apps';
const MOST_LINES = 500;

export function addAppsPage(router: Router, deps: WebDeps): void {
  const { services, appAuthorization: apps } = deps;

  async function permissionOf(visit: Visit, grant: AppGrant, known: KnownSources, words: Words): Promise<Permission> {
    const allower = grant.actorId === visit.actor.id ? undefined : await services.store.getPerson(grant.actorId);
    const allowedBy = allower === undefined ? undefined : personName(allower);
    return permission(grant, { allowedBy, words }, known);
  }

  async function cardOf(
    visit: Visit,
    clientId: string,
    grants: readonly AppGrant[],
    known: KnownSources,
    words: Words,
  ): Promise<AppCard> {
    const described = await apps.describe(clientId);
    return {
      clientId,
      app: described === undefined ? unknownApp(words, clientId) : describeApp(words, described),
      permissions: await Promise.all(grants.map((grant) => permissionOf(visit, grant, known, words))),
    };
  }

  /** The newest lines: an app that has not looked for long may not be among them. */
  async function looksOfApps(visit: Visit): Promise<readonly AuditRecord[]> {
    const log = createAuditLog(services, () => Promise.resolve(visit.actor.id));
    const query = { actions: LOOKS_OF_APPS, outcomes: ['success'] as const, limit: MOST_LINES };
    return (await log.search(pageGrant(visit), query)).entries;
  }

  router.get(APPS_PATH, async (request, response) => {
    const visit = await requireVisit(deps, request);
    const grants = await listAppGrants(services, { actorId: visit.actor.id, subjectId: visit.subject.id });
    const accounts = await services.store.listAccounts(visit.subject.id);
    const addedByHand = deps.pages.words(response).text('record:addedByHand');
    const titles = [...services.connectors].map(([name, { source }]) => [name, source.title] as const);
    const known = {
      titles: new Map([...titles, [OWN_SOURCE, addedByHand]]),
      linked: [...accounts.map(({ source }) => source), OWN_SOURCE],
    };
    const clientIds = [...new Set(grants.map(({ clientId }) => clientId))];
    const cards = await Promise.all(
      clientIds.map((clientId) => {
        const own = grants.filter((grant) => grant.clientId === clientId);
        return cardOf(visit, clientId, own, known, deps.pages.words(response));
      }),
    );
    const mayRead = await mayReadLog(deps, visit);
    const elsewhere = {
      hosts: deps.settings.tokenIssuers.map(hostOf),
      apps: mayRead ? appsElsewhere(await looksOfApps(visit)) : [],
    };
    const isStopped = request.query['told'] === 'stopped';
    deps.pages.send(response, 'apps', { cards, isStopped, mayReadLog: mayRead, elsewhere }, visit);
  });

  router.post(`${APPS_PATH}/stop`, async (request, response) => {
    const visit = await requirePostAbout(deps, request);
    const whose = { actorId: visit.actor.id, subjectId: visit.subject.id };
    const clientId = formText(request, 'app');
    const which = clientId === '' ? { grantId: formText(request, 'grant') } : { clientId };
    await revokeAppGrants(services, { ...whose, ...which });
    response.redirect(303, `${APPS_PATH}?told=stopped`);
  });
}
