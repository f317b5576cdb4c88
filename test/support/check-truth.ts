/** Holds a gateway's answer against the truth table of an invented person, row by row. */
import type { DetectedIssue, Extension, FhirResource, Provenance } from 'fhir/r4.js';
import { EXTENSION, RECORD_KIND_SYSTEM } from '../../src/record/fhir/canonical.ts';
import type { PersonTruth, TruthRow } from '../../src/sandbox/people/truth.ts';

type Resource = FhirResource & { id?: string; extension?: Extension[] };

export interface RowReport {
  readonly row: string;
  readonly faults: readonly string[];
}

/** What the answer says of each row; an empty list of faults is a row that came out right. */
export function checkTruth(truth: PersonTruth, resources: readonly FhirResource[]): readonly RowReport[] {
  const answer = indexAnswer(resources as readonly Resource[]);
  const unifiedOfRow = new Map(truth.rows.map((row) => [row.key, answer.unifiedOf(itemsOf(row))]));
  return truth.rows.map((row) => ({ row: row.key, faults: rowFaults(row, truth, answer, unifiedOfRow) }));
}

function itemsOf(row: TruthRow): readonly string[] {
  return Object.entries(row.items).flatMap(([source, items]) => items.map((item) => `${source} ${item}`));
}

interface Answer {
  readonly byRef: ReadonlyMap<string, Resource>;
  readonly issues: readonly DetectedIssue[];
  /** `<source> <Type>/<original id>` → gateway reference. */
  readonly refOf: (item: string) => string | undefined;
  /** References of the unified records that the items went into. */
  readonly unifiedOf: (items: readonly string[]) => ReadonlySet<string>;
  readonly membersOf: (unifiedRef: string) => readonly string[];
  readonly provenanceOf: (unifiedRef: string) => Provenance | undefined;
}

function indexAnswer(resources: readonly Resource[]): Answer {
  const byRef = new Map(resources.map((resource) => [`${resource.resourceType}/${resource.id ?? ''}`, resource]));
  const byOrigin = new Map<string, string>();
  const membersOf = new Map<string, string[]>();
  const unifiedOfMember = new Map<string, string>();
  const provenances = new Map<string, Provenance>();
  for (const [ref, resource] of byRef) {
    const kind = resource.meta?.tag?.find((tag) => tag.system === RECORD_KIND_SYSTEM)?.code;
    const source = resource.meta?.tag?.find((tag) => tag.system?.endsWith('/source-name'))?.code;
    if (kind === 'source')
      byOrigin.set(`${source ?? ''} ${(resource.meta?.source ?? '').split('/').slice(-2).join('/')}`, ref);
    if (resource.resourceType === 'Linkage') {
      const unified = resource.item.find((item) => item.type === 'source')?.resource.reference ?? '';
      const members = resource.item
        .filter((item) => item.type === 'alternate')
        .map((item) => item.resource.reference ?? '');
      membersOf.set(unified, members);
      for (const member of members) unifiedOfMember.set(member, unified);
    }
    if (resource.resourceType === 'Provenance') provenances.set(resource.target[0]?.reference ?? '', resource);
  }
  return {
    byRef,
    issues: resources.filter((resource) => resource.resourceType === 'DetectedIssue'),
    refOf: (item) => byOrigin.get(item),
    unifiedOf: (items) =>
      new Set(items.map((item) => unifiedOfMember.get(byOrigin.get(item) ?? '') ?? `nothing for ${item}`)),
    membersOf: (unifiedRef) => membersOf.get(unifiedRef) ?? [],
    provenanceOf: (unifiedRef) => provenances.get(unifiedRef),
  };
}

function rowFaults(
  row: TruthRow,
  truth: PersonTruth,
  answer: Answer,
  unifiedOfRow: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  const unified = unifiedOfRow.get(row.key) ?? new Set<string>();
  if (unified.size !== 1) return [`stands in ${unified.size} unified records: ${[...unified].join(', ')}`];
  const [ref = ''] = unified;
  const resource = answer.byRef.get(ref);
  if (!resource) return [`no unified record: ${ref}`];
  return [
    ...memberFaults(row, ref, answer),
    ...resourceFaults(row, resource),
    ...differenceFaults(row, ref, answer),
    ...relationFaults(row, ref, answer, unifiedOfRow),
    ...copyFaults(row, ref, answer),
    ...apartFaults(row, truth, ref, unifiedOfRow),
  ];
}

function memberFaults(row: TruthRow, ref: string, answer: Answer): readonly string[] {
  const expected = new Set(itemsOf(row).map((item) => answer.refOf(item)));
  const foreign = answer.membersOf(ref).filter((member) => !expected.has(member));
  return foreign.map((member) => `holds ${member}, which is not of this row`);
}

function extensionsOf(resource: { readonly extension?: Extension[] | undefined }, url: string): readonly Extension[] {
  return (resource.extension ?? []).filter((extension) => extension.url === url);
}

