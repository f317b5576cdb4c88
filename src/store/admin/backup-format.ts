/**
 * A backup is two files: the data, and apart from it the wrapped keys with the list of deletions. Each is gzipped text, one JSON
 * value a line: a head, the rows, and at the end how many there are of each table with their digest.
 */
import { z } from 'zod';
import type { StoreTable } from './tables/store-tables.ts';

export type BackupPart = StoreTable['part'];

export interface BackupPaths {
  readonly dataFile: string;
  /** Kept elsewhere than the data: without it the data is noise. */
  readonly keysFile: string;
}

export const BACKUP_FORMAT = 'phr-gateway-backup/1';

export const headShape = z.object({
  format: z.literal(BACKUP_FORMAT),
  part: z.enum(['data', 'keys']),
  schema: z.string(),
  madeAt: z.iso.datetime(),
});
export const rowShape = z.tuple([z.string(), z.record(z.string(), z.union([z.string(), z.number(), z.null()]))]);
export const endShape = z.object({ end: z.record(z.string(), z.object({ rows: z.number(), sha256: z.string() })) });

export type BackupHead = z.infer<typeof headShape>;
