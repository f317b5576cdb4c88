/** My medicines: one list from all sources, with who says what, to filter, search, sort and print. */
import type { Router } from 'express';
import { listEntries } from '../../services/own-entries.ts';
import { requireVisit } from '../session/require-visit.ts';
import type { WebDeps } from '../web-deps.ts';
import { isNarrowed, readFilter, SORTS, STANDINGS, USES } from './medicine-filter.ts';
import { listMedicines } from './medicine-list.ts';

export const MEDICINES_PATH = '/medicines';

export function addMedicinesPage(router: Router, deps: WebDeps): void {
  router.get(MEDICINES_PATH, async (request, response) => {
    const visit = await requireVisit(deps, request);
    const { answer, medicines, titleOf } = await deps.pageRecords.read(visit, 'medicines');
    const { record, completeness } = answer;
    const whose = { actorId: visit.actor.id, subjectId: visit.subject.id };
    const entries = await listEntries(deps.services, whose);
    const filter = readFilter(
      request.query,
      completeness.map(({ source }) => source),
    );
    const values = {
      ...listMedicines({ record, medicines, titleOf, entries, filter }),
      filter,
      isNarrowed: isNarrowed(filter),
      choices: { standings: STANDINGS, uses: USES, sorts: SORTS },
      sources: completeness,
      quarantined: record.quarantined.length,
    };
    deps.pages.send(response, 'medicines', values, visit);
  });

  // The page that was here before showed everything in one.
  router.get('/record', (_request, response) => {
    response.redirect(301, MEDICINES_PATH);
  });
}
