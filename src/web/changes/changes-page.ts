/** "Changes" (requirement P8): what is new since this actor last looked, and the dated history. */
import type { Router } from 'express';
import { markAllSeen, markLooked, readChanges } from '../../services/changes.ts';
import { ownActions } from '../../services/changes/own-actions.ts';
import { writtenChanges } from '../../services/changes/written-changes.ts';
import { kindText } from '../record/kind-text.ts';
import { formText, requirePostAbout, requireVisit } from '../session/require-visit.ts';
import type { WebDeps } from '../web-deps.ts';
import { changesView, daysView, newsOf, writtenView } from './change-view.ts';
import { readMark, writeMark } from './shown-mark.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/;

export function addChangesPage(router: Router, deps: WebDeps): void {
  const { services } = deps;

  router.get('/changes', async (request, response) => {
    const visit = await requireVisit(deps, request);
    const whose = { actorId: visit.actor.id, subjectId: visit.subject.id };
    const { before, told } = request.query;
    const from = typeof before === 'string' && INSTANT.test(before) ? before : undefined;
    // Sources are read first where that is due: what they give now is looked at.
    const { answer, titleOf } = await deps.pageRecords.read(visit, 'changes');
    const changes = await readChanges(services, whose, {
      visitStartedAt: new Date(visit.session.startedAt).toISOString(),
      before: from,
    });
    const words = deps.pages.words(response);
    const names = {
      titleOf,
      kindOf: (type: string) => kindText(words, type),
      known: new Set(answer.record.unified.map(({ resource }) => `${resource.resourceType}/${resource.id}`)),
    };
    const { since, history, entries, decisions, shown } = changes;
    const actions = ownActions(entries, decisions, visit.actor.id);
    const values = {
      since: since && { at: since.at, ...changesView(since.changes, names), own: newsOf(actions, since.at) },
      isOlder: before !== undefined,
      days: daysView(history, { actions, before: from }, names),
      older: history.older,
      written: writtenView(writtenChanges(answer.record), names),
      sources: answer.completeness,
      quarantined: answer.record.quarantined.length,
      mark: writeMark(shown.shown),
      told: told === 'seen' ? told : undefined,
    };
    // What did not reach the person was not seen. Older pages of the history show nothing new.
    if (before === undefined) {
      response.once('finish', () => {
        markLooked(services, whose, shown).catch((error: unknown) => {
          services.log.error({ error }, 'how far the changes were seen could not be kept');
        });
      });
    }
    deps.pages.send(response, 'changes', values, visit);
  });

  router.post('/changes/seen', async (request, response) => {
    const { actor, subject } = await requirePostAbout(deps, request);
    const mark = readMark(formText(request, 'mark'));
    if (mark !== undefined) await markAllSeen(services, { actorId: actor.id, subjectId: subject.id }, mark);
    response.redirect(303, mark === undefined ? '/changes' : '/changes?told=seen');
  });
}
