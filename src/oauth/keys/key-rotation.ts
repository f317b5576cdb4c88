/**
 * The keys id tokens are signed with (OpenID Connect Core 10.1.1): made at the first start, shared by every process through the
 * store, followed by new ones by age or on command. The newest sign; older ones stay published until their tokens are over.
 */
import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import type { AuthorizationStore, SigningKey } from '../../ports/authorization-store.ts';

export const ID_TOKEN_LIFETIME_S = 3600;
const LONGEST_SIGNING_MS = 90 * 86_400_000;
/** Beyond the last token's end, for clocks that go wrong. */
const SLACK_MS = 3_600_000;
const ALGORITHMS = ['RS256', 'ES384'] as const;

type KeyStore = Pick<AuthorizationStore, 'addSigningKeys' | 'listSigningKeys' | 'deleteSigningKeys'>;

/** Keys to publish, those that sign first. Makes or replaces keys where it is time. */
export async function currentSigningKeys(store: KeyStore, nowMs: number): Promise<readonly SigningKey[]> {
  const keys = await store.listSigningKeys();
  const newest = keys[0];
  if (newest !== undefined && nowMs - Date.parse(newest.createdAt) < LONGEST_SIGNING_MS)
    return stillNeeded(keys, nowMs);
  await rotateSigningKeys(store, nowMs);
  return stillNeeded(await store.listSigningKeys(), nowMs);
}

/** New keys sign from now on, in every process within a minute. Where two processes rotate at once, one wins for both. */
export async function rotateSigningKeys(store: KeyStore, nowMs: number): Promise<void> {
  const keys = await store.listSigningKeys();
  const generation = (keys[0]?.generation ?? 0) + 1;
  const createdAt = new Date(nowMs).toISOString();
  await store.addSigningKeys(
    await Promise.all(ALGORITHMS.map((algorithm) => makeKey(algorithm, generation, createdAt))),
  );
  const oldestNeeded = stillNeeded(keys, nowMs).at(-1);
  if (oldestNeeded !== undefined) await store.deleteSigningKeys(oldestNeeded.generation);
}

/** A generation signs until the next is made; its last token is over one lifetime later. */
function stillNeeded(keys: readonly SigningKey[], nowMs: number): readonly SigningKey[] {
  return keys.filter(({ generation }) => {
    const next = keys.findLast((key) => key.generation > generation);
    return next === undefined || nowMs < Date.parse(next.createdAt) + ID_TOKEN_LIFETIME_S * 1000 + SLACK_MS;
  });
}

async function makeKey(algorithm: SigningKey['algorithm'], generation: number, createdAt: string): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true, modulusLength: 2048 });
  const keyId = randomBytes(12).toString('hex');
  return { keyId, algorithm, generation, createdAt, privateKey: await exportJWK(privateKey) };
}
