/** An allergy in a GP record. */
import type { AllergyIntolerance } from 'fhir/r3.js';
import type { KnownCode } from '../../tables/codes.ts';
import { concept, DOCTOR, gpRecordId, profile, subject } from './gp-context.ts';
import type { GpContext } from './gp-context.ts';

export interface GpAllergy {
  readonly key: string;
  readonly words: string;
  readonly codes?: readonly KnownCode[];
  readonly category: 'medication' | 'environment' | 'food';
  readonly criticality?: 'low' | 'high';
  readonly reaction?: { readonly words: string; readonly severity?: 'mild' | 'moderate' | 'severe' };
  readonly recorded: string;
}

export function gpAllergy(context: GpContext, allergy: GpAllergy): AllergyIntolerance {
  const id = `${allergy.key}-allergy`;
  const { reaction } = allergy;
  return {
    resourceType: 'AllergyIntolerance',
    id,
    meta: profile('AllergyIntolerance'),
    identifier: [gpRecordId(context, id)],
    clinicalStatus: 'active',
    // GP Connect fixes it so; it says nothing.
    verificationStatus: 'unconfirmed',
    category: [allergy.category],
    ...(allergy.criticality === undefined ? {} : { criticality: allergy.criticality }),
    code: concept(allergy.words, allergy.codes),
    patient: subject(context),
    assertedDate: `${allergy.recorded}T11:00:00+00:00`,
    recorder: { reference: `Practitioner/${DOCTOR}` },
    ...(reaction === undefined
      ? {}
      : {
          reaction: [
            {
              manifestation: [{ text: reaction.words }],
              ...(reaction.severity === undefined ? {} : { severity: reaction.severity }),
            },
          ],
        }),
  };
}
