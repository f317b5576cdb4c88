/**
 * How often may be asked, counted by all processes together: per app and record, per person, and per address for what carries
 * no good token yet (RFC 6585, section 4; RFC 9110, 10.2.3).
 */
import { createHash } from 'node:crypto';
import type { AccessGrant } from '../access/access-grant.ts';
import { GatewayError } from '../errors.ts';
import type { SharedStore, Spending } from '../ports/shared-store.ts';

export class TooManyRequests extends GatewayError {
  readonly retryAfterS: number;

  constructor(waitMs: number) {
    super('too-many-requests');
    this.retryAfterS = Math.max(1, Math.ceil(waitMs / 1000));
  }
}

export interface RateLimits {
  /** @throws TooManyRequests where the address has sent too many bad tokens. */
  checkAddress(address: string): Promise<void>;
  /** Counts a request without a good token: it is refused already, the next is told to wait. */
  countFailure(address: string): Promise<void>;
  /** Counts a request of an app for a record. @throws TooManyRequests */
  countGrant(grant: AccessGrant): Promise<void>;
  /** Counts a request of somebody who is not known yet: signing in, the authorization server. @throws TooManyRequests */
  countVisitor(address: string): Promise<void>;
  /** Counts a request of somebody who is signed in, wherever they are. @throws TooManyRequests */
  countPerson(personId: string): Promise<void>;
}

const WINDOW_MS = 60_000;

/** @param requestsPerMinute of each app for each record, each person and each address. */
export function createRateLimits(shared: Pick<SharedStore, 'spend' | 'spent'>, requestsPerMinute: number): RateLimits {
  const budget = { points: requestsPerMinute, windowMs: WINDOW_MS };
  const spend = async (key: string) => allow(await shared.spend(key, budget));
  return {
    checkAddress: async (address) => allow(await shared.spent(`limit:failure:${address}`, budget)),
    countFailure: async (address) => {
      await shared.spend(`limit:failure:${address}`, budget);
    },
    countGrant: (grant) => spend(`limit:grant:${grantKey(grant)}`),
    countVisitor: (address) => spend(`limit:visitor:${address}`),
    countPerson: (personId) => spend(`limit:person:${personId}`),
  };
}

function allow({ isWithin, waitMs }: Spending): void {
  if (!isWithin) throw new TooManyRequests(waitMs);
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
