/** One line of the access log as the page says it: who, what, of which kinds and places, and why it was refused. Keys and names. Pure. */
import type { AuditAction, AuditRecord } from '../../ports/audit.ts';
import { readAgent } from '../../services/audit-agent.ts';
import { hostOf } from '../apps/apps-elsewhere.ts';
import { plainText } from '../layout/plain-text.ts';
import { PAGE_NAMES, type PageName } from '../record/page-names.ts';

export interface LogLine {
  readonly at: string;
  readonly who: LogWho;
  readonly action: AuditAction;
  /** Of the app that a consent is about. */
  readonly app: string | undefined;
  readonly types: readonly string[];
  /** Titles. */
  readonly places: readonly string[];
  /** Of our own that was looked at; undefined where the line does not say. */
  readonly page: PageName | undefined;
  /** In the catalogue `apps` under `log`: `refused.scope`, `failure`; undefined where it went well. */
  readonly problem: string | undefined;
}

/** `by` is a key of the catalogue `apps` under `log.by`; `name`, `app` and `host` are its values. */
export interface LogWho {
  readonly by: 'you' | 'person' | 'unnamed' | 'left' | 'service' | 'app' | 'appFor' | 'otherApp' | 'nobody';
  readonly name?: string;
  readonly app?: string;
  readonly host?: string;
}

export interface LogNames {
  /** Id of the person who looks at the log. */
  readonly viewerId: string;
  /** By the id of a person; '' where nobody says a name. */
  readonly people: ReadonlyMap<string, string>;
  /** By client id. */
  readonly apps: ReadonlyMap<string, string>;
  /** By the name of a source. */
  readonly places: ReadonlyMap<string, string>;
}

const LONGEST_NAME = 60;
const REFUSALS: ReadonlySet<string | undefined> = new Set(['over', 'other-patient', 'scope']);
/** What a person said about an app: the line names the app, but the person did it. */
const ABOUT_APPS: ReadonlySet<AuditAction> = new Set(['grant', 'revoke']);

export function logLine(record: AuditRecord, names: LogNames): LogLine {
  const { at, action, agent, types, sources } = record;
  const isAboutApp = ABOUT_APPS.has(action);
  return {
    at,
    who: isAboutApp ? person(record.actorId, names) : who(record, names),
    action,
    app: isAboutApp ? appName(readAgent(agent).clientId, names) : undefined,
    types,
    places: sources.map((source) => names.places.get(source) ?? source),
    page: action === 'page' ? PAGE_NAMES.find((name) => name === record.notes[0]) : undefined,
    problem: problem(record),
  };
}

function who({ agent, actorId }: AuditRecord, names: LogNames): LogWho {
  if (agent === 'gateway') return { by: 'service' };
  if (agent === 'web') return person(actorId, names);
  const { issuer, clientId } = readAgent(agent);
  // Its issuer chose the id: one that is the id of an app of ours does not get that app's name.
  if (issuer !== undefined) return { by: 'otherApp', app: plainText(clientId, LONGEST_NAME), host: hostOf(issuer) };
  const app = appName(clientId, names);
  const allower = actorId === undefined || actorId === names.viewerId ? undefined : names.people.get(actorId);
  return allower === undefined || allower === '' ? { by: 'app', app } : { by: 'appFor', app, name: allower };
}

function person(actorId: string | undefined, { viewerId, people }: LogNames): LogWho {
  if (actorId === undefined) return { by: 'nobody' };
  if (actorId === viewerId) return { by: 'you' };
  const name = people.get(actorId);
  // Deleted with everything about them: the log kept that there was somebody.
  if (name === undefined) return { by: 'left' };
  return name === '' ? { by: 'unnamed' } : { by: 'person', name };
}

function appName(clientId: string, { apps }: LogNames): string {
  return apps.get(clientId) ?? clientId;
}

function problem({ outcome, notes }: AuditRecord): string | undefined {
  if (outcome === 'success') return undefined;
  if (outcome === 'failure') return 'failure';
  const [why] = notes;
  return REFUSALS.has(why) ? `refused.${why ?? ''}` : 'refused.other';
}
