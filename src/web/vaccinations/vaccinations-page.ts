/** Vaccinations: which ones, when and where, and those that were not given. */
import type { Router } from 'express';
import { requireVisit } from '../session/require-visit.ts';
import type { WebDeps } from '../web-deps.ts';
import { listVaccinations } from './vaccination-list.ts';

export function addVaccinationsPage(router: Router, deps: WebDeps): void {
  router.get('/vaccinations', async (request, response) => {
    const visit = await requireVisit(deps, request);
    const { answer, titleOf } = await deps.pageRecords.read(visit, 'vaccinations');
    const { record, completeness } = answer;
    const values = {
      ...listVaccinations(record, titleOf),
      sources: completeness,
      quarantined: record.quarantined.length,
    };
    deps.pages.send(response, 'vaccinations', values, visit);
  });
}
