/** What a record of any kind is called: by the element that names things of its kind, in the source's words. Pure. */
import type { Coding, HumanName } from 'fhir/r4.js';
import { conceptText } from '../../record/explain/record-names.ts';
import { isJsonObject, type R4Resource } from '../../record/fhir/types.ts';
import { humanName, ownName } from './reference-names.ts';

/** Elements that name a record, where its kind is not in the table below. */
const COMMON: readonly string[] = [
  'title',
  'name',
  'code',
  'medicationCodeableConcept',
  'medicationReference',
  'vaccineCode',
  'type',
  'description',
  'serviceType',
  'category',
  'class',
  'topic',
  'scope',
  'reasonCode',
  'event',
  'reference',
];

const BY_KIND: Readonly<Record<string, readonly string[]>> = {
  Appointment: ['description', 'appointmentType', 'serviceType', 'reasonCode', 'serviceCategory'],
  CarePlan: ['title', 'category', 'description', 'activity'],
  Claim: ['type', 'item', 'use'],
  Communication: ['topic', 'category', 'payload', 'reasonCode'],
  DocumentReference: ['description', 'type', 'content', 'category'],
  Encounter: ['type', 'serviceType', 'reasonCode', 'class'],
  ExplanationOfBenefit: ['type', 'item', 'use'],
  FamilyMemberHistory: ['condition', 'name', 'relationship'],
  Goal: ['description', 'category'],
  Immunization: ['vaccineCode'],
  ImmunizationRecommendation: ['recommendation'],
  Media: ['content', 'type', 'view'],
  Provenance: ['activity', 'reason', 'target'],
  QuestionnaireResponse: ['_questionnaire', 'questionnaire', 'item'],
  RiskAssessment: ['code', 'condition', 'prediction', 'method'],
  Specimen: ['type', 'collection'],
};

/** Members of a backbone element that name it. */
const INSIDE: readonly string[] = [
  'text',
  'display',
  'title',
  'code',
  'vaccineCode',
  'targetDisease',
  'attachment',
  'contentString',
  'detail',
  'description',
  'outcome',
  'productOrService',
  'bodySite',
  'itemCodeableConcept',
];

export function itemName(resource: R4Resource): string | undefined {
  const own = ownName(resource);
  if (own !== undefined && BY_KIND[resource.resourceType] === undefined) return own;
  const fields = resource as unknown as Readonly<Record<string, unknown>>;
  for (const element of BY_KIND[resource.resourceType] ?? COMMON) {
    const name = nameIn(fields[element], 0);
    if (name !== undefined) return name;
  }
  return own;
}

/** @param depth backbone elements are followed two levels down. */
function nameIn(value: unknown, depth: number): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (Array.isArray(value)) {
    const names = value.slice(0, 3).flatMap((item: unknown) => nameIn(item, depth) ?? []);
    return names.length === 0 ? undefined : [...new Set(names)].join(', ');
  }
  if (!isJsonObject(value)) return undefined;
  const named = conceptText(value) ?? codingText(value) ?? humanName(asHumanName(value));
  if (named !== undefined || depth > 2) return named;
  for (const member of INSIDE) {
    const name =
      typeof value[member] === 'object' || typeof value[member] === 'string'
        ? nameIn(value[member], depth + 1)
        : undefined;
    if (name !== undefined) return name;
  }
  return undefined;
}

function codingText({ display, code }: Coding): string | undefined {
  return display ?? (typeof code === 'string' ? code : undefined);
}

function asHumanName(value: Readonly<Record<string, unknown>>): HumanName | undefined {
  return typeof value['family'] === 'string' || Array.isArray(value['given']) ? (value) : undefined;
}
