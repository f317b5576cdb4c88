/** The Lists of a GP record, one for each area. */
import type { FhirResource, List } from 'fhir/r3.js';
import { SNOMED } from '../../tables/codes.ts';
import { GPC, profile, subject } from './gp-context.ts';
import type { GpContext } from './gp-context.ts';

export interface GpList {
  readonly key: 'allergies' | 'medications' | 'problems' | 'immunisations' | 'investigations' | 'uncategorised';
  readonly items: readonly FhirResource[];
  readonly warnings?: readonly { readonly code: string; readonly note: string }[];
  readonly asOf: string;
}

const LIST_CODES: Readonly<
  Record<GpList['key'], readonly [code: string, title: string, type: FhirResource['resourceType']]>
> = {
  allergies: ['886921000000105', 'Allergies and adverse reactions', 'AllergyIntolerance'],
  medications: ['933361000000108', 'Medications and medical devices', 'MedicationStatement'],
  problems: ['717711000000103', 'Problems', 'Condition'],
  immunisations: ['1102181000000102', 'Immunisations', 'Immunization'],
  investigations: ['887191000000108', 'Investigations and results', 'DiagnosticReport'],
  uncategorised: ['826501000000100', 'Miscellaneous record', 'Observation'],
};

/** The List of one area (without an id, as GP systems send them): names its items, says when there are none, carries the warnings. */
export function gpList(context: GpContext, list: GpList): List {
  const [code, title, type] = LIST_CODES[list.key];
  const entries = list.items.filter((item) => item.resourceType === type);
  const warnings = list.warnings ?? [];
  return {
    resourceType: 'List',
    meta: profile('List'),
    ...(warnings.length === 0
      ? {}
      : {
          extension: warnings.map((warning) => ({
            url: `${GPC}/Extension-CareConnect-GPC-ListWarningCode-1`,
            valueCode: warning.code,
          })),
          note: warnings.map((warning) => ({ text: warning.note })),
        }),
    status: 'current',
    mode: 'snapshot',
    title,
    code: { coding: [{ system: SNOMED, code, display: title }] },
    subject: subject(context),
    date: `${list.asOf}T08:00:00+00:00`,
    orderedBy: { coding: [{ system: 'http://hl7.org/fhir/list-order', code: 'event-date' }] },
    ...(entries.length === 0
      ? {
          emptyReason: {
            coding: [
              {
                system: 'https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-ListEmptyReasonCode-1',
                code: 'no-content-recorded',
                display: 'No Content Recorded',
              },
            ],
          },
        }
      : { entry: entries.map((item) => ({ item: { reference: `${item.resourceType}/${item.id ?? ''}` } })) }),
  };
}
