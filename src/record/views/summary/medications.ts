/** Medicines that are or may be current, with dose and who says so (IPS 2.0.1, "Medication Summary": one entry per medicine). */
import type { MedicationStatement } from 'fhir/r4.js';
import { dayWords } from '../../explain/day-words.ts';
import { compareText } from '../../facts/fact.ts';
import { completeMedication } from './complete-required.ts';
import { lastEntry } from './last-entry.ts';
import { noneKnownConcept, statedNone } from './stated-none.ts';
import { statusWords } from './status-words.ts';
import type { SummaryContext } from './summary-context.ts';
import { summarySection, type SummarySection } from './summary-section.ts';
import { withNotes } from './with-notes.ts';
import { conceptWords, dosageWords, periodWords } from './words.ts';
import { element, list, table, type Content, type Markup } from './xhtml.ts';

type Therapy = MedicationStatement & { id: string };

/** `unknown` is what the sources dispute or none says: it may be current. The order of the list. */
const CURRENT = ['active', 'unknown', 'intended', 'on-hold'];
const PAST_SHOWN = 20;

export function medicationsSection(context: SummaryContext): SummarySection | undefined {
  const all = context.unified('MedicationStatement');
  const stating = all.filter((therapy) => statedNone(therapy) !== undefined);
  const therapies = all.filter((therapy) => statedNone(therapy) === undefined);
  const current = therapies
    .filter(({ status }) => CURRENT.includes(status))
    .sort(
      (a, b) =>
        CURRENT.indexOf(a.status) - CURRENT.indexOf(b.status) ||
        compareText(nameOf(context, a).toLowerCase(), nameOf(context, b).toLowerCase()) ||
        compareText(a.id, b.id),
    );
  const past = therapies.filter(({ status }) => !CURRENT.includes(status) && status !== 'entered-in-error');
  const none = current.length === 0 && context.gaps('medications').length === 0 ? stating : [];
  return summarySection(context, 'medications', {
    entries: [
      ...current.map((therapy) => entryOf(context, therapy)),
      ...none.map((therapy) => entryOf(context, coded(context, therapy))),
    ],
    told: [
      ...(current.length === 0 ? [] : [medicinesTable(context, current)]),
      ...stating.map((therapy) => statedWords(context, therapy)),
      ...pastWords(context, past),
    ],
  });
}

function nameOf({ names }: SummaryContext, therapy: Therapy): string {
  return names.nameOf(therapy);
}

function medicinesTable(context: SummaryContext, current: readonly Therapy[]): Markup {
  const headings = ['Medicine', 'Dose and instructions', 'Status', 'Since', 'For', 'Recorded by'];
  return table(
    headings,
    current.map((therapy) => rowOf(context, therapy)),
  );
}

function rowOf(context: SummaryContext, therapy: Therapy): readonly Content[] {
  const dosage = (therapy.dosage ?? []).map(dosageWords).filter((words) => words !== '');
  return [
    [element('b', nameOf(context, therapy)), ...context.differences(therapy)],
    dosage.length === 0 ? 'not said' : dosage,
    statusWords(context, therapy, therapy.status === 'unknown' ? undefined : therapy.status),
    sinceLines(context, therapy),
    (therapy.reasonCode ?? []).flatMap((reason) => conceptWords(reason) ?? []).join(', ') || 'not said',
    context.sourcesOf(therapy).join(', '),
  ];
}

function sinceLines(context: SummaryContext, therapy: Therapy): Content {
  const since = sinceWords(therapy) ?? 'not said';
  const last = lastEntry(context, therapy);
  return last === undefined || last === since ? since : [since, `last entry ${last}`];
}

function sinceWords({ effectivePeriod, effectiveDateTime }: Therapy): string | undefined {
  return periodWords(effectivePeriod) ?? (effectiveDateTime === undefined ? undefined : dayWords(effectiveDateTime));
}

function statedWords(context: SummaryContext, therapy: Therapy): Markup {
  const who = context.sourcesOf(therapy).join(', ') || 'A source';
  return element('p', `${who} states: ${nameOf(context, therapy)}.`);
}

function pastWords(context: SummaryContext, past: readonly Therapy[]): readonly Markup[] {
  if (past.length === 0) return [];
  const newest = [...past].sort(
    (a, b) => compareText(endOf(context, b), endOf(context, a)) || compareText(nameOf(context, a), nameOf(context, b)),
  );
  const shown = newest.slice(0, PAST_SHOWN).map((therapy) => {
    const last = lastEntry(context, therapy);
    const when = sinceWords(therapy) ?? (last === undefined ? undefined : `last entry ${last}`);
    return `${nameOf(context, therapy)}: ${therapy.status}${when === undefined ? '' : ` (${when})`}`;
  });
  const more = past.length - shown.length;
  return [
    element('p', element('b', 'Not current'), ' (stopped, completed or not taken in every source that says):'),
    list(more > 0 ? [...shown, `and ${more} more`] : shown),
  ];
}

function endOf(context: SummaryContext, therapy: Therapy): string {
  const { effectivePeriod } = therapy;
  return effectivePeriod?.end ?? lastEntry(context, therapy) ?? effectivePeriod?.start ?? '';
}

function coded({ input }: SummaryContext, therapy: Therapy): Therapy {
  const what = statedNone(therapy);
  if (what === undefined) return therapy;
  const concept = noneKnownConcept(what, therapy.medicationCodeableConcept, input.version);
  return { ...therapy, medicationCodeableConcept: concept };
}

function entryOf(context: SummaryContext, therapy: Therapy): Therapy {
  const status = statusWords(context, therapy, therapy.status === 'unknown' ? undefined : therapy.status);
  const noted = completeMedication(withNotes(context, therapy, therapy, status));
  const last = lastEntry(context, therapy);
  return last === undefined
    ? noted
    : { ...noted, note: [...(noted.note ?? []), { text: `Last entry of a source: ${last}.` }] };
}
