/** The session's cookie: a random id and nothing else (RFC 6265bis: `__Host-` where the site is https). */
import { randomBytes } from 'node:crypto';
import type { CookieOptions, Request, Response } from 'express';

const PLAIN_NAME = 'phr_gateway_session';

function cookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? `__Host-${PLAIN_NAME}` : PLAIN_NAME;
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
export function readSessionId(request: Request, publicUrl: string): string | undefined {
  const name = `${cookieName(publicUrl)}=`;
  const pair = (request.headers.cookie ?? '').split(';').find((item) => item.trim().startsWith(name));
  const value = pair?.trim().slice(name.length);
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined;
}

export function setSessionCookie(response: Response, publicUrl: string, sessionId: string): void {
  response.cookie(cookieName(publicUrl), sessionId, options(publicUrl));
}

export function clearSessionCookie(response: Response, publicUrl: string): void {
  response.clearCookie(cookieName(publicUrl), options(publicUrl));
}
