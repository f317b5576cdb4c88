/** Derives what the store needs from an operator's key, so that no purpose shares a key with another (RFC 5869). */
import { hkdfSync } from 'node:crypto';

export interface OperatorKeys {
  /** Names the operator key without telling it; written beside everything it wraps. */
  readonly id: string;
  /** Wraps the keys of each person, and the secret of the store. 32 bytes. */
  readonly wrapping: Uint8Array;
  /** Seals what is the gateway's own and nobody's record: signing keys, secrets of client apps. 32 bytes. */
  readonly own: Uint8Array;
  /** The operator's key itself: the secret of stores that were made before they had one of their own. 32 bytes. */
  readonly key: Uint8Array;
}

/** @param bytes length of the derived key. */
export function deriveKey(key: Uint8Array, purpose: string, bytes = 32): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), `phr-gateway/1/${purpose}`, bytes));
}

/**
 * @param operatorKey 32 bytes.
 * @throws RangeError for another length.
 */
export function deriveOperatorKeys(operatorKey: Uint8Array): OperatorKeys {
  if (operatorKey.byteLength !== 32) throw new RangeError('The operator key must have 32 bytes.');
  return {
    id: Buffer.from(deriveKey(operatorKey, 'operator-key-id', 12)).toString('base64url'),
    wrapping: deriveKey(operatorKey, 'wrapping'),
    own: deriveKey(operatorKey, 'own'),
    key: operatorKey,
  };
}
