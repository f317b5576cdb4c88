/** What every section needs of the record: names of sources, gaps, differences, and what may be read. */
import type { DetectedIssue, Extension, Reference } from 'fhir/r4.js';
import { issueCode, issuesByRecord, statedValuesOf } from '../../explain/issues-by-record.ts';
import { recordNames, type RecordNames } from '../../explain/record-names.ts';
import { dayWords } from '../../explain/day-words.ts';
import { toldApart } from '../../explain/told-apart.ts';
import { DIFFERENCE_WORDS } from '../../explain/tables/issue-words.ts';
import { EXTENSION } from '../../fhir/canonical.ts';
import type { R4Resource } from '../../fhir/types.ts';
import { compareText } from '../../facts/fact.ts';
import { gapsOf } from './gaps.ts';
import type { SummaryInput } from './summary-input.ts';
import { SECTIONS, type SectionKind } from './tables/sections.ts';

/** A resource of one type, as the viewer may read it. */
export type Readable<T extends R4Resource['resourceType']> = Extract<R4Resource, { resourceType: T }>;

export interface SummaryContext {
  readonly input: SummaryInput;
  readonly names: RecordNames;
  readonly subject: { readonly reference: string };
  /** Name of a unified record, with the day it began where another one that may be read is called alike. */
  titleOf(resource: R4Resource): string;
  /** Unified records of a type that may be read. */
  unified<T extends R4Resource['resourceType']>(type: T): readonly Readable<T>[];
  /** What the sources assert of a type that is not unified, without copies of what is there already. */
  asserted<T extends R4Resource['resourceType']>(type: T): readonly Readable<T>[];
  gaps(kind: SectionKind): readonly string[];
  /** True where the viewer may not read all that the section is made of. */
  isWithheld(kind: SectionKind): boolean;
  /** Title of the source a record came from. */
  sourceTitle(source: string): string;
  /** Title of the source that gave a record which is not unified. */
  sourceOf(resource: R4Resource): string;
  /** Titles of the sources whose records a unified one rests on, as far as they may be known. */
  sourcesOf(resource: R4Resource): readonly string[];
  /** `Sources differ, dose: GP: 5 mg (2024-01-02); Hospital: 10 mg`. */
  differences(resource: R4Resource): readonly string[];
  /** Whether the sources differ about it in this way. */
  differs(resource: R4Resource, code: string): boolean;
  /** The words of one issue. */
  differenceOf(issue: DetectedIssue): string;
  /** `<Type>/<id>` of the unified record that a source's record went into. */
  unifiedOf(reference: string): string | undefined;
  /** Issues that the viewer may read. */
  readonly issues: readonly (DetectedIssue & { id: string })[];
}

