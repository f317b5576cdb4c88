/** Seals a value with AES-256-GCM and binds it to its place, so that it cannot be moved to another row (NIST SP 800-38D). */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { GatewayError } from '../../errors.ts';

/** Where a sealed value rests. All of it is associated data: a value copied to any other place does not open. */
export interface SealedPlace {
  readonly keyId: string;
  readonly table: string;
  readonly subjectId: string;
  readonly rowId: string;
  readonly column: string;
}

const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

function associatedData(place: SealedPlace): Buffer {
  // A JSON array is unambiguous: no two places have the same text.
  return Buffer.from(
    JSON.stringify([FORMAT, place.keyId, place.table, place.subjectId, place.rowId, place.column]),
    'utf8',
  );
}

/**
 * @param key 32 bytes.
 * @returns format byte, 12-byte random nonce, ciphertext, 16-byte tag.
 */
export function seal(key: Uint8Array, plain: Uint8Array, place: SealedPlace): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(associatedData(place));
  const body = cipher.update(plain);
  return Buffer.concat([Buffer.of(FORMAT), nonce, body, cipher.final(), cipher.getAuthTag()]);
}

/** @throws GatewayError `internal` where the value was changed, moved, or sealed under another key. */
export function unseal(key: Uint8Array, sealed: Uint8Array, place: SealedPlace): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  try {
    if (bytes.length < 1 + NONCE_BYTES + TAG_BYTES || bytes[0] !== FORMAT) throw new Error('unknown format');
    const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(associatedData(place));
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
    const body = decipher.update(bytes.subarray(1 + NONCE_BYTES, bytes.length - TAG_BYTES));
    return Buffer.concat([body, decipher.final()]);
  } catch (cause) {
    throw new GatewayError('internal', undefined, cause);
  }
}
