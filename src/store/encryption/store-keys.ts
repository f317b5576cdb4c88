/**
 * What must outlive a change of the operator's key: keys derived from a secret of the store, which is made once and rests
 * wrapped by the operator's key. Indexes cannot be made anew, for what they find is kept nowhere; cookies and locks are shared
 * by gateways that may be on either side of the change.
 */
import type { OperatorKeys } from './operator-keys.ts';
import { deriveKey } from './operator-keys.ts';
import { seal, unseal } from './sealed-value.ts';

export interface StoreKeys {
  /** HMAC key for looking up a sign-in identity that never rests in clear. 32 bytes. */
  readonly identityIndex: Uint8Array;
  /** HMAC key for finding an issued token that never rests in clear. 32 bytes. */
  readonly tokenIndex: Uint8Array;
  /** A key for anything else that all gateways on this store share. 32 bytes. */
  readonly derive: (purpose: string) => Uint8Array;
}

/** @param secret 32 bytes. */
export function deriveStoreKeys(secret: Uint8Array): StoreKeys {
  const derive = (purpose: string) => deriveKey(secret, purpose);
  return { identityIndex: derive('identity-index'), tokenIndex: derive('token-index'), derive };
}

function secretPlace(operatorKeyId: string) {
  return { keyId: operatorKeyId, table: 'store_secret', subjectId: '', rowId: operatorKeyId, column: 'secret' };
}

export function wrapStoreSecret(keys: OperatorKeys, secret: Uint8Array): Buffer {
  return seal(keys.wrapping, secret, secretPlace(keys.id));
}

/** @throws GatewayError `internal` where it was wrapped by another key. */
export function openStoreSecret(keys: OperatorKeys, wrapped: Uint8Array): Uint8Array {
  return new Uint8Array(unseal(keys.wrapping, wrapped, secretPlace(keys.id)));
}
