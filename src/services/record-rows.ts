/**
 * Reads the gateway's own FHIR answer (view `all`) into rows for people: what, how much, who says so, and how the sources stand
 * to each other (requirements P1, P3). Pure; anything a row needs is in the resources, so any client app can do the same.
 */
import type {
  AllergyIntolerance,
  CodeableConcept,
  Condition,
  DetectedIssue,
  Extension,
  MedicationStatement,
  Provenance,
} from 'fhir/r4.js';
import { EXTENSION, RECORD_KIND_SYSTEM, SOURCE_NAME_SYSTEM } from '../record/fhir/canonical.ts';
import { toldApart } from '../record/explain/told-apart.ts';
import type { R4Resource } from '../record/fhir/types.ts';
import { dosageText } from './dosage-text.ts';

export type Standing = 'agrees' | 'differs' | 'may be the same' | 'only here';

export interface StatedValue {
  readonly value: string;
  /** Names of the sources that say so. */
  readonly sources: readonly string[];
}

export interface RecordRow {
  readonly reference: string;
  readonly type: 'MedicationStatement' | 'Condition' | 'AllergyIntolerance';
  /** With the day it began where another row is called the same. */
  readonly what: string;
  /** Empty where nobody says a dose. */
  readonly doses: readonly StatedValue[];
  /** The doses stand against each other; otherwise several are taken together. */
  readonly dosesDiffer: boolean;
  readonly statuses: readonly StatedValue[];
  /** How sure it is (FHIR verificationStatus); undefined where nobody says or the sources differ. */
  readonly verification: string | undefined;
  /** Sources that assert it. */
  readonly statedBy: readonly string[];
  /** Sources that only repeat what another one says. */
  readonly copiedBy: readonly string[];
  readonly standing: Standing;
  /** In what its sources differ, sorted: `dose`, `strength`. */
  readonly differences: readonly string[];
  /** Recorded as a problem, but no diagnosis. */
  readonly isOther: boolean;
}

type UnifiedResource = MedicationStatement | Condition | AllergyIntolerance;

const STANDINGS: Readonly<Record<string, Standing>> = {
  same: 'agrees',
  'same-but-differs': 'differs',
  related: 'may be the same',
  'only-here': 'only here',
};

export function recordRows(resources: readonly R4Resource[]): readonly RecordRow[] {
  const sourceOf = sourceNames(resources);
  const issues = resources.filter((item) => item.resourceType === 'DetectedIssue');
  const copies = copiedMembers(resources);
  const names = unifiedNames(resources);
  return resources
    .filter(isUnified)
    .map((item) => row(item, names.get(referenceOf(item)) ?? '', sourceOf, issues, copies))
    .toSorted((a, b) => compare(a.what.toLowerCase(), b.what.toLowerCase()) || compare(a.reference, b.reference));
}

/** By `<Type>/<id>` of every unified record: how it is called, told apart from others of that name. */
export function unifiedNames(resources: readonly R4Resource[]): ReadonlyMap<string, string> {
  return toldApart(resources.filter(isUnified), (item) =>
    conceptText(item.resourceType === 'MedicationStatement' ? item.medicationCodeableConcept : item.code),
  );
}

/** By `<Type>/<id>` of every source record: the name of its source. */
export function sourceNames(resources: readonly R4Resource[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const item of resources) {
    const name = item.meta?.tag?.find((tag) => tag.system === SOURCE_NAME_SYSTEM)?.code;
    if (name !== undefined) names.set(referenceOf(item), name);
  }
  return names;
}

function isUnified(item: R4Resource): item is UnifiedResource & { id: string } {
  const isTagged = item.meta?.tag?.some((tag) => tag.system === RECORD_KIND_SYSTEM && tag.code === 'unified') ?? false;
  return (
    isTagged &&
    (item.resourceType === 'MedicationStatement' ||
      item.resourceType === 'Condition' ||
      item.resourceType === 'AllergyIntolerance')
  );
}

function row(
  item: UnifiedResource & { id: string },
  what: string,
  sourceOf: ReadonlyMap<string, string>,
  issues: readonly DetectedIssue[],
  copies: ReadonlySet<string>,
): RecordRow {
  const reference = referenceOf(item);
  const members = memberReferences(item);
  const statedBy = names(
    members.filter((member) => !copies.has(member)),
    sourceOf,
  );
  const level = extensions(item, EXTENSION.matchLevel)[0];
  return {
    reference,
    type: item.resourceType,
    what,
    ...(item.resourceType === 'MedicationStatement' ? doses(item, sourceOf) : { doses: [], dosesDiffer: false }),
    statuses: statuses(item, sourceOf),
    verification: item.resourceType === 'MedicationStatement' ? undefined : item.verificationStatus?.coding?.[0]?.code,
    statedBy,
    copiedBy: names(members, sourceOf).filter((name) => !statedBy.includes(name)),
    standing: STANDINGS[codeOf(level) ?? ''] ?? 'only here',
    differences: differences(issues, reference),
    isOther: extensions(item, EXTENSION.notADiagnosis).length > 0,
  };
}

