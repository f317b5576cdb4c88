/** Routes: go to the sign-in service, come back, sign out. A new session id is given at sign-in (no session fixation). */
import { randomBytes } from 'node:crypto';
import type { Router } from 'express';
import { GatewayError } from '../../errors.ts';
import { signInActor } from '../../services/sign-in-actor.ts';
import { clearSessionCookie, newSessionId, readSessionId, setSessionCookie } from '../session/session-cookie.ts';
import { endSession, putSession, takeSession } from '../session/session-store.ts';
import { keepSession, requirePost } from '../session/require-visit.ts';
import type { WebDeps } from '../web-deps.ts';

export const SIGN_IN_CALLBACK_PATH = '/sign-in/callback';
const SIGN_IN_TTL_MS = 10 * 60_000;

export function addSignInRoutes(router: Router, deps: WebDeps): void {
  const { services, settings, signIn } = deps;
  if (signIn === undefined) return;

  router.get('/sign-in', async (_request, response) => {
    const { url, pending } = await signIn.start();
    const sessionId = newSessionId();
    await putSession(services.shared, sessionId, { kind: 'signing-in', pending }, SIGN_IN_TTL_MS);
    setSessionCookie(response, settings.publicUrl, sessionId);
    response.redirect(303, url);
  });

  router.get(SIGN_IN_CALLBACK_PATH, async (request, response) => {
    const waitingId = readSessionId(request, settings.publicUrl);
    const waiting = waitingId === undefined ? undefined : await takeSession(services.shared, waitingId);
    if (waiting?.kind !== 'signing-in') {
      throw new GatewayError('sign-in-required', 'This sign-in was not started here or was used already. Start again.');
    }
    const { search } = new URL(request.originalUrl, settings.publicUrl);
    const signedIn = await signIn.finish(search, waiting.pending);
    const actor = await signInActor(services, signedIn);
    const sessionId = newSessionId();
    await keepSession(deps, sessionId, {
      kind: 'signed-in',
      actorId: actor.id,
      subjectId: actor.id,
      identity: signedIn.identity,
      csrfToken: randomBytes(32).toString('base64url'),
      startedAt: services.now(),
      seenAt: services.now(),
    });
    setSessionCookie(response, settings.publicUrl, sessionId);
    response.redirect(303, '/accounts');
  });

  router.post('/sign-out', async (request, response) => {
    const visit = await requirePost(deps, request);
    await endSession(services.shared, visit.sessionId);
    clearSessionCookie(response, settings.publicUrl);
    response.redirect(303, '/');
  });
}
