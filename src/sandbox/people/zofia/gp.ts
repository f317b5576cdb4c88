/** What Zofia's GP record holds. */
import type { FhirResource } from 'fhir/r3.js';
import { gpAllergy } from '../builders/gp/gp-allergy.ts';
import { gpFrame } from '../builders/gp/gp-frame.ts';
import { gpList } from '../builders/gp/gp-list.ts';
import { gpProblem } from '../builders/gp/gp-problem.ts';
import { gpReading } from '../builders/gp/gp-reading.ts';
import { gpReport } from '../builders/gp/gp-report.ts';
import { gpTherapy } from '../builders/gp/gp-therapy.ts';
import { gpVaccination } from '../builders/gp/gp-vaccination.ts';
import type { GpContext } from '../builders/gp/gp-context.ts';
import type { GpTherapy } from '../builders/gp/gp-therapy.ts';
import { ALLERGEN, DEGRADED_MEDICATION, DISORDER, PRODUCT } from '../tables/codes.ts';
import type { KnownCode } from '../tables/codes.ts';
import { zofia } from './identity.ts';

const context: GpContext = { identity: zofia };
const AS_OF = '2026-11-20';
const ISSUES = ['2026-08-24', '2026-09-21', '2026-10-19'];

function repeat(
  key: string,
  words: string,
  codes: readonly KnownCode[],
  dose: string,
  from: string,
  quantity: readonly [number, string],
): GpTherapy {
  const plan = { dose, from, status: 'active', issues: ISSUES, quantity, days: 28 } as const;
  return { key, product: { words, codes }, kind: 'repeat', plans: [plan] };
}

const repeats: readonly GpTherapy[] = [
  repeat(
    'metformin',
    'Metformin 500mg tablets',
    [PRODUCT.metformin500],
    'One tablet twice a day with meals',
    '2009-06-15',
    [56, 'tablet'],
  ),
  repeat('ramipril', 'Ramipril 10mg capsules', [PRODUCT.ramipril10], 'One capsule once a day', '2012-04-03', [
    28,
    'capsule',
  ]),
  repeat('furosemide', 'Furosemide 40mg tablets', [PRODUCT.furosemide40], 'One tablet each morning', '2021-01-18', [
    28,
    'tablet',
  ]),
  repeat('amlodipine', 'Amlodipine 10mg tablets', [PRODUCT.amlodipine10], 'One tablet once a day', '2014-09-22', [
    28,
    'tablet',
  ]),
  repeat('atorvastatin', 'Atorvastatin 20mg tablets', [PRODUCT.atorvastatin20], 'One tablet at night', '2011-03-07', [
    28,
    'tablet',
  ]),
  repeat('gliclazide', 'Gliclazide 80mg tablets', [PRODUCT.gliclazide80], 'ONE tablet BD', '2016-11-30', [
    56,
    'tablet',
  ]),
  repeat(
    'omeprazole',
    'Omeprazole 20mg gastro-resistant capsules',
    [PRODUCT.omeprazole20],
    'One capsule each morning',
    '2018-02-12',
    [28, 'capsule'],
  ),
  repeat('isosorbide', 'Isosorbide mononitrate 20mg tablets', [], 'One tablet twice a day', '2013-05-16', [
    56,
    'tablet',
  ]),
  repeat(
    'co-codamol',
    'Co-codamol 30mg/500mg tablets',
    [PRODUCT.coCodamol30500],
    'One or two tablets up to four times a day when needed',
    '2022-08-08',
    [100, 'tablet'],
  ),
  repeat('warfarin-5mg', 'Warfarin 5mg tablets', [], 'As directed by the anticoagulant clinic', '2020-10-09', [
    28,
    'tablet',
  ]),
  repeat('warfarin-1mg', 'Warfarin 1mg tablets', [], 'As directed by the anticoagulant clinic', '2020-10-09', [
    28,
    'tablet',
  ]),
  repeat(
    'insulin-glargine',
    PRODUCT.insulinGlargine100.display,
    [PRODUCT.insulinGlargine100],
    'Inject 18 units at night',
    '2023-02-20',
    [5, 'pre-filled disposable injection'],
  ),
  repeat('allopurinol', 'Allopurinol 300mg tablets', [PRODUCT.allopurinol300], 'One tablet once a day', '2017-07-04', [
    28,
    'tablet',
  ]),
  repeat(
    'hydroxocobalamin',
    'Hydroxocobalamin 1mg/1ml solution for injection ampoules',
    [],
    'Inject 1mg intramuscularly every 3 months',
    '2024-01-15',
    [1, 'ampoule'],
  ),
];

