/** Why a durable store could not be opened: something the operator can act on. */
export type StoreOpenFault = 'cannot-open' | 'schema' | 'wrong-operator-key';

export class StoreOpenError extends Error {
  readonly code: StoreOpenFault;

  /** @param message safe words for the operator; no key, no value. */
  constructor(code: StoreOpenFault, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StoreOpenError';
    this.code = code;
  }
}
