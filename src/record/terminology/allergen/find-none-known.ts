/** Decides whether an entry says that no allergies are known, and of what kind. "None recorded" and "not asked" say nothing (design law L6). */
import { stripEnd } from '../../strip-end.ts';
import type { CodedText } from '../coded-text.ts';
import { canonicalSystem } from '../code-systems.ts';
import type { AllergenReading } from '../allergen-reading.ts';

export type NoneKnown = AllergenReading['noneKnown'];

const SNOMED = 'http://snomed.info/sct';
const ABSENT_UNKNOWN = /\/absent-unknown-uv-ips\/?$/;

/** SNOMED CT situations, and the codes of IPS 1.1 (CodeSystem absent-unknown-uv-ips). */
const CODES: ReadonlyMap<string, NonNullable<NoneKnown>> = new Map([
  ['716186003', 'all'],
  ['409137002', 'drug'],
  ['429625007', 'food'],
  ['428607008', 'environment'],
  ['no-known-allergies', 'all'],
  ['no-known-medication-allergies', 'drug'],
  ['no-known-food-allergies', 'food'],
  ['no-known-environmental-allergies', 'environment'],
]);

const ABBREVIATIONS: ReadonlyMap<string, NonNullable<NoneKnown>> = new Map([
  ['nka', 'all'],
  ['nkda', 'drug'],
  ['nkma', 'drug'],
  ['nkfa', 'food'],
  ['nkea', 'environment'],
  ['none known', 'all'],
  ['nil known', 'all'],
]);

/** Nobody looked, or nothing was written down: that is no statement about the person. */
const NOT_SAID =
  /\b(?:record|document|on file|asked|information|info|unknown|unable|not known|assess|review|data|enter)/;
const NO = /^(?:no|nil|denies(?: any)?|has no|there are no|negative for|not aware of any|patient has no)\b/;
const ALLERGY =
  /\b(?:allerg\w{0,5}|hypersensitivit\w{0,3}|sensitivit\w{0,3}|intoleranc\w{0,2}|adverse (?:drug )?reactions?)\b/;
/** All that may stand in such a sentence: anything else is a substance ("no penicillin allergy"). */
const FILLER: ReadonlySet<string> = new Set(
  (
    'no nil denies any has there are is not aware of patient negative for known current reported identified significant ' +
    'drug drugs medication medications medicine medicines medicinal food foods environmental environment substance ' +
    'substances to or and other currently adverse reaction reactions situation finding disorder'
  ).split(' '),
);
const FILLER_STEM = /^(?:allerg|hypersensitivit|sensitivit|intoleranc)\w*$/;

function namesSubstance(plain: string): boolean {
  const words = plain.replaceAll('at this time', ' ').match(/\w+/g) ?? [];
  return words.some((word) => /[a-z]/.test(word) && !FILLER.has(word) && !FILLER_STEM.test(word));
}

/** The scope of "none known"; undefined where the entry does not say so. */
export function findNoneKnown(code: CodedText | undefined): NoneKnown {
  for (const coding of code?.coding ?? []) {
    const system = canonicalSystem(coding.system) ?? '';
    const found = CODES.get(coding.code ?? '');
    if (found !== undefined && (system === SNOMED || ABSENT_UNKNOWN.test(system))) return found;
  }
  for (const words of [code?.text, ...(code?.coding ?? []).map(({ display }) => display)]) {
    const found = words === undefined ? undefined : noneKnownInWords(words);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function noneKnownInWords(words: string): NoneKnown {
  const plain = words.slice(0, 200).toLowerCase().trim();
  const short = stripEnd(plain, /[.\s]/).replace(/[().]/g, '');
  const abbreviation = ABBREVIATIONS.get(short) ?? ABBREVIATIONS.get(short.split(/ ?- ?/)[0] ?? '');
  if (abbreviation !== undefined) return abbreviation;
  const startsNo = NO.test(plain) || /^not allergic to anything/.test(plain) || /\bnone known\b/.test(plain);
  if (!startsNo || NOT_SAID.test(plain) || !(ALLERGY.test(plain) || /\bnone known\b/.test(plain))) return undefined;
  if (namesSubstance(plain) && !/^(?:not allergic to anything)/.test(plain) && !/\bnone known\b/.test(plain))
    return undefined;
  const kinds = [
    /\b(?:drug|medic)/.test(plain) ? ('drug' as const) : undefined,
    /\bfood/.test(plain) ? ('food' as const) : undefined,
    /\benvironment/.test(plain) ? ('environment' as const) : undefined,
  ].filter((kind) => kind !== undefined);
  // "No drug or food allergies" is less than none at all: the scope that is surely meant.
  return kinds[0] ?? 'all';
}

/** "No penicillin allergy", "not allergic to …", "not asked": words that name a substance without asserting an allergy to it. */
export function deniesAllergy(words: string): boolean {
  const plain = words.slice(0, 200).toLowerCase().trim();
  return (
    /^(?:no|nil|not|denies|negative for|unknown|never)\b/.test(plain) ||
    /\b(?:ruled out|excluded|refuted|not confirmed|tolerated|resolved|de-?labelled|not allergic|no longer allergic|family history)\b/.test(
      plain,
    )
  );
}
