/** Name and dose of a medicine on the passport: where products differ, no dose stands without the product it is a dose of. Pure. */
import type { SaidBy } from '../../services/said-by.ts';
import type { ShownMedicine } from '../medicines/medicine-list.ts';
import { differsLine, sayers, valueLines } from './sheet-lines.ts';
import type { SheetContext, SheetLine } from './sheet.ts';
import { own, sentence, written, type Line } from './sentence.ts';

/** "One tablet" of another strength is another dose, in the same words. */
export function productLines(row: ShownMedicine, context: SheetContext): readonly SheetLine[] {
  const { names, doses } = row;
  if (!row.nameDiffers || names.length === 0) return doseLines(row, context);
  const label = productLabel(row, context);
  // Who names two products does not say here which dose is of which.
  const namers = names.flatMap(({ who }) => who);
  const isPaired = names.length > 1 && new Set(namers).size === namers.length;
  if (!isPaired || doses.length === 0) return [label, ...valueLines(names, context), ...doseLines(row, context)];
  const unnamed = doses.flatMap((dose) => {
    const who = dose.who.filter((title) => !namers.includes(title));
    return who.length > 0 || dose.who.length === 0 ? [{ ...dose, who }] : [];
  });
  return [
    label,
    ...(row.dosesDiffer ? [dosesDifferLine(row, context)] : []),
    ...names.flatMap((name) => pairLines(name, doses, context)),
    ...valueLines(unnamed, context),
  ];
}

/** One line for each dose that those who name this product say, and one for those who say none. */
function pairLines(name: SaidBy, doses: readonly SaidBy[], context: SheetContext): readonly SheetLine[] {
  const { words } = context;
  const said = doses.flatMap(({ value, who }) => {
    const both = who.filter((title) => name.who.includes(title));
    const dose: Line = [...sentence(words, 'passport:sayer', { who: own(words.text('medicines:dose')) }), own(' ')];
    return both.length === 0 ? [] : [{ who: both, dose: [...dose, written(value)] }];
  });
  const silent = name.who.filter((title) => !said.some(({ who }) => who.includes(title)));
  const none = { who: silent, dose: sentence(words, 'passport:doseNotRecorded') };
  return [...said, ...(silent.length > 0 || name.who.length === 0 ? [none] : [])].map(({ who, dose }) => ({
    runs: [...sayers(who, context), written(name.value), own(words.language.signs.semicolon), ...dose],
    weight: 'differs',
  }));
}

/** Instructions that say the same in other words stand once: side by side they would read as two to follow. */
function doseLines(row: ShownMedicine, context: SheetContext): readonly SheetLine[] {
  const { words } = context;
  const { doses, dosesDiffer, dosesApart } = row;
  const [first] = doses;
  if (first === undefined) return [{ runs: sentence(words, 'passport:doseNotRecorded'), weight: 'said' }];
  if (dosesDiffer) return [dosesDifferLine(row, context), ...valueLines(doses, context)];
  // Of products that are not surely the same, or that one place gives in several ways, each says its own.
  if (!dosesApart && !row.nameDiffers) return [{ runs: [written(first.value)], weight: 'said' }];
  const each = sentence(words, 'passport:sayer', { who: own(words.text('medicines:doseEach')) });
  return [{ runs: each, weight: 'differs' }, ...valueLines(doses, context)];
}

/** Words that cannot be set against each other are no difference yet. */
function dosesDifferLine({ standing }: ShownMedicine, { words }: SheetContext): SheetLine {
  const key = standing === 'cannot compare' ? 'passport:dosesInOtherWords' : 'passport:dosesDiffer';
  return { runs: sentence(words, key), weight: 'differs' };
}

/** What of the product differs; only how it is written where another line tells what differs. */
function productLabel({ nameDifferences, names }: ShownMedicine, context: SheetContext): SheetLine {
  const { words } = context;
  if (names.length > 1)
    return differsLine(
      nameDifferences.map((code) => own(words.text(`medicines:difference.${code}`))),
      context,
    );
  const runs = sentence(words, 'passport:sayer', { who: own(words.text('medicines:writtenAs')) });
  return { runs, weight: 'differs' };
}
