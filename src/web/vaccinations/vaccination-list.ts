/**
 * Vaccinations as people read them: given or not, what, when, where, which dose. They are not unified: what may be one and the
 * same vaccination from two places stands side by side, and is said to be (matching: "Immunizations: vaccine or target disease, and
 * date"). Pure.
 */
import type { Immunization } from 'fhir/r4.js';
import { conceptText } from '../../record/explain/record-names.ts';
import { compareDaySpans, daySpan, type DaySpan } from '../../record/facts/day-span.ts';
import type { SourceRecord } from '../../record/normalise/source-record.ts';
import type { ReconciledRecord } from '../../record/reconciled-record.ts';
import { decimalText } from '../../record/fhir/json.ts';
import { createNames, type Names } from '../other/reference-names.ts';
import { listCopies, vaccineOf, type CopyReason } from './vaccination-copies.ts';

export interface VaccinationRow {
  readonly id: string;
  readonly path: string;
  /** As the source wrote it; undefined where it gives no name. */
  readonly what: string | undefined;
  /** FHIR date, or the source's own words where it gives none. */
  readonly when: string | undefined;
  readonly whenWords: string | undefined;
  readonly where: string | undefined;
  readonly by: string | undefined;
  /** "2", "2 of 3", "Booster", as the source wrote it. */
  readonly dose: string | undefined;
  readonly doses: string | undefined;
  readonly lot: string | undefined;
  readonly maker: string | undefined;
  /** What it protects against, in the source's words. */
  readonly against: readonly string[];
  /** Why it was not given, or why there is nothing more to tell. */
  readonly why: string | undefined;
  readonly notes: readonly string[];
  readonly who: string;
  /** The source heard of it from the person or another place. */
  readonly isHearsay: boolean;
}

/** One vaccination, or several entries that may be one. */
export interface VaccinationGroup {
  readonly rows: readonly VaccinationRow[];
  /** Why they may be one; undefined where there is one row. */
  readonly reason: CopyReason | undefined;
}

export interface VaccinationList {
  readonly given: readonly VaccinationGroup[];
  readonly notGiven: readonly VaccinationGroup[];
  /** Taken back as a mistake, or about another person. */
  readonly leftOut: readonly (VaccinationRow & { readonly standing: SourceRecord['standing'] })[];
}

type Vaccination = Immunization & { id: string };

export function listVaccinations(record: ReconciledRecord, titleOf: (source: string) => string): VaccinationList {
  const names = createNames(record);
  const all = record.sourceRecords.filter(({ resource }) => resource.resourceType === 'Immunization');
  const asserted = all.filter(({ standing }) => standing === 'asserted');
  const isGiven = ({ resource }: SourceRecord) => (resource as Vaccination).status !== 'not-done';
  const groups = (records: readonly SourceRecord[]) =>
    listCopies(records.toSorted(newestFirst)).map(({ members, reason }) => ({
      rows: members.map((member) => rowOf(member, titleOf, names)),
      reason,
    }));
  return {
    given: groups(asserted.filter(isGiven)),
    notGiven: groups(asserted.filter((item) => !isGiven(item))),
    leftOut: all
      .filter(({ standing }) => standing !== 'asserted')
      .map((item) => ({ ...rowOf(item, titleOf, names), standing: item.standing })),
  };
}

/** The day it was given, otherwise the day it was written down. */
function vaccinationDay({ resource }: SourceRecord): DaySpan | undefined {
  const vaccination = resource as Vaccination;
  return daySpan(occurrenceOf(vaccination)) ?? daySpan(vaccination.recorded);
}

/** Some sources write the date where words are meant to be. */
function occurrenceOf({ occurrenceDateTime, occurrenceString }: Vaccination): string | undefined {
  return occurrenceDateTime ?? daySpan(occurrenceString)?.text;
}

/** What has no date comes last. */
function newestFirst(a: SourceRecord, b: SourceRecord): number {
  const [dayA, dayB] = [vaccinationDay(a), vaccinationDay(b)];
  if (dayA !== undefined && dayB !== undefined) return -compareDaySpans(dayA, dayB);
  return Number(dayA === undefined) - Number(dayB === undefined);
}

function rowOf(item: SourceRecord, titleOf: (source: string) => string, names: Names): VaccinationRow {
  const resource = item.resource as Vaccination;
  const occurrence = occurrenceOf(resource);
  const protocol = resource.protocolApplied?.[0];
  const targets = (resource.protocolApplied ?? []).flatMap(({ targetDisease }) => targetDisease ?? []);
  return {
    id: resource.id,
    path: `/other/Immunization/${resource.id}`,
    what: conceptText(vaccineOf(resource)),
    when: occurrence ?? (resource.occurrenceString === undefined ? resource.recorded : undefined),
    whenWords: resource.occurrenceString,
    where: names.of(resource.location) ?? placeOfVisit(resource, names),
    by: (resource.performer ?? []).flatMap(({ actor }) => names.of(actor) ?? []).join(', ') || undefined,
    dose: decimalText(protocol?.doseNumberPositiveInt) ?? protocol?.doseNumberString,
    doses: decimalText(protocol?.seriesDosesPositiveInt) ?? protocol?.seriesDosesString,
    lot: resource.lotNumber,
    maker: names.of(resource.manufacturer),
    against: [...new Set(targets.flatMap((target) => conceptText(target) ?? []))],
    why: conceptText(resource.statusReason),
    notes: (resource.note ?? []).map(({ text }) => text),
    who: titleOf(item.source),
    isHearsay: resource.primarySource === false,
  };
}

/** Where a source names no place, the visit may have one. */
function placeOfVisit({ encounter }: Vaccination, names: Names): string | undefined {
  const visit = names.find(encounter?.reference)?.resource;
  if (visit?.resourceType !== 'Encounter') return undefined;
  return names.of(visit.location?.[0]?.location) ?? names.of(visit.serviceProvider);
}
