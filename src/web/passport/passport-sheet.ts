/** The passport in words: what stands on the sheet, line by line, whether it is then a page or a PDF. Pure. */
import { OWN_SOURCE } from '../../record/own/own-source.ts';
import type { Words } from '../locales/words.ts';
import { asOfLine, completenessItems, lettersLine, placeLetters } from './completeness-items.ts';
import type { Passport } from './passport.ts';
import { PASSPORT_PARTS, type PassportChoices, type PassportPart } from './passport-choices.ts';
import { own, sentence, written, type Line } from './sentence.ts';
import {
  allergyItem,
  conditionItem,
  contactItem,
  medicineItem,
  statementLine,
  vaccinationItems,
} from './sheet-items.ts';
import type { PassportSheet, SheetContext, SheetItem, SheetSection } from './sheet.ts';

export interface SheetInput {
  /** '' where nobody says one. */
  readonly name: string;
  readonly choices: PassportChoices;
  readonly titleOf: (source: string) => string;
  /** ISO instant of the printing. */
  readonly madeAt: string;
}

const LINES_TO_WRITE_ON = 4;
const TO_WRITE = ['write-aids', 'write-changes', 'write-notes'] as const;
/** Left out, these are no gap in what is said of the person's health. */
const NO_GAP: ReadonlySet<PassportPart> = new Set(['details', 'number', 'contacts', 'write']);

export function passportSheet(passport: Passport, words: Words, input: SheetInput): PassportSheet {
  const { choices, name, titleOf } = input;
  const isOwn = (title: string) => title === titleOf(OWN_SOURCE);
  const who = (title: string) => (isOwn(title) ? own(words.text('passport:me')) : written(title));
  const letters = placeLetters(passport.completeness);
  const letter = (title: string) => {
    const known = letters.get(title);
    return known === undefined ? who(title) : own(known);
  };
  const called = name === '' ? own(words.text('common:nameNotKnown')) : written(name);
  const asOf = asOfLine(passport.completeness, words);
  return {
    title: sentence(words, 'passport:titleOf', { name: called }),
    intro: [...detailLines(passport, choices, words), asOf, ...lettersLine(letters, words)],
    sections: [
      ...chosenSections(passport, choices, { words, who, letter, isOwn }),
      {
        id: 'sources',
        heading: words.text('passport:part.sources'),
        notes: closingNotes(passport, choices, input.madeAt, words),
        items: completenessItems(passport.completeness, words),
        after: [],
        ruled: 0,
      },
    ],
    foot: [called, own('. '), ...asOf],
  };
}

function detailLines({ birthDate, nhsNumber }: Passport, { parts }: PassportChoices, words: Words): readonly Line[] {
  const lines: Line[] = [];
  if (parts.has('details') && birthDate !== undefined)
    lines.push(sentence(words, 'passport:born', { day: own(words.day(birthDate)) }));
  if (parts.has('number') && nhsNumber !== undefined)
    lines.push(sentence(words, 'passport:number', { number: written(spaced(nhsNumber)) }));
  return lines;
}

function chosenSections(
  passport: Passport,
  { parts }: PassportChoices,
  context: SheetContext,
): readonly SheetSection[] {
  const { words } = context;
  const { allergies, medicines, conditions } = passport;
  const taken = [...medicines.regular, ...medicines.asNeeded];
  const isHere = (reference: string) => taken.some((row) => row.reference === reference);
  const section = (
    id: PassportPart,
    items: readonly SheetItem[],
    statements: readonly Line[] = [],
  ): readonly SheetSection[] => {
    if (!parts.has(id)) return [];
    const none: readonly Line[] =
      items.length > 0 ? [] : [sentence(words, `passport:none.${id}`), sentence(words, 'passport:noneIsNotNo')];
    return [{ id, heading: words.text(`passport:part.${id}`), notes: none, items, after: statements, ruled: 0 }];
  };
  const allergyItems = allergies.current.map((row) => allergyItem(row, context));
  const vaccinations = passport.vaccinations.flatMap((group) => vaccinationItems(group, context));
  const contacts = passport.contacts.map((contact) => contactItem(contact, context));
  const statedNone = medicines.statedNone.map((row) =>
    statementLine({ words: row.name, who: row.statedBy.map(({ title }) => title) }, context),
  );
  const regular = medicines.regular.map((row) => medicineItem(row, isHere, context));
  const asNeeded = medicines.asNeeded.map((row) => medicineItem(row, isHere, context));
  return [
    ...(contacts.length > 0 ? section('contacts', contacts) : []),
    ...section(
      'allergies',
      allergyItems,
      allergies.statements.map((statement) => [
        ...statementLine(statement, context),
        ...(statement.isDenied ? [own(` ${words.text('allergies:against')}`)] : []),
      ]),
    ),
    ...section('regular', regular, statedNone),
    ...section('as-needed', asNeeded),
    ...section(
      'conditions',
      conditions.current.map((row) => conditionItem(row, context)),
      conditions.statedNone.map((statement) => statementLine(statement, context)),
    ),
    ...section('vaccinations', vaccinations),
    ...(parts.has('write')
      ? TO_WRITE.map((id): SheetSection => {
          const heading = words.text(`passport:part.${id}`);
          return { id, heading, notes: [], items: [], after: [], ruled: LINES_TO_WRITE_ON };
        })
      : []),
  ];
}

function closingNotes(passport: Passport, { parts }: PassportChoices, madeAt: string, words: Words): readonly Line[] {
  const leftOut = PASSPORT_PARTS.filter((part) => !parts.has(part) && !NO_GAP.has(part)).map((part) =>
    own(words.text(`passport:part.${part}`)),
  );
  const { past, quarantined } = passport;
  return [
    sentence(words, 'passport:mayMiss'),
    ...(leftOut.length > 0 ? [sentence(words, 'passport:leftOut', { parts: leftOut })] : []),
    ...(past > 0 ? [sentence(words, 'passport:past', { count: past })] : []),
    ...(quarantined > 0 ? [sentence(words, 'record:completeness.quarantined', { count: quarantined })] : []),
    ...(words.language.isDraft ? [sentence(words, 'common:draftTranslation')] : []),
    sentence(words, 'common:notNhs'),
    sentence(words, 'common:noReview'),
    sentence(words, 'passport:madeAt', { when: own(words.instant(madeAt)) }),
  ];
}

/** As it is printed on letters: 999 123 4567. */
function spaced(nhsNumber: string): string {
  return nhsNumber.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');
}
