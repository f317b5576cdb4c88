/** What Theo's GP record holds: one antibiotic course, and an allergy List with nothing in it. */
import type { FhirResource } from 'fhir/r3.js';
import { gpFrame } from '../builders/gp/gp-frame.ts';
import { gpList } from '../builders/gp/gp-list.ts';
import { gpTherapy } from '../builders/gp/gp-therapy.ts';
import type { GpContext } from '../builders/gp/gp-context.ts';
import { theo } from './identity.ts';

const context: GpContext = { identity: theo };
const AS_OF = '2026-11-17';

const medicines = gpTherapy(context, {
  key: 'flucloxacillin',
  product: { words: 'Flucloxacillin 500mg capsules' },
  kind: 'acute',
  plans: [
    {
      dose: 'One capsule four times a day for 7 days',
      from: '2026-08-03',
      to: '2026-08-10',
      status: 'completed',
      issues: ['2026-08-03'],
      quantity: [28, 'capsule'],
      days: 7,
    },
  ],
});

export const theoGp: readonly FhirResource[] = [
  ...gpFrame(context),
  gpList(context, { key: 'allergies', items: [], asOf: AS_OF }),
  gpList(context, { key: 'medications', items: medicines, asOf: AS_OF }),
  gpList(context, { key: 'problems', items: [], asOf: AS_OF }),
  gpList(context, { key: 'immunisations', items: [], asOf: AS_OF }),
  ...medicines,
];
