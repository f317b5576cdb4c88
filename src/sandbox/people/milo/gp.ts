/** What Milo's GP record holds. */
import type { FhirResource } from 'fhir/r3.js';
import { gpAllergy } from '../builders/gp/gp-allergy.ts';
import { gpFrame } from '../builders/gp/gp-frame.ts';
import { gpList } from '../builders/gp/gp-list.ts';
import { gpProblem } from '../builders/gp/gp-problem.ts';
import { gpReading } from '../builders/gp/gp-reading.ts';
import { gpTherapy } from '../builders/gp/gp-therapy.ts';
import { gpVaccination } from '../builders/gp/gp-vaccination.ts';
import type { GpContext } from '../builders/gp/gp-context.ts';
import type { GpTherapy } from '../builders/gp/gp-therapy.ts';
import { ALLERGEN, DISORDER, MOIETY, PRODUCT } from '../tables/codes.ts';
import type { KnownCode } from '../tables/codes.ts';
import { milo } from './identity.ts';

const context: GpContext = { identity: milo };
const AS_OF = '2026-11-18';
const ISSUES = ['2026-09-07', '2026-10-12'];

function repeat(
  key: string,
  words: string,
  codes: readonly KnownCode[],
  dose: string,
  from: string,
  quantity: readonly [number, string],
): GpTherapy {
  return {
    key,
    product: { words, codes },
    kind: 'repeat',
    plans: [{ dose, from, status: 'active', issues: ISSUES, quantity, days: 28 }],
  };
}

function burst(key: string, from: string, to: string): GpTherapy {
  return {
    key,
    product: { words: 'Prednisolone 5mg soluble tablets', codes: [PRODUCT.prednisoloneSoluble5] },
    kind: 'acute',
    plans: [
      {
        dose: 'Six tablets once a day for three days',
        from,
        to,
        status: 'completed',
        issues: [from],
        quantity: [18, 'tablet'],
        days: 3,
      },
    ],
  };
}

const medicines = [
  repeat(
    'salbutamol',
    'Salbutamol 100micrograms/dose inhaler CFC free',
    [PRODUCT.salbutamol100],
    'Two puffs when needed',
    '2021-03-15',
    [1, 'dose inhaler'],
  ),
  repeat('clenil', 'Clenil Modulite 50micrograms/dose inhaler', [], 'Two puffs twice a day', '2022-01-10', [
    1,
    'dose inhaler',
  ]),
  repeat('montelukast', 'Montelukast 5mg chewable tablets sugar free', [], 'One tablet at night', '2024-02-26', [
    28,
    'tablet',
  ]),
  repeat(
    'levetiracetam',
    'Levetiracetam 100mg/ml oral solution sugar free',
    [MOIETY.levetiracetam],
    '3ml twice a day',
    '2023-06-05',
    [300, 'ml'],
  ),
  repeat(
    'carbamazepine',
    'Carbamazepine 100mg/5ml oral suspension sugar free',
    [MOIETY.carbamazepine],
    '5ml twice a day',
    '2025-09-01',
    [300, 'ml'],
  ),
  burst('prednisolone-november', '2025-11-24', '2025-11-26'),
  burst('prednisolone-february', '2026-02-16', '2026-02-18'),
].flatMap((therapy) => gpTherapy(context, therapy));

const problems = [
  gpProblem(context, {
    key: 'asthma',
    words: 'Asthma',
    codes: [DISORDER.asthma],
    onset: '2021-03-15',
    status: 'active',
    severity: 'Mild',
  }),
  gpProblem(context, {
    key: 'epilepsy',
    words: 'Epilepsy',
    codes: [DISORDER.epilepsy],
    onset: '2023-05-30',
    status: 'active',
  }),
  gpProblem(context, {
    key: 'family-asthma',
    words: 'Family history of asthma',
    codes: [DISORDER.familyHistoryOfAsthma],
    onset: '2021-03-15',
    status: 'active',
    significance: 'minor',
  }),
  gpProblem(context, {
    key: 'tonsillitis',
    words: 'Tonsillitis',
    codes: [DISORDER.tonsillitis],
    onset: '2025-01-13',
    abated: '2025-01-24',
    status: 'resolved',
    significance: 'minor',
  }),
].flat();

const allergies = [
  gpAllergy(context, {
    key: 'peanut',
    words: 'Allergy to peanuts',
    codes: [ALLERGEN.peanutAllergy],
    category: 'food',
    criticality: 'high',
    reaction: { words: 'Anaphylaxis', severity: 'severe' },
    recorded: '2020-07-21',
  }),
];

const readings = ['2026-01-15', '2026-05-12', '2026-09-07'].flatMap((on, index) => [
  gpReading(context, { key: `gp-weight-${String(index + 1)}`, words: 'Body weight', on, value: [27 + index, 'kg'] }),
  gpReading(context, {
    key: `gp-peak-flow-${String(index + 1)}`,
    words: 'Peak expiratory flow rate',
    on,
    value: [205 + 10 * index, 'L/min'],
  }),
]);

const vaccinations = [
  gpVaccination(context, { key: 'mmr-1', words: 'MMR vaccination, first dose', on: '2018-06-11' }),
  gpVaccination(context, { key: 'mmr-2', words: 'MMR vaccination, second dose', on: '2020-10-05' }),
  gpVaccination(context, { key: 'flu-2026', words: 'Influenza nasal vaccination', on: '2026-10-16' }),
];

export const miloGp: readonly FhirResource[] = [
  ...gpFrame(context),
  gpList(context, { key: 'allergies', items: allergies, asOf: AS_OF }),
  gpList(context, { key: 'medications', items: medicines, asOf: AS_OF }),
  gpList(context, { key: 'problems', items: problems, asOf: AS_OF }),
  gpList(context, { key: 'immunisations', items: vaccinations, asOf: AS_OF }),
  gpList(context, { key: 'uncategorised', items: readings, asOf: AS_OF }),
  ...medicines,
  ...problems,
  ...allergies,
  ...readings,
  ...vaccinations,
];
