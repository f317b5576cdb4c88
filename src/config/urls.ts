/** Which URLs a configuration may name: https everywhere, plain http only to this machine or where the operator says so. */
import { z } from 'zod';

function parsed(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

export function isLoopback(url: URL): boolean {
  return url.hostname === 'localhost' || url.hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(url.hostname);
}

/** Absolute http(s) URL without credentials or fragment, kept as written but for a trailing slash. */
function webUrl(allowed: (url: URL) => boolean, expected: string) {
  return z.string({ error: `must be ${expected}` }).refine(
    (text) => {
      const url = parsed(text);
      if (url === undefined || url.username !== '' || url.password !== '' || url.hash !== '') return false;
      return url.protocol === 'https:' || (url.protocol === 'http:' && allowed(url));
    },
    { error: `must be ${expected}, without credentials or fragment` },
  );
}

export const anyWebUrl = webUrl(() => true, 'an absolute URL (https://…)');

/** https, or http to this machine. */
export const secureUrl = webUrl(isLoopback, 'an absolute https URL (http only for loopback)');

export function withoutTrailingSlash(url: string): string {
  return url.endsWith('/') ? withoutTrailingSlash(url.slice(0, -1)) : url;
}

export function hasQuery(url: string): boolean {
  return url.includes('?');
}

/** More than scheme, host and port; a slash at the end is nothing more. */
export function hasPathOrQuery(url: string): boolean {
  const { pathname, search } = parsed(url) ?? { pathname: '/', search: '' };
  return pathname !== '/' || search !== '' || hasQuery(url);
}

export function isHttps(url: string): boolean {
  return parsed(url)?.protocol === 'https:';
}
