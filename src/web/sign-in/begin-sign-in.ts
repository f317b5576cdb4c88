/** Sends the browser to the sign-in service and remembers on our side where to go on afterwards. */
import type { Response } from 'express';
import { GatewayError } from '../../errors.ts';
import { newSessionId, setSessionCookie } from '../session/session-cookie.ts';
import { putSession } from '../session/session-store.ts';
import type { WebDeps } from '../web-deps.ts';
import type { SignInStart } from './open-id-sign-in.ts';

const SIGN_IN_TTL_MS = 10 * 60_000;
/** The only pages that a sign-in leads back to: where an app waits for an answer. */
const RETURN_PATH = /^\/apps\/authorize\/[\w-]{1,128}$/;

export interface SignInWay extends SignInStart {
  /** Path of ours; undefined: the sources page. Never from the address: no open redirector (RFC 9700, 4.11). */
  readonly returnTo: string | undefined;
}

/** @throws GatewayError `source-failed` where the sign-in service cannot be reached. */
export async function beginSignIn(
  { services, settings, signIn }: WebDeps,
  response: Response,
  { returnTo, askAgain }: SignInWay,
): Promise<void> {
  if (signIn === undefined) throw new GatewayError('sign-in-required', 'Signing in is not set up here.');
  if (returnTo !== undefined && !RETURN_PATH.test(returnTo)) throw new GatewayError('bad-request');
  const { url, pending } = await signIn.start({ askAgain });
  const waitingId = newSessionId();
  await putSession(services.shared, waitingId, { kind: 'signing-in', pending, returnTo }, SIGN_IN_TTL_MS);
  setSessionCookie(response, settings.publicUrl, 'signing-in', waitingId);
  response.redirect(303, url);
}
