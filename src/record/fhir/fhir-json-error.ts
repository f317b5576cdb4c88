/** JSON text that cannot be read, told without any of its content. */

export type FhirJsonErrorCode = 'syntax' | 'too-deep';

const WORDS: Readonly<Record<FhirJsonErrorCode, string>> = {
  syntax: 'is not valid JSON',
  'too-deep': 'is nested too deeply',
};

export class FhirJsonError extends Error {
  readonly code: FhirJsonErrorCode;
  /** Index of the character where reading stopped; undefined where it is not known. */
  readonly position: number | undefined;

  constructor(code: FhirJsonErrorCode, position: number | undefined) {
    super(`The text ${WORDS[code]}${position === undefined ? '' : ` (character ${position})`}.`);
    this.name = 'FhirJsonError';
    this.code = code;
    this.position = position;
  }
}
