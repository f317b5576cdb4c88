/** Which entries may tell of one vaccination: the same vaccine or disease on a day that may be the same. Nothing is joined. Pure. */
import type { CodeableConcept, Immunization } from 'fhir/r4.js';
import { conceptText } from '../../record/explain/record-names.ts';
import { daySpan, mayBeSameDay, namesADay, type DaySpan } from '../../record/facts/day-span.ts';
import { foldWords } from '../../record/facts/fact.ts';
import type { SourceRecord } from '../../record/normalise/source-record.ts';
import { canonicalSystem, isDegraded } from '../../record/terminology/code-systems.ts';

/** What the entries have in common: the number their places know them by, the vaccine, or what it protects against. */
export type CopyReason = 'number' | 'vaccine' | 'disease';

export interface Copies {
  readonly members: readonly SourceRecord[];
  readonly reason: CopyReason | undefined;
}

/** Systems of codes that say why there is no name. */
const NO_NAME: ReadonlySet<string> = new Set([
  'http://terminology.hl7.org/CodeSystem/v3-NullFlavor',
  'http://hl7.org/fhir/v3/NullFlavor',
  'http://terminology.hl7.org/CodeSystem/data-absent-reason',
]);
const PROCEDURE = /VaccinationProcedure-\d{1,2}$/;

/** GP Connect names the vaccination in an extension, and gives a code that says "unknown" in its place. */
export function vaccineOf({ vaccineCode, extension }: Immunization): CodeableConcept {
  const { coding = [], text } = vaccineCode;
  const isNamed = text !== undefined || coding.some(({ system }) => system !== undefined && !NO_NAME.has(system));
  const procedure = extension?.find(({ url }) => PROCEDURE.test(url))?.valueCodeableConcept;
  return isNamed ? vaccineCode : (procedure ?? vaccineCode);
}

interface Signs {
  readonly record: SourceRecord;
  readonly day: DaySpan | undefined;
  readonly keys: Readonly<Record<CopyReason, ReadonlySet<string>>>;
}

const REASONS: readonly CopyReason[] = ['number', 'vaccine', 'disease'];

/** In the order of the first member of each. */
export function listCopies(records: readonly SourceRecord[]): readonly Copies[] {
  const groups: { readonly members: Signs[]; reason: CopyReason | undefined }[] = [];
  for (const record of records) {
    const signs = signsOf(record);
    const found = groups
      .map((group) => ({ group, reason: commonReason(group.members, signs) }))
      .find(({ reason }) => reason !== undefined);
    if (found === undefined) groups.push({ members: [signs], reason: undefined });
    else {
      found.group.members.push(signs);
      found.group.reason ??= found.reason;
    }
  }
  return groups.map(({ members, reason }) => ({ members: members.map((signs) => signs.record), reason }));
}

/** All of a group must go with the new one: two doses of different days are never one. */
function commonReason(members: readonly Signs[], other: Signs): CopyReason | undefined {
  const reasons = members.map((member) => reasonOf(member, other));
  return reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
}

function reasonOf(a: Signs, b: Signs): CopyReason | undefined {
  const common = REASONS.find((reason) => [...a.keys[reason]].some((key) => b.keys[reason].has(key)));
  if (common === 'number') return common;
  if (a.day === undefined || b.day === undefined || !mayBeSameDay(a.day, b.day)) return undefined;
  // One place that gives only a year may mean several doses of that year.
  const isOneSource = a.record.source === b.record.source;
  return isOneSource && !(namesADay(a.day) && namesADay(b.day)) ? undefined : common;
}

function signsOf(record: SourceRecord): Signs {
  const resource = record.resource as Immunization;
  const vaccine = vaccineOf(resource);
  const targets = (resource.protocolApplied ?? []).flatMap(({ targetDisease }) => targetDisease ?? []);
  return {
    record,
    day: daySpan(resource.occurrenceDateTime),
    keys: {
      number: new Set(
        (resource.identifier ?? []).flatMap(({ system, value }) => (value ? `${system ?? ''}|${value}` : [])),
      ),
      vaccine: new Set(keysOf(vaccine)),
      disease: new Set(targets.flatMap(keysOf)),
    },
  };
}

function keysOf(concept: CodeableConcept): readonly string[] {
  const codes = (concept.coding ?? []).flatMap((coding) =>
    coding.code === undefined || NO_NAME.has(coding.system ?? '') || isDegraded(coding)
      ? []
      : `${canonicalSystem(coding.system) ?? ''}|${coding.code}`,
  );
  const words = conceptText(concept);
  return words === undefined ? codes : [...codes, foldWords(words)];
}
