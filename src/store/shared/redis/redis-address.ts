/** What an address names: one Redis, a cluster of it, or the sentinels that know which one is the master. */
import { StoreOpenError } from '../../store-open-error.ts';

export interface RedisNode {
  readonly host: string;
  readonly port: number;
}

export interface RedisLogin {
  readonly username?: string;
  readonly password?: string;
}

export type RedisAddress =
  | { readonly kind: 'single'; readonly url: string }
  | {
      readonly kind: 'cluster' | 'sentinel';
      readonly nodes: readonly RedisNode[];
      /** Of the databases; sentinels and nodes share it. */
      readonly login: RedisLogin;
      readonly tls: boolean;
      /** Name of the master that the sentinels watch. */
      readonly master: string;
    };

const PORTS = { cluster: 6379, sentinel: 26_379 };
const DEFAULT_MASTER = 'mymaster';

/**
 * `redis[s]://…`, `redis[s]+cluster://[user:password@]host:port,host:port`, or
 * `redis[s]+sentinel://[user:password@]host:port,host:port/name-of-the-master`.
 * @throws StoreOpenError `cannot-open` for anything else, without repeating it.
 */
export function parseRedisAddress(url: string): RedisAddress {
  const [, scheme = '', kind, rest = ''] = /^(rediss?)(?:\+(cluster|sentinel))?:\/\/(.*)$/.exec(url) ?? [];
  if (scheme === '') throw unknownAddress();
  if (kind !== 'cluster' && kind !== 'sentinel') return { kind: 'single', url };
  const at = rest.lastIndexOf('@');
  const [hosts = '', master = ''] = rest.slice(at + 1).split('/');
  return {
    kind,
    nodes: hosts.split(',').map((host) => nodeOf(host, PORTS[kind])),
    login: at < 0 ? {} : loginOf(rest.slice(0, at)),
    tls: scheme === 'rediss',
    master: master === '' ? DEFAULT_MASTER : decodeURIComponent(master),
  };
}

function nodeOf(text: string, standardPort: number): RedisNode {
  // IPv6 in brackets, as in any address.
  const url = URL.canParse(`redis://${text}`) ? new URL(`redis://${text}`) : undefined;
  if (url === undefined || url.hostname === '') throw unknownAddress();
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? standardPort : Number(url.port),
  };
}

function loginOf(text: string): RedisLogin {
  const colon = text.indexOf(':');
  const username = decodeURIComponent(colon < 0 ? text : text.slice(0, colon));
  const password = colon < 0 ? '' : decodeURIComponent(text.slice(colon + 1));
  return { ...(username === '' ? {} : { username }), ...(password === '' ? {} : { password }) };
}

function unknownAddress(): StoreOpenError {
  return new StoreOpenError('cannot-open', 'The address of Redis (PHR_REDIS_URL) cannot be read.');
}
