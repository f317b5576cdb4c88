/** An imported release in memory, for tests of what its names change. */
import type {
  ImportedCondition,
  ImportedMedicine,
  ImportedTerminology,
} from '../../../../../src/record/terminology/imported/imported-terminology.ts';

export interface Invented {
  readonly medicines?: Readonly<Record<string, Omit<ImportedMedicine, 'release'>>>;
  readonly ingredients?: Readonly<Record<string, string>>;
  readonly conditions?: Readonly<Record<string, Omit<ImportedCondition, 'release'>>>;
}

const release = 'Release 2026-11-02';

/** Keys of codes: `<system>|<code>`. */
export function importedRelease({ medicines = {}, ingredients = {}, conditions = {} }: Invented): ImportedTerminology {
  return {
    releases: [release],
    medicine: (system, code) => {
      const found = medicines[`${system}|${code}`];
      return found === undefined ? undefined : { release, ...found };
    },
    ingredient: (name) => {
      const found = ingredients[name.trim().toLowerCase()];
      return found === undefined ? undefined : { release, name: found };
    },
    condition: (system, code) => {
      const found = conditions[`${system}|${code}`];
      return found === undefined ? undefined : { release, ...found };
    },
  };
}
