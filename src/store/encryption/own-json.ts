/** Values that belong to the gateway itself, sealed under the operator's key at their place. */
import { GatewayError } from '../../errors.ts';
import type { OperatorKeyring } from './operator-keyring.ts';
import type { OperatorKeys } from './operator-keys.ts';
import type { PersonPlace } from './sealed-json.ts';
import type { SealedPlace } from './sealed-value.ts';
import { seal, unseal } from './sealed-value.ts';

function fullPlace(keys: OperatorKeys, { table, rowId, column }: PersonPlace): SealedPlace {
  return { keyId: keys.id, table, subjectId: '', rowId, column };
}

export function sealOwnJson(keys: OperatorKeys, value: object, place: PersonPlace): Buffer {
  return seal(keys.own, Buffer.from(JSON.stringify(value), 'utf8'), fullPlace(keys, place));
}

/**
 * @param keyring which of its keys sealed the value is not written beside it: each is tried.
 * @returns what `sealOwnJson` was given; authenticated, so not checked again.
 * @throws GatewayError `internal` where the value does not belong here.
 */
export function unsealOwnJson(keyring: OperatorKeyring, sealed: Uint8Array, place: PersonPlace): unknown {
  let fault: unknown;
  for (const keys of keyring.all) {
    try {
      return JSON.parse(unseal(keys.own, sealed, fullPlace(keys, place)).toString('utf8'));
    } catch (error) {
      fault = error;
    }
  }
  throw new GatewayError('internal', undefined, fault);
}
