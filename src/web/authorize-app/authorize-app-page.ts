/**
 * Asks a person whether an app may read a record, and which part of it (SMART App Launch 2.2, "Obtain authorization code").
 * The protocol is behind the port; here is only what the person sees and says.
 */
import type { Request, Response, Router } from 'express';
import { GatewayError } from '../../errors.ts';
import { consentPath, type ConsentQuestion } from '../../ports/app-authorization.ts';
import { allowApp, refuseApp } from '../../services/answer-app.ts';
import { clearSessionCookie } from '../session/session-cookie.ts';
import { endSession } from '../session/session-store.ts';
import { findVisit, formText, formTexts, requirePost } from '../session/require-visit.ts';
import type { Visit } from '../session/visit.ts';
import { beginSignIn } from '../sign-in/begin-sign-in.ts';
import type { WebDeps } from '../web-deps.ts';
import { findChoices, findQuestion } from './consent-choices.ts';
import { allTicked, checkConsent, type ConsentFields } from './consent-form.ts';
import { showConsent } from './show-consent.ts';

const ROUTE = consentPath(':uid');

export function addAuthorizeAppPage(router: Router, deps: WebDeps): void {
  const { services, appAuthorization: apps } = deps;

  router.get(ROUTE, async (request, response) => {
    // First the question: a link to somebody else's sends nobody to sign in.
    const question = await findQuestion(apps, request, response);
    const visit = await findVisit(deps, request);
    if (visit === undefined || isTooLongAgo(visit, question)) {
      const askAgain = visit !== undefined || request.query['again'] === 'yes';
      await beginSignIn(deps, response, { returnTo: consentPath(question.uid), askAgain });
      return;
    }
    const whose = { actorId: visit.actor.id, subjectId: visit.subject.id };
    const choices = await findChoices(services, question, whose);
    showConsent(deps, response, visit, choices, { fields: allTicked(choices), faults: [], isOtherPerson: false });
  });

  router.post(ROUTE, async (request, response) => {
    const question = await findQuestion(apps, request, response);
    if ((await findVisit(deps, request)) === undefined) {
      response.status(401);
      deps.pages.send(response, 'sign-in-again', { hasFailed: false, wayBack: consentPath(question.uid) });
      return;
    }
    const visit = await requirePost(deps, request);
    const decision = formText(request, 'decision');
    if (decision === 'deny') {
      const who = { actorId: visit.actor.id, subjectId: visit.subject.id };
      response.redirect(303, await refuseApp(services, { apps, question, request, response }, who));
    } else if (decision === 'switch') {
      await endSession(services.shared, visit.sessionId);
      clearSessionCookie(response, deps.settings.publicUrl, 'signed-in');
      deps.pages.send(response, 'sign-in-again', {
        hasFailed: false,
        wayBack: `${consentPath(question.uid)}?again=yes`,
      });
    } else if (decision === 'allow' || decision === 'show') {
      await takeAnswer(request, response, { visit, question, isFinal: decision === 'allow' });
    } else {
      throw new GatewayError('bad-request');
    }
  });

  async function takeAnswer(
    request: Request,
    response: Response,
    { visit, question, isFinal }: { visit: Visit; question: ConsentQuestion; isFinal: boolean },
  ): Promise<void> {
    const whose = { actorId: visit.actor.id, subjectId: formText(request, 'subject') };
    const choices = await findChoices(services, question, whose);
    // What was ticked was ticked for the person shown: for another one the page is shown first.
    if (!isFinal || formText(request, 'shown') !== choices.subjectId) {
      const state = { fields: allTicked(choices), faults: [], isOtherPerson: isFinal };
      showConsent(deps, response, visit, choices, state);
      return;
    }
    const fields = readFields(request);
    const checked = checkConsent(fields, choices);
    if ('faults' in checked) {
      response.status(400);
      showConsent(deps, response, visit, choices, { fields, faults: checked.faults, isOtherPerson: false });
      return;
    }
    const answer = { ...checked.answer, signedInAtMs: visit.session.startedAt };
    response.redirect(303, await allowApp(services, { apps, question, request, response }, answer));
  }
}

/** The app may want to know that it is still the same person who sits there (`prompt=login`, `max_age`). */
function isTooLongAgo({ session }: Visit, { signedInSinceMs }: ConsentQuestion): boolean {
  return signedInSinceMs !== undefined && session.startedAt < signedInSinceMs;
}

function readFields(request: Request): ConsentFields {
  return {
    data: new Set(formTexts(request, 'data')),
    sources: new Set(formTexts(request, 'source')),
    later: formText(request, 'later') === 'yes',
  };
}
