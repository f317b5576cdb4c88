/** Puts the access token on a request at the last moment, and only where it goes to the source's own base (law L11). */
import type { Dispatcher } from 'undici';
import { foreignLink } from './foreign-link.ts';
import { resolveUnderBase } from './under-base.ts';

/** @throws SourceError `foreign-link` (into the handler) for any other address, before a connection is made. */
export function bearerUnderBase(
  baseUrl: string,
  accessToken: string | undefined,
): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) => {
    const url = `${String(options.origin ?? '')}${options.path}`;
    if (resolveUnderBase(baseUrl, url) === undefined) throw foreignLink();
    if (accessToken === undefined) return dispatch(options, handler);
    return dispatch(
      { ...options, headers: [...flatHeaders(options.headers), 'authorization', `Bearer ${accessToken}`] },
      handler,
    );
  };
}

/** The forms in which fetch of several Node versions hands headers on, as one flat list of names and values. */
function flatHeaders(headers: Dispatcher.DispatchOptions['headers']): string[] {
  if (headers === undefined || headers === null) return [];
  if (Array.isArray(headers)) return headers.map(String);
  const pairs = Symbol.iterator in headers ? [...headers] : Object.entries(headers);
  return pairs.flatMap(([name, value]) => [value ?? []].flat().flatMap((one) => [name, one]));
}
