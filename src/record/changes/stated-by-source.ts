/** What each source says now of one thing: status, dose, product, name; read off the unified record and its members. */
import type { Dosage } from 'fhir/r4.js';
import { strengthsKey } from '../collapse/strengths-key.ts';
import { compareText } from '../facts/fact.ts';
import { createReaders } from '../facts/create-readers.ts';
import type { Readers } from '../facts/readers.ts';
import { EXTENSION } from '../fhir/canonical.ts';
import { conceptText, type RecordNames } from '../explain/record-names.ts';
import { extensionsOf, reportedStatusesOf } from '../explain/reported-statuses.ts';
import type { UnifiedRecord } from '../reconciled-record.ts';
import type { DosageReading } from '../terminology/dosage-reading.ts';

export interface Stated {
  /** Sorted, distinct. */
  readonly statuses: readonly string[];
  readonly doses: readonly { readonly text: string; readonly reading: DosageReading }[];
  /** `key` '' where no strength is said. */
  readonly products: readonly { readonly text: string; readonly key: string }[];
  /** What the thing is called. */
  readonly names: readonly { readonly text: string }[];
}

export interface StatementReader {
  /** By source. */
  statedBySource(things: readonly UnifiedRecord[], names: RecordNames): ReadonlyMap<string, Stated>;
}

export function createStatementReader(): StatementReader {
  const readers = createReaders();
  return {
    statedBySource(things, names) {
      const sources = [...new Set(things.flatMap((thing) => thing.members.map((member) => member.source)))].sort();
      return new Map(sources.map((source) => [source, statedBy(source, things, names, readers)]));
    },
  };
}

function statedBy(source: string, things: readonly UnifiedRecord[], names: RecordNames, readers: Readers): Stated {
  const statuses = things.flatMap(reportedStatusesOf).filter(({ ref }) => names.sourceOf(ref) === source);
  const dosages = things
    .flatMap(({ resource }) => extensionsOf(resource, EXTENSION.reportedDosage))
    .flatMap((parts) => {
      const ref = parts.find((part) => part.url === 'source')?.valueReference?.reference ?? '';
      const dosage = parts.find((part) => part.url === 'dosage')?.valueDosage;
      return dosage !== undefined && names.sourceOf(ref) === source ? [{ ref, dosage }] : [];
    });
  const speaking = new Set([...statuses, ...dosages].map(({ ref }) => ref));
  return {
    statuses: [...new Set(statuses.map(({ value }) => value))].sort(compareText),
    doses: distinct(dosages.flatMap(({ dosage }) => doseOf(dosage, readers))),
    products: distinct(productsOf(latestOf(source, medicinesOf(things), speaking), names, readers)),
    names: distinct(latestOf(source, things, speaking).map(({ resource }) => ({ text: names.nameOf(resource) }))),
  };
}

function doseOf(dosage: Dosage, readers: Readers): readonly Stated['doses'][number][] {
  const reading = readers.dosage.read([dosage]);
  return reading === undefined || reading.text === '' ? [] : [{ text: reading.text, reading }];
}

function medicinesOf(things: readonly UnifiedRecord[]): readonly UnifiedRecord[] {
  return things.filter(({ resource }) => resource.resourceType === 'MedicationStatement');
}

/** The source's latest records of these things; all its records where none speaks of status or dose. */
function latestOf(
  source: string,
  things: readonly UnifiedRecord[],
  speaking: ReadonlySet<string>,
): UnifiedRecord['members'] {
  const members = things.flatMap((thing) => thing.members).filter((member) => member.source === source);
  const said = members.filter(({ resource }) => speaking.has(`${resource.resourceType}/${resource.id}`));
  return said.length > 0 ? said : members;
}

function productsOf(
  members: UnifiedRecord['members'],
  names: RecordNames,
  readers: Readers,
): readonly Stated['products'][number][] {
  return members.map(({ resource }) => {
    const concept = names.productOf(resource);
    const text = conceptText(concept) ?? '';
    return { text, key: strengthsKey(readers.medicine.read({ code: concept }).strengths) };
  });
}

function distinct<T extends { readonly text: string }>(items: readonly T[]): readonly T[] {
  const byText = new Map(items.map((item) => [item.text.trim().toLowerCase(), item]));
  return [...byText].sort(([a], [b]) => compareText(a, b)).map(([, item]) => item);
}
