/** Which PostgreSQL failures are somebody else being first, and which say that the server is not there. */
import { GatewayError } from '../../../errors.ts';

/** Integrity constraints, serialization failures and deadlocks (PostgreSQL, "Error Codes"). */
const CONFLICT = /^(?:23[0-9A-Z]{3}|40001|40P01)$/;
/** Connection exceptions, too many connections, shutting down, a server that only reads. */
const UNAVAILABLE = /^(?:08[0-9A-Z]{3}|53[0-9A-Z]{3}|57P0[1-5]|25006)$/;
const NETWORK: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);

/** @returns GatewayError `conflict`, `unavailable`, or `internal` for anything else. */
export function toGatewayError(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code !== undefined && CONFLICT.test(code)) return new GatewayError('conflict', undefined, error);
  const isGone = code === undefined ? isLostConnection(error) : UNAVAILABLE.test(code) || NETWORK.has(code);
  return new GatewayError(isGone ? 'unavailable' : 'internal', undefined, error);
}

/** The driver gives these no code. */
function isLostConnection(error: unknown): boolean {
  return (
    error instanceof Error && /^(?:Connection terminated|timeout exceeded when trying to connect)/.test(error.message)
  );
}
