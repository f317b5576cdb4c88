/** What the specialist record holds about Zofia: the diabetes clinic's items, her own, and copies from the GP. */
import type { FhirResource } from 'fhir/r4.js';
import {
  specialistAllergy,
  specialistCondition,
  specialistFrame,
  specialistMedicine,
  specialistReading,
} from '../builders/specialist-record.ts';
import type { SpecialistContext } from '../builders/specialist-record.ts';
import { ALLERGEN, DISORDER, PRODUCT } from '../tables/codes.ts';
import { zofia } from './identity.ts';

const context: SpecialistContext = { identity: zofia };
const general = { label: 'GENERAL_HEALTH' } as const;

export const zofiaSpecialist: readonly FhirResource[] = [
  ...specialistFrame(context, 'Diabetes clinic'),
  specialistMedicine(context, {
    ...general,
    id: 'st-1',
    words: 'Lantus 100units/ml solution for injection 3ml pre-filled SoloStar pens',
    codes: [PRODUCT.lantusSolostar],
    status: 'active',
    dose: { text: '18 units at night', amount: [18, 'units'], perDay: 1 },
    from: '2023-02-16',
    recorded: '2026-09-30',
  }),
  specialistMedicine(context, {
    ...general,
    id: 'st-2',
    copyOfGp: 'metformin-ms',
    words: 'Metformin 500mg tablets',
    codes: [PRODUCT.metformin500],
    status: 'active',
    dose: { text: 'One tablet twice a day with meals' },
    from: '2009-06-15',
    recorded: '2009-06-15',
  }),
  specialistMedicine(context, {
    ...general,
    id: 'st-3',
    copyOfGp: 'allopurinol-ms',
    words: 'Allopurinol 300mg tablets',
    codes: [PRODUCT.allopurinol300],
    status: 'active',
    dose: { text: 'One tablet once a day' },
    from: '2017-07-04',
    recorded: '2017-07-04',
  }),
  specialistMedicine(context, {
    ...general,
    id: 'st-4',
    by: 'patient',
    words: 'water tablet',
    status: 'active',
    recorded: '2026-10-02',
  }),
  specialistMedicine(context, {
    label: undefined,
    id: 'st-5',
    by: 'patient',
    words: 'Vitamin D 1000 units, from the chemist',
    status: 'active',
    dose: { text: 'one every day' },
    recorded: '2026-10-02',
  }),
  specialistMedicine(context, {
    ...general,
    id: 'st-6',
    words: 'Simvastatin 40mg tablets',
    status: 'entered-in-error',
    recorded: '2026-09-30',
  }),
  // Ids like the hospital's on purpose: an id means nothing across sources.
  specialistCondition(context, {
    ...general,
    id: 'c-1',
    by: 'patient',
    words: 'Gout',
    onset: '2017',
    recorded: '2026-10-02',
  }),
  specialistCondition(context, {
    ...general,
    id: 'c-2',
    words: 'Diabetes',
    codes: [DISORDER.diabetesMellitus],
    recorded: '2023-02-16',
  }),
  specialistCondition(context, {
    ...general,
    id: 'c-3',
    copyOfGp: 'hypertension-problem',
    words: 'Essential hypertension',
    codes: [DISORDER.essentialHypertension],
    onset: '1998-03-09',
    recorded: '1998-03-09',
  }),
  specialistAllergy(context, {
    ...general,
    id: 'a-1',
    words: 'No known allergies',
    codes: [ALLERGEN.noKnownAllergy],
    recorded: '2023-02-16',
  }),
  ...['2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26'].map((recorded, index) =>
    specialistReading(context, {
      ...general,
      id: `sugar-${String(index + 1)}`,
      by: 'patient',
      words: 'Blood sugar before breakfast',
      value: [(72 + index) / 10, 'mmol/L'],
      recorded,
    }),
  ),
];
