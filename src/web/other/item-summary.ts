/** One source record of any kind as a line for people: what, when, which values, in which state, from whom. Pure. */
import type { DiagnosticReport, Observation, ObservationReferenceRange } from 'fhir/r4.js';
import { conceptText } from '../../record/explain/record-names.ts';
import type { SourceRecord } from '../../record/normalise/source-record.ts';
import { itemDate } from './item-date.ts';
import { itemName } from './item-name.ts';
import type { Names } from './reference-names.ts';
import { rangeSaid, said, valueSaid, type Said } from './said.ts';
import { STATUS_CODES } from './tables/status-codes.ts';

export interface ItemValue {
  /** Of what, where it is a part of a larger one. */
  readonly label: string | undefined;
  readonly value: Said;
}

export interface ItemSummary {
  readonly id: string;
  readonly kind: string;
  readonly path: string;
  /** As the source wrote it; undefined where it gives none. */
  readonly what: string | undefined;
  /** FHIR date. */
  readonly date: string | undefined;
  readonly values: readonly ItemValue[];
  /** What is usual, as the source says it. */
  readonly usual: Said | undefined;
  /** "High", "Abnormal": the source's own word. */
  readonly marks: readonly string[];
  readonly status: { readonly code: string; readonly isNamed: boolean } | undefined;
  readonly standing: SourceRecord['standing'];
  /** Title of the source. */
  readonly who: string;
}

export function summariseItem(item: SourceRecord, titleOf: (source: string) => string, names: Names): ItemSummary {
  const { resource, source, standing } = item;
  const { status } = resource as { readonly status?: unknown };
  return {
    id: resource.id,
    kind: resource.resourceType,
    path: itemPath(item),
    what: itemName(resource, names),
    date: itemDate(resource),
    ...valuesOf(item),
    // "Final" is what a result is expected to be.
    status:
      typeof status === 'string' && status !== 'final'
        ? { code: status, isNamed: STATUS_CODES.has(status) }
        : undefined,
    standing,
    who: titleOf(source),
  };
}

export function itemPath({ resource }: Pick<SourceRecord, 'resource'>): string {
  return `/other/${resource.resourceType}/${resource.id}`;
}

function valuesOf({ resource }: SourceRecord): Pick<ItemSummary, 'values' | 'usual' | 'marks'> {
  switch (resource.resourceType) {
    case 'Observation':
      return observationValues(resource);
    case 'DiagnosticReport':
      return { values: reportValues(resource), usual: undefined, marks: [] };
    default:
      return { values: [], usual: undefined, marks: [] };
  }
}

function observationValues(observation: Observation): Pick<ItemSummary, 'values' | 'usual' | 'marks'> {
  const own = valueSaid(observation);
  const parts = (observation.component ?? []).flatMap((component) => {
    const value = valueSaid(component);
    return value === undefined ? [] : [{ label: conceptText(component.code), value }];
  });
  return {
    values: [...(own === undefined ? [] : [{ label: undefined, value: own }]), ...parts],
    usual: usualOf(observation.referenceRange?.[0]),
    marks: (observation.interpretation ?? []).flatMap((concept) => conceptText(concept) ?? []),
  };
}

function usualOf(range: ObservationReferenceRange | undefined): Said | undefined {
  if (range === undefined) return undefined;
  return (
    said(range.text) ?? rangeSaid({ ...(range.low && { low: range.low }), ...(range.high && { high: range.high }) })
  );
}

function reportValues({ conclusion, conclusionCode }: DiagnosticReport): readonly ItemValue[] {
  const texts = [conclusion, ...(conclusionCode ?? []).map((code) => conceptText(code))];
  return texts.flatMap((text) => {
    const value = said(text);
    return value === undefined ? [] : [{ label: undefined, value }];
  });
}
