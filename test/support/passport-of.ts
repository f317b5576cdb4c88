/** The passport of a reconciled record, without a gateway around it. */
import type { ToldCompleteness } from '../../src/web/record/told-completeness.ts';
import type { ReconciledRecord } from '../../src/record/reconciled-record.ts';
import type { Person } from '../../src/ports/people.ts';
import type { PersonEntry } from '../../src/ports/person-entries.ts';
import { findLanguage, ENGLISH, type LanguageCode } from '../../src/web/locales/languages.ts';
import { readFontFiles } from '../../src/web/passport/pdf/open-fonts.ts';
import { writePassportPdf } from '../../src/web/passport/pdf/write-passport-pdf.ts';
import { createPassport, type Passport } from '../../src/web/passport/passport.ts';
import { PASSPORT_PARTS, type PassportChoices } from '../../src/web/passport/passport-choices.ts';
import { passportSheet } from '../../src/web/passport/passport-sheet.ts';
import type { PassportSheet } from '../../src/web/passport/sheet.ts';
import { wordsIn } from '../unit/web/words-in.ts';
import { medicinesOf, thingInput } from './page-lists.ts';

export const NOW = '2026-03-01T10:00:00.000Z';

const person: Person = {
  id: 'subject',
  issuer: 'https://sign-in.example',
  subject: 'ada',
  name: { text: 'Ada Invented', family: undefined, given: [] },
  birthDate: '1950-03-02',
  identifiers: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9991047263', verifiedBy: 'x' }],
} as unknown as Person;

export function completenessOf(record: ReconciledRecord): readonly ToldCompleteness[] {
  const sources = [...new Set(record.sourceRecords.map(({ source }) => source))].sort();
  return sources.map((source) => ({
    source,
    title: `The ${source}`,
    state: 'complete',
    lastSuccess: '2026-02-28T09:00:00.000Z',
    reason: undefined,
    types: [],
    noLongerReturned: 0,
    warnings: [],
  }));
}

export function passportOf(record: ReconciledRecord, entries: readonly PersonEntry[] = []): Passport {
  const input = thingInput(record);
  const page = {
    ...input,
    medicines: medicinesOf(input),
    answer: { record, completeness: completenessOf(record), stamps: new Map(), gone: new Map(), digest: '' },
  };
  return createPassport({ person, page, entries });
}

export function choicesOf(more: Partial<PassportChoices> = {}): PassportChoices {
  return { parts: new Set(PASSPORT_PARTS), size: 'a4', print: 'ordinary', language: ENGLISH, ...more };
}

export function languageOf(code: LanguageCode) {
  return findLanguage(code) ?? ENGLISH;
}

export function sheetOf(passport: Passport, choices = choicesOf(), name = 'Ada Invented'): PassportSheet {
  const titleOf = (source: string) => `The ${source}`;
  return passportSheet(passport, wordsIn(choices.language.code), { name, choices, titleOf, madeAt: NOW });
}

const fonts = readFontFiles();

export async function pdfOf(sheet: PassportSheet, choices = choicesOf()): Promise<Buffer> {
  return writePassportPdf({ sheet, choices, words: wordsIn(choices.language.code), fonts, madeAt: new Date(NOW) });
}
