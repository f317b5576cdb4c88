/** Why a durable store could not be opened: something the operator can act on. */
export type StoreOpenFault =
  | 'cannot-open'
  | 'schema'
  | 'wrong-operator-key'
  /** What proves the operator's key, or the secret of the store, is missing or was changed. */
  | 'damaged'
  /** A restore or a copy into it was broken off. */
  | 'unfinished';

export class StoreOpenError extends Error {
  readonly code: StoreOpenFault;

  /** @param message safe words for the operator; no key, no value. */
  constructor(code: StoreOpenFault, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StoreOpenError';
    this.code = code;
  }
}
