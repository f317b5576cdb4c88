/** The connector of a source people name in an address; and a source's own failure as an error people may read. */
import { GatewayError } from '../errors.ts';
import { SourceError, type SourceConnector } from '../ports/source-connector.ts';
import type { ServiceContext } from './service-context.ts';

/** @throws GatewayError `not-found`. */
export function requireConnector(context: ServiceContext, source: string): SourceConnector {
  const connector = context.connectors.get(source);
  if (connector === undefined) throw new GatewayError('not-found', 'There is no such source.');
  return connector;
}

/** A source's own words are safe for people (`SourceError.detail`); anything else is told by the table's text. */
export function asGatewayError(error: unknown, code: 'link-failed' | 'source-failed'): GatewayError {
  if (error instanceof GatewayError) return error;
  return new GatewayError(code, error instanceof SourceError ? error.detail : undefined, error);
}
