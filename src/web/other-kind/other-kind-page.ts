/** All records of one kind, newest first, a page at a time; to search by name, value or place. */
import type { Router } from 'express';
import { GatewayError } from '../../errors.ts';
import { kindPage, otherRecords } from '../other/other-items.ts';
import { createNames } from '../other/reference-names.ts';
import { isNamedKind } from '../other/tables/kinds.ts';
import { requireVisit } from '../session/require-visit.ts';
import type { WebDeps } from '../web-deps.ts';

const LONGEST_SEARCH = 100;

export function addOtherKindPage(router: Router, deps: WebDeps): void {
  router.get('/other/:kind', async (request, response) => {
    const visit = await requireVisit(deps, request);
    const { answer, titleOf } = await deps.pageRecords.read(visit, 'other');
    const { kind } = request.params;
    const records = otherRecords(answer.record).filter(({ resource }) => resource.resourceType === kind);
    if (records.length === 0) throw new GatewayError('not-found');
    const find = textOf(request.query['find']).trim().slice(0, LONGEST_SEARCH);
    const name = request.query['name'] === undefined ? undefined : textOf(request.query['name']);
    const page = Number.parseInt(textOf(request.query['page']), 10) || 1;
    const list = kindPage(records, { find, name, page }, titleOf, createNames(answer.record));
    const linkTo = (to: number): string =>
      `/other/${kind}?${new URLSearchParams({
        ...(find === '' ? {} : { find }),
        ...(name === undefined ? {} : { name }),
        page: String(to),
      }).toString()}`;
    const values = {
      kind,
      isNamed: isNamedKind(kind),
      find,
      name,
      list,
      previous: list.page > 1 ? linkTo(list.page - 1) : undefined,
      next: list.page < list.pages ? linkTo(list.page + 1) : undefined,
      count: records.length,
      sources: answer.completeness,
      quarantined: answer.record.quarantined.length,
    };
    deps.pages.send(response, 'other-kind', values, visit);
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
