/** Routes: go to the sign-in service, come back, sign out. A new session id is given at sign-in (no session fixation). */
import type { Request, Router } from 'express';
import { GatewayError } from '../../errors.ts';
import { signInActor } from '../../services/sign-in-actor.ts';
import { newCsrfToken } from '../session/csrf-token.ts';
import { clearSessionCookie, newSessionId, readSessionId, setSessionCookie } from '../session/session-cookie.ts';
import { endSession, getSession, takeSession, type SigningInSession } from '../session/session-store.ts';
import { keepSession, requirePost } from '../session/require-visit.ts';
import { HOME_PATH } from '../home/home-page.ts';
import { KEPT_FORM_PATH } from '../kept-form/kept-form-page.ts';
import { findKeptForm } from '../session/kept-form.ts';
import { senderOf } from '../session/sender-of.ts';
import type { WebDeps } from '../web-deps.ts';
import { beginSignIn } from './begin-sign-in.ts';

export const SIGN_IN_CALLBACK_PATH = '/sign-in/callback';

export function addSignInRoutes(router: Router, deps: WebDeps): void {
  const { services, settings, signIn } = deps;
  if (signIn === undefined) return;

  router.get('/sign-in', async (request, response) => {
    // A site that sends people here could sign them in anew, and end what they are at: they are asked first.
    if (senderOf(request, settings.publicUrl) === 'elsewhere') {
      response.redirect(303, '/');
      return;
    }
    await deps.limits?.countVisitor(request.ip ?? '');
    await beginSignIn(deps, response, { returnTo: undefined, askAgain: false });
  });

  router.get(SIGN_IN_CALLBACK_PATH, async (request, response) => {
    await deps.limits?.countVisitor(request.ip ?? '');
    const { search, searchParams } = new URL(request.originalUrl, settings.publicUrl);
    const waiting = await takeWaiting(deps, request, searchParams.get('state'));
    clearSessionCookie(response, settings.publicUrl, 'signing-in');
    const signedIn = await signIn.finish(search, waiting.pending).catch((error: unknown) => {
      if (waiting.returnTo === undefined || !isRefusal(error)) throw error;
      return undefined;
    });
    if (signedIn === undefined) {
      response.status(401);
      deps.pages.send(response, 'sign-in-again', { hasFailed: true, wayBack: `${waiting.returnTo}?again=yes` });
      return;
    }
    const actor = await signInActor(services, signedIn);
    const earlierId = readSessionId(request, settings.publicUrl, 'signed-in');
    if (earlierId !== undefined) await endSession(services.shared, earlierId);
    const sessionId = newSessionId();
    await keepSession(deps, sessionId, {
      kind: 'signed-in',
      actorId: actor.id,
      subjectId: actor.id,
      identity: signedIn.identity,
      csrfToken: newCsrfToken(),
      startedAt: services.now(),
      seenAt: services.now(),
    });
    setSessionCookie(response, settings.publicUrl, 'signed-in', sessionId);
    response.redirect(303, waiting.returnTo ?? (await afterSignIn(deps, request)));
  });

  router.post('/sign-out', async (request, response) => {
    const visit = await requirePost(deps, request);
    await endSession(services.shared, visit.sessionId);
    clearSessionCookie(response, settings.publicUrl, 'signed-in');
    response.redirect(303, '/');
  });
}

/**
 * One that is not the answer to the sign-in under way leaves it as it is: nobody can end it from elsewhere.
 * @throws GatewayError `sign-in-required` where this browser did not start it, or it was completed already.
 */
async function takeWaiting(
  { services, settings }: WebDeps,
  request: Request,
  state: string | null,
): Promise<SigningInSession> {
  const waitingId = readSessionId(request, settings.publicUrl, 'signing-in');
  const seen = waitingId === undefined ? undefined : await getSession(services.shared, waitingId);
  if (waitingId !== undefined && seen?.kind === 'signing-in' && seen.pending.state === state) {
    const taken = await takeSession(services.shared, waitingId);
    if (taken?.kind === 'signing-in') return taken;
  }
  throw new GatewayError('sign-in-required', 'This sign-in was not started here or was used already. Start again.');
}

/** Where something was typed before the last session ended, that comes first. */
async function afterSignIn({ services }: WebDeps, request: Request): Promise<string> {
  return (await findKeptForm(services.shared, request)) === undefined ? HOME_PATH : KEPT_FORM_PATH;
}

function isRefusal(error: unknown): boolean {
  return error instanceof GatewayError && error.code === 'sign-in-required';
}
