/** A scope that allows some AuditEvents by a search parameter cannot be applied to the log, so it opens none of it. */
import type { AccessDecision } from '../../access/decide.ts';
import { mayReadAll } from '../../access/read-rights.ts';
import { GatewayError } from '../../errors.ts';

/** @throws GatewayError `insufficient-scope`. */
export function refusePartial({ rights }: AccessDecision): void {
  if (mayReadAll(rights, 'AuditEvent')) return;
  throw new GatewayError('insufficient-scope', 'AuditEvents are given by a scope without parameters only.');
}
