/** Access and refresh tokens in the durable store. A refresh token is exchanged once; a second time ends the consent (RFC 9700, 4.14). */
import { errors, type Adapter, type AdapterPayload } from 'oidc-provider';
import { GatewayError } from '../../errors.ts';
import type { IssuedToken } from '../../ports/authorization-store.ts';
import type { DurableStore } from '../../ports/durable-store.ts';
import { noAdapter } from './no-adapter.ts';

export interface IssuedTokenOptions {
  readonly store: DurableStore;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Called after a token was written. */
  readonly onIssued: (appGrantId: string) => Promise<void>;
}

/** The library's payload holds the token as its id. */
function withoutToken(payload: AdapterPayload): string {
  return JSON.stringify({ ...payload, jti: undefined });
}

export function createIssuedTokenAdapter(kind: IssuedToken['kind'], options: IssuedTokenOptions): Adapter {
  const { store, now, onIssued } = options;
  return {
    ...noAdapter,
    async upsert(id, payload, expiresInS = 0) {
      const appGrantId = payload.grantId ?? '';
      const expiresAt = new Date(now() + expiresInS * 1000).toISOString();
      try {
        await store.putIssuedToken(id, {
          kind,
          appGrantId,
          expiresAt,
          usedAt: undefined,
          payload: withoutToken(payload),
        });
      } catch (error) {
        // Revoked between the check and the write.
        throw error instanceof GatewayError && error.code === 'not-found' ? new errors.InvalidGrant('revoked') : error;
      }
      await onIssued(appGrantId);
    },
    async find(id) {
      const found = await store.findIssuedToken(kind, id);
      if (found === undefined) return undefined;
      const payload = JSON.parse(found.payload) as AdapterPayload;
      return { ...payload, jti: id, ...(found.usedAt === undefined ? {} : { consumed: true }) };
    },
    async consume(id) {
      if (await store.useIssuedToken(id, new Date(now()).toISOString())) return;
      const found = await store.findIssuedToken('refresh', id);
      const grant = found === undefined ? undefined : await store.findAppGrant(found.appGrantId);
      if (grant !== undefined) await store.deleteAppGrant(grant.subjectId, grant.id);
      throw new errors.InvalidGrant('refresh token already used');
    },
    destroy: (id) => store.deleteIssuedToken(kind, id),
    revokeByGrantId: (grantId) => store.deleteIssuedTokens(grantId),
  };
}
