/** Reads a map of SNOMED CT to ICD-10 (RF2 simple or extended map reference set): only targets that hold without conditions. */
import { ReleaseFaultError } from '../release-fault.ts';
import { filesBelow, requiredFiles } from '../release-files.ts';
import { releaseTitle, SNOMED, type ReadProgress, type Release, type ReleaseCondition } from '../release.ts';
import { conceptId, latest, readRf2, rf2Date, rf2Parts } from './rf2-rows.ts';

/** Reference sets whose targets are codes of ICD-10: of SNOMED International and of the UK. */
const ICD10_MAPS: ReadonlySet<string> = new Set(['447562003', '999002271000000101']);

/** @throws ReleaseFaultError naming file and line, or that no map to ICD-10 is in the folder. */
export async function readIcd10Map(dir: string, onProgress: ReadProgress): Promise<Release> {
  const files = requiredFiles(
    dir,
    await filesBelow(dir),
    (name) => {
      const [type = '', content = '', subType = ''] = rf2Parts(name);
      const isMap = /(?:simple|complex|extended)map/.test(subType) && subType.includes('snapshot');
      return type.endsWith('der2') && content.endsWith('refset') && isMap;
    },
    'der2_…MapSnapshot….txt',
  );
  const targets = new Map<string, Set<string>>();
  const columns = ['refsetId', 'referencedComponentId', 'mapTarget'] as const;
  for (const file of files) {
    for await (const { line, row } of readRf2(file, columns, onProgress)) {
      if (!ICD10_MAPS.has(row.refsetId)) continue;
      const id = conceptId(file, line, row.referencedComponentId);
      const code = /^[A-Z]\d[\dA-Z](?:\.[\dA-Z]{1,4})?/.exec(row.mapTarget)?.[0];
      const known = targets.get(id) ?? new Set();
      targets.set(id, known.add(code ?? ''));
    }
  }
  if (targets.size === 0)
    throw new ReleaseFaultError({ file: dir, line: undefined, what: 'has no map to ICD-10 in it or below it' });
  const conditions = new Map<string, ReleaseCondition>();
  for (const [id, codes] of targets) {
    // Several targets depend on rules or say several things: no single one is what the concept is.
    const [only = ''] = codes;
    if (codes.size === 1 && only !== '') conditions.set(id, { names: [], icd10: [only] });
  }
  return {
    title: releaseTitle('ICD-10 map', latest(files.map((file) => rf2Date(file)))),
    medicineSystem: SNOMED,
    medicines: new Map(),
    ingredients: new Map(),
    conditions,
  };
}
