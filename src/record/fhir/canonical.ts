/**
 * Names under which the gateway publishes its own FHIR artefacts (`profiles/`).
 * `.example` is reserved (RFC 2606): an operator who publishes the artefacts elsewhere changes this one line.
 */
export const CANONICAL = 'https://phr-gateway.example/fhir';

/** `meta.tag` systems: what kind of record this is, and which source it came from. */
export const RECORD_KIND_SYSTEM = `${CANONICAL}/CodeSystem/record-kind`;
export const SOURCE_NAME_SYSTEM = `${CANONICAL}/CodeSystem/source-name`;
/** `DetectedIssue.code`: one code per kind of discrepancy (design: "what the gateway gives out"). */
export const DISCREPANCY_SYSTEM = `${CANONICAL}/CodeSystem/discrepancy`;
/** Why two records are shown as related and not merged. */
export const RELATED_REASON_SYSTEM = `${CANONICAL}/CodeSystem/related-reason`;
/** `OperationOutcome.issue.details`: completeness and quarantine. */
export const COMPLETENESS_SYSTEM = `${CANONICAL}/CodeSystem/completeness`;

/** `MedicationStatement.category` of what the person added: where they have it from. */
export const OWN_MEDICINE_SYSTEM = `${CANONICAL}/CodeSystem/own-medicine`;

/** `AuditEvent.subtype`: what was done, where FHIR and DICOM have no word for it. */
export const AUDIT_ACTION_SYSTEM = `${CANONICAL}/CodeSystem/audit-action`;

/** Values of {@link RECORD_KIND_SYSTEM}. */
export type RecordKind = 'source' | 'unified' | 'quarantined' | 'original';

/** The gateway's extensions by short name. Every one has a StructureDefinition in `profiles/`. */
export const EXTENSION = {
  /** meta: a `meta.source` that the source itself had sent. */
  receivedSource: `${CANONICAL}/StructureDefinition/received-source`,
  /** any element: what had no place in R4. Sub-extensions: path (string), value (string, JSON text), reason (string). */
  unmappedElement: `${CANONICAL}/StructureDefinition/unmapped-element`,
  /** unified Condition, AllergyIntolerance, …: Reference to a contributing source record (R4 has no derivedFrom there). */
  derivedFrom: `${CANONICAL}/StructureDefinition/derived-from`,
  /** unified: one per source that states a status. Sub-extensions: value (code), source (Reference), date (dateTime). */
  reportedStatus: `${CANONICAL}/StructureDefinition/reported-status`,
  /** unified MedicationStatement: one per distinct dosage. Sub-extensions: dosage (Dosage), source (Reference). */
  reportedDosage: `${CANONICAL}/StructureDefinition/reported-dosage`,
  /** unified: a product or code of a contributing record that is not the same thing word for word. Sub-extensions: concept (CodeableConcept), source (Reference). */
  reportedConcept: `${CANONICAL}/StructureDefinition/reported-concept`,
  /** unified: how the sources stand to each other: same | same-but-differs | related | only-here. */
  matchLevel: `${CANONICAL}/StructureDefinition/match-level`,
  /** source record that goes into a unified one: Reference to it. */
  unifiedRecord: `${CANONICAL}/StructureDefinition/unified-record`,
  /** source record that repeats another source's item: Reference to the original. */
  copyOf: `${CANONICAL}/StructureDefinition/copy-of`,
  /** unified: a dated change inside a source. Sub-extensions: what (code), from (string), to (string), date (dateTime), source (Reference). */
  change: `${CANONICAL}/StructureDefinition/change`,
  /** Provenance: which rule joined the members. Sub-extensions: rule (code), version (string), evidence (string) and member (Reference), both repeated. */
  matchRule: `${CANONICAL}/StructureDefinition/match-rule`,
  /** Provenance: the person's decision. Sub-extensions: decision (code), actor (Reference), date (dateTime). */
  personDecision: `${CANONICAL}/StructureDefinition/person-decision`,
  /** DetectedIssue: one per value that stands against another. Sub-extensions: value (string), source (Reference), date (dateTime). */
  statedValue: `${CANONICAL}/StructureDefinition/stated-value`,
  /** DetectedIssue: why related (coding of RELATED_REASON_SYSTEM). */
  relatedReason: `${CANONICAL}/StructureDefinition/related-reason`,
  /** OperationOutcome.issue and meta: machine-readable completeness. Sub-extensions: source, state, last-success, reason. */
  completeness: `${CANONICAL}/StructureDefinition/completeness`,
  /** Condition: recorded as a problem but not a diagnosis ("Lives alone"): shown under other things recorded. */
  notADiagnosis: `${CANONICAL}/StructureDefinition/not-a-diagnosis`,
} as const;
