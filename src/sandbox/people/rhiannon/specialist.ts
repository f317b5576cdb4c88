/** What the specialist record holds about Rhiannon: most of it marked as mental health. */
import type { FhirResource } from 'fhir/r4.js';
import { specialistCondition, specialistFrame, specialistMedicine } from '../builders/specialist-record.ts';
import type { SpecialistContext } from '../builders/specialist-record.ts';
import { PRODUCT } from '../tables/codes.ts';
import { rhiannon } from './identity.ts';

const context: SpecialistContext = { identity: rhiannon };
const mental = { label: 'MENTAL_HEALTH' } as const;

export const rhiannonSpecialist: readonly FhirResource[] = [
  ...specialistFrame(context, 'Community mental health team'),
  specialistMedicine(context, {
    ...mental,
    id: 'st-1',
    words: 'Priadel 400mg modified-release tablets',
    status: 'active',
    dose: { text: 'Two tablets at night', amount: [2, 'tablet'], perDay: 1 },
    from: '2024-04-02',
    recorded: '2026-09-15',
  }),
  specialistMedicine(context, {
    ...mental,
    id: 'st-2',
    words: 'Quetiapine 25mg tablets',
    status: 'active',
    dose: { text: 'One tablet at night', amount: [1, 'tablet'], perDay: 1 },
    from: '2026-05-12',
    recorded: '2026-09-15',
  }),
  specialistMedicine(context, {
    ...mental,
    id: 'st-3',
    words: 'Lustral 50mg tablets',
    codes: [PRODUCT.lustral50],
    status: 'active',
    dose: { text: 'One tablet each morning', amount: [1, 'tablet'], perDay: 1 },
    from: '2023-03-14',
    recorded: '2026-09-15',
  }),
  specialistMedicine(context, {
    label: 'GENERAL_HEALTH',
    id: 'st-4',
    copyOfGp: 'folic-acid-ms',
    words: 'Folic acid 5mg tablets',
    codes: [PRODUCT.folicAcid5],
    status: 'active',
    dose: { text: 'One tablet once a week' },
    from: '2022-10-03',
    recorded: '2022-10-03',
  }),
  specialistCondition(context, {
    ...mental,
    id: 'c-1',
    words: 'Bipolar affective disorder',
    onset: '2024-03-26',
    recorded: '2024-03-26',
  }),
  specialistCondition(context, {
    ...mental,
    id: 'c-2',
    words: 'Depression',
    onset: '2023-03',
    recorded: '2024-03-26',
  }),
];
