/** What an operator's imported release says of a code: its names, for the built-in vocabulary to read. Looked up, never guessed. */

export interface ImportedMedicine {
  /** Name and date of the release: "RxNorm 2026-11-02". */
  readonly release: string;
  /** Preferred name first. */
  readonly names: readonly string[];
  /** Names of the ingredients where the release lists them; [] where it does not. */
  readonly ingredients: readonly string[];
}

export interface ImportedIngredient {
  readonly release: string;
  /** The release's one name of the substance. */
  readonly name: string;
}

export interface ImportedCondition {
  readonly release: string;
  /** Fully specified name first; [] where only a map holds the code. */
  readonly names: readonly string[];
  /** ICD-10 codes it is mapped to: a group it belongs to, no name. */
  readonly icd10: readonly string[];
}

export interface ImportedTerminology {
  /** Of every release in it: "RxNorm 2026-11-02". */
  readonly releases: readonly string[];
  /** @param system canonical URI of the code system. */
  medicine(system: string, code: string): ImportedMedicine | undefined;
  /** The substance of an exact name in any letter case; undefined where the release gives that name to several. */
  ingredient(name: string): ImportedIngredient | undefined;
  /** @param system canonical URI of the code system. */
  condition(system: string, code: string): ImportedCondition | undefined;
}
