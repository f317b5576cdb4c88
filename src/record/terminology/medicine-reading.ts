/** What a medicine's codes and words say it is. */
import type { Evidence } from '../evidence.ts';
import type { Ratio } from 'fhir/r4.js';
import type { Certainty, CodedText } from './coded-text.ts';

/** Everything a record says about the product (MedicationRequest.medication[x], Medication). */
export interface MedicineWords {
  readonly code: CodedText | undefined;
  /** Medication.form. */
  readonly form?: CodedText | undefined;
  /** Medication.ingredient. */
  readonly ingredients?:
    readonly { readonly item: CodedText | undefined; readonly strength: Ratio | undefined }[] | undefined;
}

/**
 * Dose forms that matter for matching (`matching.md`). `tablet`, `capsule`, `caplet` join; `dispersible` covers
 * dispersible, soluble and effervescent tablets.
 */
export type DoseForm =
  | 'tablet'
  | 'capsule'
  | 'caplet'
  | 'dispersible'
  | 'chewable'
  | 'orodispersible'
  | 'oral-liquid'
  | 'sachet'
  | 'sublingual'
  | 'buccal'
  | 'lozenge'
  | 'suppository'
  | 'pessary'
  | 'enema'
  | 'vaginal'
  | 'patch'
  | 'cream'
  | 'ointment'
  | 'gel'
  | 'lotion'
  | 'foam'
  | 'shampoo'
  | 'topical-solution'
  | 'topical'
  | 'eye'
  | 'ear'
  | 'nasal'
  | 'mouthwash'
  | 'metered-dose-inhaler'
  | 'dry-powder-inhaler'
  | 'nebuliser'
  | 'inhaler'
  | 'injection'
  | 'implant'
  | 'device'
  | 'dressing'
  | 'other';

/** Release class of an oral product. `unsaid` is `undefined`. `modified` = modified or prolonged without hours. */
export type Release = 'immediate' | 'modified' | '12-hour' | '24-hour';

/**
 * One strength in a canonical unit. `value` is a decimal text without trailing zeros; `unit` a UCUM code
 * (mg, [iU], mmol, %, …; micrograms and grams are given in mg); `per` the denominator, e.g. { value: '1', unit: 'mL' }.
 */
export interface Strength {
  /** Ingredient key, where the product has several and the words say which. */
  readonly ingredient: string | undefined;
  readonly value: string;
  readonly unit: string;
  readonly per: { readonly value: string; readonly unit: string } | undefined;
}

export interface MedicineReading {
  /** What the person reads: the text, otherwise the best display; '' when there is none. */
  readonly words: string;
  /** Sorted ingredient keys (lower-case INN, without salts unless the salt decides the product); [] when unknown. */
  readonly ingredients: readonly string[];
  readonly certainty: Certainty;
  /** Ingredient keys it could be, for vague words ("water tablet") and near-misses; sorted. */
  readonly couldBe: readonly string[];
  /** Why: `name "furosemide"`, `brand "Lasix"`, `code http://snomed.info/sct|… (confirmed by …)`. */
  readonly evidence: readonly Evidence[];
  /** Lower-case brand key where the words name one. */
  readonly brand: string | undefined;
  /** True where these ingredients (in this form and release) are prescribed by brand. */
  readonly brandMatters: boolean;
  /** A product family that never joins others of the same ingredients (insulin glargine 300 units/ml, metoprolol succinate). */
  readonly product: string | undefined;
  readonly form: DoseForm | undefined;
  /** True for gastro-resistant (enteric-coated) products. */
  readonly gastroResistant: boolean;
  readonly release: Release | undefined;
  /** Sorted; [] when unsaid. For a combination one per ingredient, or one each as written ("500mg/30mg"). */
  readonly strengths: readonly Strength[];
  /** Set where code and text name different things; both sides as words. */
  readonly disagreement: { readonly code: string; readonly text: string } | undefined;
}
