/**
 * Where a page begins: the offset and a digest of the whole list, so that no gateway keeps state between pages and a list
 * that has changed meanwhile is noticed (design 8). It gives no right: each page is asked for with a token.
 */
import { createHash } from 'node:crypto';
import { referenceTo } from '../access/narrow-record.ts';
import { GatewayError } from '../errors.ts';
import type { R4Resource } from '../record/fhir/types.ts';

const CURSOR = /^(\d{1,9})\.([A-Za-z0-9_-]{22})$/;

export function writeCursor(offset: number, list: string): string {
  return Buffer.from(`${offset}.${list}`).toString('base64url');
}

/** @throws GatewayError `bad-request` for a made-up one, `gone` where the list is not the one it was written for. */
export function readCursor(cursor: string, list: string): number {
  const [, offset, writtenFor] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (offset === undefined) throw new GatewayError('bad-request', 'This page does not exist.');
  if (writtenFor !== list) throw new GatewayError('gone', 'The record has changed since the first page. Begin again.');
  return Number(offset);
}

/** Digest of which records, in which versions, a list holds; `recordKey` stands in where one has no version. */
export function listDigest(resources: readonly R4Resource[], recordKey: string): string {
  const hash = createHash('sha256');
  for (const resource of resources) {
    hash.update(
      `${referenceTo(resource)} ${resource.meta?.versionId ?? recordKey} ${resource.meta?.lastUpdated ?? ''}\n`,
    );
  }
  return hash.digest('base64url').slice(0, 22);
}
