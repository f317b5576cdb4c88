/** What the specialist record holds about Milo: the epilepsy nurse's items, and what his mother wrote. */
import type { FhirResource } from 'fhir/r4.js';
import { specialistCondition, specialistFrame, specialistMedicine } from '../builders/specialist-record.ts';
import type { SpecialistContext } from '../builders/specialist-record.ts';
import { DISORDER } from '../tables/codes.ts';
import { dana, milo } from './identity.ts';

const context: SpecialistContext = { identity: milo };
const general = { label: 'GENERAL_HEALTH' } as const;

export const miloSpecialist: readonly FhirResource[] = [
  ...specialistFrame(context, 'Children’s epilepsy service', dana),
  specialistMedicine(context, {
    ...general,
    id: 'st-1',
    words: 'Montelukast 5mg chewable tablets',
    status: 'active',
    dose: { text: 'One tablet at night', amount: [1, 'tablet'], perDay: 1 },
    recorded: '2026-05-20',
  }),
  specialistMedicine(context, {
    ...general,
    id: 'st-2',
    by: 'parent',
    words: 'Calpol when he is hot',
    status: 'active',
    recorded: '2026-10-30',
  }),
  specialistMedicine(context, {
    ...general,
    id: 'st-3',
    by: 'parent',
    words: 'inhaler',
    status: 'active',
    recorded: '2026-10-30',
  }),
  specialistCondition(context, {
    ...general,
    id: 'c-1',
    words: 'Focal epilepsy',
    onset: '2023-06',
    recorded: '2026-05-20',
  }),
  specialistCondition(context, {
    ...general,
    id: 'c-2',
    copyOfGp: 'asthma-problem',
    words: 'Asthma',
    codes: [DISORDER.asthma],
    onset: '2021-03-15',
    recorded: '2021-03-15',
  }),
];
