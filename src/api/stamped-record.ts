/** A person's record as one viewer may read it, with the ledger's stamps on it (design 4), without changing what it is made of. */
import { createHash } from 'node:crypto';
import type { AccessGrant } from '../access/access-grant.ts';
import { narrowRecord, referenceTo, type ReadableRecord } from '../access/narrow-record.ts';
import { narrowCompleteness } from '../access/narrow-outcome.ts';
import { mayReadAll, type ReadRights } from '../access/read-rights.ts';
import type { R4Resource } from '../record/fhir/types.ts';
import type { View } from '../record/reconciled-record.ts';
import type { OperationOutcome } from 'fhir/r4.js';
import type { RecordAnswer, Stamp } from '../services/record-reader.ts';

export interface StampedRecord {
  view(view: View): readonly R4Resource[];
  /** By `<Type>/<id>`. */
  get(reference: string): R4Resource | undefined;
  outcome(): OperationOutcome;
  /** Whether something of this source record had to be withheld from this viewer. */
  isPartial(reference: string): boolean;
  /** Differs wherever anything this viewer is given differs: person, rights, content, stamps (law L10). */
  readonly key: string;
}

/** Makes them, and keeps each as long as the answer it is made from. */
export function createStampedRecords(): (
  answer: RecordAnswer,
  grant: AccessGrant,
  rights: ReadRights,
) => StampedRecord {
  const known = new WeakMap<RecordAnswer, Map<string, StampedRecord>>();
  return (answer, grant, rights) => {
    const viewer = JSON.stringify([grant.subjectId, rights, grant.sources, grant.labels]);
    const ofAnswer = known.get(answer) ?? new Map<string, StampedRecord>();
    known.set(answer, ofAnswer);
    const made = ofAnswer.get(viewer) ?? stampRecord(answer, viewer, rights);
    ofAnswer.set(viewer, made);
    return made;
  };
}

function stampRecord(answer: RecordAnswer, viewer: string, rights: ReadRights): StampedRecord {
  // Not needed where the answer is already written.
  let made: { readonly readable: ReadableRecord; readonly byReference: ReadonlyMap<string, R4Resource> } | undefined;
  const make = () => {
    const readable = narrowRecord(answer.record, rights);
    const stamped = [...readable.byReference].map(
      ([reference, resource]) => [reference, withStamp(resource, answer.stamps.get(reference))] as const,
    );
    return { readable, byReference: new Map(stamped) };
  };
  const parts = () => (made ??= make());
  let key: string | undefined;
  return {
    get key() {
      return (key ??= digestOf(
        viewer,
        rights.whole === '*' ? groundOf(answer) : partOf(answer, parts().readable, rights),
      ));
    },
    get: (reference) => parts().byReference.get(reference),
    outcome: () => parts().readable.outcome,
    isPartial: (reference) => parts().readable.partial.has(reference),
    view: (view) =>
      parts()
        .readable.view(view)
        .flatMap((resource) => parts().byReference.get(referenceTo(resource)) ?? []),
  };
}

function digestOf(viewer: string, ground: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([viewer, ground]))
    .digest('base64url');
}

function groundOf({ digest, stamps }: RecordAnswer): unknown {
  return [digest, [...stamps]];
}

/** What changes in records that may not be read is not told by the key either: page cursors are made with it. */
function partOf({ completeness, stamps, gone }: RecordAnswer, readable: ReadableRecord, rights: ReadRights): unknown {
  const left = [...gone].filter(([reference]) => mayReadAll(rights, reference.split('/')[0] ?? ''));
  return [
    narrowCompleteness(completeness, rights).map((source) => ({ ...source, types: [], noLongerReturned: 0 })),
    readable.outcome,
    [...readable.byReference].map(([reference, resource]) => [reference, stamps.get(reference) ?? resource]),
    left,
  ];
}

function withStamp(resource: R4Resource, stamp: Stamp | undefined): R4Resource {
  if (stamp === undefined) return resource;
  return { ...resource, meta: { ...resource.meta, versionId: stamp.versionId, lastUpdated: stamp.lastUpdated } };
}
