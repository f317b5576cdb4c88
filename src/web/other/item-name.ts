/** What a record of any kind is called: by the element that names things of its kind, in the source's words. Pure. */
import type { Coding, HumanName } from 'fhir/r4.js';
import { conceptText, refOf } from '../../record/explain/record-names.ts';
import { isJsonObject, type R4Resource } from '../../record/fhir/types.ts';
import { humanName, ownName, type Names } from './reference-names.ts';

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
  CommunicationRequest: ['category', 'payload', 'reasonCode', 'about'],
  Coverage: ['type', 'payor', 'class'],
  CareTeam: ['name', 'category', 'participant'],
  DeviceUseStatement: ['device', 'reasonCode'],
  ImagingStudy: ['description', 'procedureCode', 'modality', 'series'],
  Immunization: ['vaccineCode'],
  MessageHeader: ['eventCoding', 'source'],
  NutritionOrder: ['oralDiet', 'supplement', 'enteralFormula'],
  ImmunizationRecommendation: ['recommendation'],
  // Whoever has the role tells more than the role.
  PractitionerRole: [],
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
  'modality',
  'member',
  'type',
  'name',
];

export function itemName(resource: R4Resource, names: Names): string | undefined {
  const own = ownName(resource);
  if (own !== undefined && BY_KIND[resource.resourceType] === undefined) return own;
  const fields = resource as unknown as Readonly<Record<string, unknown>>;
  for (const element of BY_KIND[resource.resourceType] ?? COMMON) {
    const name = nameIn(fields[element], names, 0);
    if (name !== undefined) return name;
  }
  return own ?? names.of({ reference: refOf(resource) });
}

/** @param depth backbone elements are followed two levels down. */
function nameIn(value: unknown, names: Names, depth: number): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (Array.isArray(value)) {
    const found = value.slice(0, 3).flatMap((item: unknown) => nameIn(item, names, depth) ?? []);
    return found.length === 0 ? undefined : [...new Set(found)].join(', ');
  }
  if (!isJsonObject(value)) return undefined;
  if (typeof value['reference'] === 'string') return names.of(value);
  const named = conceptText(value) ?? codingText(value) ?? humanName(asHumanName(value));
  if (named !== undefined || depth > 2) return named;
  for (const member of INSIDE) {
    const name =
      typeof value[member] === 'object' || typeof value[member] === 'string'
        ? nameIn(value[member], names, depth + 1)
        : undefined;
    if (name !== undefined) return name;
  }
  return undefined;
}

function codingText({ display, code }: Coding): string | undefined {
  return display ?? (typeof code === 'string' ? code : undefined);
}

function asHumanName(value: Readonly<Record<string, unknown>>): HumanName | undefined {
  return typeof value['family'] === 'string' || Array.isArray(value['given']) ? value : undefined;
}
