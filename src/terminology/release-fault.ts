/** What is wrong with a release or an index, for the operator: which file, which line, in words. */

export interface ReleaseFault {
  /** As given or found: path of a file or folder. */
  readonly file: string;
  /** From 1; undefined where the whole file is meant. */
  readonly line: number | undefined;
  readonly what: string;
}

export class ReleaseFaultError extends Error {
  readonly fault: ReleaseFault;

  constructor(fault: ReleaseFault) {
    const place = fault.line === undefined ? fault.file : `${fault.file}:${fault.line}`;
    super(`${place}: ${fault.what}`);
    this.name = 'ReleaseFaultError';
    this.fault = fault;
  }
}
