/** What one MedicationRequest, MedicationStatement, MedicationDispense or MedicationAdministration says. */
import type {
  CodeableConcept,
  Dosage,
  Medication,
  MedicationAdministration,
  MedicationDispense,
  MedicationRequest,
  MedicationStatement,
  Period,
  Reference,
} from 'fhir/r4.js';
import type { MedicineKeys } from '../collapse/medicine-key.ts';
import type { SourceRecord } from '../normalise/source-record.ts';
import type { DosageReading } from '../terminology/dosage-reading.ts';
import type { MedicineReading, MedicineWords } from '../terminology/medicine-reading.ts';
import { findExtension, firstCode, hasCode, isFromElsewhere } from './common.ts';
import { daySpan, type DaySpan } from './day-span.ts';
import type { Fact } from './fact.ts';
import type { Readers } from './readers.ts';

export type MedicationResource =
  MedicationRequest | MedicationStatement | MedicationDispense | MedicationAdministration;

/**
 * What the record's status says of the therapy. A dispense or an administration is over when it is done, whatever the
 * therapy does, so it says nothing.
 */
export type TherapyStatus = 'active' | 'completed' | 'stopped' | 'on-hold' | 'not-taken' | 'intended';

export interface MedicationFact extends Fact {
  /** `product`: a Medication that no order or statement of its source refers to: named, and nothing said of taking it. */
  readonly kind: 'statement' | 'plan' | 'order' | 'dispense' | 'administration' | 'product';
  readonly reading: MedicineReading;
  readonly keys: MedicineKeys;
  readonly concept: CodeableConcept;
  readonly dosages: readonly Dosage[];
  readonly dosage: DosageReading | undefined;
  readonly status: TherapyStatus | undefined;
  /** When the therapy is said to be taken. */
  readonly period: { readonly start: DaySpan | undefined; readonly end: DaySpan | undefined };
  /** When the record was made. */
  readonly asserted: DaySpan | undefined;
  /** References to records of the same therapy (`basedOn`, `derivedFrom`, `authorizingPrescription`). */
  readonly links: readonly string[];
  /** `priorPrescription`: what this one replaced. */
  readonly prior: string | undefined;
  readonly groupIdentifier: string | undefined;
  /** Said to be a single course, or a continuing one; undefined where unsaid. */
  readonly course: 'acute' | 'continuous' | undefined;
  readonly reasons: readonly CodeableConcept[];
}

const STATUS: Readonly<Record<string, TherapyStatus>> = {
  active: 'active',
  completed: 'completed',
  stopped: 'stopped',
  cancelled: 'stopped',
  'on-hold': 'on-hold',
  'not-taken': 'not-taken',
  intended: 'intended',
};

export function isMedicationResource(record: Pick<SourceRecord, 'resource'>): boolean {
  const type = record.resource.resourceType;
  return (
    type === 'MedicationRequest' ||
    type === 'MedicationStatement' ||
    type === 'MedicationDispense' ||
    type === 'MedicationAdministration'
  );
}

/** @param medications the source's Medication resources by `Medication/<gateway id>`. */
export function medicationFact(
  record: SourceRecord,
  medications: ReadonlyMap<string, Medication>,
  readers: Readers,
): MedicationFact {
  const resource = record.resource as MedicationResource & { id: string };
  const { words, concept } = medicineWords(resource, medications);
  const reading = readers.medicine.read(words);
  const dosages = dosagesOf(resource);
  const asserted = assertedOf(resource);
  const ref = `${resource.resourceType}/${resource.id}`;
  return {
    record,
    ref,
    reference: { reference: ref },
    source: record.source,
    words: reading.words,
    dated: asserted,
    fromElsewhere: isFromElsewhere(resource),
    kind: kindOf(resource),
    reading,
    keys: readers.medicineKeys(reading),
    concept,
    dosages,
    dosage: dosages.length === 0 ? undefined : readers.dosage.read(dosages),
    status: statusOf(resource),
    period: periodOf(resource),
    asserted,
    links: linksOf(resource),
    prior: resource.resourceType === 'MedicationRequest' ? resource.priorPrescription?.reference : undefined,
    groupIdentifier: resource.resourceType === 'MedicationRequest' ? resource.groupIdentifier?.value : undefined,
    course: courseOf(resource),
    reasons: resource.resourceType === 'MedicationDispense' ? NONE : (resource.reasonCode ?? NONE),
  };
}

/** A Medication that stands by itself: the source names a medicine, so it is shown, with nothing said of its use. */
export function productFact(record: SourceRecord, readers: Readers): MedicationFact {
  const medication = record.resource as Medication & { id: string };
  const reading = readers.medicine.read(productWords(medication, medication.code ?? {}));
  const ref = `Medication/${medication.id}`;
  return {
    record,
    ref,
    reference: { reference: ref },
    source: record.source,
    words: reading.words,
    dated: undefined,
    fromElsewhere: isFromElsewhere(medication),
    kind: 'product',
    reading,
    keys: readers.medicineKeys(reading),
    concept: medication.code ?? {},
    dosages: [],
    dosage: undefined,
    status: undefined,
    period: NO_PERIOD,
    asserted: undefined,
    links: [],
    prior: undefined,
    groupIdentifier: undefined,
    course: undefined,
    reasons: [],
  };
}

