/** Values that belong to the gateway itself, sealed under the operator's key at their place. */
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
 * @returns what `sealOwnJson` was given; authenticated, so not checked again.
 * @throws GatewayError `internal` where the value does not belong here.
 */
export function unsealOwnJson(keys: OperatorKeys, sealed: Uint8Array, place: PersonPlace): unknown {
  return JSON.parse(unseal(keys.own, sealed, fullPlace(keys, place)).toString('utf8'));
}
