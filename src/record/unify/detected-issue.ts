/** DetectedIssue: information to talk about, never advice (design 4). */
import type { DetectedIssue, Extension } from 'fhir/r4.js';
import type { Difference } from '../compare/difference.ts';
import { DISCREPANCY_SYSTEM, EXTENSION, RELATED_REASON_SYSTEM } from '../fhir/canonical.ts';
import type { R4Resource } from '../fhir/types.ts';
import type { Relation } from '../match/group.ts';
import { emittedId, metaOf, subject, type EmitContext } from './emit-context.ts';

/** A difference inside one unified record, the values side by side. */
export function differenceIssue(
  unified: R4Resource,
  difference: Difference,
  context: EmitContext,
): DetectedIssue & { id: string } {
  const unifiedRef = refOf(unified);
  const refs = [...new Set(difference.values.flatMap((value) => value.refs))].sort();
  // Several records of one group may each disagree with their own code: their references tell the issues apart.
  const own = difference.code === 'code-text-disagree' ? `|${refs.join('|')}` : '';
  return {
    ...issue(`issue|${difference.code}|${unifiedRef}${own}`, difference.code, [unified], context),
    extension: [
      { url: EXTENSION.unifiedRecord, valueReference: { reference: unifiedRef } },
      ...difference.values.map((value): Extension => ({
        url: EXTENSION.statedValue,
        extension: [
          ...(value.value === '' ? [] : [{ url: 'value', valueString: value.value }]),
          ...value.refs.map((reference) => ({ url: 'source', valueReference: { reference } })),
          ...(value.date === undefined ? [] : [{ url: 'date', valueDateTime: value.date }]),
        ],
      })),
    ],
    implicated: refs.map((reference) => ({ reference })),
  };
}

/** Unified records that may be one, or that stand against each other. */
export function relationIssue(
  relation: Pick<Relation, 'reason'> & { readonly code: string },
  unified: readonly R4Resource[],
  context: EmitContext,
): DetectedIssue & { id: string } {
  const refs = [...new Set(unified.map(refOf))].sort();
  return {
    ...issue(`issue|${relation.code}|${relation.reason}|${refs.join('|')}`, relation.code, unified, context),
    extension: [
      {
        url: EXTENSION.relatedReason,
        valueCoding: { system: RELATED_REASON_SYSTEM, code: relation.reason },
      },
    ],
    implicated: refs.map((reference) => ({ reference })),
  };
}

/** "None known" at one place, a recorded allergy at another. */
export function denialIssue(
  noneKnown: R4Resource,
  allergy: R4Resource,
  context: EmitContext,
): DetectedIssue & { id: string } {
  const [noneKnownRef, allergyRef] = [refOf(noneKnown), refOf(allergy)];
  return {
    ...issue(`issue|status-differs|${noneKnownRef}|${allergyRef}`, 'status-differs', [noneKnown, allergy], context),
    implicated: [noneKnownRef, allergyRef].sort().map((reference) => ({ reference })),
  };
}

function issue(
  identity: string,
  code: string,
  about: readonly R4Resource[],
  context: EmitContext,
): Pick<DetectedIssue, 'resourceType' | 'meta' | 'status' | 'code' | 'patient' | 'author'> & { id: string } {
  return {
    resourceType: 'DetectedIssue',
    id: emittedId(context, identity),
    meta: metaOf(about),
    status: 'preliminary',
    code: { coding: [{ system: DISCREPANCY_SYSTEM, code }] },
    patient: subject(context),
    author: { reference: `Device/${context.deviceId}` },
  };
}

function refOf(resource: R4Resource): string {
  return `${resource.resourceType}/${resource.id}`;
}
