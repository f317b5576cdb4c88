/** What several kinds of things on the passport say alike: who says so, which statuses, what differs. Pure. */
import type { ValueSort } from '../things/told-difference.ts';
import type { SheetContext, SheetLine } from './sheet.ts';
import { own, sentence, written, type Line, type Run } from './sentence.ts';

/** Whose catalogue has the words. */
type Namespace = 'medicines' | 'things';

interface Value {
  readonly value: string;
  /** Titles of sources. */
  readonly who: readonly string[];
}

interface Difference {
  readonly code: string;
  readonly values: readonly (Value & { readonly sort: ValueSort })[];
}

/** Codes of FHIR that have words of ours; another one is shown as it is. */
const STATUSES: Readonly<Record<Namespace, ReadonlySet<string>>> = {
  medicines: new Set(['active', 'completed', 'stopped', 'on-hold', 'not-taken', 'intended', 'unknown']),
  things: new Set(['active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved', 'ended']),
};
const STATUS_KEYS: Readonly<Record<Namespace, string>> = { medicines: 'passport:status.', things: 'things:status.' };
const STATUS_LABELS: Readonly<Record<Namespace, string>> = {
  medicines: 'passport:takenNow',
  things: 'things:difference.status-differs',
};
/** Told by the statuses or by the statement below the list, or no reason to ask before something is taken or given. */
const UNTOLD: ReadonlySet<string> = new Set(['status-differs', 'denied', 'period-differs']);

/** One line for each value, with who says it. */
export function valueLines(values: readonly Value[], context: SheetContext): readonly SheetLine[] {
  return values.map(({ value, who }) => ({ runs: [...sayers(who, context), written(value)], weight: 'differs' }));
}

/** "The places differ. Strength:" */
export function differsLine(what: readonly Run[], { words }: SheetContext): SheetLine {
  return { runs: sentence(words, 'passport:differs', { what }), weight: 'differs' };
}

/** None where every source says that it is current, and for what is no medicine where nobody says. */
export function statusLines(
  statuses: readonly Value[],
  namespace: Namespace,
  context: SheetContext,
): readonly SheetLine[] {
  const status = (value: string) => statusRun(value, namespace, context);
  // What nobody says to be taken must not read as taken.
  if (statuses.length === 0 && namespace === 'medicines') return [{ runs: [status('unknown')], weight: 'differs' }];
  if (statuses.every(({ value }) => value === 'active')) return [];
  if (statuses.length === 1) return statuses.map(({ value }) => ({ runs: [status(value)], weight: 'differs' }));
  const what = own(context.words.text(STATUS_LABELS[namespace]));
  return [
    differsLine([what], context),
    ...statuses.map(({ value, who }): SheetLine => ({
      runs: [...sayers(who, context), status(value)],
      weight: 'differs',
    })),
  ];
}

export function differenceLines(
  differences: readonly Difference[],
  namespace: Namespace,
  context: SheetContext,
): readonly SheetLine[] {
  const { words } = context;
  return differences
    .filter(({ code }) => !UNTOLD.has(code))
    .flatMap(({ code, values }): SheetLine[] => {
      const isRisk = values.some(({ sort }) => sort === 'criticality');
      const what = own(words.text(isRisk ? 'things:riskDiffers' : `${namespace}:difference.${code}`));
      return [
        differsLine([what], context),
        ...values.map((value): SheetLine => ({
          runs: [...sayers(value.who, context), ...valueRuns(value, namespace, context)],
          weight: 'differs',
        })),
      ];
    });
}

/** By letters, which the head of the sheet explains: names would fill it. No number could be taken for a dose. */
export function saidBy(titles: readonly string[], { words, letter, isOwn }: SheetContext): Line {
  if (titles.length === 0) return sentence(words, 'passport:saidByNobodyHere');
  if (titles.every(isOwn)) return sentence(words, 'passport:mine');
  return sentence(words, 'passport:saidBy', { who: titles.map(letter) });
}

export function beside(first: Line, second: Line): SheetLine {
  return { runs: joined(first, second), weight: 'beside' };
}

/** One sentence after the other. */
export function joined(first: Line, second: Line): Line {
  return first.length === 0 || second.length === 0 ? [...first, ...second] : [...first, own(' '), ...second];
}

function statusRun(value: string, namespace: Namespace, { words }: SheetContext): Run {
  return STATUSES[namespace].has(value) ? own(words.text(`${STATUS_KEYS[namespace]}${value}`)) : written(value);
}

function valueRuns(
  { sort, value }: { readonly sort: ValueSort; readonly value: string },
  namespace: Namespace,
  context: SheetContext,
): Line {
  const { words } = context;
  switch (sort) {
    case 'day':
      return [own(words.day(value))];
    case 'status':
      return [statusRun(value, namespace, context)];
    case 'verification':
      return [own(words.text(`things:verification.${value}`))];
    case 'criticality':
      return [own(words.text(`things:criticality.${value}`))];
    case 'by-code':
      return sentence(words, 'things:byCode', { what: written(value) });
    case 'by-text':
      return sentence(words, 'things:byText', { what: written(value) });
    case 'not-said':
      return sentence(words, 'record:notRecorded');
    case 'written':
      return [written(value)];
  }
}

/** "Harbour Lane Surgery: " */
export function sayers(titles: readonly string[], { words, who }: SheetContext): Line {
  return titles.length === 0 ? [] : [...sentence(words, 'passport:sayer', { who: titles.map(who) }), own(' ')];
}
