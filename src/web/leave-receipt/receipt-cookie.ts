/** The id of a receipt stays out of addresses and of the browser's history: it is in a cookie of its own, for a short while. */
import type { Request, Response } from 'express';

const COOKIE = 'phr_gateway_receipt';

export function setReceiptCookie(response: Response, publicUrl: string, id: string, maxAge: number): void {
  const secure = publicUrl.startsWith('https:');
  response.cookie(COOKIE, id, { httpOnly: true, sameSite: 'lax', secure, path: '/leave', maxAge });
}

export function readReceiptCookie(request: Request): string | undefined {
  const pair = (request.headers.cookie ?? '').split(';').find((item) => item.trim().startsWith(`${COOKIE}=`));
  const value = pair?.trim().slice(COOKIE.length + 1);
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined;
}
