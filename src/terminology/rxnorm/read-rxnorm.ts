/** Reads a release of RxNorm (RRF): the names of its concepts, and of products the ingredients (RxNorm Technical Documentation, 12). */
import { ReleaseFaultError } from '../release-fault.ts';
import { filesBelow, filesNamed, readLines, requiredFiles } from '../release-files.ts';
import { releaseTitle, RXNORM, type ReadProgress, type Release, type ReleaseMedicine } from '../release.ts';
import { rrfFields, type RxNormConcept } from './rrf-rows.ts';
import { createIngredientFinder } from './rxnorm-ingredients.ts';

/** Term types that name a concept; the others are further names of one. */
const CONCEPT_TYPES: ReadonlySet<string> = new Set([
  ...['IN', 'PIN', 'MIN', 'BN', 'SCD', 'SBD', 'SCDF', 'SBDF', 'SCDC', 'SBDC', 'SCDG', 'SBDG'],
  ...['SCDFP', 'SBDFP', 'SCDGP', 'GPCK', 'BPCK'],
]);
const OTHER_NAMES: readonly string[] = ['PSN', 'SY', 'TMSY'];

/** @throws ReleaseFaultError naming file and line. */
export async function readRxNorm(dir: string, onProgress: ReadProgress): Promise<Release> {
  const files = await filesBelow(dir);
  const [conso = ''] = requiredFiles(dir, files, (name) => /^RXNCONSO\.RRF$/i.test(name), 'RXNCONSO.RRF');
  const [rel = ''] = requiredFiles(dir, files, (name) => /^RXNREL\.RRF$/i.test(name), 'RXNREL.RRF');
  const concepts = await readConcepts(conso, onProgress);
  const ingredientsOf = await createIngredientFinder(rel, concepts, onProgress);
  const medicines = new Map<string, ReleaseMedicine>();
  for (const [code, { names }] of concepts)
    medicines.set(code, { names, ingredients: whole(names, ingredientsOf(code)) });
  const [sab] = filesNamed(files, (name) => /^RXNSAB\.RRF$/i.test(name));
  return {
    title: releaseTitle('RxNorm', sab === undefined ? undefined : await readDate(sab, onProgress)),
    medicineSystem: RXNORM,
    medicines,
    ingredients: substances(concepts, ingredientsOf),
    conditions: new Map(),
  };
}

/** "A 5 MG / B 10 MG Oral Tablet" with one ingredient listed: the list is not whole, so it counts as none. */
function whole(names: readonly string[], ingredients: readonly string[]): readonly string[] {
  const parts = (names[0] ?? '').split(' / ').length;
  return ingredients.length < parts ? [] : ingredients;
}

async function readConcepts(file: string, onProgress: ReadProgress): Promise<ReadonlyMap<string, RxNormConcept>> {
  const types = new Map<string, string>();
  const names = new Map<string, { readonly rank: number; readonly name: string }[]>();
  for await (const line of readLines(file, onProgress)) {
    const fields = rrfFields(file, line, 18);
    const [code = '', , , , , , , , , , , source, type = '', , name = ''] = fields;
    if (source !== 'RXNORM') continue;
    if (!/^\d{1,12}$/.test(code)) throw new ReleaseFaultError({ file, line: line.number, what: 'RXCUI is no number' });
    const isConcept = CONCEPT_TYPES.has(type);
    if (!isConcept && !OTHER_NAMES.includes(type)) continue;
    if (isConcept) types.set(code, type);
    const rank = isConcept ? 0 : 1 + OTHER_NAMES.indexOf(type);
    const known = names.get(code);
    if (known === undefined) names.set(code, [{ rank, name }]);
    else known.push({ rank, name });
  }
  return new Map(
    [...types].map(([code, type]) => {
      const ordered = (names.get(code) ?? []).sort((a, b) => a.rank - b.rank).map(({ name }) => name);
      return [code, { type, names: [...new Set(ordered)] }];
    }),
  );
}

/** RXNSAB's version of RxNorm itself: "20AA_261102F" is 2 November 2026. */
async function readDate(file: string, onProgress: ReadProgress): Promise<string | undefined> {
  for await (const line of readLines(file, onProgress)) {
    const fields = rrfFields(file, line, 7);
    if (fields[3] !== 'RXNORM') continue;
    const [year, month, day] = /_(\d{2})(\d{2})(\d{2})F?$/.exec(fields[6] ?? '')?.slice(1) ?? [];
    if (year !== undefined && month !== undefined && day !== undefined) return `20${year}-${month}-${day}`;
  }
  return undefined;
}

/** Names of single substances, their salts and their brands → the substance. */
function substances(
  concepts: ReadonlyMap<string, RxNormConcept>,
  ingredientsOf: (code: string) => readonly string[],
): ReadonlyMap<string, string> {
  const byName = new Map<string, { readonly type: string; readonly only: string }>();
  const ambiguous = new Set<string>();
  for (const wanted of ['IN', 'PIN', 'BN']) {
    for (const [code, { type, names }] of concepts) {
      const [only, ...more] = ingredientsOf(code);
      if (type !== wanted || only === undefined || more.length > 0) continue;
      for (const name of names) {
        const known = byName.get(name);
        if (known === undefined) byName.set(name, { type, only });
        else if (known.type === type && known.only !== only) ambiguous.add(name);
      }
    }
  }
  for (const name of ambiguous) byName.delete(name);
  return new Map([...byName].map(([name, { only }]) => [name, only]));
}
