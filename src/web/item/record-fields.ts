/** What one source record of a medicine, condition or allergy says, in the fields that people need; all else is behind it. Pure. */
import type { Annotation, CodeableConcept, Extension, Reference } from 'fhir/r4.js';
import { conceptText, type RecordNames } from '../../record/explain/record-names.ts';
import type { Readers } from '../../record/facts/readers.ts';
import type { R4Resource } from '../../record/fhir/types.ts';
import { quantityWords } from '../../record/views/summary/words.ts';
import type { Names } from '../other/reference-names.ts';

/** `code`: of the catalogue `item:code`, or as written where it has no words. */
export type FieldSort = 'written' | 'day' | 'code';

export interface RecordField {
  /** Of the catalogue `item:field`. */
  readonly key: string;
  readonly sort: FieldSort;
  /** Never empty. */
  readonly values: readonly string[];
}

export interface FieldNames {
  readonly records: RecordNames;
  readonly references: Names;
  readonly dosage: Readers['dosage'];
}

/** In the order people ask: what, how much, whether it is so now, why, since when, by whom. */
export function recordFields(resource: R4Resource, names: FieldNames): readonly RecordField[] {
  const name = written('name', conceptText(names.records.productOf(resource)));
  return [name, ...fieldsOf(resource, names)].filter(({ values }) => values.length > 0);
}

function fieldsOf(resource: R4Resource, names: FieldNames): readonly RecordField[] {
  const who = (reference: Reference | undefined) => names.references.of(reference);
  const notes = written('note', ...('note' in resource ? notesOf(resource.note) : []));
  switch (resource.resourceType) {
    case 'MedicationRequest':
      return [
        written('dose', names.dosage.read(resource.dosageInstruction ?? [])?.text),
        code('status', resource.status),
        ...whyChanged(resource.extension, conceptText(resource.statusReason)),
        code('intent', resource.intent === 'plan' || resource.intent === 'proposal' ? 'plan' : undefined),
        reasons(resource, who),
        day('start', resource.dispenseRequest?.validityPeriod?.start),
        day('end', resource.dispenseRequest?.validityPeriod?.end),
        written('quantity', quantityWords(resource.dispenseRequest?.quantity)),
        day('prescribed', resource.authoredOn),
        written('by', who(resource.requester), who(resource.recorder)),
        notes,
      ];
    case 'MedicationStatement':
      return [
        written('dose', names.dosage.read(resource.dosage ?? [])?.text),
        code('status', resource.status),
        ...whyChanged(resource.extension, ...(resource.statusReason ?? []).map(conceptText)),
        reasons(resource, who),
        day('start', resource.effectivePeriod?.start ?? resource.effectiveDateTime),
        day('end', resource.effectivePeriod?.end),
        day('writtenDown', resource.dateAsserted),
        written('by', who(resource.informationSource)),
        notes,
      ];
    case 'MedicationDispense':
      return [
        written('dose', names.dosage.read(resource.dosageInstruction ?? [])?.text),
        code('status', resource.status),
        written('quantity', quantityWords(resource.quantity)),
        written('supply', quantityWords(resource.daysSupply)),
        day('given', resource.whenHandedOver ?? resource.whenPrepared),
        written('by', ...(resource.performer ?? []).map(({ actor }) => who(actor))),
        notes,
      ];
    case 'MedicationAdministration':
      return [
        written('dose', resource.dosage?.text ?? quantityWords(resource.dosage?.dose)),
        code('status', resource.status),
        ...whyChanged(resource.extension, ...(resource.statusReason ?? []).map(conceptText)),
        reasons(resource, who),
        day('given', resource.effectiveDateTime ?? resource.effectivePeriod?.start),
        written('by', ...(resource.performer ?? []).map(({ actor }) => who(actor))),
        notes,
      ];
    case 'Condition':
      return [
        code('status', codeOf(resource.clinicalStatus)),
        code('verification', codeOf(resource.verificationStatus)),
        written('severity', conceptText(resource.severity)),
        written('stage', ...(resource.stage ?? []).map(({ summary }) => conceptText(summary))),
        written('site', ...(resource.bodySite ?? []).map(conceptText)),
        dayOr('start', resource.onsetDateTime ?? resource.onsetPeriod?.start, resource.onsetString),
        dayOr('end', resource.abatementDateTime ?? resource.abatementPeriod?.start, resource.abatementString),
        day('writtenDown', resource.recordedDate),
        written('by', who(resource.recorder), who(resource.asserter)),
        notes,
      ];
    case 'AllergyIntolerance':
      return [
        ...(resource.reaction ?? []).map(({ manifestation, description, severity }) =>
          written('reaction', [...manifestation.map(conceptText), description, severity].filter(Boolean).join(', ')),
        ),
        code('criticality', resource.criticality),
        code('kind', resource.type),
        code('category', ...(resource.category ?? [])),
        code('status', codeOf(resource.clinicalStatus)),
        code('verification', codeOf(resource.verificationStatus)),
        dayOr('start', resource.onsetDateTime ?? resource.onsetPeriod?.start, resource.onsetString),
        day('writtenDown', resource.recordedDate),
        written('by', who(resource.recorder), who(resource.asserter)),
        notes,
      ];
    default:
      return [notes];
  }
}

function written(key: string, ...values: readonly (string | undefined)[]): RecordField {
  return field(key, 'written', values);
}

function code(key: string, ...values: readonly (string | undefined)[]): RecordField {
  return field(key, 'code', values);
}

function day(key: string, value: string | undefined): RecordField {
  return field(key, 'day', [value]);
}

/** Some sources say when in words ("in childhood"). */
function dayOr(key: string, date: string | undefined, words: string | undefined): RecordField {
  return date === undefined ? written(key, words) : day(key, date);
}

function field(key: string, sort: FieldSort, values: readonly (string | undefined)[]): RecordField {
  const said = values.flatMap((value) => (value === undefined || value.trim() === '' ? [] : [value]));
  return { key, sort, values: [...new Set(said)] };
}

interface Reasoned {
  readonly reasonCode?: readonly CodeableConcept[] | undefined;
  readonly reasonReference?: readonly Reference[] | undefined;
}

function reasons({ reasonCode = [], reasonReference = [] }: Reasoned, who: (to: Reference) => string | undefined) {
  return written('reason', ...reasonCode.map(conceptText), ...reasonReference.map(who));
}

/** Why it was stopped or changed; GP Connect says it in an extension of its own (Extension-CareConnect-GPC-MedicationStatusReason-1). */
function whyChanged(
  extensions: readonly Extension[] = [],
  ...reasons: readonly (string | undefined)[]
): readonly RecordField[] {
  const parts = extensions.flatMap(({ url, extension = [] }) =>
    url.endsWith('MedicationStatusReason-1') ? extension : [],
  );
  const own = parts.find(({ url }) => url === 'statusReason')?.valueCodeableConcept;
  const changed = parts.find(({ url }) => url === 'statusChangeDate')?.valueDateTime;
  return [written('why', ...reasons, conceptText(own)), day('changed', changed)];
}

function notesOf(notes: readonly Annotation[] = []): readonly string[] {
  return notes.map(({ text }) => text);
}

function codeOf(concept: CodeableConcept | undefined): string | undefined {
  return concept?.coding?.[0]?.code ?? concept?.text;
}
