/** The invented people of the sandbox. */
import type { SandboxPerson } from './person.ts';
import { milo, dana } from './milo/identity.ts';
import { miloGp } from './milo/gp.ts';
import { miloHospital } from './milo/hospital.ts';
import { miloSpecialist } from './milo/specialist.ts';
import { miloTruth } from './milo/truth.ts';
import { rhiannon } from './rhiannon/identity.ts';
import { rhiannonGp } from './rhiannon/gp.ts';
import { rhiannonHospital } from './rhiannon/hospital.ts';
import { rhiannonSpecialist } from './rhiannon/specialist.ts';
import { rhiannonTruth } from './rhiannon/truth.ts';
import { theo } from './theo/identity.ts';
import { theoGp } from './theo/gp.ts';
import { theoHospital } from './theo/hospital.ts';
import { theoSpecialist } from './theo/specialist.ts';
import { theoTruth } from './theo/truth.ts';
import { zofia } from './zofia/identity.ts';
import { zofiaGp } from './zofia/gp.ts';
import { zofiaHospital } from './zofia/hospital.ts';
import { zofiaSpecialist } from './zofia/specialist.ts';
import { zofiaTruth } from './zofia/truth.ts';

export const SANDBOX_PEOPLE: readonly SandboxPerson[] = [
  {
    identity: zofia,
    readBy: undefined,
    records: { gp: zofiaGp, hospital: zofiaHospital, specialist: zofiaSpecialist },
    truth: zofiaTruth,
  },
  {
    identity: milo,
    readBy: { identity: dana, as: 'parent' },
    records: { gp: miloGp, hospital: miloHospital, specialist: miloSpecialist },
    truth: miloTruth,
  },
  {
    identity: rhiannon,
    readBy: undefined,
    records: { gp: rhiannonGp, hospital: rhiannonHospital, specialist: rhiannonSpecialist },
    truth: rhiannonTruth,
  },
  {
    identity: theo,
    readBy: undefined,
    records: { gp: theoGp, hospital: theoHospital, specialist: theoSpecialist },
    truth: theoTruth,
  },
];
