/** A page's idea of a row: which records were in it when the page was made. Another text wherever that changed. Pure. */
import { createHash } from 'node:crypto';
import { refOf } from '../record/explain/record-names.ts';
import type { UnifiedRecord } from '../record/reconciled-record.ts';

/** 22 characters of base64url. */
export function itemStamp({ members }: Pick<UnifiedRecord, 'members'>): string {
  const refs = members.map(({ resource }) => refOf(resource)).toSorted();
  return createHash('sha256').update(JSON.stringify(refs)).digest('base64url').slice(0, 22);
}
