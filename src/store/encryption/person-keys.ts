/** The keys of one person: made once, wrapped by the operator's key; without them everything of the person is noise. */
import { randomBytes } from 'node:crypto';
import type { OperatorKeys } from './operator-keys.ts';
import { deriveKey } from './operator-keys.ts';
import { seal, unseal } from './sealed-value.ts';

/** As stored. */
export interface WrappedPersonKeys {
  readonly subjectId: string;
  readonly operatorKeyId: string;
  readonly dataKeyId: string;
  readonly dataKey: Uint8Array;
  readonly recordKey: Uint8Array;
}

/** Opened: for use within one call, never kept. */
export interface PersonKeys {
  readonly subjectId: string;
  readonly dataKeyId: string;
  /** Seals the person's values. 32 bytes. */
  readonly content: Uint8Array;
  /** HMAC key of the person's lookups. 32 bytes. */
  readonly index: Uint8Array;
  /** HMAC key of the person's unified ids. 32 bytes. */
  readonly record: Uint8Array;
}

function keyPlace(operatorKeyId: string, subjectId: string, dataKeyId: string, column: string) {
  return { keyId: operatorKeyId, table: 'person_key', subjectId, rowId: dataKeyId, column };
}

/** Most calls need one of them: each is made where it is asked for. */
function openedKeys(
  subjectId: string,
  dataKeyId: string,
  dataKey: Uint8Array,
  openRecord: () => Uint8Array,
): PersonKeys {
  let content: Uint8Array | undefined;
  let index: Uint8Array | undefined;
  let record: Uint8Array | undefined;
  return {
    subjectId,
    dataKeyId,
    get content() {
      return (content ??= deriveKey(dataKey, 'content'));
    },
    get index() {
      return (index ??= deriveKey(dataKey, 'index'));
    },
    get record() {
      return (record ??= openRecord());
    },
  };
}

export function createPersonKeys(
  operator: OperatorKeys,
  subjectId: string,
): { readonly keys: PersonKeys; readonly wrapped: WrappedPersonKeys } {
  const dataKeyId = randomBytes(12).toString('base64url');
  const dataKey = randomBytes(32);
  const recordKey = randomBytes(32);
  const wrap = (key: Uint8Array, column: string) =>
    seal(operator.wrapping, key, keyPlace(operator.id, subjectId, dataKeyId, column));
  return {
    keys: openedKeys(subjectId, dataKeyId, dataKey, () => recordKey),
    wrapped: {
      subjectId,
      operatorKeyId: operator.id,
      dataKeyId,
      dataKey: wrap(dataKey, 'data_key'),
      recordKey: wrap(recordKey, 'record_key'),
    },
  };
}

/** @throws GatewayError `internal` where the wrapped keys do not belong to this operator key and this person. */
export function openPersonKeys(operator: OperatorKeys, wrapped: WrappedPersonKeys): PersonKeys {
  const { subjectId, operatorKeyId, dataKeyId } = wrapped;
  const unwrap = (sealed: Uint8Array, column: string) =>
    unseal(operator.wrapping, sealed, keyPlace(operatorKeyId, subjectId, dataKeyId, column));
  return openedKeys(
    subjectId,
    dataKeyId,
    unwrap(wrapped.dataKey, 'data_key'),
    () => new Uint8Array(unwrap(wrapped.recordKey, 'record_key')),
  );
}

/** The same keys under another operator key. @throws GatewayError `internal` where they are not wrapped by `before`. */
export function rewrapPersonKeys(
  before: OperatorKeys,
  next: OperatorKeys,
  wrapped: WrappedPersonKeys,
): WrappedPersonKeys {
  const { subjectId, dataKeyId } = wrapped;
  const rewrap = (sealed: Uint8Array, column: string) =>
    seal(
      next.wrapping,
      unseal(before.wrapping, sealed, keyPlace(before.id, subjectId, dataKeyId, column)),
      keyPlace(next.id, subjectId, dataKeyId, column),
    );
  return {
    subjectId,
    operatorKeyId: next.id,
    dataKeyId,
    dataKey: rewrap(wrapped.dataKey, 'data_key'),
    recordKey: rewrap(wrapped.recordKey, 'record_key'),
  };
}
