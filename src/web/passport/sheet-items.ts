/** How each thing on the passport reads: its name, then what is said of it, each source's words beside the others'. Pure. */
import type { AllergyRow, NoneStatement } from '../allergies/allergy-list.ts';
import type { ConditionRow } from '../conditions/condition-list.ts';
import type { ShownMedicine } from '../medicines/medicine-list.ts';
import type { MedicineRow } from '../../services/medicine-rows.ts';
import type { VaccinationGroup, VaccinationRow } from '../vaccinations/vaccination-list.ts';
import type { CareContact } from './care-contacts.ts';
import { productLines } from './product-lines.ts';
import { beside, differenceLines, joined, saidBy, statusLines } from './sheet-lines.ts';
import type { SheetContext, SheetItem, SheetLine } from './sheet.ts';
import { own, sentence, written, type Line, type Run } from './sentence.ts';

const SEVERITIES: ReadonlySet<string> = new Set(['mild', 'moderate', 'severe']);

/** @param isHere whether a related medicine is on the sheet too. */
export function medicineItem(
  row: ShownMedicine,
  isHere: (reference: string) => boolean,
  context: SheetContext,
): SheetItem {
  const { words } = context;
  const related = row.relatedTo.filter(({ reference }) => isHere(reference));
  const { taking } = row.own;
  return {
    title: medicineTitle(row, context),
    after: [],
    lines: [
      ...productLines(row, context),
      ...statusLines(row.statuses, 'medicines', context),
      ...differenceLines(row.otherDifferences, 'medicines', context),
      ...(taking === undefined ? [] : [takingLine(taking.content, context)]),
      ...(related.length === 0
        ? []
        : [differing(sentence(words, 'passport:mayBe', { names: related.map(({ name }) => named(name, context)) }))]),
      beside(
        row.reasons.length > 0
          ? sentence(words, 'passport:for', { reasons: row.reasons.map(({ value }) => written(value)) })
          : sentence(words, 'passport:forNotRecorded'),
        saidBy(
          row.statedBy.map(({ title }) => title),
          context,
        ),
      ),
    ],
  };
}

export function allergyItem(row: AllergyRow, context: SheetContext): SheetItem {
  const { words } = context;
  const reactions = row.reactions.map(({ what, severity, who }): SheetLine => {
    const known = severity !== undefined && SEVERITIES.has(severity) ? words.text(`passport:severity.${severity}`) : '';
    const reaction: readonly Run[] = [
      ...(what === undefined ? [] : [written(what)]),
      ...(known === '' ? [] : [own(what === undefined ? known : `${words.language.signs.comma}${known}`)]),
    ];
    const line: Line = [own(`${words.text('passport:reaction')} `), ...reaction];
    return { runs: row.reactions.length > 1 ? [...line, ...byWhom(who, context)] : line, weight: 'said' };
  });
  return {
    title: [named(row.what, context)],
    after: [],
    lines: [
      ...reactions,
      ...(row.criticality === 'high' ? [differing([own(words.text('passport:highRisk'))])] : []),
      ...statusLines(row.statuses, 'things', context),
      ...differenceLines(row.differences, 'things', context),
      beside(
        reactions.length > 0 ? [] : sentence(words, 'passport:reactionNotRecorded'),
        saidBy(row.statedBy, context),
      ),
    ],
  };
}

export function conditionItem(row: ConditionRow, context: SheetContext): SheetItem {
  return {
    title: [named(row.what, context)],
    after: saidBy(row.statedBy, context),
    lines: [...statusLines(row.statuses, 'things', context), ...differenceLines(row.differences, 'things', context)],
  };
}

/** What a source says of there being none is its statement, and no item of the list (law L6). */
export function statementLine({ words: text, who }: Pick<NoneStatement, 'words' | 'who'>, context: SheetContext): Line {
  return sentence(context.words, 'passport:statement', { who: who.map(context.who), words: named(text, context) });
}

export function contactItem({ name, telephone, who }: CareContact, context: SheetContext): SheetItem {
  const number =
    telephone === undefined ? [] : sentence(context.words, 'passport:telephone', { number: written(telephone) });
  return { title: [written(name)], after: joined(number, saidBy(who, context)), lines: [] };
}

/** Entries that may tell of one vaccination stand together. */
export function vaccinationItems({ rows }: VaccinationGroup, context: SheetContext): readonly SheetItem[] {
  return rows.map((row, index) => ({
    title: [named(row.what, context)],
    after: joined(vaccinationDay(row, context), saidBy([row.who], context)),
    lines: index === 0 ? [] : [differing(sentence(context.words, 'passport:maybeSameVaccination'))],
  }));
}

function vaccinationDay({ when, whenWords }: VaccinationRow, { words }: SheetContext): Line {
  if (when !== undefined) return [own(`${words.day(when)}.`)];
  return whenWords === undefined ? sentence(words, 'passport:dayNotRecorded') : [written(whenWords), own('.')];
}

/** The day that a medicine began tells it from another one of its name. */
function medicineTitle(row: MedicineRow, context: SheetContext): Line {
  const name = named(row.name, context);
  const { start } = row.period;
  if (!row.hasNamesake || start === undefined) return [name];
  return [name, own(' '), ...sentence(context.words, 'medicines:namesake', { day: own(context.words.day(start)) })];
}

function takingLine(
  { how, reason }: { readonly how: string; readonly reason: string | undefined },
  { words }: SheetContext,
): SheetLine {
  const key = `passport:taking.${how}`;
  return differing(reason === undefined ? sentence(words, key) : [...sentence(words, key), own(' '), written(reason)]);
}

function byWhom(who: readonly string[], context: SheetContext): Line {
  return who.length === 0
    ? []
    : [own(' '), ...sentence(context.words, 'passport:byWhom', { who: who.map(context.who) })];
}

function named(name: string | undefined, { words }: SheetContext): Run {
  return name === undefined ? own(words.text('things:noName')) : written(name);
}

function differing(runs: Line): SheetLine {
  return { runs, weight: 'differs' };
}