function course(key: string, from: string, to: string): GpTherapy {
  return {
    key,
    product: { words: 'Doxycycline 100mg capsules', codes: [PRODUCT.doxycycline100] },
    kind: 'acute',
    plans: [
      {
        dose: 'Two capsules on the first day, then one capsule once a day',
        from,
        to,
        status: 'completed',
        issues: [from],
        quantity: [8, 'capsule'],
        days: 7,
      },
    ],
  };
}

/** A medicine carried over from another practice's system: only its words survived. */
function degraded(key: string, words: string, dose: string): GpTherapy {
  return {
    key,
    product: { words, codes: [DEGRADED_MEDICATION] },
    kind: 'repeat',
    plans: [{ dose, from: '2015-01-12', status: 'active', issues: [], quantity: [1, 'pack'], days: 28 }],
  };
}

const others: readonly GpTherapy[] = [
  {
    key: 'doxazosin',
    product: { words: 'Doxazosin 4mg tablets', codes: [PRODUCT.doxazosin4] },
    kind: 'repeat',
    plans: [
      {
        dose: 'Half a tablet at night',
        from: '2024-05-13',
        to: '2026-03-02',
        status: 'stopped',
        statusReason: 'Dose changed',
        issues: ['2026-01-05', '2026-02-02'],
        quantity: [14, 'tablet'],
        days: 28,
      },
      {
        dose: 'One tablet at night',
        from: '2026-03-02',
        status: 'active',
        issues: ['2026-09-21', '2026-10-19'],
        quantity: [28, 'tablet'],
        days: 28,
      },
    ],
  },
  {
    key: 'aspirin',
    product: { words: 'Aspirin 75mg dispersible tablets', codes: [PRODUCT.aspirinDispersible75] },
    kind: 'repeat',
    plans: [
      {
        dose: 'One tablet once a day',
        from: '2011-02-14',
        to: '2020-10-09',
        status: 'stopped',
        statusReason: 'Anticoagulant started',
        issues: ['2020-08-17', '2020-09-14'],
        quantity: [28, 'tablet'],
        days: 28,
      },
    ],
  },
  {
    key: 'alfacalcidol',
    product: { words: 'Alfacalcidol 250nanogram capsules' },
    kind: 'repeat',
    prescribedElsewhere: true,
    plans: [
      {
        dose: 'One capsule once a day',
        from: '2025-04-28',
        status: 'active',
        issues: [],
        quantity: [28, 'capsule'],
        days: 28,
      },
    ],
  },
  course('doxycycline-january', '2026-01-19', '2026-01-26'),
  course('doxycycline-september', '2026-09-14', '2026-09-21'),
  degraded('glucosamine', 'Glucosamine and chondroitin capsules', 'One a day'),
  degraded('eye-drops', 'Hypromellose 0.3% eye drops', 'One drop in both eyes when needed'),
  degraded('gp-see-letter', 'See letter', 'See letter'),
];

const medicines = [...repeats, ...others].flatMap((therapy) => gpTherapy(context, therapy));

const problems = [
  gpProblem(context, {
    key: 'type-2-diabetes',
    words: 'Type 2 diabetes mellitus',
    codes: [DISORDER.type2Diabetes],
    onset: '2009-06-01',
    status: 'active',
  }),
  gpProblem(context, { key: 'ckd', words: 'Chronic kidney disease stage 3a', onset: '2019-05-14', status: 'active' }),
  gpProblem(context, {
    key: 'hypertension',
    words: 'Essential hypertension',
    codes: [DISORDER.essentialHypertension],
    onset: '1998-03-09',
    status: 'active',
  }),
  gpProblem(context, {
    key: 'knee',
    words: 'Osteoarthritis of left knee',
    codes: [DISORDER.osteoarthritisOfKnee],
    onset: '2015-10-26',
    status: 'active',
    bodySite: 'Left knee',
  }),
  gpProblem(context, {
    key: 'ihd',
    words: 'Ischaemic heart disease',
    codes: [DISORDER.ischaemicHeartDisease],
    onset: '2011-02-01',
    status: 'active',
  }),
  gpProblem(context, {
    key: 'af',
    words: 'Atrial fibrillation',
    codes: [DISORDER.atrialFibrillation],
    onset: '2020-10-02',
    status: 'active',
  }),
  gpProblem(context, {
    key: 'heart-failure',
    words: 'Heart failure',
    onset: '2021-01-11',
    status: 'active',
    verification: 'provisional',
  }),
  gpProblem(context, {
    key: 'uti-2026',
    words: 'Urinary tract infection',
    codes: [DISORDER.urinaryTractInfection],
    onset: '2026-05-06',
    abated: '2026-05-20',
    status: 'resolved',
    significance: 'minor',
  }),
  gpProblem(context, {
    key: 'uti-2024',
    words: 'Urinary tract infection',
    codes: [DISORDER.urinaryTractInfection],
    onset: '2024-11-20',
    abated: '2024-12-02',
    status: 'resolved',
    significance: 'minor',
  }),
  gpProblem(context, { key: 'gout', words: 'Gout', codes: [DISORDER.gout], onset: '2017-06-27', status: 'active' }),
  gpProblem(context, {
    key: 'family-diabetes',
    words: 'FH: Diabetes mellitus',
    codes: [DISORDER.familyHistoryOfDiabetes],
    onset: '2009-06-01',
    status: 'active',
    significance: 'minor',
  }),
  gpProblem(context, {
    key: 'lives-alone',
    words: 'Lives alone',
    onset: '2018-09-03',
    status: 'active',
    significance: 'minor',
  }),
  gpProblem(context, {
    key: 'chain-smoker',
    words: 'Chain smoker',
    codes: [DISORDER.chainSmoker],
    onset: '1975',
    status: 'inactive',
    significance: 'minor',
  }),
].flat();

