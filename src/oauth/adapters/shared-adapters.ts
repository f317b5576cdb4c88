/** What lives for minutes, in the shared store: pending questions, one-time codes, ids of client assertions seen. */
import { createHash } from 'node:crypto';
import { errors, type Adapter, type AdapterPayload } from 'oidc-provider';
import type { DurableStore } from '../../ports/durable-store.ts';
import type { SharedStore } from '../../ports/shared-store.ts';
import { noAdapter } from './no-adapter.ts';

/** Who reads the store finds no code and no question that could be used. */
function keyOf(model: string, id: string): string {
  return `oauth:${model}:${createHash('sha256').update(id).digest('base64url')}`;
}

async function read(shared: SharedStore, key: string, id: string): Promise<AdapterPayload | undefined> {
  const kept = await shared.get(key);
  return kept === undefined ? undefined : { ...(JSON.parse(kept) as AdapterPayload), jti: id };
}

function write(shared: SharedStore, key: string, payload: AdapterPayload, ttlS = 0): Promise<void> {
  return shared.set(key, JSON.stringify({ ...payload, jti: undefined }), ttlS * 1000);
}

export function createInteractionAdapter(shared: SharedStore): Adapter {
  const key = (id: string) => keyOf('interaction', id);
  return {
    ...noAdapter,
    upsert: (id, payload, ttlS) => write(shared, key(id), payload, ttlS),
    find: (id) => read(shared, key(id), id),
    destroy: (id) => shared.delete(key(id)),
  };
}

/** A code has exactly one taker, also in a race between processes; a second one ends what was allowed (RFC 6749, 4.1.2). */
export function createCodeAdapter(shared: SharedStore, store: DurableStore): Adapter {
  const key = (id: string) => keyOf('code', id);
  const unused = (id: string) => keyOf('code-unused', id);
  return {
    ...noAdapter,
    async upsert(id, payload, ttlS = 0) {
      await shared.set(unused(id), '1', ttlS * 1000);
      await write(shared, key(id), payload, ttlS);
    },
    async find(id) {
      const code = await read(shared, key(id), id);
      if (code === undefined) return undefined;
      return (await shared.get(unused(id))) === undefined ? { ...code, consumed: true } : code;
    },
    async consume(id) {
      if ((await shared.take(unused(id))) !== undefined) return;
      const code = await read(shared, key(id), id);
      const grant = code?.grantId === undefined ? undefined : await store.findAppGrant(code.grantId);
      if (grant !== undefined) await store.deleteAppGrant(grant.subjectId, grant.id);
      throw new errors.InvalidGrant('authorization code already consumed');
    },
    async destroy(id) {
      await shared.delete(unused(id));
      await shared.delete(key(id));
    },
  };
}

/** An assertion is taken once: whoever holds the lock of its id was first, and the lock stays as long as the assertion is good. */
export function createReplayAdapter(shared: SharedStore): Adapter {
  return {
    ...noAdapter,
    async upsert(id, _payload, ttlS = 0) {
      const first = await shared.tryLock(keyOf('assertion', id), ttlS * 1000);
      if (first === undefined) throw new errors.InvalidClientAuth('client assertion tokens must only be used once');
    },
  };
}