function resourceFaults(row: TruthRow, resource: Resource): readonly string[] {
  const faults: string[] = [];
  const level = extensionsOf(resource, EXTENSION.matchLevel)[0]?.valueCode;
  if (level !== row.level) faults.push(`level ${level ?? 'none'}, expected ${row.level}`);
  const isOther = extensionsOf(resource, EXTENSION.notADiagnosis).length > 0;
  if (isOther !== (row.kind === 'other')) faults.push(isOther ? 'shown as no diagnosis' : 'shown as a diagnosis');
  const status = statusOf(resource);
  const { status: expected, words } = row.unified;
  if (expected === 'disputed' ? status !== undefined && status !== 'unknown' : status !== expected) {
    faults.push(`status ${status ?? 'none'}, expected ${expected ?? 'none'}`);
  }
  if (!wordsOf(resource).includes(words.toLowerCase()))
    faults.push(`words "${wordsOf(resource)}", expected "${words}"`);
  const changes = extensionsOf(resource, EXTENSION.change).map(
    (change) =>
      `${change.extension?.find((part) => part.url === 'what')?.valueCode ?? ''} ${change.extension?.find((part) => part.url === 'date')?.valueDateTime?.slice(0, 10) ?? ''}`,
  );
  const expectedChanges = row.changes.map((change) => `${change.what} ${change.date}`);
  if (changes.join() !== expectedChanges.join())
    faults.push(`changes [${changes.join()}], expected [${expectedChanges.join()}]`);
  return faults;
}

function statusOf(resource: Resource): string | undefined {
  if (resource.resourceType === 'MedicationStatement') return resource.status;
  if (resource.resourceType !== 'Condition' && resource.resourceType !== 'AllergyIntolerance') return undefined;
  const refuted = resource.verificationStatus?.coding?.some((coding) => coding.code === 'refuted') === true;
  return refuted ? 'refuted' : resource.clinicalStatus?.coding?.[0]?.code;
}

function wordsOf(resource: Resource): string {
  const concept =
    resource.resourceType === 'MedicationStatement'
      ? resource.medicationCodeableConcept
      : resource.resourceType === 'Condition' || resource.resourceType === 'AllergyIntolerance'
        ? resource.code
        : undefined;
  return [concept?.text, ...(concept?.coding ?? []).map((coding) => coding.display)].join(' ').toLowerCase();
}

function codeOf(issue: DetectedIssue): string {
  return issue.code?.coding?.[0]?.code ?? '';
}

/** Issues inside the row's unified record, and those that name it beside another ("none known" against "recorded"). */
function differenceFaults(row: TruthRow, ref: string, answer: Answer): readonly string[] {
  const inside = answer.issues.filter(
    (issue) => extensionsOf(issue, EXTENSION.unifiedRecord)[0]?.valueReference?.reference === ref,
  );
  const beside = answer.issues.filter(
    (issue) =>
      codeOf(issue).endsWith('-differs') &&
      codeOf(issue) !== 'laterality-differs' &&
      issue.implicated?.some((item) => item.reference === ref),
  );
  const found = [...new Set([...inside, ...beside].map(codeOf))].sort();
  const expected = [...row.differs].sort();
  return found.join() === expected.join() ? [] : [`differs [${found.join()}], expected [${expected.join()}]`];
}

function relationFaults(
  row: TruthRow,
  ref: string,
  answer: Answer,
  unifiedOfRow: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  const found = new Set(
    answer.issues
      .filter(
        (issue) =>
          extensionsOf(issue, EXTENSION.relatedReason).length > 0 &&
          issue.implicated?.some((item) => item.reference === ref),
      )
      .flatMap((issue) => {
        const reason = extensionsOf(issue, EXTENSION.relatedReason)[0]?.valueCoding?.code ?? '';
        const others = (issue.implicated ?? []).map((item) => item.reference ?? '').filter((other) => other !== ref);
        return others.map((other) => `${codeOf(issue)} ${reason} ${rowOf(other, unifiedOfRow)}`);
      }),
  );
  const expected = new Set(row.related.map((related) => `${related.code} ${related.reason} ${related.row}`));
  return [
    ...[...expected].filter((item) => !found.has(item)).map((item) => `not related: ${item}`),
    ...[...found].filter((item) => !expected.has(item)).map((item) => `related, not expected: ${item}`),
  ];
}

function rowOf(ref: string, unifiedOfRow: ReadonlyMap<string, ReadonlySet<string>>): string {
  return [...unifiedOfRow].find(([, refs]) => refs.has(ref))?.[0] ?? ref;
}

function copyFaults(row: TruthRow, ref: string, answer: Answer): readonly string[] {
  const quoted = (answer.provenanceOf(ref)?.entity ?? [])
    .filter((entity) => entity.role === 'quotation')
    .map((entity) => entity.what.reference ?? '');
  const expected = row.copies.map((copy) => answer.refOf(`${copy.source} ${copy.item}`) ?? '');
  return expected.filter((copy) => !quoted.includes(copy)).map((copy) => `copy not told: ${copy}`);
}

function apartFaults(
  row: TruthRow,
  truth: PersonTruth,
  ref: string,
  unifiedOfRow: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  return truth.rows
    .filter((other) => other.key !== row.key && unifiedOfRow.get(other.key)?.has(ref) === true)
    .map((other) => `merged with ${other.key}`);
}
