/**
 * The cookies of sessions: a random id and nothing else (RFC 6265bis: `__Host-` where the site is https). A sign-in under
 * way has a cookie of its own, so that one that another site starts does not end the session of who is signed in.
 */
import { randomBytes } from 'node:crypto';
import type { CookieOptions, Request, Response } from 'express';
import type { Session } from './session-store.ts';

const PLAIN_NAMES: Readonly<Record<Session['kind'], string>> = {
  'signed-in': 'phr_gateway_session',
  'signing-in': 'phr_gateway_signing_in',
};

function cookieName(publicUrl: string, kind: Session['kind']): string {
  return publicUrl.startsWith('https:') ? `__Host-${PLAIN_NAMES[kind]}` : PLAIN_NAMES[kind];
}

function options(publicUrl: string): CookieOptions {
  // Lax: the way back from a source is a navigation from another site.
  return { httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:'), path: '/' };
}

/** 256 random bits. */
export function newSessionId(): string {
  return randomBytes(32).toString('base64url');
}

/** @returns undefined where there is none or it cannot be one of ours. */
export function readSessionId(request: Request, publicUrl: string, kind: Session['kind']): string | undefined {
  const name = `${cookieName(publicUrl, kind)}=`;
  const pair = (request.headers.cookie ?? '').split(';').find((item) => item.trim().startsWith(name));
  const value = pair?.trim().slice(name.length);
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined;
}

export function setSessionCookie(
  response: Response,
  publicUrl: string,
  kind: Session['kind'],
  sessionId: string,
): void {
  response.cookie(cookieName(publicUrl, kind), sessionId, options(publicUrl));
}

export function clearSessionCookie(response: Response, publicUrl: string, kind: Session['kind']): void {
  response.clearCookie(cookieName(publicUrl, kind), options(publicUrl));
}
