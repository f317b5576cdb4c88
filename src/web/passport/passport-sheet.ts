/** The passport in words: what stands on the sheet, line by line, whether it is then a page or a PDF. Pure. */
import { OWN_SOURCE } from '../../record/own/own-source.ts';
import type { Passport } from '../../services/passport/passport.ts';
import type { Words } from '../locales/words.ts';
import { completenessItems, asOfLine } from './completeness-items.ts';
import type { PassportChoices, PassportPart } from './passport-choices.ts';
import { PASSPORT_PARTS } from './passport-choices.ts';
import { own, sentence, written, type Line, type Run } from './sentence.ts';
import { allergyItem, conditionItem, contactItem, medicineItem, vaccinationItem } from './sheet-items.ts';

export interface SheetItem {
  readonly title: Line;
  readonly lines: readonly SheetLine[];
}

export interface SheetLine {
  readonly runs: Line;
  /** `said`: a main thing, as the dose; `differs`: sources against each other; `beside`: who says so, what for. */
  readonly weight: 'said' | 'differs' | 'beside';
}

export interface SheetSection {
  /** Unique on the sheet. */
  readonly id: string;
  readonly heading: string;
  readonly notes: readonly Line[];
  readonly items: readonly SheetItem[];
  /** Empty lines to write on. */
  readonly ruled: number;
}

export interface PassportSheet {
  readonly title: Line;
  /** Who it is about and as of when. */
  readonly intro: readonly Line[];
  readonly sections: readonly SheetSection[];
  /** One line for the foot of every page. */
  readonly foot: Line;
}

export interface SheetContext {
  readonly words: Words;
  /** How a source is called on the sheet. */
  readonly who: (source: string) => Run;
}

export interface SheetInput {
  /** '' where nobody says one. */
  readonly name: string;
  readonly choices: PassportChoices;
  readonly titleOf: (source: string) => string;
  /** ISO instant of the printing. */
  readonly madeAt: string;
}

const LINES_TO_WRITE_ON = 4;

export function passportSheet(passport: Passport, words: Words, input: SheetInput): PassportSheet {
  const { choices, name } = input;
  const who = (source: string) =>
    source === OWN_SOURCE ? own(words.text('passport:me')) : written(input.titleOf(source));
  const context: SheetContext = { words, who };
  const has = (part: PassportPart) => choices.parts.has(part);
  const t = (key: string) => words.text(`passport:${key}`);
  const called = name === '' ? own(words.text('common:nameNotKnown')) : written(name);
  const asOf = asOfLine(passport.completeness, words);

  const details: Line[] = [];
  if (has('details') && passport.birthDate !== undefined)
    details.push([own(`${t('born')} ${words.day(passport.birthDate)}`)]);
  if (has('number') && passport.nhsNumber !== undefined)
    details.push([own(`${t('number')} `), written(spaced(passport.nhsNumber))]);

  const section = (id: PassportPart, items: readonly SheetItem[], notes: readonly Line[] = []): SheetSection[] =>
    has(id)
      ? [
          {
            id,
            heading: t(`part.${id}`),
            items,
            notes: items.length > 0 ? notes : [[own(t(`none.${id}`))], [own(t('noneIsNotNo'))]],
            ruled: 0,
          },
        ]
      : [];

  const toWrite = ['write-aids', 'write-changes', 'write-notes'].map((id): SheetSection => ({
    id,
    heading: t(`part.${id}`),
    notes: [],
    items: [],
    ruled: LINES_TO_WRITE_ON,
  }));
  return {
    title: sentence(words, 'passport:titleOf', { name: called }),
    intro: [...details, asOf],
    sections: [
      ...(passport.contacts.length > 0
        ? section(
            'contacts',
            passport.contacts.map((item) => contactItem(item, context)),
          )
        : []),
      ...section(
        'allergies',
        passport.allergies.map((item) => allergyItem(item, context)),
      ),
      ...section(
        'regular',
        passport.regular.map((item) => medicineItem(item, context)),
      ),
      ...section(
        'as-needed',
        passport.asNeeded.map((item) => medicineItem(item, context)),
      ),
      ...section(
        'conditions',
        passport.conditions.map((item) => conditionItem(item, context)),
      ),
      ...section(
        'vaccinations',
        passport.vaccinations.map((item) => vaccinationItem(item, context)),
      ),
      ...(has('write') ? toWrite : []),
      {
        id: 'sources',
        heading: t('part.sources'),
        notes: closingNotes(passport, choices, input.madeAt, words),
        items: completenessItems(passport.completeness, context),
        ruled: 0,
      },
    ],
    foot: [called, own('. '), ...asOf],
  };
}

function closingNotes(passport: Passport, choices: PassportChoices, madeAt: string, words: Words): readonly Line[] {
  // Own details left out are no gap in what is said of the person's health.
  const leftOut = PASSPORT_PARTS.filter(
    (part) => !choices.parts.has(part) && !['details', 'number', 'contacts', 'write'].includes(part),
  ).map((part) => own(words.text(`passport:part.${part}`)));
  return [
    sentence(words, 'passport:mayMiss'),
    ...(leftOut.length > 0 ? [sentence(words, 'passport:leftOut', { parts: leftOut })] : []),
    ...(passport.past > 0 ? [sentence(words, 'passport:past', { count: passport.past })] : []),
    ...(passport.quarantined > 0
      ? [sentence(words, 'record:completeness.quarantined', { count: passport.quarantined })]
      : []),
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
