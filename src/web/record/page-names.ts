/** Which of our pages show the record: the access log names them, so that people read what was looked at (law L10). */
export const PAGE_NAMES = [
  'medicines',
  'conditions',
  'allergies',
  'vaccinations',
  'other',
  'item',
  'original',
  'timeline',
  'changes',
  'questions',
  'passport',
  'add',
] as const;

/** Of the catalogue `apps` under `log.page`. */
export type PageName = (typeof PAGE_NAMES)[number];
