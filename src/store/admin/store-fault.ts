/** Why an operator's command on a store could not be carried out: safe words, no value of anybody. */
export class StoreFault extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StoreFault';
  }
}
