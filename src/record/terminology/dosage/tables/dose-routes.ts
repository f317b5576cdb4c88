/** Facts: routes of administration, the words for them, and the SNOMED CT codes seen beside those words in records. */

export interface DoseRoute {
  readonly key: string;
  /** Whole words as they stand in an instruction or a route's display. */
  readonly words: readonly string[];
  readonly snomed: readonly string[];
}

export const DOSE_ROUTES: readonly DoseRoute[] = [
  {
    key: 'sublingual',
    words: ['sublingual', 'sublingually', 'under the tongue', 'under tongue', 's/l'],
    snomed: ['37839007'],
  },
  {
    key: 'enteral-tube',
    words: [
      'nasogastric',
      'nasogastrically',
      'nasojejunal',
      'gastrostomy',
      'jejunostomy',
      'peg',
      'peg tube',
      'ng tube',
      'feeding tube',
      'enteral tube',
      'enteral',
    ],
    snomed: [],
  },
  { key: 'buccal', words: ['buccal', 'buccally', 'between gum and cheek'], snomed: [] },
  {
    key: 'oral',
    words: ['oral', 'orally', 'by mouth', 'po', 'p.o', 'per os'],
    snomed: ['26643006', '260548002', '394899003'],
  },
  {
    key: 'inhaled',
    words: ['inhalation', 'inhale', 'inhaled', 'nebulised', 'nebulized', 'via spacer', 'respiratory tract'],
    snomed: ['18679011000001101', '447694001'],
  },
  {
    key: 'subcutaneous',
    words: ['subcutaneous', 'subcutaneously', 'subcut', 's/c', 'sc', 'sub-cut', 'sq'],
    snomed: ['34206005', '263887005'],
  },
  {
    key: 'intramuscular',
    words: ['intramuscular', 'intramuscularly', 'im', 'i/m'],
    snomed: ['255559005'],
  },
  {
    key: 'intravenous',
    words: ['intravenous', 'intravenously', 'iv', 'i/v', 'intravascular'],
    snomed: ['47625008', '255560000'],
  },
  { key: 'rectal', words: ['rectal', 'rectally', 'per rectum', 'pr', 'into the rectum'], snomed: [] },
  { key: 'vaginal', words: ['vaginal', 'vaginally', 'pv', 'into the vagina'], snomed: [] },
  {
    key: 'ophthalmic',
    words: ['ophthalmic', 'eye', 'eyes', 'eye(s)', 'ocular', 'intraocular', 'conjunctival', 'in od', 'in os', 'in ou'],
    snomed: ['54485002'],
  },
  { key: 'otic', words: ['otic', 'ear', 'ears', 'ear(s)', 'aural', 'auricular'], snomed: [] },
  { key: 'nasal', words: ['nasal', 'nasally', 'nostril', 'nostrils', 'nose', 'intranasal'], snomed: [] },
  { key: 'transdermal', words: ['transdermal', 'transdermally'], snomed: [] },
  {
    key: 'topical',
    words: ['topical', 'topically', 'cutaneous', 'to the skin', 'affected area', 'affected areas', 'scalp'],
    snomed: ['359540000'],
  },
  { key: 'intradermal', words: ['intradermal'], snomed: [] },
  { key: 'epidural', words: ['epidural', 'caudal', 'intrathecal'], snomed: [] },
];