const allergies = [
  gpAllergy(context, {
    key: 'penicillin',
    words: 'Allergy to penicillin',
    codes: [ALLERGEN.penicillinAllergy],
    category: 'medication',
    criticality: 'low',
    reaction: { words: 'Rash', severity: 'mild' },
    recorded: '1999-02-17',
  }),
  gpAllergy(context, {
    key: 'trimethoprim',
    words: 'Trimethoprim adverse reaction',
    codes: [ALLERGEN.trimethoprimReaction],
    category: 'medication',
    reaction: { words: 'Vomiting' },
    recorded: '2024-11-22',
  }),
];

const readings = [
  ...['2026-02-10', '2026-05-06', '2026-08-12', '2026-11-04'].flatMap((on, index) => [
    gpReading(context, { key: `gp-weight-${String(index + 1)}`, words: 'Body weight', on, value: [71 - index, 'kg'] }),
    gpReading(context, {
      key: `gp-systolic-${String(index + 1)}`,
      words: 'Systolic blood pressure',
      on,
      value: [148 - 3 * index, 'mmHg'],
    }),
    gpReading(context, {
      key: `gp-diastolic-${String(index + 1)}`,
      words: 'Diastolic blood pressure',
      on,
      value: [84 - index, 'mmHg'],
    }),
  ]),
  gpReading(context, {
    key: 'gp-language',
    words: 'Main spoken language',
    on: '2018-09-03',
    text: 'Polish; interpreter needed',
  }),
];

const BLOOD_DAYS = ['2026-02-10', '2026-08-12'];

const bloods = BLOOD_DAYS.flatMap((on, index) => {
  const id = (test: string): string => `gp-${test}-${String(index + 1)}`;
  return [
    gpReading(context, { key: id('creatinine'), words: 'Serum creatinine', on, value: [112 + 4 * index, 'umol/L'] }),
    gpReading(context, {
      key: id('egfr'),
      words: 'Estimated glomerular filtration rate',
      on,
      value: [48 - index, 'mL/min'],
    }),
    gpReading(context, { key: id('hba1c'), words: 'Haemoglobin A1c', on, value: [61 + index, 'mmol/mol'] }),
    gpReport(context, {
      key: `bloods-${String(index + 1)}`,
      words: 'Renal profile and HbA1c',
      on,
      results: [id('creatinine'), id('egfr'), id('hba1c')],
    }),
  ];
});

const vaccinations = [
  gpVaccination(context, { key: 'flu-2025', words: 'Influenza vaccination', on: '2025-10-09', batch: 'INV25A' }),
  gpVaccination(context, { key: 'flu-2026', words: 'Influenza vaccination', on: '2026-10-08', batch: 'INV26A' }),
  gpVaccination(context, { key: 'pneumococcal', words: 'Pneumococcal polysaccharide vaccination', on: '2012-11-15' }),
  gpVaccination(context, { key: 'shingles', words: 'Shingles vaccination', on: '2017-04-06' }),
];

const lists = [
  gpList(context, { key: 'allergies', items: allergies, asOf: AS_OF }),
  gpList(context, {
    key: 'medications',
    items: medicines,
    asOf: AS_OF,
    warnings: [
      {
        code: 'data-in-transit',
        note: 'Part of the record is still on its way from the practice before; older items may be missing.',
      },
    ],
  }),
  gpList(context, { key: 'problems', items: problems, asOf: AS_OF }),
  gpList(context, { key: 'immunisations', items: vaccinations, asOf: AS_OF }),
  gpList(context, { key: 'investigations', items: bloods, asOf: AS_OF }),
  gpList(context, { key: 'uncategorised', items: readings, asOf: AS_OF }),
];

export const zofiaGp: readonly FhirResource[] = [
  ...gpFrame(context),
  ...lists,
  ...medicines,
  ...problems,
  ...allergies,
  ...readings,
  ...bloods,
  ...vaccinations,
];
