/** A question that was made from the lists, as the page and as plain text say it. Pure. */
import { OWN_SOURCE } from '../../record/own/own-source.ts';
import type { AskedQuestion, MadeQuestion, QuestionLine, Questions } from '../../services/questions.ts';
import { quotable } from '../../services/own-entry-faults.ts';
import type { Words } from '../locales/words.ts';
import { ITEM_STATUSES } from '../record/tables/item-statuses.ts';
import { sorted, type ValueSort } from '../things/told-difference.ts';

export interface ValueView {
  readonly value: string;
  /** The value is a code with words of its own in the catalogue. */
  readonly isCode: boolean;
  /** How any other value is put in words. */
  readonly sort: ValueSort;
  /** Titles of sources; empty where it is the person's own. */
  readonly who: readonly string[];
}

export interface QuestionView extends Omit<AskedQuestion, 'made'> {
  readonly made: Omit<MadeQuestion, 'lines'>;
  readonly lines: readonly QuestionLineView[];
}

export interface QuestionLineView {
  /** Key of what differs. */
  readonly what: string;
  readonly values: readonly ValueView[];
}

export interface QuestionsView {
  readonly ask: readonly QuestionView[];
  readonly asked: readonly QuestionView[];
  readonly leftOut: readonly QuestionView[];
  /** About things that are over; not asked unless the person says so. */
  readonly past: readonly QuestionView[];
}

/** Codes that stand for words of ours; any other value is shown as its source wrote it. */
const CODED_LINES: ReadonlySet<string> = new Set(['status-differs', 'verification-differs']);
const CODES: ReadonlySet<string> = new Set([...ITEM_STATUSES, 'confirmed', 'unconfirmed', 'refuted']);

export function questionsView({ asked }: Pick<Questions, 'asked'>, titleOf: (source: string) => string): QuestionsView {
  const views = asked.map((question) => questionView(question, titleOf));
  const isFolded = ({ isTouched, made }: QuestionView) => !isTouched && made.isPast;
  return {
    ask: views.filter((view) => view.state === 'ask' && !isFolded(view)),
    asked: views.filter(({ state }) => state === 'asked'),
    leftOut: views.filter(({ state }) => state === 'leave-out'),
    past: views.filter(isFolded),
  };
}

export function questionView({ made, ...rest }: AskedQuestion, titleOf: (source: string) => string): QuestionView {
  return { ...rest, made, lines: made.lines.map((line) => lineView(line, titleOf)) };
}

function lineView({ code, values }: QuestionLine, titleOf: (source: string) => string): QuestionLineView {
  const shown = values.map(({ value, sources }): ValueView => ({
    ...sorted(code, value),
    isCode: CODED_LINES.has(code) && CODES.has(value),
    who: sources.filter((source) => source !== OWN_SOURCE).map(titleOf),
  }));
  const isRisk = shown.some(({ sort }) => sort === 'criticality');
  return { what: isRisk ? 'things:riskDiffers' : `questions:what.${code}`, values: shown };
}

/** What many places say may be longer than a person would write. */
const LONGEST_KEPT = 1_900;

/** Cut between characters. */
export function keptQuestionText(text: string): string {
  return Array.from(text).slice(0, LONGEST_KEPT).join('');
}

/** Several lines, for a text area and for keeping: what may not stand in an entry is left out of what sources wrote. */
export function questionText(words: Words, view: QuestionView): string {
  return quotable(linesOf(words, view));
}

function saidIn(words: Words, { value, isCode, sort }: Omit<ValueView, 'who'>): string {
  if (isCode) return words.text(`questions:value.${value}`);
  switch (sort) {
    case 'day':
      return words.day(value);
    case 'criticality':
      return words.text(`things:criticality.${value}`);
    case 'by-code':
      return words.text('things:byCode', { what: value });
    case 'by-text':
      return words.text('things:byText', { what: value });
    default:
      return value;
  }
}

function linesOf(words: Words, { made, lines }: QuestionView): string {
  const name = words.list(made.names);
  const { taking } = made;
  if (taking !== undefined) {
    const reason = taking.reason === undefined ? [] : [words.text('questions:because', { reason: taking.reason })];
    return [words.text(`questions:taking.${taking.how}`, { name }), ...reason, words.text('questions:end.taking')].join(
      '\n',
    );
  }
  const told = lines.flatMap(({ what, values }) => {
    const label = words.text(what);
    return values.map(({ who, ...item }) => {
      const said = saidIn(words, item);
      const text = who.length === 0 ? words.text('questions:iSay', { value: said }) : `${words.list(who)}: ${said}`;
      return made.form === 'differs' || made.form === 'status' ? `${label}${words.language.signs.stop}${text}` : text;
    });
  });
  return [
    words.text(`questions:about.${made.form}`, { name }),
    ...told,
    ...(made.reason === undefined
      ? []
      : [words.text('questions:reason', { reason: words.text(`things:reason.${made.reason}`) })]),
    words.text(`questions:end.${made.type}.${made.form}`),
  ].join('\n');
}
