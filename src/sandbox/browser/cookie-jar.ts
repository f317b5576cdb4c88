/** Cookies as a browser keeps them (RFC 6265): by host and path, blind to ports. */

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly host: string;
  readonly path: string;
}

function defaultPath(pathname: string): string {
  const lastSlash = pathname.lastIndexOf('/');
  return lastSlash <= 0 ? '/' : pathname.slice(0, lastSlash);
}

function pathMatches(requestPath: string, cookiePath: string): boolean {
  if (requestPath === cookiePath) return true;
  return requestPath.startsWith(cookiePath.endsWith('/') ? cookiePath : `${cookiePath}/`);
}

function attribute(attributes: readonly string[], name: string): string | undefined {
  const found = attributes.find((one) => one.toLowerCase().startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}

export class CookieJar {
  #cookies: readonly Cookie[] = [];

  /** Value of `Cookie` for a request; undefined when there is nothing to send. */
  header(url: URL): string | undefined {
    const fitting = this.#cookies.filter(({ host, path }) => host === url.hostname && pathMatches(url.pathname, path));
    return fitting.length === 0 ? undefined : fitting.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  /** Takes the `Set-Cookie` lines of an answer. */
  take(url: URL, setCookies: readonly string[]): void {
    for (const line of setCookies) {
      const [pair = '', ...rest] = line.split(';').map((part) => part.trim());
      const equals = pair.indexOf('=');
      if (equals < 1) continue;
      const path = attribute(rest, 'path') ?? defaultPath(url.pathname);
      const cookie: Cookie = { name: pair.slice(0, equals), value: pair.slice(equals + 1), host: url.hostname, path };
      const expires = attribute(rest, 'expires');
      const gone = attribute(rest, 'max-age') === '0' || (expires !== undefined && Date.parse(expires) <= Date.now());
      this.#cookies = this.#cookies.filter(
        (other) => !(other.name === cookie.name && other.host === cookie.host && other.path === cookie.path),
      );
      if (!gone) this.#cookies = [...this.#cookies, cookie];
    }
  }
}
