/**
 * Which dose forms are one therapy (`docs/rules.md`, forms): tablets, capsules and caplets join; liquids, patches, eye
 * drops and the like stay apart. A record that leaves the form unsaid may be several classes.
 */
import type { MedicationFact } from '../facts/medication-fact.ts';
import type { DoseForm } from '../terminology/medicine-reading.ts';

/** Classes a form may mean; one where it is said exactly. */
const CLASSES_OF_FORM: Readonly<Record<DoseForm, readonly string[]>> = {
  tablet: ['oral-solid'],
  capsule: ['oral-solid'],
  caplet: ['oral-solid'],
  dispersible: ['oral-solid'],
  chewable: ['oral-solid'],
  orodispersible: ['oral-solid'],
  'oral-liquid': ['oral-liquid'],
  sachet: ['sachet'],
  sublingual: ['sublingual'],
  buccal: ['buccal'],
  lozenge: ['lozenge'],
  suppository: ['suppository'],
  pessary: ['pessary'],
  enema: ['enema'],
  vaginal: ['vaginal', 'pessary'],
  patch: ['patch'],
  cream: ['cream'],
  ointment: ['ointment'],
  gel: ['gel'],
  lotion: ['lotion'],
  foam: ['foam'],
  shampoo: ['shampoo'],
  'topical-solution': ['topical-solution'],
  topical: ['cream', 'ointment', 'gel', 'lotion', 'foam', 'topical-solution'],
  eye: ['eye'],
  ear: ['ear'],
  nasal: ['nasal'],
  mouthwash: ['mouthwash'],
  'metered-dose-inhaler': ['metered-dose-inhaler'],
  'dry-powder-inhaler': ['dry-powder-inhaler'],
  nebuliser: ['nebuliser'],
  inhaler: ['metered-dose-inhaler', 'dry-powder-inhaler'],
  injection: ['injection'],
  implant: ['implant'],
  device: ['device'],
  dressing: ['dressing'],
  other: ['other'],
};

/** What a dose unit says of the form ("take 2 tablets" of an unsaid form). */
const CLASSES_OF_DOSE_UNIT: Readonly<Record<string, readonly string[]>> = {
  tablet: ['oral-solid', 'sublingual', 'buccal'],
  capsule: ['oral-solid', 'dry-powder-inhaler'],
  caplet: ['oral-solid'],
  puff: ['metered-dose-inhaler', 'dry-powder-inhaler'],
  inhalation: ['metered-dose-inhaler', 'dry-powder-inhaler'],
  patch: ['patch'],
  suppository: ['suppository'],
  pessary: ['pessary'],
  sachet: ['sachet'],
  drop: ['eye', 'ear', 'nasal', 'oral-liquid'],
  spray: ['nasal', 'sublingual'],
};

const CLASSES_OF_ROUTE: Readonly<Record<string, readonly string[]>> = {
  'enteral-tube': ['oral-solid', 'oral-liquid', 'sachet'],
  oral: ['oral-solid', 'oral-liquid', 'sachet', 'lozenge'],
  sublingual: ['sublingual'],
  buccal: ['buccal'],
  rectal: ['suppository', 'enema'],
  vaginal: ['pessary', 'vaginal'],
  inhaled: ['metered-dose-inhaler', 'dry-powder-inhaler', 'nebuliser'],
  nebulised: ['nebuliser'],
  subcutaneous: ['injection', 'implant'],
  intramuscular: ['injection'],
  intravenous: ['injection'],
  transdermal: ['patch', 'gel'],
  ophthalmic: ['eye'],
  otic: ['ear'],
  nasal: ['nasal'],
  topical: ['cream', 'ointment', 'gel', 'lotion', 'foam', 'topical-solution', 'shampoo'],
};

/** Form classes the record may mean, sorted; undefined where nothing is said at all. */
export function formClasses(fact: MedicationFact): readonly string[] | undefined {
  const { form, release, gastroResistant } = fact.reading;
  if (form !== undefined) return CLASSES_OF_FORM[form];
  // "Metformin MR 500mg": only solid oral products are told apart by release.
  if (release !== undefined || gastroResistant) return CLASSES_OF_FORM.tablet;
  const byUnit = CLASSES_OF_DOSE_UNIT[fact.dosage?.perDose?.unit ?? ''];
  const byRoute = CLASSES_OF_ROUTE[fact.dosage?.route ?? ''];
  if (byUnit && byRoute) {
    const both = byUnit.filter((item) => byRoute.includes(item));
    return both.length > 0 ? both : byUnit;
  }
  return byUnit ?? byRoute;
}
