/** How each thing on the passport reads: its name, then what is said of it, each source's words beside the others'. Pure. */
import { OWN_SOURCE } from '../../record/own/own-source.ts';
import type { CareContact } from '../../services/passport/care-contacts.ts';
import type { PassportAllergy } from '../../services/passport/passport-allergies.ts';
import type { PassportMedicine } from '../../services/passport/passport-medicines.ts';
import type { PassportCondition } from '../../services/passport/passport.ts';
import type { Said } from '../../services/passport/source-words.ts';
import type { Vaccination } from '../../services/passport/vaccinations.ts';
import type { SheetContext, SheetItem, SheetLine } from './passport-sheet.ts';
import { own, sentence, written, type Line, type Run } from './sentence.ts';

/** Codes of FHIR that have words of ours; another one is shown as it is. */
const STATUSES: ReadonlySet<string> = new Set([
  'active',
  'completed',
  'stopped',
  'cancelled',
  'on-hold',
  'intended',
  'not-taken',
  'unknown',
  'draft',
  'entered-in-error',
  'recurrence',
  'relapse',
  'inactive',
  'remission',
  'resolved',
]);
const SEVERITIES: ReadonlySet<string> = new Set(['mild', 'moderate', 'severe']);

export function medicineItem(medicine: PassportMedicine, context: SheetContext): SheetItem {
  const { words } = context;
  return {
    title: [written(medicine.name)],
    lines: [
      ...named(medicine.names, context),
      ...doses(medicine, context),
      ...statuses(medicine.statuses, context),
      ...medicine.taking.map(({ how, reason }): SheetLine => {
        const key = `passport:taking.${how}`;
        const line =
          reason === undefined ? sentence(words, key) : sentence(words, `${key}-because`, { reason: written(reason) });
        return { runs: line, weight: 'differs' };
      }),
      ...(medicine.mayBe.length > 0
        ? [differing(sentence(words, 'passport:mayBe', { names: medicine.mayBe.map(written) }))]
        : []),
      beside(
        medicine.reasons.length > 0
          ? sentence(words, 'passport:for', { reasons: medicine.reasons.map(written) })
          : sentence(words, 'passport:forNotRecorded'),
        saidBy(medicine.saidBy, context),
      ),
    ],
  };
}

export function allergyItem(allergy: PassportAllergy, context: SheetContext): SheetItem {
  const { words } = context;
  const reactions = allergy.reactions.map(({ text, severity, by }): SheetLine => {
    const known = severity !== undefined && SEVERITIES.has(severity) ? severity : undefined;
    const reaction = written(text);
    const line =
      known === undefined
        ? sentence(words, 'passport:reaction', { reaction })
        : sentence(words, `passport:reaction-${known}`, { reaction });
    const several = allergy.reactions.length > 1;
    return { runs: [...line, ...(several ? byWhom(by, context) : [])], weight: 'said' };
  });
  return {
    title: [written(allergy.name)],
    lines: [
      ...named(allergy.names, context),
      ...reactions,
      ...statuses(allergy.statuses, context),
      beside(
        reactions.length > 0 ? [] : sentence(words, 'passport:reactionNotRecorded'),
        saidBy(allergy.saidBy, context),
      ),
    ],
  };
}

export function conditionItem(condition: PassportCondition, context: SheetContext): SheetItem {
  return {
    title: [written(condition.name)],
    lines: [
      ...named(condition.names, context),
      ...statuses(condition.statuses, context),
      beside([], saidBy(condition.saidBy, context)),
    ],
  };
}

export function contactItem({ name, telephone, by }: CareContact, context: SheetContext): SheetItem {
  const { words } = context;
  const number = telephone === undefined ? [] : sentence(words, 'passport:telephone', { number: written(telephone) });
  return { title: [written(name)], lines: [beside(number, saidBy(by, context))] };
}

export function vaccinationItem({ name, day, by }: Vaccination, context: SheetContext): SheetItem {
  const { words } = context;
  const when = day === undefined ? sentence(words, 'passport:dayNotRecorded') : [own(`${words.day(day)}.`)];
  return { title: [written(name)], lines: [beside(when, saidBy(by, context))] };
}

/** Where the sources call it differently, none of them is the one who is right. */
function named(names: readonly Said[], context: SheetContext): readonly SheetLine[] {
  return names.map(({ text, by }) => ({ runs: [...sayers(by, context), written(text)], weight: 'differs' }));
}

function doses({ doses: told, dosesDiffer }: PassportMedicine, context: SheetContext): readonly SheetLine[] {
  const { words } = context;
  if (told.length === 0) return [{ runs: sentence(words, 'passport:doseNotRecorded'), weight: 'said' }];
  if (!dosesDiffer) return told.map(({ text }) => ({ runs: [written(text)], weight: 'said' }));
  return [
    differing(sentence(words, 'passport:dosesDiffer')),
    ...told.map(({ text, by }): SheetLine => ({ runs: [...sayers(by, context), written(text)], weight: 'differs' })),
  ];
}

function statuses(told: readonly Said[], context: SheetContext): readonly SheetLine[] {
  const { words } = context;
  const status = ({ text }: Said): Run =>
    STATUSES.has(text) ? own(words.text(`passport:status.${text}`)) : written(text);
  const [first, ...others] = told;
  if (first === undefined) return [];
  if (others.length === 0) return [differing([status(first)])];
  return told.map((item) => differing([...sayers(item.by, context), status(item)]));
}

/** "Harbour Lane Surgery: " */
function sayers(by: readonly string[], { words, who }: SheetContext): Line {
  return by.length === 0 ? [] : [...sentence(words, 'passport:sayer', { who: by.map(who) }), own(' ')];
}

/** " (Harbour Lane Surgery)" */
function byWhom(by: readonly string[], { words, who }: SheetContext): Line {
  return by.length === 0 ? [] : [own(' '), ...sentence(words, 'passport:byWhom', { who: by.map(who) })];
}

function saidBy(sources: readonly string[], context: SheetContext): Line {
  const { words, who } = context;
  if (sources.length === 0) return sentence(words, 'passport:saidByNobodyHere');
  if (sources.every((source) => source === OWN_SOURCE)) return sentence(words, 'passport:mine');
  return sentence(words, 'passport:saidBy', { who: sources.map(who) });
}

function differing(runs: Line): SheetLine {
  return { runs, weight: 'differs' };
}

function beside(first: Line, second: Line): SheetLine {
  return { runs: first.length === 0 ? second : [...first, own(' '), ...second], weight: 'beside' };
}
