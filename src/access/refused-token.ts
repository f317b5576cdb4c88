/** A token that is refused although it is known whose it is, so that the access log can say that it was tried. */
import { GatewayError } from '../errors.ts';
import type { AccessGrant } from './access-grant.ts';

export class RefusedToken extends GatewayError {
  /** What the token would have been for. It gives no right. */
  readonly grant: AccessGrant;

  /** @param detail as of GatewayError. */
  constructor(code: 'invalid-token' | 'insufficient-scope', grant: AccessGrant, detail?: string) {
    super(code, detail);
    this.grant = grant;
  }
}
