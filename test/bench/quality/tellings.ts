/** What one source says of one thing, before it is put into that source's FHIR. */
import type { Dosage } from 'fhir/r4.js';

export type SourceName = 'gp' | 'hospital' | 'clinic' | 'specialist';

/** FHIR release each kind of source speaks. */
export const RELEASE: Readonly<Record<SourceName, 'STU3' | 'R4' | 'DSTU2'>> = {
  gp: 'STU3',
  hospital: 'R4',
  clinic: 'DSTU2',
  specialist: 'R4',
};

export interface Words {
  /** Undefined: nothing is named. */
  readonly text: string | undefined;
  readonly coding: readonly { readonly system: string; readonly code: string; readonly display: string }[];
}

export interface TellingCommon {
  readonly source: SourceName;
  readonly id: string;
  readonly words: Words;
  readonly identifier: { readonly system: string; readonly value: string } | undefined;
  /** `others`: filed here but another person's. */
  readonly fault: 'entered-in-error' | 'others' | 'do-not-perform' | undefined;
}

export interface MedicineTelling extends TellingCommon {
  readonly kind: 'medicine';
  readonly status: 'active' | 'completed' | 'stopped';
  readonly start: string;
  readonly end: string | undefined;
  readonly doseText: string | undefined;
  readonly structured: Dosage | undefined;
  readonly route: string | undefined;
  /** Its source marks it: prescribed by another organisation (GP), reported and not ordered here (R4 order). */
  readonly elsewhere: boolean;
  readonly acute: boolean;
  readonly orders: number;
  /** Plan id that this one replaces. */
  readonly replaces: string | undefined;
}

export interface ConditionTelling extends TellingCommon {
  readonly kind: 'condition';
  readonly clinical: 'active' | 'resolved';
  readonly verification: 'confirmed' | 'provisional' | 'refuted';
  /** GP records usually leave out that a problem is confirmed. */
  readonly saysConfirmed: boolean;
  readonly onset: string | undefined;
  readonly severity: string | undefined;
}

export interface AllergyTelling extends TellingCommon {
  readonly kind: 'allergy';
  readonly recorded: string;
}

export type Telling = MedicineTelling | ConditionTelling | AllergyTelling;

/** FHIR of one telling, and the ids of those resources that speak of the thing itself. */
export interface Rendered {
  readonly resources: readonly { readonly [name: string]: unknown; readonly resourceType: string }[];
  readonly ids: readonly string[];
}

export function subjectAt(source: SourceName, person: string, telling: Pick<Telling, 'fault'>): { reference: string } {
  return { reference: telling.fault === 'others' ? 'Patient/somebody-else' : `Patient/${patientId(source, person)}` };
}

export function patientId(source: SourceName, person: string): string {
  return `${source}-patient-${person}`;
}

export function concept(words: Words): object {
  return {
    ...(words.coding.length === 0 ? {} : { coding: words.coding }),
    ...(words.text === undefined ? {} : { text: words.text }),
  };
}
