/** One section of the Composition with the resources it needs; what an empty one says (IPS 2.0.1, "Empty Sections & Missing Data"). */
import type { CompositionSection } from 'fhir/r4.js';
import type { R4Resource } from '../../fhir/types.ts';
import { noInformationEntry } from './no-information.ts';
import type { SummaryContext } from './summary-context.ts';
import { RECOMMENDED_SECTIONS, REQUIRED_SECTIONS, SECTIONS, type SectionKind } from './tables/sections.ts';
import { element, list, narrative, type Markup } from './xhtml.ts';

export interface SummarySection {
  readonly section: CompositionSection;
  readonly entries: readonly R4Resource[];
}

export interface SectionContent {
  readonly entries: readonly R4Resource[];
  /** Shown above what may be missing; a section without entries may have some too. */
  readonly told: readonly Markup[];
}

const LOINC = 'http://loinc.org';
const EMPTY_REASON = 'http://terminology.hl7.org/CodeSystem/list-empty-reason';

/** @returns undefined where the section has nothing to say and need not be there. */
export function summarySection(
  context: SummaryContext,
  kind: SectionKind,
  content: SectionContent,
): SummarySection | undefined {
  const gaps = context.gaps(kind);
  const notes = [...(context.isWithheld(kind) ? [withheldWords(kind)] : []), ...gaps];
  const { entries } = content;
  if (entries.length > 0 || (content.told.length > 0 && !REQUIRED_SECTIONS.has(kind))) {
    // Outside the required sections IPS 1.1 lets no section be without an entry either.
    if (entries.length === 0 && context.input.version === '1.1') return undefined;
    return {
      entries,
      section: sectionOf(kind, [...content.told, ...mayBeIncomplete(notes)], {
        ...(entries.length === 0
          ? {}
          : { entry: entries.map(({ resourceType, id }) => ({ reference: `${resourceType}/${id}` })) }),
      }),
    };
  }
  return emptySection(context, kind, content.told, notes);
}

function emptySection(
  context: SummaryContext,
  kind: SectionKind,
  told: readonly Markup[],
  notes: readonly string[],
): SummarySection | undefined {
  const isRequired = REQUIRED_SECTIONS.has(kind);
  const { version } = context.input;
  const isTold = isRequired || (version === '2.0' && RECOMMENDED_SECTIONS.has(kind) && notes.length > 0);
  if (!isTold) return undefined;
  const { words } = SECTIONS[kind];
  const { code, text } = emptyReason(context, kind);
  const shown = [
    element(
      'p',
      element('b', `No ${kind === 'medications' || kind === 'problems' ? 'current ' : ''}${words} listed. `),
      text,
    ),
    ...told,
    ...asList(notes),
  ];
  if (version === '2.0') {
    const emptyReason = { coding: [{ system: EMPTY_REASON, code }], text };
    return { entries: [], section: sectionOf(kind, shown, { emptyReason }) };
  }
  const entry = noInformationEntry(kind, context.input.record.patient.id);
  const reference = `${entry.resourceType}/${entry.id}`;
  return { entries: [entry], section: sectionOf(kind, shown, { entry: [{ reference }] }) };
}

/**
 * `notasked` where every source was read and none records anything: nobody said that there are none, and that nobody was asked
 * is the weaker claim. `nilknown` is never given: it is a clinician's judgement.
 */
function emptyReason(context: SummaryContext, kind: SectionKind): { readonly code: string; readonly text: string } {
  const { words } = SECTIONS[kind];
  if (context.isWithheld(kind))
    return { code: 'withheld', text: `This summary was asked for without the right to read ${words}.` };
  if (context.gaps(kind).length > 0)
    return { code: 'unavailable', text: `Not every source could be read in full, so there may be ${words}.` };
  return { code: 'notasked', text: 'No source records any. None says that there are none.' };
}

function withheldWords(kind: SectionKind): string {
  return `This summary was asked for without the right to read all ${SECTIONS[kind].words}.`;
}

function mayBeIncomplete(notes: readonly string[]): readonly Markup[] {
  return notes.length === 0 ? [] : [element('p', element('b', 'This may be incomplete.')), ...asList(notes)];
}

function asList(notes: readonly string[]): readonly Markup[] {
  return notes.length === 0 ? [] : [list(notes)];
}

function sectionOf(
  kind: SectionKind,
  told: readonly Markup[],
  rest: Pick<CompositionSection, 'entry' | 'emptyReason'>,
): CompositionSection {
  const { loinc, title } = SECTIONS[kind];
  return { title, code: { coding: [{ system: LOINC, code: loinc }] }, text: narrative(told), ...rest };
}
