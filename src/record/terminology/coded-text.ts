/** Codes and words as any FHIR release gives them: the input of every reading. */
import type { CodeableConcept } from 'fhir/r4.js';

/** A CodeableConcept of DSTU2, STU3 or R4: equal in all three for our purpose. */
export type CodedText = Pick<CodeableConcept, 'coding' | 'text'>;

/**
 * How far a reading may be trusted: `certain` may join records; `possible` (one edit away from a known name, an
 * unconfirmed code, a vague word) may only relate them; `none`: not understood, stands alone unless its words are equal.
 */
export type Certainty = 'certain' | 'possible' | 'none';
