/** My conditions: what each place has written down, current ones first. */
import type { Router } from 'express';
import { listEntries } from '../../services/own-entries.ts';
import { createOwnWords } from '../../services/own-words.ts';
import { requireVisit } from '../session/require-visit.ts';
import type { WebDeps } from '../web-deps.ts';
import { listConditions } from './condition-list.ts';

export function addConditionsPage(router: Router, deps: WebDeps): void {
  router.get('/conditions', async (request, response) => {
    const visit = await requireVisit(deps, request);
    const { answer, rows, titleOf } = await deps.pageRecords.read(visit, 'conditions');
    const { record, completeness } = answer;
    const entries = await listEntries(deps.services, { actorId: visit.actor.id, subjectId: visit.subject.id });
    const values = {
      ...listConditions({ record, rows, titleOf }),
      ownWordsOf: createOwnWords(entries),
      sources: completeness,
      quarantined: record.quarantined.length,
    };
    deps.pages.send(response, 'conditions', values, visit);
  });
}
