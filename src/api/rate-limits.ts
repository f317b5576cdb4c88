/** How often may be asked: per grant, and per address for what carries no good token (RFC 6585, section 4; RFC 9110, 10.2.3). */
import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { AccessGrant } from '../access/access-grant.ts';
import { GatewayError } from '../errors.ts';

export interface RateLimits {
  /** @throws TooManyRequests where the address has sent too many bad tokens. */
  checkAddress(address: string): Promise<void>;
  /** Counts a request without a good token. */
  countFailure(address: string): Promise<void>;
  /** Counts a request. @throws TooManyRequests */
  countGrant(grant: AccessGrant): Promise<void>;
}

export interface RateLimiters {
  readonly grants: RateLimiterAbstract;
  readonly failures: RateLimiterAbstract;
}

export class TooManyRequests extends GatewayError {
  readonly retryAfterS: number;

  constructor(waitMs: number) {
    super('too-many-requests');
    this.retryAfterS = Math.max(1, Math.ceil(waitMs / 1000));
  }
}

const MINUTE_S = 60;

/** Of this process; several gateways together take limiters over one store. */
export function memoryLimiters(requestsPerMinute: number): RateLimiters {
  const limiter = (keyPrefix: string) =>
    new RateLimiterMemory({ keyPrefix, points: requestsPerMinute, duration: MINUTE_S });
  return { grants: limiter('grant'), failures: limiter('failure') };
}

export function createRateLimits({ grants, failures }: RateLimiters): RateLimits {
  return {
    async checkAddress(address) {
      const known = await failures.get(address);
      if (known !== null && known.consumedPoints >= failures.points) throw new TooManyRequests(known.msBeforeNext);
    },
    async countFailure(address) {
      await consume(failures, address).catch((error: unknown) => {
        // It is refused already; the next request is told to wait.
        if (!(error instanceof TooManyRequests)) throw error;
      });
    },
    countGrant: (grant) => consume(grants, grantKey(grant)),
  };
}

async function consume(limiter: RateLimiterAbstract, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    // The library rejects with how long to wait.
    throw error instanceof RateLimiterRes ? new TooManyRequests(error.msBeforeNext) : error;
  }
}

/** One app of one person for one record, whichever token it holds at the moment. */
function grantKey({ appGrantId, actor, clientId, subjectId }: AccessGrant): string {
  return (
    appGrantId ??
    createHash('sha256')
      .update(JSON.stringify([actor.issuer, actor.sub, clientId, subjectId]))
      .digest('base64url')
  );
}
