/** Everything the reconciler needs. Same input, same output: no clock, no chance, no place (law L3). */
import type { Patient } from 'fhir/r4.js';
import type { SourceCompleteness } from './completeness.ts';
import type { Decision } from './decide/decision.ts';
import type { PreparedSource } from './prepare-source.ts';
import type { SourceInput } from './source-input.ts';
import type { ImportedTerminology } from './terminology/imported/imported-terminology.ts';

export interface ReconcileInput {
  /** The gateway's own Patient; its id is the subject of everything emitted. */
  readonly patient: Patient & { id: string };
  readonly sources: readonly SourceInput[];
  /** Of a source: what `prepareSource` gives for it, this patient and this terminology, where that is at hand. */
  readonly prepared?: (source: SourceInput) => PreparedSource | undefined;
  /** How complete each source is; offline one `complete` entry per source is made. */
  readonly completeness: readonly SourceCompleteness[];
  /** What the person decided, in any order. */
  readonly decisions?: readonly Decision[];
  /** The viewer sees a part of what there is: decisions on what is not in the input are neither followed nor told (law L10). */
  readonly isNarrowed?: boolean;
  /** HMAC key of this person's unified ids: nobody else can tell a condition from an id. */
  readonly idKey: Uint8Array;
  /** `Provenance.recorded`; undefined offline: then the latest date among the members. */
  readonly recordedAt: string | undefined;
  /** The operator's imported releases, read beside the built-in vocabulary. */
  readonly terminology?: ImportedTerminology | undefined;
}
