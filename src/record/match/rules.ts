/**
 * The rules that join, keep apart and relate, each with an id that Provenance carries. The version rises whenever the
 * same input may give another result.
 */

export const RULES_VERSION = '1.0.0';

export const RULES = {
  'M-alone': 'Not understood or unnamed: stands alone.',
  'M-linked': 'Linked inside one source by reference or group identifier.',
  'M-same-product': 'Same ingredients, compatible form and release class, strengths that do not contradict.',
  'M-sequence':
    'One source stopped one strength or dose and started another of the same product: one therapy, a dated change.',
  'M-same-words': 'Not understood, but the words are equal.',
  'M-same-course': 'A short course with dates that agree.',
  'C-alone': 'Not understood or unnamed: stands alone.',
  'C-same-concept': 'Same condition, sides that do not contradict.',
  'C-same-episode': 'Same condition that comes in episodes, dates that agree.',
  'C-same-words': 'Not understood, but the words are equal.',
  'C-same-code': 'Not understood, but the SNOMED CT code is equal.',
  'A-alone': 'Not understood or unnamed: stands alone.',
  'A-same-substance': 'Same substance.',
  'A-same-words': 'Not understood, but the words are equal.',
  'A-none-known': 'Both say that no allergy of this kind is known.',
  'P-same': 'The person said that these are the same.',
  'P-not-same': 'The person said that these are not the same.',
  'E-identifier': 'The same business identifier in two sources: one assertion by two routes.',
  'E-elsewhere': 'The source marks it as recorded or prescribed elsewhere.',
  'E-view': 'The source shows another source’s record.',
} as const satisfies Readonly<Record<string, string>>;

export type RuleId = keyof typeof RULES;
