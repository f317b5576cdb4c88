/** A source's item after normalising: R4, with the gateway's id, its references rewritten, its origin named. */
import type { FhirVersion, R4Resource } from '../fhir/types.ts';
import type { ReceivedResource } from '../source-input.ts';

/**
 * How far an item may speak about the person:
 * `asserted` takes part in matching; the others are kept and named but never linked (matching: "entered in error,
 * do-not-perform, another patient's subject"); "no information about allergies" is no fact either (law L6).
 */
export type Standing = 'asserted' | 'entered-in-error' | 'do-not-perform' | 'other-subject' | 'no-information';

export interface SourceRecord {
  readonly source: string;
  /** R4, `id` = the gateway's, `meta.source`/`meta.tag` set, references rewritten. Shared, never mutated. */
  readonly resource: R4Resource;
  readonly received: ReceivedResource;
  /** Id as the source gave it. */
  readonly originalId: string | undefined;
  readonly version: FhirVersion;
  readonly standing: Standing;
  /** How many times this very item (same type, id and content) was delivered; 1 normally. */
  readonly deliveries: number;
}

/** An item that could not be normalised. It is emitted as a Binary, tag `quarantined`, and named in the OperationOutcome. */
export interface Quarantined {
  readonly source: string;
  readonly at: string;
  readonly resourceType: string | undefined;
  readonly originalId: string | undefined;
  /** Plain words, no values from the record. */
  readonly reason: string;
  /** The text as received or, where it is not at hand, its JSON again. */
  readonly text: string;
  /** Binary.id: `<source>-<hash of text>`. */
  readonly id: string;
}

/** One element that had no place in R4 or was invalid there. It is kept in an `unmapped-element` extension. */
export interface Loss {
  readonly source: string;
  /** `<Type>/<gateway id>` of the record that carries the extension. */
  readonly record: string;
  /** Path in the original, e.g. `MedicationStatement.taken`. */
  readonly path: string;
  readonly reason: string;
}

/** GP Connect List warnings (part of completeness, law L7). */
export interface ListWarning {
  readonly source: string;
  readonly code: string;
  /** Title of the List that carries it. */
  readonly list: string | undefined;
}

export interface NormalisedSource {
  readonly source: string;
  readonly baseUrl: string;
  readonly viewOf: string | undefined;
  readonly version: FhirVersion;
  /** Sorted by type, then id: order of receipt tells nothing (law L3). */
  readonly records: readonly SourceRecord[];
  readonly quarantined: readonly Quarantined[];
  readonly losses: readonly Loss[];
  readonly warnings: readonly ListWarning[];
  /** Gateway ids (`Patient/<id>`) of the source's Patient resources that are this person. */
  readonly patients: readonly string[];
}
