/** Vaccinations that were given; those that were not are told in words (IPS 2.0.1, "Immunizations"). */
import type { Immunization } from 'fhir/r4.js';
import { dayWords } from '../../explain/day-words.ts';
import { compareText } from '../../facts/fact.ts';
import type { SummaryContext } from './summary-context.ts';
import { summarySection, type SummarySection } from './summary-section.ts';
import { conceptWords } from './words.ts';
import { element, table } from './xhtml.ts';

type Vaccination = Immunization & { id: string };

/** Systems of codes that say why there is no name. */
const NO_NAME: ReadonlySet<string> = new Set([
  'http://terminology.hl7.org/CodeSystem/v3-NullFlavor',
  'http://hl7.org/fhir/v3/NullFlavor',
  'http://terminology.hl7.org/CodeSystem/data-absent-reason',
]);

export function immunizationsSection(context: SummaryContext): SummarySection | undefined {
  const all = context
    .asserted('Immunization')
    .map(named)
    .sort((a, b) => compareText(dateOf(b), dateOf(a)) || compareText(a.id, b.id));
  const given = all.filter(({ status }) => status === 'completed');
  const notGiven = all.filter(({ status }) => status === 'not-done');
  return summarySection(context, 'immunizations', {
    entries: given,
    told: [
      ...(given.length === 0 ? [] : [table(['Date', 'Vaccine', 'Lot', 'Recorded by'], rowsOf(context, given))]),
      ...notGiven.map((vaccination) => {
        const reason = conceptWords(vaccination.statusReason);
        const why = reason === undefined ? '' : `: ${reason}`;
        return element('p', `Not given (${dateWords(vaccination)}): ${nameOf(vaccination)}${why}.`);
      }),
    ],
  });
}

/** GP Connect names the vaccination in an extension, and gives a code that says "unknown" in its place. */
function named(vaccination: Vaccination): Vaccination {
  const procedure = vaccination.extension?.find(({ url }) => /VaccinationProcedure-\d{1,2}$/.test(url));
  const { coding = [], text } = vaccination.vaccineCode;
  const isNamed = text !== undefined || coding.some(({ system }) => system !== undefined && !NO_NAME.has(system));
  const vaccineCode = isNamed ? undefined : procedure?.valueCodeableConcept;
  return vaccineCode === undefined ? vaccination : { ...vaccination, vaccineCode };
}

/** One row for what reads alike on one day; the entries stay apart. */
function rowsOf(context: SummaryContext, given: readonly Vaccination[]): readonly (readonly string[])[] {
  const rows = new Map<
    string,
    { readonly first: Vaccination; readonly lots: Set<string>; readonly sources: Set<string> }
  >();
  for (const vaccination of given) {
    const key = `${dateWords(vaccination)} ${nameOf(vaccination).toLowerCase()}`;
    const row = rows.get(key) ?? { first: vaccination, lots: new Set(), sources: new Set() };
    rows.set(key, row);
    if (vaccination.lotNumber !== undefined) row.lots.add(vaccination.lotNumber);
    row.sources.add(context.sourceOf(vaccination));
  }
  return [...rows.values()].map(({ first, lots, sources }) => [
    dateWords(first),
    nameOf(first),
    [...lots].sort(compareText).join(', '),
    [...sources].sort(compareText).join(', '),
  ]);
}

function nameOf({ vaccineCode }: Vaccination): string {
  return conceptWords(vaccineCode) ?? 'without a name';
}

function dateOf({ occurrenceDateTime, recorded }: Vaccination): string {
  return occurrenceDateTime ?? recorded ?? '';
}

function dateWords({ occurrenceDateTime, occurrenceString }: Vaccination): string {
  return dayWords(occurrenceDateTime ?? occurrenceString ?? 'not said');
}
