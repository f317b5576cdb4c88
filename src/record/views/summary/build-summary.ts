/**
 * The International Patient Summary of a record: a document Bundle (HL7 FHIR IPS 2.0.1, or 1.1.0 where asked for; FHIR R4, 3.3
 * "Documents"). Pure: everything that could differ between two runs comes with the input.
 */
import { createHash } from 'node:crypto';
import type { Bundle, Composition, CompositionSection, Patient } from 'fhir/r4.js';
import { dayWords } from '../../explain/day-words.ts';
import { stringifyFhirJson } from '../../fhir/json.ts';
import type { R4Resource } from '../../fhir/types.ts';
import { dataAbsent } from '../../unify/emit-context.ts';
import { allergiesSection } from './allergies.ts';
import { differencesSection } from './differences.ts';
import { gather } from './gather.ts';
import { immunizationsSection } from './immunizations.ts';
import { ipsProfile } from './ips-version.ts';
import { medicationsSection } from './medications.ts';
import { observationSection, resultsSection } from './observations.ts';
import { advanceDirectivesSection, alertsSection, devicesSection, planOfCareSection } from './other-sections.ts';
import { otherThingsSection } from './other-things.ts';
import { pastProblemsSection, problemsSection } from './problems.ts';
import { proceduresSection } from './procedures.ts';
import { provenancesOf } from './provenances.ts';
import { completenessWords, sourcesSection } from './sources-section.ts';
import { createSummaryContext, type SummaryContext } from './summary-context.ts';
import type { SummaryInput } from './summary-input.ts';
import type { SummarySection } from './summary-section.ts';
import { nameWords } from './words.ts';
import { element, narrative } from './xhtml.ts';

const UNDATED = '1970-01-01T00:00:00Z';

export function buildSummary(input: SummaryInput): Bundle {
  const context = createSummaryContext(input);
  const lists = [
    alertsSection(context),
    allergiesSection(context),
    medicationsSection(context),
    problemsSection(context),
    pastProblemsSection(context),
    proceduresSection(context),
    immunizationsSection(context),
    resultsSection(context),
    observationSection(context, 'vital-signs'),
    devicesSection(context),
    observationSection(context, 'pregnancy'),
    observationSection(context, 'social-history'),
    planOfCareSection(context),
    advanceDirectivesSection(context),
    otherThingsSection(context),
  ].filter((section) => section !== undefined);
  const listed = listedFor(context, lists);
  const differences = differencesSection(context, listed);
  const sections = differences === undefined ? lists : [...lists, differences];
  const entries = sections.flatMap(({ entries }) => entries);
  const resources = gather(context, [input.record.device, ...entries, ...provenancesOf(context, listed)]);
  const patient = summaryPatient(input);
  const content = [patient, ...resources];
  const id = documentId([input.version, input.asOf, sections.map(({ section }) => section), content]);
  const composition = compositionOf(context, id, patient, [
    ...sections.map(({ section }) => section),
    sourcesSection(context),
  ]);
  const security = labelsOf(content);
  return {
    resourceType: 'Bundle',
    id,
    meta: { profile: [ipsProfile('Bundle', input.version)], ...(security.length === 0 ? {} : { security }) },
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id}` },
    type: 'document',
    timestamp: input.asOf ?? UNDATED,
    entry: [composition, ...content].map((resource) => ({
      fullUrl: `${input.baseUrl}/${resource.resourceType}/${resource.id}`,
      resource,
    })),
  };
}

/** What stands in the lists for each unified record: itself, or the records of the sources that dispute it. */
function listedFor(
  context: SummaryContext,
  sections: readonly SummarySection[],
): ReadonlyMap<string, readonly R4Resource[]> {
  const listed = new Map<string, R4Resource[]>();
  for (const resource of sections.flatMap(({ entries }) => entries)) {
    const reference = `${resource.resourceType}/${resource.id}`;
    const unified = context.unifiedOf(reference) ?? reference;
    listed.set(unified, [...(listed.get(unified) ?? []), resource]);
  }
  return listed;
}

function compositionOf(
  context: SummaryContext,
  id: string,
  patient: Patient,
  section: CompositionSection[],
): Composition & { id: string } {
  const { version, asOf, record } = context.input;
  const name = nameWords(patient.name?.[0]);
  const title = `Patient summary${name === undefined ? '' : ` of ${name}`}${asOf === undefined ? '' : `, ${dayWords(asOf)}`}`;
  return {
    resourceType: 'Composition',
    id,
    meta: { profile: [ipsProfile('Composition', version)] },
    language: 'en',
    text: narrative([
      element('p', element('b', title)),
      element('p', completenessWords(context)),
      element('p', 'Assembled by software; no clinician has checked it.'),
    ]),
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id}` },
    status: 'final',
    type: { coding: [{ system: 'http://loinc.org', code: '60591-5', display: 'Patient summary Document' }] },
    subject: { reference: `Patient/${record.patient.id}` },
    ...(asOf === undefined ? { date: UNDATED, _date: { extension: [dataAbsent('unknown')] } } : { date: asOf }),
    author: [{ reference: `Device/${record.device.id}` }],
    title,
    section,
  };
}

/**
 * The gateway's own Patient. A name and a birth date are wanted by the profile: where the gateway has none, or the viewer may not
 * read them, that is said in their place.
 */
function summaryPatient({ record, mayRead }: SummaryInput): Patient & { id: string } {
  const { id, identifier, name, gender, birthDate } = record.patient;
  if (!mayRead('Patient'))
    return { resourceType: 'Patient', id, name: [{ _text: absent('masked') }], _birthDate: absent('masked') };
  return {
    resourceType: 'Patient',
    id,
    ...(identifier === undefined ? {} : { identifier }),
    name: name ?? [{ _text: absent('unknown') }],
    ...(gender === undefined ? {} : { gender }),
    ...(birthDate === undefined ? { _birthDate: absent('unknown') } : { birthDate }),
  };
}

function absent(reason: 'unknown' | 'masked') {
  return { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: reason }] };
}

/** The document is at least as sensitive as each thing in it (design 6). */
function labelsOf(resources: readonly R4Resource[]) {
  const labels = resources.flatMap(({ meta }) => meta?.security ?? []);
  const byKey = new Map(labels.map((label) => [`${label.system ?? ''}|${label.code ?? ''}`, label]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, label]) => label);
}

/** A UUID made of the content (RFC 9562, version 8): another document whenever anything in it is another. */
function documentId(content: unknown): string {
  const hex = createHash('sha256').update(stringifyFhirJson(content), 'utf8').digest('hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
