/**
 * What an app is called in the access log: by its id where it is registered here, together with the issuer's address where another
 * issuer named it. So nobody elsewhere can take the name of an app of ours, or that of the gateway itself.
 */
import type { AccessGrant } from '../access/access-grant.ts';

/** A token of another issuer that names no app. */
export const UNNAMED_APP = 'unnamed app';

/** `<client id>`, or `<issuer>|<client id>` for a token of another issuer. */
export function agentOf({ clientId, actor, appGrantId }: AccessGrant): string {
  if (clientId === undefined) return UNNAMED_APP;
  return appGrantId === undefined ? `${actor.issuer}|${clientId}` : clientId;
}

/** The parts of an agent's name. An address of an issuer holds no bar, and neither does an id that was registered here. */
export function readAgent(agent: string): { readonly issuer: string | undefined; readonly clientId: string } {
  const bar = agent.indexOf('|');
  if (bar === -1) return { issuer: undefined, clientId: agent };
  return { issuer: agent.slice(0, bar), clientId: agent.slice(bar + 1) };
}
