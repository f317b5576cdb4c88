/**
 * Allergies and intolerances, those that ended included and said so (IPS 2.0.1, "Allergies and Intolerances"). "None known" is
 * coded only where a source states it, nothing contradicts it, and every source was read (law L6).
 */
import type { AllergyIntolerance } from 'fhir/r4.js';
import { dayWords } from '../../explain/day-words.ts';
import { compareText } from '../../facts/fact.ts';
import { firstCode } from '../../facts/common.ts';
import { completeAllergy } from './complete-required.ts';
import { speakersOfDispute } from './disputed.ts';
import { noneKnownConcept, statedNone } from './stated-none.ts';
import { statusWords } from './status-words.ts';
import type { SummaryContext } from './summary-context.ts';
import { summarySection, type SummarySection } from './summary-section.ts';
import { withNotes } from './with-notes.ts';
import { conceptWords } from './words.ts';
import { element, table, type Content, type Markup } from './xhtml.ts';

type Allergy = AllergyIntolerance & { id: string };

export function allergiesSection(context: SummaryContext): SummarySection | undefined {
  const all = context.unified('AllergyIntolerance');
  const stating = all.filter((allergy) => statedNone(allergy) !== undefined && isHeld(allergy));
  const named = all.filter((allergy) => statedNone(allergy) === undefined);
  const ruledOut = named.filter((allergy) => firstCode(allergy.verificationStatus) === 'refuted');
  const listed = named
    .filter((allergy) => !ruledOut.includes(allergy))
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        compareText(nameOf(context, a).toLowerCase(), nameOf(context, b).toLowerCase()) ||
        compareText(a.id, b.id),
    );
  const none = listed.length === 0 && context.gaps('allergies').length === 0 ? stating : [];
  return summarySection(context, 'allergies', {
    entries: [
      ...listed.flatMap((allergy) => entriesOf(context, allergy)),
      ...none.map((allergy) => withNotes(context, coded(context, allergy), allergy, '')),
    ],
    told: [
      ...(listed.length === 0 ? [] : [allergiesTable(context, listed)]),
      ...stating.map((allergy) => statedWords(context, allergy, listed.length > 0)),
      ...ruledOut.map((allergy) =>
        element('p', `Ruled out, so not listed: ${nameOf(context, allergy)} (${whoOf(context, allergy)}).`),
      ),
    ],
  });
}

/** A statement that ended or was refuted states nothing any more. */
function isHeld({ clinicalStatus, verificationStatus }: Allergy): boolean {
  const status = firstCode(clinicalStatus);
  return (status === undefined || status === 'active') && firstCode(verificationStatus) !== 'refuted';
}

/** What can kill first, what ended last. */
function rank({ criticality, clinicalStatus, reaction }: Allergy): number {
  const status = firstCode(clinicalStatus);
  if (status !== undefined && status !== 'active') return 2;
  return criticality === 'high' || reaction?.some(({ severity }) => severity === 'severe') === true ? 0 : 1;
}

function nameOf({ names }: SummaryContext, allergy: Allergy): string {
  return names.nameOf(allergy);
}

function whoOf(context: SummaryContext, allergy: Allergy): string {
  return context.sourcesOf(allergy).join(', ') || 'a source';
}

function allergiesTable(context: SummaryContext, allergies: readonly Allergy[]): Markup {
  const headings = ['Allergy or intolerance', 'Reaction', 'Criticality', 'Status', 'Recorded', 'Recorded by'];
  return table(
    headings,
    allergies.map((allergy) => rowOf(context, allergy)),
  );
}

function rowOf(context: SummaryContext, allergy: Allergy): readonly Content[] {
  const verification = firstCode(allergy.verificationStatus);
  const status = statusWords(context, allergy, firstCode(allergy.clinicalStatus));
  return [
    [element('b', nameOf(context, allergy)), ...context.differences(allergy)],
    reactionWords(allergy),
    allergy.criticality ?? (hasDisputedSeverity(context, allergy) ? 'sources differ' : 'not said'),
    verification === undefined || verification === 'confirmed' ? status : [status, verification],
    allergy.recordedDate === undefined ? 'not said' : dayWords(allergy.recordedDate),
    context.sourcesOf(allergy).join(', '),
  ];
}

function hasDisputedSeverity(context: SummaryContext, allergy: Allergy): boolean {
  return context.differs(allergy, 'severity-or-stage-differs');
}

function reactionWords({ reaction }: Allergy): Content {
  const lines = (reaction ?? []).map(({ manifestation, severity, description }) => {
    const what = manifestation.flatMap((concept) => conceptWords(concept) ?? []).join(', ');
    return [what, severity, description].filter((part) => part !== undefined && part !== '').join(', ');
  });
  const told = lines.filter((line) => line !== '');
  return told.length === 0 ? 'not said' : [...new Set(told)];
}

function statedWords(context: SummaryContext, allergy: Allergy, isContradicted: boolean): Markup {
  const who = context.sourcesOf(allergy).join(', ') || 'A source';
  const against = isContradicted && statedNone(allergy) === 'allergies' ? ' That stands against the list above.' : '';
  return element('p', `${who} states: ${nameOf(context, allergy)}.${against}`);
}

function coded({ input }: SummaryContext, allergy: Allergy): Allergy {
  const what = statedNone(allergy);
  return what === undefined ? allergy : { ...allergy, code: noneKnownConcept(what, allergy.code, input.version) };
}

function entriesOf(context: SummaryContext, allergy: Allergy): readonly Allergy[] {
  const status = statusWords(context, allergy, firstCode(allergy.clinicalStatus));
  const apart = speakersOfDispute(context, allergy);
  const entries = apart.length > 0 ? apart : [allergy];
  return entries.map((entry) => completeAllergy(withNotes(context, entry, allergy, status)));
}