function productWords(medication: Medication, code: CodeableConcept): MedicineWords {
  return {
    code,
    form: medication.form,
    ingredients: medication.ingredient?.map((ingredient) => ({
      item: ingredient.itemCodeableConcept,
      strength: ingredient.strength,
    })),
  };
}

function medicineWords(
  resource: MedicationResource,
  medications: ReadonlyMap<string, Medication>,
): { words: MedicineWords; concept: CodeableConcept } {
  const inline = resource.medicationCodeableConcept;
  if (inline) return { words: { code: inline }, concept: inline };
  const reference = resource.medicationReference;
  const medication = findMedication(resource, reference, medications);
  if (!medication) {
    const display = reference?.display;
    const concept: CodeableConcept = display === undefined ? {} : { text: display };
    return { words: { code: display === undefined ? undefined : concept }, concept };
  }
  const concept = medication.code ?? (reference?.display === undefined ? {} : { text: reference.display });
  return { words: productWords(medication, concept), concept };
}

function findMedication(
  resource: MedicationResource,
  reference: Reference | undefined,
  medications: ReadonlyMap<string, Medication>,
): Medication | undefined {
  const target = reference?.reference;
  if (target === undefined) return undefined;
  if (!target.startsWith('#')) return medications.get(target);
  const contained = resource.contained?.find((item) => item.id === target.slice(1));
  return contained?.resourceType === 'Medication' ? (contained as Medication) : undefined;
}

function kindOf(resource: MedicationResource): MedicationFact['kind'] {
  switch (resource.resourceType) {
    case 'MedicationStatement':
      return 'statement';
    case 'MedicationDispense':
      return 'dispense';
    case 'MedicationAdministration':
      return 'administration';
    default:
      return resource.intent === 'plan' ? 'plan' : 'order';
  }
}

function statusOf(resource: MedicationResource): TherapyStatus | undefined {
  if (resource.resourceType === 'MedicationDispense' || resource.resourceType === 'MedicationAdministration') {
    return undefined;
  }
  return STATUS[resource.status];
}

function dosagesOf(resource: MedicationResource): readonly Dosage[] {
  switch (resource.resourceType) {
    case 'MedicationStatement':
      return resource.dosage ?? [];
    case 'MedicationAdministration': {
      const text = resource.dosage?.text;
      return text === undefined ? [] : [{ text }];
    }
    default:
      return resource.dosageInstruction ?? [];
  }
}

function periodOf(resource: MedicationResource): MedicationFact['period'] {
  switch (resource.resourceType) {
    case 'MedicationStatement':
    case 'MedicationAdministration':
      return spanOf(resource.effectivePeriod, resource.effectiveDateTime);
    case 'MedicationRequest':
      return spanOf(resource.dispenseRequest?.validityPeriod, undefined);
    default:
      return { start: daySpan(resource.whenHandedOver ?? resource.whenPrepared), end: undefined };
  }
}

const NO_PERIOD: MedicationFact['period'] = { start: undefined, end: undefined };

function spanOf(period: Period | undefined, start: string | undefined): MedicationFact['period'] {
  if (period === undefined && start === undefined) return NO_PERIOD;
  return { start: daySpan(period?.start ?? start), end: daySpan(period?.end) };
}

function assertedOf(resource: MedicationResource): DaySpan | undefined {
  switch (resource.resourceType) {
    case 'MedicationStatement':
      return daySpan(resource.dateAsserted) ?? spanOf(resource.effectivePeriod, resource.effectiveDateTime).start;
    case 'MedicationRequest':
      return daySpan(resource.authoredOn) ?? daySpan(resource.dispenseRequest?.validityPeriod?.start);
    case 'MedicationDispense':
      return daySpan(resource.whenHandedOver ?? resource.whenPrepared);
    default:
      return spanOf(resource.effectivePeriod, resource.effectiveDateTime).start;
  }
}

function linksOf(resource: MedicationResource): readonly string[] {
  switch (resource.resourceType) {
    case 'MedicationStatement':
      return resource.basedOn || resource.derivedFrom
        ? [...targetsOf(resource.basedOn), ...targetsOf(resource.derivedFrom)]
        : NONE;
    case 'MedicationRequest':
      return targetsOf(resource.basedOn);
    case 'MedicationDispense':
      return targetsOf(resource.authorizingPrescription);
    default:
      return targetsOf(resource.request && [resource.request]);
  }
}

const NONE: readonly never[] = [];

function targetsOf(references: readonly Reference[] | undefined): readonly string[] {
  return references?.flatMap((reference) => reference.reference ?? []) ?? NONE;
}

/** FHIR `courseOfTherapyType`, else GP Connect's PrescriptionType. */
function courseOf(resource: MedicationResource): MedicationFact['course'] {
  if (resource.resourceType !== 'MedicationRequest') return undefined;
  const type =
    firstCode(resource.courseOfTherapyType) ??
    firstCode(findExtension(resource.extension, 'PrescriptionType-1')?.valueCodeableConcept);
  if (type === 'acute') return 'acute';
  if (type === undefined) return undefined;
  return type === 'continuous' || type.startsWith('repeat') || hasCode(resource.courseOfTherapyType, 'seasonal')
    ? 'continuous'
    : undefined;
}
