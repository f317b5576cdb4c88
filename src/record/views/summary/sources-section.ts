/** Which sources the summary rests on, how each stands, and what is not in it (law L7). */
import type { CompositionSection } from 'fhir/r4.js';
import type { SourceCompleteness, SourceState } from '../../completeness.ts';
import { dayWords } from '../../explain/day-words.ts';
import { listWarnings, noLongerReturned } from './gaps.ts';
import type { SummaryContext } from './summary-context.ts';
import { SECTIONS, type SectionKind } from './tables/sections.ts';
import { element, list, narrative, table, type Markup } from './xhtml.ts';

const STATE_WORDS: Readonly<Record<SourceState, string>> = {
  complete: 'read in full',
  partial: 'read in part',
  stale: 'older data: the last reading failed',
  failed: 'could not be read',
  'needs-sign-in': 'sign-in has ended',
  withheld: 'withheld',
};

const TITLE = 'Sources of this summary';
const KINDS = Object.keys(SECTIONS) as readonly SectionKind[];

export function sourcesSection(context: SummaryContext): CompositionSection {
  const { completeness } = context.input;
  const withheld = KINDS.filter((kind) => context.isWithheld(kind));
  const items = [
    ...new Set([
      ...KINDS.flatMap((kind) => context.gaps(kind)),
      ...listWarnings(context.input),
      ...noLongerReturned(context.input),
    ]),
  ];
  return {
    title: TITLE,
    code: { text: TITLE },
    text: narrative([
      ...(completeness.length === 0 ? [] : [table(['Source', 'State', 'Last read', 'Notes'], completeness.map(rowOf))]),
      ...(withheld.length === 0
        ? []
        : [
            element(
              'p',
              `Asked for without the right to read all of: ${withheld.map((kind) => SECTIONS[kind].words).join(', ')}.`,
            ),
          ]),
      ...(items.length === 0 ? [] : [element('p', element('b', 'What may be missing:')), list(items)]),
      ...standing(),
    ]),
  };
}

function rowOf({ title, state, lastSuccess, reason }: SourceCompleteness): readonly string[] {
  return [title, STATE_WORDS[state], lastSuccess === undefined ? 'not known' : dayWords(lastSuccess), reason ?? ''];
}

function standing(): readonly Markup[] {
  return [
    element(
      'p',
      'Assembled by software from the sources named here; no clinician has checked it. Something that is not listed may still be so. Orders in it are not to be acted on.',
    ),
  ];
}

/** One paragraph for the top of the document. */
export function completenessWords({ input }: SummaryContext): string {
  const { completeness } = input;
  if (completeness.length === 0) return 'No source is linked, so nothing is known.';
  const told = completeness.map(
    ({ title, state, lastSuccess }) =>
      `${title}: ${STATE_WORDS[state]}${lastSuccess === undefined ? '' : ` (${dayWords(lastSuccess)})`}`,
  );
  return `${told.join('; ')}.`;
}
