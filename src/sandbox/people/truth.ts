/**
 * The truth about an invented person: one row per therapy, condition and allergy that the three records tell of, and what
 * a reader who understands them would say. The gateway's answer is tested against every row.
 */
import type { SandboxSourceName } from './source-name.ts';

/** Codes of the gateway's `discrepancy` CodeSystem between records of one thing, and between things that are related. */
export type DiffersCode =
  | 'strength-differs'
  | 'dose-differs'
  | 'frequency-differs'
  | 'form-differs'
  | 'route-differs'
  | 'brand-differs'
  | 'status-differs'
  | 'period-differs'
  | 'severity-or-stage-differs'
  | 'verification-differs'
  | 'code-text-disagree';
export type RelatedCode = 'possible-duplicate' | 'laterality-differs' | 'code-text-disagree';

export type RelatedReason =
  'strength' | 'form' | 'release' | 'course' | 'combination' | 'side' | 'general-or-specific' | 'vague' | 'text-only';

/**
 * `same`, `same-but-differs`: two or more sources assert it (copies do not count). `related`: one source asserts it and
 * another row is close. `only-here`: one source asserts it and nothing is close.
 */
export type MatchLevel = 'same' | 'same-but-differs' | 'related' | 'only-here';

/** How one source tells it, in words, for the reader of this table. */
export type Told = Partial<Readonly<Record<SandboxSourceName, string>>>;

export interface RelatedRow {
  /** Key of the other row; the relation stands in both rows. */
  readonly row: string;
  readonly code: RelatedCode;
  readonly reason: RelatedReason;
}

/** `item` at `source` repeats `of.item` of `of.source`: one assertion by two routes. */
export interface Copy {
  readonly source: SandboxSourceName;
  readonly item: string;
  readonly of: { readonly source: SandboxSourceName; readonly item: string };
}

export interface DatedChange {
  readonly source: SandboxSourceName;
  /** FHIR date. */
  readonly date: string;
  readonly what: 'dose';
}

export interface TruthRow {
  readonly key: string;
  /** `other`: recorded as a problem, but no diagnosis: shown under other things recorded. */
  readonly kind: 'medicine' | 'condition' | 'allergy' | 'other';
  readonly name: string;
  readonly told: Told;
  /** Original `<Type>/<id>` of every statement, order, plan, dispense, Condition or AllergyIntolerance that belongs to it. */
  readonly items: Partial<Readonly<Record<SandboxSourceName, readonly string[]>>>;
  readonly level: MatchLevel;
  /** Codes of the DetectedIssues that implicate this row; between allergies also "no known" against "recorded". */
  readonly differs: readonly DiffersCode[];
  readonly related: readonly RelatedRow[];
  readonly copies: readonly Copy[];
  /** Keys of rows that look alike and must stay apart though no relation is expected to be shown. */
  readonly apartFrom: readonly string[];
  readonly changes: readonly DatedChange[];
  readonly unified: {
    /** Status of the unified record; `disputed`: sources contradict each other (MedicationStatement `unknown`, no clinicalStatus). */
    readonly status:
      'active' | 'completed' | 'stopped' | 'resolved' | 'inactive' | 'refuted' | 'unknown' | 'disputed' | undefined;
    /** Words the unified record's text or display must contain, lower case. */
    readonly words: string;
  };
}

/** An item that is kept and named but takes part in nothing. */
export interface UnlinkedItem {
  readonly source: SandboxSourceName;
  readonly item: string;
  readonly why: 'entered-in-error' | 'do-not-perform' | 'other-subject';
}

export interface PersonTruth {
  readonly person: string;
  readonly rows: readonly TruthRow[];
  readonly unlinked: readonly UnlinkedItem[];
  /** Warnings that GP Lists carry. */
  readonly warnings: readonly { readonly source: SandboxSourceName; readonly code: string }[];
}

type Given = Pick<TruthRow, 'key' | 'name' | 'told' | 'items' | 'level' | 'unified'> & Partial<TruthRow>;

function row(kind: TruthRow['kind'], given: Given): TruthRow {
  return { differs: [], related: [], copies: [], apartFrom: [], changes: [], ...given, kind };
}

export function medicine(given: Given): TruthRow {
  return row('medicine', given);
}

export function condition(given: Given): TruthRow {
  return row('condition', given);
}

export function allergy(given: Given): TruthRow {
  return row('allergy', given);
}

export function otherRecorded(given: Given): TruthRow {
  return row('other', given);
}

/** Ids that the GP record's builder gives one therapy: statement, plan and an order per issue. `-2` for a second plan. */
export function gpTherapyItems(key: string, issues: number): readonly string[] {
  const orders = Array.from({ length: issues }, (_, index) => `MedicationRequest/${key}-order-${String(index + 1)}`);
  return [`MedicationStatement/${key}-ms`, `MedicationRequest/${key}-plan`, ...orders];
}
