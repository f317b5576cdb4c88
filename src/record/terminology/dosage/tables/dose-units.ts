/** Facts: units a dose is counted or measured in, with the words for them (singular; a plural "s" is added by the reader). */

/** `counted`: an item whose content the product's strength tells; `mass`, `volume`, `other`: measured. */
export type UnitKind = 'counted' | 'mass' | 'volume' | 'other';

export interface DoseUnit {
  readonly key: string;
  readonly kind: UnitKind;
  readonly words: readonly string[];
}

/** A bare number: "take one" counts the product's own items. */
export const EACH = 'each';

export const DOSE_UNITS: readonly DoseUnit[] = [
  { key: 'tablet', kind: 'counted', words: ['tablet', 'tab', 'tabl', 'pill', '{tablet}', '{tbl}', 'tbl'] },
  { key: 'capsule', kind: 'counted', words: ['capsule', 'cap', '{capsule}'] },
  { key: 'caplet', kind: 'counted', words: ['caplet'] },
  { key: 'puff', kind: 'counted', words: ['puff', 'inhalation', 'actuation', '{puff}', 'metered dose'] },
  { key: 'spray', kind: 'counted', words: ['spray', '{spray}', 'squirt'] },
  { key: 'drop', kind: 'counted', words: ['drop', 'gtt', 'gtts', '[drp]', '{drop}', 'opdrop'] },
  { key: 'sachet', kind: 'counted', words: ['sachet', 'packet', '{sachet}'] },
  { key: 'patch', kind: 'counted', words: ['patch', 'patche', '{patch}'] },
  { key: 'suppository', kind: 'counted', words: ['suppository', 'suppositorie', 'suppo'] },
  { key: 'pessary', kind: 'counted', words: ['pessary', 'pessarie'] },
  { key: 'lozenge', kind: 'counted', words: ['lozenge', 'pastille'] },
  { key: 'ampoule', kind: 'counted', words: ['ampoule', 'amp', 'ampule', 'vial', 'nebule', 'respule'] },
  { key: 'blister', kind: 'counted', words: ['blister'] },
  { key: 'dose', kind: 'counted', words: ['dose'] },
  { key: 'application', kind: 'counted', words: ['application', 'applicatorful', 'pump', 'strip', 'dressing'] },
  { key: 'bag', kind: 'counted', words: ['bag', 'bottle', 'carton'] },
  { key: 'spoon', kind: 'counted', words: ['spoon', 'spoonful', 'scoop', 'scoopful'] },
  { key: EACH, kind: 'counted', words: ['ea', 'each', '1', ''] },
  { key: 'mg', kind: 'mass', words: ['mg', 'milligram', 'milligramme', 'mgs'] },
  { key: 'mcg', kind: 'mass', words: ['mcg', 'microgram', 'microgramme', 'ug', 'mcgm'] },
  { key: 'ng', kind: 'mass', words: ['ng', 'nanogram', 'nanogramme'] },
  { key: 'g', kind: 'mass', words: ['g', 'gram', 'gm', 'gramme'] },
  { key: 'mL', kind: 'volume', words: ['ml', 'millilitre', 'milliliter', 'cc'] },
  { key: 'L', kind: 'volume', words: ['l', 'litre', 'liter'] },
  { key: 'unit', kind: 'other', words: ['unit', 'iu', 'u', 'international unit', '[iu]', "[iu]'"] },
  { key: 'mmol', kind: 'other', words: ['mmol', 'millimole'] },
  { key: 'mEq', kind: 'other', words: ['meq', 'milliequivalent'] },
  { key: '%', kind: 'other', words: ['%', 'percent'] },
];

/** Spoons with a defined content, in mL. */
export const SPOON_ML: Readonly<Record<string, string>> = {
  teaspoon: '5',
  teaspoonful: '5',
  tsp: '5',
  tablespoon: '15',
  tablespoonful: '15',
  tbsp: '15',
  dessertspoon: '10',
  dessertspoonful: '10',
};
