/** One source record of any kind: its main facts, every element, the files in it, and itself as it was sent. */
import type { Response, Router } from 'express';
import { GatewayError } from '../../errors.ts';
import { stringifyFhirJson } from '../../record/fhir/json.ts';
import type { SourceRecord } from '../../record/normalise/source-record.ts';
import { otherRecords } from '../other/other-items.ts';
import { createNames } from '../other/reference-names.ts';
import { isNamedKind } from '../other/tables/kinds.ts';
import type { PageRecord } from '../record/page-record.ts';
import { requireVisit } from '../session/require-visit.ts';
import type { WebDeps } from '../web-deps.ts';
import { itemDetail } from './item-detail.ts';
import { itemFile } from './item-files.ts';

export function addOtherItemPage(router: Router, deps: WebDeps): void {
  router.get('/other/unread/:id/original', async (request, response) => {
    const { answer } = await deps.pageRecords.read(await requireVisit(deps, request), 'original');
    const item = answer.record.quarantined.find(({ id }) => id === request.params.id);
    if (item === undefined) throw new GatewayError('not-found');
    download(response, Buffer.from(item.text, 'utf8'), 'not-understood.txt');
  });

  router.get('/other/:kind/:id', async (request, response) => {
    const visit = await requireVisit(deps, request);
    const page = await deps.pageRecords.read(visit, 'item');
    const item = findRecord(page, request.params);
    const values = {
      item: itemDetail(item, page.titleOf, createNames(page.answer.record)),
      isNamed: isNamedKind(item.resource.resourceType),
      list: listOf(item, page),
    };
    deps.pages.send(response, 'other-item', values, visit);
  });

  router.get('/other/:kind/:id/original', async (request, response) => {
    const page = await deps.pageRecords.read(await requireVisit(deps, request), 'original');
    const { resource, received } = findRecord(page, request.params);
    const text = received.text ?? stringifyFhirJson(received.json);
    download(response, Buffer.from(text, 'utf8'), `${resource.resourceType}.json`);
  });

  router.get('/other/:kind/:id/file/:index', async (request, response) => {
    const page = await deps.pageRecords.read(await requireVisit(deps, request), 'original');
    const { resource } = findRecord(page, request.params);
    const file = itemFile(resource, Number.parseInt(request.params.index, 10));
    if (file === undefined) throw new GatewayError('not-found');
    download(response, file.content, file.fileName);
  });
}

/** @throws GatewayError `not-found`, whoever's it may be. */
function findRecord(
  { answer }: PageRecord,
  { kind, id }: { readonly kind: string; readonly id: string },
): SourceRecord {
  const found = answer.record.sourceRecords.find(
    ({ resource }) => resource.resourceType === kind && resource.id === id,
  );
  if (found === undefined) throw new GatewayError('not-found');
  return found;
}

/** The list that it stands in; undefined where it is a part of a medicine, condition or allergy. */
function listOf({ resource }: SourceRecord, { answer }: PageRecord): string | undefined {
  if (resource.resourceType === 'Immunization') return '/vaccinations';
  const isListed = otherRecords(answer.record).some((other) => other.resource === resource);
  return isListed ? `/other/${resource.resourceType}` : undefined;
}

/** As bytes to keep, never as a page of ours: a source chose what is in it. */
function download(response: Response, content: Uint8Array, fileName: string): void {
  response
    .set({
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'X-Content-Type-Options': 'nosniff',
    })
    .send(Buffer.from(content));
}
