/** Who looked: the access log of the record in words, newest first, a page at a time (requirements K5: not for carers). */
import type { Router } from 'express';
import type { AuditAction, AuditFilter, AuditPosition, AuditRecord } from '../../ports/audit.ts';
import { readAgent } from '../../services/audit-agent.ts';
import { createAuditLog } from '../../services/audit-log.ts';
import { listSubjects } from '../../services/represent.ts';
import { describeApp, unknownApp } from '../authorize-app/describe-app.ts';
import { personName } from '../layout/person-name.ts';
import type { Words } from '../locales/words.ts';
import { kindText } from '../record/kind-text.ts';
import { pageGrant } from '../record/page-grant.ts';
import { requireVisit } from '../session/require-visit.ts';
import type { Visit } from '../session/visit.ts';
import type { WebDeps } from '../web-deps.ts';
import { LOOKS_OF_APPS } from '../apps/apps-elsewhere.ts';
import { foldLines } from './fold-lines.ts';
import { logLine, type LogNames } from './log-line.ts';

const LOG_PATH = '/apps/log';
/** Many lines of one kind are shown as one. */
const LINES_PER_PAGE = 200;

const LOOKS: readonly AuditAction[] = [...LOOKS_OF_APPS, 'page'];
const FILTERS: Readonly<Record<string, AuditFilter>> = {
  all: {},
  looks: { actions: LOOKS },
  refused: { outcomes: ['refused'] },
};

/** Carers cannot see who else looks. */
export async function mayReadLog({ services }: Pick<WebDeps, 'services'>, { actor, subject }: Visit): Promise<boolean> {
  const subjects = await listSubjects(services, actor.id);
  return subjects.some(({ person, relationship }) => person.id === subject.id && relationship !== 'carer');
}

export function addAppsLogPage(router: Router, deps: WebDeps): void {
  const { services, appAuthorization: apps } = deps;

  async function namesFor(words: Words, visit: Visit, records: readonly AuditRecord[]): Promise<LogNames> {
    const people = new Map<string, string>();
    for (const id of new Set(records.map(({ actorId }) => actorId))) {
      const person = id === undefined ? undefined : await services.store.getPerson(id);
      if (person !== undefined) people.set(person.id, personName(person));
    }
    const appNames = new Map<string, string>();
    for (const clientId of new Set(records.map(({ agent }) => readAgent(agent).clientId))) {
      if (clientId === 'web' || clientId === 'gateway') continue;
      const app = await apps.describe(clientId);
      appNames.set(clientId, (app === undefined ? unknownApp(words, clientId) : describeApp(words, app)).name);
    }
    const places = new Map([...services.connectors].map(([name, { source }]) => [name, source.title]));
    return { viewerId: visit.actor.id, people, apps: appNames, places };
  }

  router.get(LOG_PATH, async (request, response) => {
    const visit = await requireVisit(deps, request);
    if (!(await mayReadLog(deps, visit))) {
      response.status(403);
      deps.pages.send(response, 'apps-log', { isForbidden: true }, visit);
      return;
    }
    const words = deps.pages.words(response);
    const shown = shownPart(request.query['show']);
    const before = position(request.query['before']);
    const log = createAuditLog(services, () => Promise.resolve(visit.actor.id));
    const page = await log.search(pageGrant(visit), { ...FILTERS[shown], before, limit: LINES_PER_PAGE });
    const names = await namesFor(words, visit, page.entries);
    const kindsOf = (types: readonly string[]) => types.map((type) => kindText(words, type) ?? type);
    const lines = page.entries.map((entry) => {
      const line = logLine(entry, names);
      return { ...line, kinds: kindsOf(line.types) };
    });
    const groups = foldLines(lines).map((group) => ({ ...group, kinds: kindsOf(group.types) }));
    const older = page.next === undefined ? undefined : `${page.next.at}_${page.next.id}`;
    deps.pages.send(response, 'apps-log', { groups, shown, older, isFirst: before === undefined }, visit);
  });
}

function shownPart(asked: unknown): string {
  return typeof asked === 'string' && Object.hasOwn(FILTERS, asked) ? asked : 'all';
}

/** @returns undefined for what is none: then the log begins with its newest line. */
function position(asked: unknown): AuditPosition | undefined {
  if (typeof asked !== 'string') return undefined;
  const [, at, id] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([\w-]{1,64})$/.exec(asked) ?? [];
  return at === undefined || id === undefined ? undefined : { at, id };
}
