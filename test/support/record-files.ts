/** Files of the folder of real records that a reconciler can be given. */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

const NO_RECORDS = new Set(['ig', 'requirements', 'terminology', 'licences']);

/** @returns paths below the folder, sorted. */
export function recordFiles(root: string, folder = root): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return NO_RECORDS.has(relative(root, path)) ? [] : recordFiles(root, path);
      return /\.(?:json|ndjson)(?:\.gz)?$/.test(entry.name) ? [relative(root, path)] : [];
    })
    .sort();
}
