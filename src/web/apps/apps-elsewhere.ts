/**
 * Apps that read this record with a token of another issuer that the operator trusts (RFC 9068): nobody was asked on these pages,
 * so only the access log knows them. Pure.
 */
import type { AuditAction, AuditRecord } from '../../ports/audit.ts';
import { readAgent, UNNAMED_APP } from '../../services/audit-agent.ts';
import { plainText } from '../layout/plain-text.ts';

export interface AppElsewhere {
  /** As the issuer's tokens call it; undefined where they do not. */
  readonly app: string | undefined;
  /** Of the issuer; undefined where the log does not say. */
  readonly host: string | undefined;
  /** ISO instant. */
  readonly lastUsedAt: string;
}

/** What apps do; our own pages have a line of another kind. */
export const LOOKS_OF_APPS: readonly AuditAction[] = [
  'read',
  'vread',
  'search',
  'everything',
  'summary',
  'docref',
  'original',
  'operation',
];
const LONGEST_NAME = 60;

/** @param lines of the log, newest first. @returns each app once, the one that looked last first. */
export function appsElsewhere(lines: readonly AuditRecord[]): readonly AppElsewhere[] {
  const byAgent = new Map<string, AppElsewhere>();
  for (const { agent, at } of lines) {
    const { issuer, clientId } = readAgent(agent);
    if (byAgent.has(agent) || (issuer === undefined && agent !== UNNAMED_APP)) continue;
    const app = agent === UNNAMED_APP ? undefined : plainText(clientId, LONGEST_NAME);
    byAgent.set(agent, { app, host: issuer === undefined ? undefined : hostOf(issuer), lastUsedAt: at });
  }
  return [...byAgent.values()];
}

export function hostOf(issuer: string): string {
  return URL.canParse(issuer) ? new URL(issuer).host : issuer;
}
