/** Why a search parameter cannot be applied as it was given; whoever was asked turns it into an answer. */
export class SearchFault extends Error {
  /** `value`: not one that the parameter can have; `unsupported`: a modifier or a parameter that is not supported. */
  readonly kind: 'value' | 'unsupported';

  /** @param message safe text: names of parameters, never values. */
  constructor(kind: 'value' | 'unsupported', message: string) {
    super(message);
    this.name = 'SearchFault';
    this.kind = kind;
  }
}
