/**
 * The elements of FHIR R4 (4.0.1): care, documents and messages. Read by `r4-shape.ts`, which explains the notation; a test compares
 * it with the published definitions.
 */
export const R4_CARE_TYPES = `
CarePlan
  identifier:Identifier* instantiatesCanonical:canonical* instantiatesUri:uri* basedOn:Reference*
  replaces:Reference* partOf:Reference* status:code<request-status>! intent:code<care-plan-intent>!
  category:CodeableConcept* title:string description:string subject:Reference! encounter:Reference period:Period
  created:dateTime author:Reference contributor:Reference* careTeam:Reference* addresses:Reference*
  supportingInfo:Reference* goal:Reference* activity:CarePlan.activity* note:Annotation*
CarePlan.activity
  outcomeCodeableConcept:CodeableConcept* outcomeReference:Reference* progress:Annotation* reference:Reference
  detail:CarePlan.activity.detail
CarePlan.activity.detail
  kind:code<care-plan-activity-kind> instantiatesCanonical:canonical* instantiatesUri:uri* code:CodeableConcept
  reasonCode:CodeableConcept* reasonReference:Reference* goal:Reference* status:code<care-plan-activity-status>!
  statusReason:CodeableConcept doNotPerform:boolean scheduled[]:Timing,Period,string location:Reference
  performer:Reference* product[]:CodeableConcept,Reference dailyAmount:Quantity quantity:Quantity
  description:string
CareTeam
  identifier:Identifier* status:code<care-team-status> category:CodeableConcept* name:string subject:Reference
  encounter:Reference period:Period participant:CareTeam.participant* reasonCode:CodeableConcept*
  reasonReference:Reference* managingOrganization:Reference* telecom:ContactPoint* note:Annotation*
CareTeam.participant
  role:CodeableConcept* member:Reference onBehalfOf:Reference period:Period
Goal
  identifier:Identifier* lifecycleStatus:code<goal-status>! achievementStatus:CodeableConcept
  category:CodeableConcept* priority:CodeableConcept description:CodeableConcept! subject:Reference!
  start[]:date,CodeableConcept target:Goal.target* statusDate:date statusReason:string expressedBy:Reference
  addresses:Reference* note:Annotation* outcomeCode:CodeableConcept* outcomeReference:Reference*
Goal.target
  measure:CodeableConcept detail[]:Quantity,Range,CodeableConcept,string,boolean,integer,Ratio
  due[]:date,Duration
Encounter
  identifier:Identifier* status:code<encounter-status>! statusHistory:Encounter.statusHistory* class:Coding!
  classHistory:Encounter.classHistory* type:CodeableConcept* serviceType:CodeableConcept
  priority:CodeableConcept subject:Reference episodeOfCare:Reference* basedOn:Reference*
  participant:Encounter.participant* appointment:Reference* period:Period length:Duration
  reasonCode:CodeableConcept* reasonReference:Reference* diagnosis:Encounter.diagnosis* account:Reference*
  hospitalization:Encounter.hospitalization location:Encounter.location* serviceProvider:Reference
  partOf:Reference
Encounter.statusHistory
  status:code<encounter-status>! period:Period!
Encounter.classHistory
  class:Coding! period:Period!
Encounter.participant
  type:CodeableConcept* period:Period individual:Reference
Encounter.diagnosis
  condition:Reference! use:CodeableConcept rank:positiveInt
Encounter.hospitalization
  preAdmissionIdentifier:Identifier origin:Reference admitSource:CodeableConcept reAdmission:CodeableConcept
  dietPreference:CodeableConcept* specialCourtesy:CodeableConcept* specialArrangement:CodeableConcept*
  destination:Reference dischargeDisposition:CodeableConcept
Encounter.location
  location:Reference! status:code<encounter-location-status> physicalType:CodeableConcept period:Period
EpisodeOfCare
  identifier:Identifier* status:code<episode-of-care-status>! statusHistory:EpisodeOfCare.statusHistory*
  type:CodeableConcept* diagnosis:EpisodeOfCare.diagnosis* patient:Reference! managingOrganization:Reference
  period:Period referralRequest:Reference* careManager:Reference team:Reference* account:Reference*
EpisodeOfCare.statusHistory
  status:code<episode-of-care-status>! period:Period!
EpisodeOfCare.diagnosis
  condition:Reference! role:CodeableConcept rank:positiveInt
Appointment
  identifier:Identifier* status:code<appointmentstatus>! cancelationReason:CodeableConcept
  serviceCategory:CodeableConcept* serviceType:CodeableConcept* specialty:CodeableConcept*
  appointmentType:CodeableConcept reasonCode:CodeableConcept* reasonReference:Reference* priority:unsignedInt
  description:string supportingInformation:Reference* start:instant end:instant minutesDuration:positiveInt
  slot:Reference* created:dateTime comment:string patientInstruction:string basedOn:Reference*
  participant:Appointment.participant*! requestedPeriod:Period*
Appointment.participant
  type:CodeableConcept* actor:Reference required:code<participantrequired> status:code<participationstatus>!
  period:Period
AppointmentResponse
  identifier:Identifier* appointment:Reference! start:instant end:instant participantType:CodeableConcept*
  actor:Reference participantStatus:code<participationstatus>! comment:string
Schedule
  identifier:Identifier* active:boolean serviceCategory:CodeableConcept* serviceType:CodeableConcept*
  specialty:CodeableConcept* actor:Reference*! planningHorizon:Period comment:string
Slot
  identifier:Identifier* serviceCategory:CodeableConcept* serviceType:CodeableConcept*
  specialty:CodeableConcept* appointmentType:CodeableConcept schedule:Reference! status:code<slotstatus>!
  start:instant! end:instant! overbooked:boolean comment:string
Task
  identifier:Identifier* instantiatesCanonical:canonical instantiatesUri:uri basedOn:Reference*
  groupIdentifier:Identifier partOf:Reference* status:code<task-status>! statusReason:CodeableConcept
  businessStatus:CodeableConcept intent:code<task-intent>! priority:code<request-priority> code:CodeableConcept
  description:string focus:Reference for:Reference encounter:Reference executionPeriod:Period
  authoredOn:dateTime lastModified:dateTime requester:Reference performerType:CodeableConcept* owner:Reference
  location:Reference reasonCode:CodeableConcept reasonReference:Reference insurance:Reference* note:Annotation*
  relevantHistory:Reference* restriction:Task.restriction input:Task.input* output:Task.output*
Task.restriction
  repetitions:positiveInt period:Period recipient:Reference*
Task.input
  type:CodeableConcept! value[]:any!
Task.output
  type:CodeableConcept! value[]:any!
Communication
  identifier:Identifier* instantiatesCanonical:canonical* instantiatesUri:uri* basedOn:Reference*
  partOf:Reference* inResponseTo:Reference* status:code<event-status>! statusReason:CodeableConcept
  category:CodeableConcept* priority:code<request-priority> medium:CodeableConcept* subject:Reference
  topic:CodeableConcept about:Reference* encounter:Reference sent:dateTime received:dateTime
  recipient:Reference* sender:Reference reasonCode:CodeableConcept* reasonReference:Reference*
  payload:Communication.payload* note:Annotation*
Communication.payload
  content[]:string,Attachment,Reference!
CommunicationRequest
  identifier:Identifier* basedOn:Reference* replaces:Reference* groupIdentifier:Identifier
  status:code<request-status>! statusReason:CodeableConcept category:CodeableConcept*
  priority:code<request-priority> doNotPerform:boolean medium:CodeableConcept* subject:Reference
  about:Reference* encounter:Reference payload:CommunicationRequest.payload* occurrence[]:dateTime,Period
  authoredOn:dateTime requester:Reference recipient:Reference* sender:Reference reasonCode:CodeableConcept*
  reasonReference:Reference* note:Annotation*
CommunicationRequest.payload
  content[]:string,Attachment,Reference!
Composition
  identifier:Identifier status:code<composition-status>! type:CodeableConcept! category:CodeableConcept*
  subject:Reference encounter:Reference date:dateTime! author:Reference*! title:string!
  confidentiality:code<v3-ConfidentialityClassification> attester:Composition.attester* custodian:Reference
  relatesTo:Composition.relatesTo* event:Composition.event* section:Composition.section*
Composition.attester
  mode:code<composition-attestation-mode>! time:dateTime party:Reference
Composition.relatesTo
  code:code<document-relationship-type>! target[]:Identifier,Reference!
Composition.event
  code:CodeableConcept* period:Period detail:Reference*
Composition.section
  title:string code:CodeableConcept author:Reference* focus:Reference text:Narrative mode:code<list-mode>
  orderedBy:CodeableConcept entry:Reference* emptyReason:CodeableConcept section:Composition.section*
DocumentManifest
  masterIdentifier:Identifier identifier:Identifier* status:code<document-reference-status>!
  type:CodeableConcept subject:Reference created:dateTime author:Reference* recipient:Reference* source:uri
  description:string content:Reference*! related:DocumentManifest.related*
DocumentManifest.related
  identifier:Identifier ref:Reference
DocumentReference
  masterIdentifier:Identifier identifier:Identifier* status:code<document-reference-status>!
  docStatus:code<composition-status> type:CodeableConcept category:CodeableConcept* subject:Reference
  date:instant author:Reference* authenticator:Reference custodian:Reference
  relatesTo:DocumentReference.relatesTo* description:string securityLabel:CodeableConcept*
  content:DocumentReference.content*! context:DocumentReference.context
DocumentReference.relatesTo
  code:code<document-relationship-type>! target:Reference!
DocumentReference.content
  attachment:Attachment! format:Coding
DocumentReference.context
  encounter:Reference* event:CodeableConcept* period:Period facilityType:CodeableConcept
  practiceSetting:CodeableConcept sourcePatientInfo:Reference related:Reference*
List
  identifier:Identifier* status:code<list-status>! mode:code<list-mode>! title:string code:CodeableConcept
  subject:Reference encounter:Reference date:dateTime source:Reference orderedBy:CodeableConcept
  note:Annotation* entry:List.entry* emptyReason:CodeableConcept
List.entry
  flag:CodeableConcept deleted:boolean date:dateTime item:Reference!
Questionnaire
  url:uri identifier:Identifier* version:string name:string title:string derivedFrom:canonical*
  status:code<publication-status>! experimental:boolean subjectType:code* date:dateTime publisher:string
  contact:ContactDetail* description:markdown useContext:UsageContext* jurisdiction:CodeableConcept*
  purpose:markdown copyright:markdown approvalDate:date lastReviewDate:date effectivePeriod:Period code:Coding*
  item:Questionnaire.item*
Questionnaire.item
  linkId:string! definition:uri code:Coding* prefix:string text:string type:code<item-type>!
  enableWhen:Questionnaire.item.enableWhen* enableBehavior:code<questionnaire-enable-behavior> required:boolean
  repeats:boolean readOnly:boolean maxLength:integer answerValueSet:canonical
  answerOption:Questionnaire.item.answerOption* initial:Questionnaire.item.initial* item:Questionnaire.item*
Questionnaire.item.enableWhen
  question:string! operator:code<questionnaire-enable-operator>!
  answer[]:boolean,decimal,integer,date,dateTime,time,string,Coding,Quantity,Reference!
Questionnaire.item.answerOption
  value[]:integer,date,time,string,Coding,Reference! initialSelected:boolean
Questionnaire.item.initial
  value[]:boolean,decimal,integer,date,dateTime,time,string,uri,Attachment,Coding,Quantity,Reference!
QuestionnaireResponse
  identifier:Identifier basedOn:Reference* partOf:Reference* questionnaire:canonical
  status:code<questionnaire-answers-status>! subject:Reference encounter:Reference authored:dateTime
  author:Reference source:Reference item:QuestionnaireResponse.item*
QuestionnaireResponse.item
  linkId:string! definition:uri text:string answer:QuestionnaireResponse.item.answer*
  item:QuestionnaireResponse.item*
QuestionnaireResponse.item.answer
  value[]:boolean,decimal,integer,date,dateTime,time,string,uri,Attachment,Coding,Quantity,Reference
  item:QuestionnaireResponse.item*
Consent
  identifier:Identifier* status:code<consent-state-codes>! scope:CodeableConcept! category:CodeableConcept*!
  patient:Reference dateTime:dateTime performer:Reference* organization:Reference* source[]:Attachment,Reference
  policy:Consent.policy* policyRule:CodeableConcept verification:Consent.verification*
  provision:Consent.provision
Consent.policy
  authority:uri uri:uri
Consent.verification
  verified:boolean! verifiedWith:Reference verificationDate:dateTime
Consent.provision
  type:code<consent-provision-type> period:Period actor:Consent.provision.actor* action:CodeableConcept*
  securityLabel:Coding* purpose:Coding* class:Coding* code:CodeableConcept* dataPeriod:Period
  data:Consent.provision.data* provision:Consent.provision*
Consent.provision.actor
  role:CodeableConcept! reference:Reference!
Consent.provision.data
  meaning:code<consent-data-meaning>! reference:Reference!
Provenance
  target:Reference*! occurred[]:Period,dateTime recorded:instant! policy:uri* location:Reference
  reason:CodeableConcept* activity:CodeableConcept agent:Provenance.agent*! entity:Provenance.entity*
  signature:Signature*
Provenance.agent
  type:CodeableConcept role:CodeableConcept* who:Reference! onBehalfOf:Reference
Provenance.entity
  role:code<provenance-entity-role>! what:Reference! agent:Provenance.agent*
AuditEvent
  type:Coding! subtype:Coding* action:code<audit-event-action> period:Period recorded:instant!
  outcome:code<audit-event-outcome> outcomeDesc:string purposeOfEvent:CodeableConcept* agent:AuditEvent.agent*!
  source:AuditEvent.source! entity:AuditEvent.entity*
AuditEvent.agent
  type:CodeableConcept role:CodeableConcept* who:Reference altId:string name:string requestor:boolean!
  location:Reference policy:uri* media:Coding network:AuditEvent.agent.network purposeOfUse:CodeableConcept*
AuditEvent.agent.network
  address:string type:code<network-type>
AuditEvent.source
  site:string observer:Reference! type:Coding*
AuditEvent.entity
  what:Reference type:Coding role:Coding lifecycle:Coding securityLabel:Coding* name:string description:string
  query:base64Binary detail:AuditEvent.entity.detail*
AuditEvent.entity.detail
  type:string! value[]:string,base64Binary!
Linkage
  active:boolean author:Reference item:Linkage.item*!
Linkage.item
  type:code<linkage-type>! resource:Reference!
MessageHeader
  event[]:Coding,uri! destination:MessageHeader.destination* sender:Reference enterer:Reference author:Reference
  source:MessageHeader.source! responsible:Reference reason:CodeableConcept response:MessageHeader.response
  focus:Reference* definition:canonical
MessageHeader.destination
  name:string target:Reference endpoint:url! receiver:Reference
MessageHeader.source
  name:string software:string version:string contact:ContactPoint endpoint:url!
MessageHeader.response
  identifier:id! code:code<response-code>! details:Reference
OperationOutcome
  issue:OperationOutcome.issue*!
OperationOutcome.issue
  severity:code<issue-severity>! code:code<issue-type>! details:CodeableConcept diagnostics:string
  location:string* expression:string*
Parameters
  parameter:Parameters.parameter*
Parameters.parameter
  name:string! value[]:any resource:Resource part:Parameters.parameter*
Bundle
  identifier:Identifier type:code<bundle-type>! timestamp:instant total:unsignedInt link:Bundle.link*
  entry:Bundle.entry* signature:Signature
Bundle.link
  relation:string! url:uri!
Bundle.entry
  link:Bundle.link* fullUrl:uri resource:Resource search:Bundle.entry.search request:Bundle.entry.request
  response:Bundle.entry.response
Bundle.entry.search
  mode:code<search-entry-mode> score:decimal
Bundle.entry.request
  method:code<http-verb>! url:uri! ifNoneMatch:string ifModifiedSince:instant ifMatch:string ifNoneExist:string
Bundle.entry.response
  status:string! location:uri etag:string lastModified:instant outcome:OperationOutcome
Binary
  contentType:code! securityContext:Reference data:base64Binary url:url
Basic
  identifier:Identifier* code:CodeableConcept! subject:Reference created:date author:Reference
`;
