/** Discrepancies and reasons in the words of someone who helps a person read their record. */

export const DIFFERENCE_WORDS: Readonly<Record<string, string>> = {
  'strength-differs': 'strength',
  'dose-differs': 'dose',
  'frequency-differs': 'how often',
  'form-differs': 'form',
  'route-differs': 'how it is given',
  'brand-differs': 'brand',
  'status-differs': 'whether it is current',
  'period-differs': 'since when',
  'severity-or-stage-differs': 'severity or stage',
  'verification-differs': 'how sure it is',
  'code-text-disagree': 'code and text of one record',
  'name-differs': 'name',
};

export const REASON_WORDS: Readonly<Record<string, string>> = {
  strength: 'another strength',
  form: 'another form',
  release: 'another way of release',
  course: 'another course or episode',
  combination: 'one is part of a combination',
  side: 'another side of the body',
  'general-or-specific': 'one is more general than the other',
  vague: 'one is named too vaguely to tell',
  'text-only': 'only the words are alike',
  class: 'one is a class, the other a member of it',
  decision: 'both were parted from a third one; these two were not compared',
};

export const STANDING_WORDS: Readonly<Record<string, string>> = {
  'entered-in-error': 'its source says that it was entered in error',
  'do-not-perform': 'it says that something must not be done',
  'no-information': 'it says that nothing is known',
  'other-subject': 'it is about another person',
};

export const TYPE_WORDS: Readonly<Record<string, string>> = {
  MedicationStatement: 'medicine',
  Condition: 'condition',
  AllergyIntolerance: 'allergy',
};
