/** Asks whose account was linked, where no shared identifier tells it (design 6, identity gate). */
import type { Router } from 'express';
import { awaitingConfirmation, confirmIdentity, declineIdentity } from '../../services/confirm-identity.ts';
import { requireConnector } from '../../services/require-connector.ts';
import { personName } from '../layout/person-name.ts';
import { readSoon, whose } from '../link/link-routes.ts';
import { formText, requirePostAbout, requireVisit } from '../session/require-visit.ts';
import type { Visit } from '../session/visit.ts';
import type { WebDeps } from '../web-deps.ts';

export function addConfirmIdentityPage(router: Router, deps: WebDeps): void {
  const { services } = deps;

  async function show(visit: Visit, source: string, faults: readonly { field: string; text: string }[]) {
    const { title } = requireConnector(services, source).source;
    const { subject, facts } = await awaitingConfirmation(services, whose(visit, source));
    return {
      source,
      title,
      faults,
      there: { name: facts.nameText, birthDate: facts.birthDate },
      here: { name: personName(subject), birthDate: subject.birthDate },
    };
  }

  router.get('/link/:source/confirm', async (request, response) => {
    const visit = await requireVisit(deps, request);
    deps.pages.send(response, 'confirm-identity', await show(visit, request.params.source, []), visit);
  });

  router.post('/link/:source/confirm', async (request, response) => {
    const visit = await requirePostAbout(deps, request);
    const { source } = request.params;
    const answer = formText(request, 'answer');
    if (answer === 'yes') {
      readSoon(deps, await confirmIdentity(services, whose(visit, source)));
      response.redirect(303, '/accounts?told=confirmed');
      return;
    }
    if (answer === 'no') {
      await declineIdentity(services, whose(visit, source));
      response.redirect(303, '/accounts?told=declined');
      return;
    }
    const fault = { field: 'answer', text: deps.pages.words(response).text('confirm-identity:fault') };
    response.status(400);
    deps.pages.send(response, 'confirm-identity', await show(visit, source, [fault]), visit);
  });
}
