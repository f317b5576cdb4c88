/** Whether an entry names anything at all: what names nothing stands alone, always (matching: "no name, 'see letter'"). */

/**
 * Words that may stand in an entry without naming anything (matching: "no name, 'see letter', degraded code without text:
 * alone, always"). An entry of nothing but these names nothing, however they are put together.
 */
const GENERAL_WORDS: ReadonlySet<string> = new Set(
  (
    'a n above added advice advised advisory allergic allergies allergy also an and another any appointment as ask at ' +
    'attached available be been before below by capsule capsules card carer chart chemist clinic community condition ' +
    'conditions consultant contact continue cream current details detail device diagnosis diagnoses direct directed ' +
    'discharge discuss disease disorder doctor does dose drops drug drugs entered entry existing family for free from ' +
    'further given gp has have he hospital i illness in information inhaler injection instructions is issue item items ' +
    'it known labelled leaflet letter list listed local me med medical medication medications medicine medicines meds ' +
    'misc miscellaneous more my n/a na name named needed new next nil no none not note notes nothing now nurse of old on ' +
    'or other our out patient per pharmacist pharmacy pill pills please practice prescribed prescription previous problem ' +
    'problems product product(s) provided record recorded records refer repeat required review said same script see seen ' +
    'separate several she sheet specialist specified state stated still stopped summary supplied supply surgery symptom ' +
    'symptoms tablet tablets tba tbc text the their them this to under unknown unnamed unspecified usual various ward was ' +
    'we with without yes yet you your'
  ).split(' '),
);

/** Longer entries say something, whatever it is. Words. */
const GENERAL_UP_TO = 12;

/** @param foldedWords by `foldWords`. */
export function namesNothing(foldedWords: string): boolean {
  if (foldedWords.length < 3) return true;
  if (foldedWords.length > 160) return false;
  const words = foldedWords.split(/[\s,;:.!?()"'/–-]+/).filter((word) => word !== '');
  return words.length <= GENERAL_UP_TO && words.every((word) => GENERAL_WORDS.has(word) || /^\d+$/.test(word));
}
