/** Reads the releases an operator holds and writes one index of them. */
import { readDmd } from './dmd/read-dmd.ts';
import { writeIndex, type IndexSummary } from './index/write-index.ts';
import type { ReadProgress, Release } from './release.ts';
import { readRxNorm } from './rxnorm/read-rxnorm.ts';
import { readIcd10Map } from './snomed/read-icd10-map.ts';
import { readSnomed } from './snomed/read-snomed.ts';

/** Folders; where two hold the same code, the first speaks. */
export interface ImportRequest {
  readonly rxnorm: readonly string[];
  readonly dmd: readonly string[];
  readonly snomed: readonly string[];
  readonly icd10Map: readonly string[];
  readonly out: string;
}

export interface ImportSummary extends IndexSummary {
  readonly releases: readonly string[];
}

/** @throws ReleaseFaultError naming file and line of the first fault; then nothing is written. */
export async function importTerminology(request: ImportRequest, onProgress: ReadProgress): Promise<ImportSummary> {
  const releases: Release[] = [];
  for (const dir of request.rxnorm) releases.push(await readRxNorm(dir, onProgress));
  for (const dir of request.dmd) releases.push(await readDmd(dir, onProgress));
  for (const dir of request.snomed) releases.push(await readSnomed(dir, onProgress));
  for (const dir of request.icd10Map) releases.push(await readIcd10Map(dir, onProgress));
  const summary = await writeIndex(request.out, releases);
  return { ...summary, releases: releases.map(({ title }) => title) };
}
