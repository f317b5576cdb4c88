/** Which language a visitor reads: what they chose here, otherwise what their browser asks for, otherwise English. */
import type { Request, Response } from 'express';
import { ENGLISH, LANGUAGES, findLanguage, type Language } from './languages.ts';

const COOKIE = 'phr_gateway_language';
const YEAR_MS = 365 * 86_400_000;

export function chosenLanguage(request: Request): Language {
  const pair = (request.headers.cookie ?? '').split(';').find((item) => item.trim().startsWith(`${COOKIE}=`));
  const chosen = findLanguage(pair?.trim().slice(COOKIE.length + 1));
  if (chosen !== undefined) return chosen;
  const asked = request.acceptsLanguages(LANGUAGES.map(({ code }) => code));
  return findLanguage(asked === false ? undefined : asked) ?? ENGLISH;
}

/** Says nothing about who chose it. */
export function keepLanguage(response: Response, publicUrl: string, { code }: Language): void {
  const secure = publicUrl.startsWith('https:');
  response.cookie(COOKIE, code, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: YEAR_MS });
}
