/** Facts: words and FHIR codes for times of the day. `slot` says which part of the day, `meal` how it stands to food. */

export type DaySlot = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';
export type MealRelation = 'before-food' | 'with-food' | 'after-food';

export interface DayTime {
  readonly slot: DaySlot | undefined;
  readonly meal: MealRelation | undefined;
}

/** FHIR EventTiming (Timing.repeat.when). */
export const EVENT_TIMING: Readonly<Record<string, DayTime>> = {
  MORN: { slot: 'morning', meal: undefined },
  'MORN.early': { slot: 'morning', meal: undefined },
  'MORN.late': { slot: 'morning', meal: undefined },
  WAKE: { slot: 'morning', meal: undefined },
  NOON: { slot: 'noon', meal: undefined },
  AFT: { slot: 'afternoon', meal: undefined },
  'AFT.early': { slot: 'afternoon', meal: undefined },
  'AFT.late': { slot: 'afternoon', meal: undefined },
  EVE: { slot: 'evening', meal: undefined },
  'EVE.early': { slot: 'evening', meal: undefined },
  'EVE.late': { slot: 'evening', meal: undefined },
  NIGHT: { slot: 'night', meal: undefined },
  HS: { slot: 'night', meal: undefined },
  C: { slot: undefined, meal: 'with-food' },
  CM: { slot: 'morning', meal: 'with-food' },
  CD: { slot: 'noon', meal: 'with-food' },
  CV: { slot: 'evening', meal: 'with-food' },
  AC: { slot: undefined, meal: 'before-food' },
  ACM: { slot: 'morning', meal: 'before-food' },
  ACD: { slot: 'noon', meal: 'before-food' },
  ACV: { slot: 'evening', meal: 'before-food' },
  PC: { slot: undefined, meal: 'after-food' },
  PCM: { slot: 'morning', meal: 'after-food' },
  PCD: { slot: 'noon', meal: 'after-food' },
  PCV: { slot: 'evening', meal: 'after-food' },
};

/** Words for the parts of the day, longest first where one holds another. */
export const SLOT_WORDS: readonly { readonly slot: DaySlot; readonly words: readonly string[] }[] = [
  {
    slot: 'evening',
    words: [
      'evening meal',
      'evenings',
      'evening',
      'dinnertime',
      'dinner',
      'supper',
      'teatime',
      'tea time',
      'tea',
      'qpm',
    ],
  },
  {
    slot: 'morning',
    words: ['breakfast', 'mornings', 'morning', 'mane', 'om', 'am', 'qam', 'on waking', 'upon waking', 'waking'],
  },
  { slot: 'noon', words: ['lunchtime', 'lunch time', 'lunch', 'midday', 'mid-day', 'noon'] },
  { slot: 'afternoon', words: ['afternoons', 'afternoon'] },
  {
    slot: 'night',
    words: [
      'bed time',
      'bedtime',
      'going to bed',
      'before bed',
      'bed',
      'night time',
      'nighttime',
      'nights',
      'night',
      'nocte',
      'qhs',
      'hs',
    ],
  },
];