export function createSummaryContext(input: SummaryInput): SummaryContext {
  const { record, read } = input;
  const names = recordNames(record);
  const sourceTitles = new Map(input.completeness.map(({ source, title }) => [source, title]));
  const issues = record.issues.flatMap(({ id }) => {
    const issue = read(`DetectedIssue/${id}`);
    return issue?.resourceType === 'DetectedIssue' ? [issue] : [];
  });
  const ofRecord = issuesByRecord(issues);
  const unifiedOf = new Map(
    record.unified.flatMap(({ resource, members }) =>
      members.map((member) => [
        `${member.resource.resourceType}/${member.resource.id}`,
        `${resource.resourceType}/${resource.id}`,
      ]),
    ),
  );
  const sourceTitle = (source: string) => sourceTitles.get(source) ?? source;
  const titleOfRef = (reference: string) => {
    const source = names.sourceOf(reference);
    return source === undefined ? undefined : sourceTitle(source);
  };

  const titles = toldApart(
    record.unified.flatMap(({ resource }) => read(`${resource.resourceType}/${resource.id}`) ?? []),
    (resource) => names.nameOf(resource),
  );

  return {
    input,
    names,
    subject: { reference: `Patient/${record.patient.id}` },
    issues,
    titleOf: (resource) => titles.get(`${resource.resourceType}/${resource.id}`) ?? names.nameOf(resource),
    sourceTitle,
    unified: (type) => record.unified.flatMap(({ resource }) => readAs(type, resource)),
    asserted: (type) =>
      record.sourceRecords.flatMap(({ resource, standing }) =>
        standing === 'asserted' && resource.resourceType === type && isAbout(resource) && !repeatsOther(resource)
          ? readAs(type, resource)
          : [],
      ),
    gaps: (kind) => gapsOf(input, kind),
    isWithheld: (kind) => !SECTIONS[kind].types.every((type) => input.mayRead(type)),
    sourceOf: (resource) => titleOfRef(`${resource.resourceType}/${resource.id}`) ?? 'a source',
    sourcesOf: (resource) => {
      const known = membersOf(resource).flatMap((reference) => titleOfRef(reference) ?? []);
      return [...new Set(known)].sort(compareText);
    },
    differences: (resource) => {
      const own = ofRecord.get(`${resource.resourceType}/${resource.id}`)?.differences ?? [];
      return [...new Set(own.map((issue) => differenceWords(issue, titleOfRef)))].sort(compareText);
    },
    differs: ({ resourceType, id }, code) =>
      ofRecord.get(`${resourceType}/${id}`)?.differences.some((issue) => issueCode(issue) === code) === true,
    differenceOf: (issue) => differenceWords(issue, titleOfRef),
    unifiedOf: (reference) => unifiedOf.get(reference),
  };

  function readAs<T extends R4Resource['resourceType']>(type: T, resource: R4Resource): Readable<T>[] {
    if (resource.resourceType !== type) return [];
    const readable = read(`${type}/${resource.id}`);
    return readable?.resourceType === type ? [readable as Readable<T>] : [];
  }

  /** Some sources hand over what is about a group, a device or a relative too. */
  function isAbout(resource: R4Resource): boolean {
    const { subject, patient } = resource as { readonly subject?: Reference; readonly patient?: Reference };
    const about = subject ?? patient;
    return about === undefined || about.reference === `Patient/${record.patient.id}`;
  }

  /** A copy whose original is in the record too. */
  function repeatsOther(resource: R4Resource): boolean {
    const original = extensionsIn(resource).find(({ url }) => url === EXTENSION.copyOf)?.valueReference?.reference;
    return original !== undefined && read(original) !== undefined;
  }
}

export function extensionsIn(resource: R4Resource): readonly Extension[] {
  return (resource as { extension?: readonly Extension[] }).extension ?? [];
}

/** References to what a unified record rests on: `derivedFrom`, or the extension of that name. */
function membersOf(resource: R4Resource): readonly string[] {
  const own = resource.resourceType === 'MedicationStatement' ? (resource.derivedFrom ?? []) : [];
  const extended = extensionsIn(resource).flatMap(({ url, valueReference }) =>
    url === EXTENSION.derivedFrom ? (valueReference ?? []) : [],
  );
  return [...own, ...extended].flatMap(({ reference }) => reference ?? []);
}

function differenceWords(issue: DetectedIssue, titleOfRef: (reference: string) => string | undefined): string {
  const titles = new Set<string>();
  const said = statedValuesOf(issue).map(({ value, refs, date }) => {
    const known = [...new Set(refs.map((ref) => titleOfRef(ref) ?? 'a source'))].sort(compareText);
    // A record that may not be named leaves its value.
    const who = known.length === 0 ? ['a source'] : known;
    for (const title of who) titles.add(title);
    return `${who.join(' and ')}: ${value === '' ? 'nothing said' : dayWords(value)}${date === undefined ? '' : ` (${dayWords(date)})`}`;
  });
  const what = DIFFERENCE_WORDS[issueCode(issue)] ?? issueCode(issue);
  const differ = `${titles.size === 1 ? 'Records' : 'Sources'} differ`;
  return said.length === 0 ? `${differ}: ${what}.` : `${differ}, ${what}: ${said.join('; ')}.`;
}
