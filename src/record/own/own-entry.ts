/** What a person adds to their record themselves and every reader of it may see: medicines and allergies (requirement P7). */

/** Bought or made without a prescription, or prescribed where no source tells of it. */
export interface OwnMedicine {
  readonly kind: 'medicine';
  readonly name: string;
  readonly dose: string | undefined;
  readonly what: string | undefined;
  /** FHIR date, as precise as the person said. */
  readonly since: string | undefined;
  /** Undefined: not said. */
  readonly use: 'regular' | 'as-needed' | undefined;
  readonly sort: 'over-the-counter' | 'supplement' | 'home-treatment' | 'prescribed-elsewhere';
}

export interface OwnAllergy {
  readonly kind: 'allergy';
  readonly name: string;
  readonly reaction: string | undefined;
  /** `intolerance`: what the person cannot take, for another reason. */
  readonly sort: 'allergy' | 'intolerance';
}

/** One thing that holds. */
export interface OwnRecordEntry {
  /** The same for as long as it is changed and not taken back: what the person decides about it holds on. FHIR id syntax. */
  readonly id: string;
  readonly content: OwnMedicine | OwnAllergy;
  /** ISO instant. */
  readonly at: string;
  /** Who said so: undefined = the person; else the id of the RelatedPerson who acts for them (requirement K6). */
  readonly relatedPersonId: string | undefined;
}
