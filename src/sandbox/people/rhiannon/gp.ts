/** What Rhiannon's GP record holds. */
import type { FhirResource } from 'fhir/r3.js';
import { gpAllergy } from '../builders/gp/gp-allergy.ts';
import { gpFrame } from '../builders/gp/gp-frame.ts';
import { gpList } from '../builders/gp/gp-list.ts';
import { gpProblem } from '../builders/gp/gp-problem.ts';
import { gpReading } from '../builders/gp/gp-reading.ts';
import { gpTherapy } from '../builders/gp/gp-therapy.ts';
import type { GpContext } from '../builders/gp/gp-context.ts';
import type { GpTherapy } from '../builders/gp/gp-therapy.ts';
import { ALLERGEN, DISORDER, MOIETY, PRODUCT } from '../tables/codes.ts';
import type { KnownCode } from '../tables/codes.ts';
import { rhiannon } from './identity.ts';

const context: GpContext = { identity: rhiannon };
const AS_OF = '2026-11-19';
const ISSUES = ['2026-09-02', '2026-09-30', '2026-10-28'];

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

const medicines = [
  repeat('folic-acid', 'Folic acid 5mg tablets', [PRODUCT.folicAcid5], 'One tablet once a week', '2022-10-03', [
    4,
    'tablet',
  ]),
  repeat('sertraline', 'Sertraline 100mg tablets', [PRODUCT.sertraline100], 'One tablet each morning', '2023-03-14', [
    28,
    'tablet',
  ]),
  repeat('lithium', 'Lithium carbonate 400mg modified-release tablets', [], 'Two tablets at night', '2024-04-08', [
    56,
    'tablet',
  ]),
  repeat(
    'hydroxychloroquine',
    'Hydroxychloroquine 200mg tablets',
    [MOIETY.hydroxychloroquine],
    'One tablet twice a day',
    '2022-11-21',
    [56, 'tablet'],
  ),
  repeat('ibuprofen-tablets', 'Ibuprofen 400mg tablets', [], 'One tablet three times a day when needed', '2021-08-16', [
    84,
    'tablet',
  ]),
  {
    key: 'methotrexate',
    product: { words: 'Methotrexate 2.5mg tablets', codes: [MOIETY.methotrexate] },
    kind: 'repeat',
    prescribedElsewhere: true,
    plans: [
      {
        dose: 'Six tablets once a week',
        from: '2022-10-03',
        status: 'active',
        issues: [],
        quantity: [24, 'tablet'],
        days: 28,
      },
    ],
  } satisfies GpTherapy,
].flatMap((therapy) => gpTherapy(context, therapy));

const problems = [
  gpProblem(context, { key: 'rheumatoid', words: 'Rheumatoid arthritis', onset: '2022-09-12', status: 'active' }),
  gpProblem(context, {
    key: 'depression',
    words: 'Depressive disorder',
    codes: [DISORDER.depressiveDisorder],
    onset: '2023-03-14',
    status: 'active',
  }),
].flat();

const allergies = [
  gpAllergy(context, {
    key: 'none-known',
    words: 'No known allergies',
    codes: [ALLERGEN.noKnownAllergy],
    category: 'medication',
    recorded: '2021-08-16',
  }),
];

const readings = ['2026-03-03', '2026-06-02', '2026-09-02'].map((on, index) =>
  gpReading(context, { key: `gp-pulse-${String(index + 1)}`, words: 'Pulse rate', on, value: [72 + index, '/min'] }),
);

const confidential = {
  code: 'confidential-items',
  note: 'Items left out because of confidentiality or the person’s wishes.',
};

export const rhiannonGp: readonly FhirResource[] = [
  ...gpFrame(context),
  gpList(context, { key: 'allergies', items: allergies, asOf: AS_OF }),
  gpList(context, { key: 'medications', items: medicines, asOf: AS_OF, warnings: [confidential] }),
  gpList(context, { key: 'problems', items: problems, asOf: AS_OF, warnings: [confidential] }),
  gpList(context, { key: 'immunisations', items: [], asOf: AS_OF }),
  gpList(context, { key: 'uncategorised', items: readings, asOf: AS_OF }),
  ...medicines,
  ...problems,
  ...allergies,
  ...readings,
];
