/** Values and texts of a person, sealed under the person's own key at their place. */
import type { PersonKeys } from './person-keys.ts';
import type { SealedPlace } from './sealed-value.ts';
import { seal, unseal } from './sealed-value.ts';

/** Table, row and column; key and subject come from the keys. */
export type PersonPlace = Pick<SealedPlace, 'table' | 'rowId' | 'column'>;

function fullPlace(keys: PersonKeys, place: PersonPlace): SealedPlace {
  const { table, rowId, column } = place;
  return { keyId: keys.dataKeyId, table, subjectId: keys.subjectId, rowId, column };
}

export function sealText(keys: PersonKeys, text: string, place: PersonPlace): Buffer {
  return seal(keys.content, Buffer.from(text, 'utf8'), fullPlace(keys, place));
}

/** @throws GatewayError `internal` where the value does not belong here. */
export function unsealText(keys: PersonKeys, sealed: Uint8Array, place: PersonPlace): string {
  return unseal(keys.content, sealed, fullPlace(keys, place)).toString('utf8');
}

export function sealJson(keys: PersonKeys, value: object, place: PersonPlace): Buffer {
  return sealText(keys, JSON.stringify(value), place);
}

/** @returns what `sealJson` was given; authenticated, so not checked again. */
export function unsealJson(keys: PersonKeys, sealed: Uint8Array, place: PersonPlace): unknown {
  return JSON.parse(unsealText(keys, sealed, place));
}
