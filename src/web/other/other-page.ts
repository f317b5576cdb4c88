/** Other things recorded: problems that are no illness, and how many records of each kind there are that no other page lists. */
import type { Router } from 'express';
import { listConditions } from '../conditions/condition-list.ts';
import { requireVisit } from '../session/require-visit.ts';
import type { WebDeps } from '../web-deps.ts';
import { kindSections, otherRecords } from './other-items.ts';

export function addOtherPage(router: Router, deps: WebDeps): void {
  router.get('/other', async (request, response) => {
    const visit = await requireVisit(deps, request);
    const { answer, rows, titleOf } = await deps.pageRecords.read(visit, 'other');
    const { record, completeness } = answer;
    const { others, pastOthers } = listConditions({ record, rows, titleOf });
    const values = {
      problems: others,
      pastProblems: pastOthers,
      sections: kindSections(otherRecords(record)),
      unread: record.quarantined.map(({ id, source, resourceType, reason }) => ({
        id,
        resourceType,
        reason,
        who: titleOf(source),
      })),
      sources: completeness,
      quarantined: record.quarantined.length,
    };
    deps.pages.send(response, 'other', values, visit);
  });
}