function memberReferences(item: UnifiedResource): readonly string[] {
  const derived =
    item.resourceType === 'MedicationStatement'
      ? (item.derivedFrom ?? []).map((reference) => reference.reference)
      : extensions(item, EXTENSION.derivedFrom).map((extension) => extension.valueReference?.reference);
  return derived.filter((reference) => reference !== undefined);
}

/** Members that Provenance names as quotations: copies of what another source says (law L5). */
function copiedMembers(resources: readonly R4Resource[]): ReadonlySet<string> {
  const provenances = resources.filter(
    (item): item is Provenance & { id: string } => item.resourceType === 'Provenance',
  );
  return new Set(
    provenances
      .flatMap((item) => item.entity ?? [])
      .filter((entity) => entity.role === 'quotation')
      .flatMap((entity) => entity.what.reference ?? []),
  );
}

/** What the unified record says where the sources agree; otherwise each source's own words. */
function doses(
  item: MedicationStatement,
  sourceOf: ReadonlyMap<string, string>,
): Pick<RecordRow, 'doses' | 'dosesDiffer'> {
  const unified = (item.dosage ?? []).map(dosageText).filter((text) => text !== '');
  const dosesDiffer = item.dosage?.length === 1 && unified[0]?.startsWith('sources differ') === true;
  if (!dosesDiffer) {
    const sources = names(memberReferences(item), sourceOf);
    return { doses: [...new Set(unified)].map((value) => ({ value, sources })), dosesDiffer };
  }
  const reported = extensions(item, EXTENSION.reportedDosage).flatMap((extension) => {
    const value = dosageText(part(extension, 'dosage')?.valueDosage);
    return value === '' ? [] : [{ value, reference: part(extension, 'source')?.valueReference?.reference }];
  });
  return { doses: stated(reported, sourceOf), dosesDiffer };
}

function statuses(item: UnifiedResource, sourceOf: ReadonlyMap<string, string>): readonly StatedValue[] {
  const reported = extensions(item, EXTENSION.reportedStatus).flatMap((extension) => {
    const value = codeOf(part(extension, 'value'));
    return value === undefined ? [] : [{ value, reference: part(extension, 'source')?.valueReference?.reference }];
  });
  if (reported.length > 0) return stated(reported, sourceOf);
  const value = item.resourceType === 'MedicationStatement' ? item.status : item.clinicalStatus?.coding?.[0]?.code;
  return value === undefined ? [] : [{ value, sources: names(memberReferences(item), sourceOf) }];
}

function stated(
  values: readonly { readonly value: string; readonly reference: string | undefined }[],
  sourceOf: ReadonlyMap<string, string>,
): readonly StatedValue[] {
  return [...new Set(values.map((item) => item.value))].map((value) => {
    const references = values.filter((item) => item.value === value).flatMap((item) => item.reference ?? []);
    return { value, sources: names(references, sourceOf) };
  });
}

function names(references: readonly string[], sourceOf: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set(references.flatMap((reference) => sourceOf.get(reference) ?? []))].toSorted(compare);
}

/** Differences inside a unified record name it; relations between two name both as implicated. */
function differences(issues: readonly DetectedIssue[], reference: string): readonly string[] {
  const codes = issues
    .filter((issue) =>
      extensions(issue, EXTENSION.unifiedRecord).some((item) => item.valueReference?.reference === reference),
    )
    .flatMap((issue) => issue.code?.coding?.[0]?.code ?? []);
  const words = codes.map((code) => code.replace('-differs', '').replaceAll('-', ' '));
  return [...new Set(words)].toSorted(compare);
}

/** The unified record it is about, where it is about one; otherwise the records it sets side by side. */
export function issueReferences(issue: DetectedIssue): readonly string[] {
  const unified = extensions(issue, EXTENSION.unifiedRecord).flatMap((item) => item.valueReference?.reference ?? []);
  return unified.length > 0 ? unified : (issue.implicated ?? []).flatMap((item) => item.reference ?? []);
}

/** Text as the sources write it, otherwise the best display, otherwise a code. */
export function conceptText(concept: CodeableConcept | undefined): string {
  const coded = concept?.coding?.find((coding) => coding.display !== undefined) ?? concept?.coding?.[0];
  return concept?.text ?? coded?.display ?? coded?.code ?? 'not named';
}

function extensions(item: { readonly extension?: Extension[] | undefined }, url: string): readonly Extension[] {
  return (item.extension ?? []).filter((extension) => extension.url === url);
}

function part(extension: Extension, url: string): Extension | undefined {
  return extension.extension?.find((item) => item.url === url);
}

function codeOf(extension: Extension | undefined): string | undefined {
  return extension?.valueCode ?? extension?.valueString ?? extension?.valueCoding?.code;
}

function referenceOf(item: R4Resource): string {
  return `${item.resourceType}/${item.id}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
