/**
 * How the top-level elements of a type differ between DSTU2, STU3 and R4. One character per release, in this order:
 * `-` not there, `p` primitive, `P` list of primitives, `o` object, `O` list of objects. Elements that are alike in all
 * releases are left out.
 */
export const VERSION_ELEMENTS = `
AllergyIntolerance
  onset:p-- recordedDate:p-p reporter:o-- substance:o-- status:p-- category:pPP lastOccurence:p-- note:oOO
  clinicalStatus:-po verificationStatus:-po code:-oo onsetDateTime:-pp onsetAge:-oo onsetPeriod:-oo
  onsetRange:-oo onsetString:-pp assertedDate:-p- asserter:-oo lastOccurrence:-pp encounter:--o
Appointment
  type:o-- reason:oO- serviceCategory:-oO serviceType:-OO specialty:-OO appointmentType:-oo indication:-O-
  supportingInformation:-OO created:-pp incomingReferral:-O- requestedPeriod:-OO cancelationReason:--o
  reasonCode:--O reasonReference:--O patientInstruction:--p basedOn:--O
AuditEvent
  event:o-- participant:O-- object:O-- type:-oo subtype:-OO action:-pp recorded:-pp outcome:-pp outcomeDesc:-pp
  purposeOfEvent:-OO agent:-OO entity:-OO period:--o
Binary
  content:pp- data:--p securityContext:-oo
CarePlan
  context:oo- author:OOo modified:p-- support:O-- relatedPlan:O-- participant:O-- note:oOO definition:-O-
  basedOn:-OO replaces:-OO partOf:-OO intent:-pp title:-pp careTeam:-OO supportingInfo:-OO
  instantiatesCanonical:--P instantiatesUri:--P encounter:--o created:--p contributor:--O
CareTeam
  context:-o- encounter:--o telecom:--O
Claim
  type:poo ruleset:o-- originalRuleset:o-- target:o-- organization:oo- condition:O-- coverage:O-- exception:O--
  school:p-- accident:poo accidentType:o-- interventionException:O-- additionalMaterials:O-- missingTeeth:O--
  status:-pp subType:-Oo billablePeriod:-oo insurer:-oo related:-OO careTeam:-OO information:-O- procedure:-OO
  insurance:-OO employmentImpacted:-o- hospitalization:-o- total:-oo supportingInfo:--O
ClaimResponse
  ruleset:o-- originalRuleset:o-- organization:o-- requestProvider:oo- requestOrganization:oo- outcome:pop
  totalCost:oo- unallocDeductable:oo- totalBenefit:oo- paymentAdjustment:o-- paymentAdjustmentReason:o--
  paymentDate:p-- paymentAmount:o-- paymentRef:o-- reserved:oo- note:O-- coverage:O-- status:-pp patient:-oo
  insurer:-oo payment:-oo processNote:-OO communicationRequest:-OO insurance:-OO type:--o subType:--o use:--p
  requestor:--o preAuthRef:--p preAuthPeriod:--o adjudication:--O total:--O fundsReserve:--o formCode:--o
ClinicalImpression
  patient:o-- triggerCodeableConcept:o-- triggerReference:o-- investigations:O-- protocol:pPP resolved:O--
  ruledOut:O-- prognosis:p-- plan:O-- action:OO- identifier:-OO code:-oo subject:-oo context:-o-
  effectiveDateTime:-pp effectivePeriod:-oo investigation:-OO prognosisCodeableConcept:-OO prognosisReference:-OO
  note:-OO statusReason:--o encounter:--o supportingInfo:--O
Communication
  category:oOO encounter:o-o reason:O-- requestDetail:o-- definition:-O- basedOn:-OO partOf:-OO notDone:-p-
  notDoneReason:-o- topic:-Oo context:-o- reasonCode:-OO reasonReference:-OO note:-OO instantiatesCanonical:--P
  instantiatesUri:--P inResponseTo:--O statusReason:--o priority:--p about:--O
Composition
  class:oo- relatesTo:-OO category:--O
Condition
  patient:o-- encounter:o-o dateRecorded:p-- category:oOO clinicalStatus:ppo verificationStatus:ppo
  onsetQuantity:o-- abatementQuantity:o-- abatementBoolean:pp- stage:ooO notes:p-- subject:-oo context:-o-
  onsetAge:-oo abatementAge:-oo assertedDate:-p- note:-OO recordedDate:--p recorder:--o
Consent
  identifier:-oO period:-o- consentingParty:-O- actor:-O- action:-O- sourceIdentifier:-o- policyRule:-po
  securityLabel:-O- purpose:-O- dataPeriod:-o- data:-O- except:-O- scope:--o performer:--O verification:--O
  provision:--o
Coverage
  issuer:o-- bin:o-- subscriberId:opp group:p-- plan:p-- subPlan:p-- sequence:pp- network:opp status:-pp
  policyHolder:-oo beneficiary:-oo relationship:-oo payor:-OO grouping:-o- order:-pp class:--O
  costToBeneficiary:--O subrogation:--p
DetectedIssue
  category:oo- date:pp- identifier:ooO status:-pp code:--o identifiedDateTime:--p identifiedPeriod:--o
  evidence:--O
Device
  model:pp- version:ppO expiry:p-- udi:po- expirationDate:-pp safety:-OO definition:--o udiCarrier:--O
  statusReason:--O distinctIdentifier:--p serialNumber:--p deviceName:--O modelNumber:--p partNumber:--p
  specialization:--O property:--O parent:--o
DeviceUseStatement
  bodySiteCodeableConcept:o-- bodySiteReference:o-- whenUsed:oo- indication:OO- notes:P-- status:-pp source:-oo
  bodySite:-oo note:-OO basedOn:--O derivedFrom:--O reasonCode:--O reasonReference:--O
DiagnosticReport
  category:ooO encounter:o-o performer:oOO request:O-- image:OO- codedDiagnosis:OO- basedOn:-OO context:-o-
  resultsInterpreter:--O media:--O conclusionCode:--O
DocumentReference
  class:oo- created:pp- indexed:pp- docStatus:opp category:--O date:--p
Encounter
  class:poo patient:o-- incomingReferral:OO- appointment:ooO reason:OO- indication:O-- classHistory:-OO
  subject:-oo diagnosis:-OO account:-OO serviceType:--o basedOn:--O reasonCode:--O reasonReference:--O
EpisodeOfCare
  condition:O-- careTeam:O-- diagnosis:-OO team:-OO account:-OO
ExplanationOfBenefit
  request:o-- outcome:pop ruleset:o-- originalRuleset:o-- organization:oo- requestProvider:o--
  requestOrganization:o-- status:-pp type:-oo subType:-Oo patient:-oo billablePeriod:-oo enterer:-oo insurer:-oo
  provider:-oo referral:-oo facility:-oo claim:-oo claimResponse:-oo related:-OO prescription:-oo
  originalPrescription:-oo payee:-oo information:-O- careTeam:-OO diagnosis:-OO procedure:-OO precedence:-pp
  insurance:-oO accident:-oo employmentImpacted:-o- hospitalization:-o- item:-OO addItem:-OO totalCost:-o-
  unallocDeductable:-o- totalBenefit:-o- payment:-oo form:-oo processNote:-OO benefitBalance:-OO use:--p
  priority:--o fundsReserveRequested:--o fundsReserve:--o preAuthRef:--P preAuthRefPeriod:--O supportingInfo:--O
  adjudication:--O total:--O formCode:--o benefitPeriod:--o
FamilyMemberHistory
  gender:pp- ageQuantity:o-- deceasedQuantity:o-- note:oOO definition:-O- notDone:-p- notDoneReason:-o-
  ageAge:-oo estimatedAge:-pp deceasedAge:-oo reasonCode:-OO reasonReference:-OO instantiatesCanonical:--P
  instantiatesUri:--P dataAbsentReason:--o sex:--o
Flag
  category:ooO
Goal
  targetDate:p-- targetQuantity:o-- description:poo status:pp- statusReason:opp author:o-- outcome:O-- target:-oO
  expressedBy:-oo outcomeCode:-OO outcomeReference:-OO lifecycleStatus:--p achievementStatus:--o
Group
  active:-pp managingEntity:--o
HealthcareService
  serviceCategory:o-- serviceType:O-- location:oOO serviceName:p-- eligibility:ooO eligibilityNote:pp-
  programName:PP- publicKey:p-- active:-pp category:-oO type:-OO specialty:-OO name:-pp endpoint:-OO program:--O
  communication:--O
ImagingStudy
  patient:oo- uid:pp- accession:oo- order:O-- modalityList:OO- availability:pp- url:p-- procedure:O--
  interpreter:oOO context:-o- basedOn:-OO endpoint:-OO procedureReference:-Oo procedureCode:-OO reason:-o-
  status:--p modality:--O subject:--o encounter:--o location:--o reasonCode:--O reasonReference:--O note:--O
Immunization
  date:pp- wasNotGiven:p-- reported:p-- performer:o-O requester:o-- explanation:oo- vaccinationProtocol:OO-
  notGiven:-p- primarySource:-pp reportOrigin:-oo practitioner:-O- statusReason:--o occurrenceDateTime:--p
  occurrenceString:--p recorded:--p reasonCode:--O reasonReference:--O isSubpotent:--p subpotentReason:--O
  education:--O programEligibility:--O fundingSource:--o protocolApplied:--O
ImmunizationRecommendation
  date:--p authority:--o
List
  note:pOO
Location
  type:ooO operationalStatus:-oo alias:-PP endpoint:-OO hoursOfOperation:--O availabilityExceptions:--p
Media
  type:ppo subtype:oo- deviceName:p-p basedOn:-OO context:-o- occurrenceDateTime:-p- occurrencePeriod:-o-
  reasonCode:-OO bodySite:-oo device:-oo note:-OO partOf:--O status:--p modality:--o encounter:--o
  createdDateTime:--p createdPeriod:--o issued:--p
Medication
  isBrand:pp- product:o-- package:oo- status:-pp isOverTheCounter:-p- form:-oo ingredient:-OO image:-O-
  identifier:--O amount:--o batch:--o
MedicationAdministration
  patient:o-- practitioner:o-- encounter:o-- prescription:oo- wasNotGiven:p-- reasonNotGiven:OO- reasonGiven:O--
  effectiveTimeDateTime:p-- effectiveTimePeriod:o-- note:pOO definition:-O- partOf:-OO category:-oo subject:-oo
  context:-oo supportingInformation:-OO effectiveDateTime:-pp effectivePeriod:-oo performer:-OO notGiven:-p-
  reasonCode:-OO reasonReference:-OO eventHistory:-OO instantiates:--P statusReason:--O request:--o
MedicationDispense
  identifier:oOO patient:o-- dispenser:o-- note:pOO partOf:-OO category:-oo subject:-oo context:-oo
  supportingInformation:-OO performer:-OO detectedIssue:-OO notDone:-p- notDoneReasonCodeableConcept:-o-
  notDoneReasonReference:-o- eventHistory:-OO statusReasonCodeableConcept:--o statusReasonReference:--o
  location:--o
MedicationRequest
  definition:-O- category:-oO context:-o- statusReason:--o doNotPerform:--p reportedBoolean:--p
  reportedReference:--o encounter:--o performer:--o performerType:--o instantiatesCanonical:--P
  instantiatesUri:--P courseOfTherapyType:--o insurance:--O
MedicationStatement
  patient:o-- wasNotTaken:p-- reasonNotTaken:OO- reasonForUseCodeableConcept:o-- reasonForUseReference:o--
  note:pOO supportingInformation:O-- basedOn:-OO partOf:-OO context:-oo category:-oo subject:-oo derivedFrom:-OO
  taken:-p- reasonCode:-OO reasonReference:-OO statusReason:--O
NutritionOrder
  instantiatesCanonical:--P instantiatesUri:--P instantiates:--P intent:--p note:--O
Observation
  category:oOO encounter:o-o valueAttachment:oo- interpretation:ooO comments:p-- related:OO- basedOn:-OO
  context:-o- valueBoolean:-pp comment:-p- partOf:--O focus:--O effectiveTiming:--o effectiveInstant:--p
  valueInteger:--p note:--O hasMember:--O derivedFrom:--O
Organization
  type:oOO alias:-PP endpoint:-OO
Patient
  animal:oo- careProvider:O-- generalPractitioner:-OO
Practitioner
  name:oOO practitionerRole:O--
Procedure
  notPerformed:p-- reasonNotPerformed:O-- reasonCodeableConcept:o-- reasonReference:oOO encounter:o-o request:o--
  notes:O-- used:O-- definition:-O- basedOn:-OO partOf:-OO notDone:-p- notDoneReason:-o- context:-o-
  reasonCode:-OO complicationDetail:-OO note:-OO usedReference:-OO usedCode:-OO instantiatesCanonical:--P
  instantiatesUri:--P statusReason:--o performedString:--p performedAge:--o performedRange:--o recorder:--o
  asserter:--o
Provenance
  period:oo- occurredPeriod:--o occurredDateTime:--p
QuestionnaireResponse
  questionnaire:oop encounter:o-o group:o-- basedOn:-OO parent:-O- context:-o- item:-OO partOf:--O
RelatedPerson
  relationship:ooO name:oOO active:-pp communication:--O
RiskAssessment
  date:p-- encounter:o-o identifier:ooO basedOn:-oo parent:-oo status:-pp code:-oo context:-o-
  occurrenceDateTime:-pp occurrencePeriod:-oo reasonCodeableConcept:-o- reasonReference:-oO comment:-p-
  reasonCode:--O note:--O
Schedule
  type:O-- actor:oOO active:-pp serviceCategory:-oO serviceType:-OO specialty:-OO
Slot
  type:o-- freeBusyType:p-- serviceCategory:-oO serviceType:-OO specialty:-OO appointmentType:-oo status:-pp
Specimen
  treatment:O-- request:-OO processing:-OO note:-OO condition:--O
SupplyDelivery
  identifier:ooO quantity:o-- whenPrepared:o-- time:p-- basedOn:-OO partOf:-OO occurrenceDateTime:-pp
  occurrencePeriod:-oo occurrenceTiming:-oo
SupplyRequest
  patient:o-- source:o-- date:p-- identifier:ooO kind:o-- orderedItem:oo- reasonCodeableConcept:oo-
  reasonReference:ooO when:o-- category:-oo priority:-pp occurrenceDateTime:-pp occurrencePeriod:-oo
  occurrenceTiming:-oo authoredOn:-pp requester:-oo deliverFrom:-oo deliverTo:-oo itemCodeableConcept:--o
  itemReference:--o quantity:--o parameter:--O reasonCode:--O
Task
  definitionUri:-p- definitionReference:-o- context:-o- reason:-o- instantiatesCanonical:--p instantiatesUri:--p
  encounter:--o location:--o reasonCode:--o reasonReference:--o insurance:--O
`;
