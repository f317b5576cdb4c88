/** Decides whether a URL lies under a source's base: only then may the token go with it (law L11; SMART App Launch 2.2, "Access FHIR API"). */

/**
 * @param reference absolute, or relative to the base as FHIR has it; one that begins with `?` is relative to `current`.
 * @returns the URL where its origin is the base's and its path the base's or below; otherwise undefined.
 */
export function resolveUnderBase(baseUrl: string, reference: string, current: string = baseUrl): string | undefined {
  const base = new URL(baseUrl);
  const folder = base.pathname.endsWith('/') ? base.pathname : `${base.pathname}/`;
  const from = reference.startsWith('?') ? current : `${base.origin}${folder}`;
  if (!URL.canParse(reference, from)) return undefined;
  const url = new URL(reference, from);
  // Servers behind a proxy write links with http: where they are reached by https. The token still goes to the base's own origin.
  if (
    url.protocol === 'http:' &&
    base.protocol === 'https:' &&
    url.port === '' &&
    base.port === '' &&
    url.hostname === base.hostname
  ) {
    url.protocol = 'https:';
  }
  url.hash = '';
  return isUnder(url, base, folder) ? url.href : undefined;
}

function isUnder(url: URL, base: URL, folder: string): boolean {
  if (url.origin !== base.origin || url.username !== '' || url.password !== '') return false;
  // A server may decode these after the prefix was compared, and leave the folder.
  if (/%2f|%5c/i.test(url.pathname)) return false;
  return url.pathname.startsWith(folder) || `${url.pathname}/` === folder;
}
