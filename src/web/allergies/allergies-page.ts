/** Allergies and what I cannot take: who knows about each one, and what a place says of there being none. */
import type { Router } from 'express';
import { listEntries } from '../../services/own-entries.ts';
import { createOwnWords } from '../../services/own-words.ts';
import { requireVisit } from '../session/require-visit.ts';
import type { WebDeps } from '../web-deps.ts';
import { listAllergies } from './allergy-list.ts';

export function addAllergiesPage(router: Router, deps: WebDeps): void {
  router.get('/allergies', async (request, response) => {
    const visit = await requireVisit(deps, request);
    const { answer, rows, titleOf } = await deps.pageRecords.read(visit, 'allergies');
    const { record, completeness } = answer;
    const entries = await listEntries(deps.services, { actorId: visit.actor.id, subjectId: visit.subject.id });
    const values = {
      ...listAllergies({ record, rows, titleOf, completeness }),
      ownWordsOf: createOwnWords(entries),
      sources: completeness,
      quarantined: record.quarantined.length,
    };
    deps.pages.send(response, 'allergies', values, visit);
  });
}
