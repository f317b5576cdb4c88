/** The only way out: an undici Agent with time and size limits that connects to no private address and speaks no plain HTTP. */
import { lookup as dnsLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import type { Dispatcher } from 'undici';
import type { SourceConfig } from '../../ports/source-config.ts';
import { SourceError } from '../../ports/source-connector.ts';
import { boundedBody } from './bounded-body.ts';
import { isPrivateAddress } from './private-address.ts';

/**
 * @param connections `fresh` for what must not be lost on a connection that the other side had already given up.
 * @returns a dispatcher whose answers come whole, decoded and at most `maxResponseBytes` long. It fails with SourceError
 *   `misconfigured` for a private address or plain http, unless the operator allowed both.
 */
export function createGuardedAgent(
  config: Pick<SourceConfig, 'allowInsecure'> & {
    readonly limits: Pick<SourceConfig['limits'], 'requestTimeoutMs' | 'maxResponseBytes'>;
  },
  connections: 'kept' | 'fresh' = 'kept',
): Dispatcher {
  const { requestTimeoutMs, maxResponseBytes } = config.limits;
  const agent = new Agent({
    connect: config.allowInsecure ? buildConnector({ timeout: requestTimeoutMs }) : publicConnector(requestTimeoutMs),
    headersTimeout: requestTimeoutMs,
    bodyTimeout: requestTimeoutMs,
    // Undici's way of closing each connection after its answer.
    ...(connections === 'fresh' ? { pipelining: 0 } : {}),
  });
  return agent.compose(boundedBody(maxResponseBytes));
}

function publicConnector(timeoutMs: number): buildConnector.connector {
  const connect = buildConnector({ timeout: timeoutMs, lookup: lookupPublic });
  return (options, callback) => {
    if (options.protocol !== 'https:') {
      callback(new SourceError('misconfigured', 'The source may only be reached by https.'), null);
    } else if (isPrivateAddress(options.hostname)) {
      callback(privateAddress(), null);
    } else {
      connect(options, callback);
    }
  };
}

/** Name look-up that leaves private addresses out, at the moment of connecting, so that a changing answer cannot slip past. */
const lookupPublic: LookupFunction = (hostname, options, callback) => {
  dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) {
      callback(error, '', 0);
      return;
    }
    const open = addresses.filter(({ address }) => !isPrivateAddress(address));
    const first = open[0];
    if (first === undefined) callback(privateAddress(), '', 0);
    else if (options.all === true) callback(null, open);
    else callback(null, first.address, first.family);
  });
};

function privateAddress(): SourceError {
  return new SourceError(
    'misconfigured',
    'The source’s address lies in a private network, which this gateway does not reach.',
  );
}
