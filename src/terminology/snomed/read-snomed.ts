/** Reads a release of SNOMED CT (RF2 snapshot): the names of what may stand in a problem list. */
import { filesBelow, requiredFiles } from '../release-files.ts';
import { releaseTitle, SNOMED, type ReadProgress, type Release, type ReleaseCondition } from '../release.ts';
import { conceptId, latest, readRf2, rf2Date, rf2Parts } from './rf2-rows.ts';

const FULLY_SPECIFIED_NAME = '900000000000003001';
const SYNONYM = '900000000000013009';
/** Kinds of concepts, as the tag of the fully specified name tells them. */
const KINDS = /\((?:disorder|finding|situation|event|procedure|regime\/therapy|morphologic abnormality)\)$/;

/** @throws ReleaseFaultError naming file and line. */
export async function readSnomed(dir: string, onProgress: ReadProgress): Promise<Release> {
  const files = requiredFiles(
    dir,
    await filesBelow(dir),
    (name) => {
      const [type = '', content, subType = ''] = rf2Parts(name);
      return type.endsWith('sct2') && content === 'description' && subType.includes('snapshot');
    },
    'sct2_Description_Snapshot….txt',
  );
  const names = new Map<string, string[]>();
  const kept = new Set<string>();
  const columns = ['conceptId', 'typeId', 'term', 'languageCode'] as const;
  for (const file of files) {
    for await (const { line, row } of readRf2(file, columns, onProgress)) {
      if (!row.languageCode.startsWith('en')) continue;
      const id = conceptId(file, line, row.conceptId);
      if (row.typeId === FULLY_SPECIFIED_NAME) {
        if (KINDS.test(row.term)) kept.add(id);
        names.set(id, [row.term, ...(names.get(id) ?? [])]);
      } else if (row.typeId === SYNONYM) {
        const known = names.get(id);
        if (known === undefined) names.set(id, [row.term]);
        else known.push(row.term);
      }
    }
  }
  const conditions = new Map<string, ReleaseCondition>();
  for (const id of kept) conditions.set(id, { names: [...new Set(names.get(id))], icd10: [] });
  return {
    title: releaseTitle('SNOMED CT', latest(files.map((file) => rf2Date(file)))),
    medicineSystem: SNOMED,
    medicines: new Map(),
    ingredients: new Map(),
    conditions,
  };
}
