/** The records folder cannot be served. The message names the folder or file, nothing of what is in it. */
export class RecordsError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'RecordsError';
  }
}
