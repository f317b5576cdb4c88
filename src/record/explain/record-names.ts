/** How records are called: by their words, their source, and the id the source knows them by. */
import type { CodeableConcept, FhirResource, Reference } from 'fhir/r4.js';
import type { R4Resource } from '../fhir/types.ts';
import type { SourceRecord } from '../normalise/source-record.ts';
import type { ReconciledRecord } from '../reconciled-record.ts';
import { printable } from './printable.ts';
import { toldApart } from './told-apart.ts';

interface Nameable {
  readonly code?: CodeableConcept;
  readonly medicationCodeableConcept?: CodeableConcept;
  readonly medicationReference?: Reference;
  readonly contained?: readonly FhirResource[];
  readonly reaction?: readonly { readonly substance?: CodeableConcept }[];
}

export interface RecordNames {
  /** Printable words of a source's or the gateway's record. */
  nameOf(resource: R4Resource): string;
  /** The same of a unified record, with the day it began where another one is called alike. */
  titleOf(resource: R4Resource): string;
  /** What it is about: its own code, otherwise the medicine it refers to. */
  productOf(resource: R4Resource): CodeableConcept | undefined;
  /** `gp MedicationStatement/m1` of a reference to a source's record; the reference itself where there is none. */
  itemOf(reference: string): string;
  sourceOf(reference: string): string | undefined;
  recordOf(reference: string): SourceRecord | undefined;
}

export function recordNames(record: ReconciledRecord): RecordNames {
  const byReference = new Map(record.sourceRecords.map((item) => [refOf(item.resource), item]));

  function productOf(resource: R4Resource): CodeableConcept | undefined {
    const { medicationReference: target, contained } = resource as Nameable;
    const reference = target?.reference ?? '';
    const inside = contained?.find((item) => reference === `#${item.id ?? ''}`);
    const product = inside ?? byReference.get(reference)?.resource;
    const own = conceptOf(resource) ?? (product && conceptOf(product as R4Resource));
    return own ?? (target?.display === undefined ? undefined : { text: target.display });
  }

  function nameOf(resource: R4Resource): string {
    const text = conceptText(productOf(resource));
    return text === undefined ? 'without a name' : printable(text);
  }

  const titles = toldApart(
    record.unified.map((unified) => unified.resource),
    nameOf,
  );

  return {
    nameOf,
    titleOf: (resource) => titles.get(refOf(resource)) ?? nameOf(resource),
    productOf,
    itemOf(reference) {
      const item = byReference.get(reference);
      return item === undefined ? reference : itemName(item);
    },
    sourceOf: (reference) => byReference.get(reference)?.source,
    recordOf: (reference) => byReference.get(reference),
  };
}

export function refOf(resource: R4Resource): string {
  return `${resource.resourceType}/${resource.id}`;
}

export function itemName({ source, resource, originalId }: SourceRecord): string {
  return `${source} ${resource.resourceType}/${originalId === undefined ? resource.id : printable(originalId)}`;
}

export function conceptOf(resource: R4Resource): CodeableConcept | undefined {
  const { medicationCodeableConcept, code, reaction } = resource as Nameable;
  return medicationCodeableConcept ?? code ?? reaction?.find((item) => item.substance)?.substance;
}

export function conceptText(concept: CodeableConcept | undefined): string | undefined {
  const coded = concept?.coding?.find((coding) => coding.display) ?? concept?.coding?.[0];
  return concept?.text ?? coded?.display ?? coded?.code;
}
