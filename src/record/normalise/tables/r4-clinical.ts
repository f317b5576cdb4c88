/**
 * The elements of FHIR R4 (4.0.1): clinical records. Read by `r4-shape.ts`, which explains the notation; a test compares
 * it with the published definitions.
 */
export const R4_CLINICAL_TYPES = `
AllergyIntolerance
  identifier:Identifier* clinicalStatus:CodeableConcept verificationStatus:CodeableConcept
  type:code<allergy-intolerance-type> category:code<allergy-intolerance-category>*
  criticality:code<allergy-intolerance-criticality> code:CodeableConcept patient:Reference! encounter:Reference
  onset[]:dateTime,Age,Period,Range,string recordedDate:dateTime recorder:Reference asserter:Reference
  lastOccurrence:dateTime note:Annotation* reaction:AllergyIntolerance.reaction*
AllergyIntolerance.reaction
  substance:CodeableConcept manifestation:CodeableConcept*! description:string onset:dateTime
  severity:code<reaction-event-severity> exposureRoute:CodeableConcept note:Annotation*
AdverseEvent
  identifier:Identifier actuality:code<adverse-event-actuality>! category:CodeableConcept* event:CodeableConcept
  subject:Reference! encounter:Reference date:dateTime detected:dateTime recordedDate:dateTime
  resultingCondition:Reference* location:Reference seriousness:CodeableConcept severity:CodeableConcept
  outcome:CodeableConcept recorder:Reference contributor:Reference* suspectEntity:AdverseEvent.suspectEntity*
  subjectMedicalHistory:Reference* referenceDocument:Reference* study:Reference*
AdverseEvent.suspectEntity
  instance:Reference! causality:AdverseEvent.suspectEntity.causality*
AdverseEvent.suspectEntity.causality
  assessment:CodeableConcept productRelatedness:string author:Reference method:CodeableConcept
ClinicalImpression
  identifier:Identifier* status:code<clinicalimpression-status>! statusReason:CodeableConcept
  code:CodeableConcept description:string subject:Reference! encounter:Reference effective[]:dateTime,Period
  date:dateTime assessor:Reference previous:Reference problem:Reference*
  investigation:ClinicalImpression.investigation* protocol:uri* summary:string
  finding:ClinicalImpression.finding* prognosisCodeableConcept:CodeableConcept* prognosisReference:Reference*
  supportingInfo:Reference* note:Annotation*
ClinicalImpression.investigation
  code:CodeableConcept! item:Reference*
ClinicalImpression.finding
  itemCodeableConcept:CodeableConcept itemReference:Reference basis:string
Condition
  identifier:Identifier* clinicalStatus:CodeableConcept verificationStatus:CodeableConcept
  category:CodeableConcept* severity:CodeableConcept code:CodeableConcept bodySite:CodeableConcept*
  subject:Reference! encounter:Reference onset[]:dateTime,Age,Period,Range,string
  abatement[]:dateTime,Age,Period,Range,string recordedDate:dateTime recorder:Reference asserter:Reference
  stage:Condition.stage* evidence:Condition.evidence* note:Annotation*
Condition.stage
  summary:CodeableConcept assessment:Reference* type:CodeableConcept
Condition.evidence
  code:CodeableConcept* detail:Reference*
DetectedIssue
  identifier:Identifier* status:code<detectedissue-status>! code:CodeableConcept
  severity:code<detectedissue-severity> patient:Reference identified[]:dateTime,Period author:Reference
  implicated:Reference* evidence:DetectedIssue.evidence* detail:string reference:uri
  mitigation:DetectedIssue.mitigation*
DetectedIssue.evidence
  code:CodeableConcept* detail:Reference*
DetectedIssue.mitigation
  action:CodeableConcept! date:dateTime author:Reference
DiagnosticReport
  identifier:Identifier* basedOn:Reference* status:code<diagnostic-report-status>! category:CodeableConcept*
  code:CodeableConcept! subject:Reference encounter:Reference effective[]:dateTime,Period issued:instant
  performer:Reference* resultsInterpreter:Reference* specimen:Reference* result:Reference*
  imagingStudy:Reference* media:DiagnosticReport.media* conclusion:string conclusionCode:CodeableConcept*
  presentedForm:Attachment*
DiagnosticReport.media
  comment:string link:Reference!
FamilyMemberHistory
  identifier:Identifier* instantiatesCanonical:canonical* instantiatesUri:uri* status:code<history-status>!
  dataAbsentReason:CodeableConcept patient:Reference! date:dateTime name:string relationship:CodeableConcept!
  sex:CodeableConcept born[]:Period,date,string age[]:Age,Range,string estimatedAge:boolean
  deceased[]:boolean,Age,Range,date,string reasonCode:CodeableConcept* reasonReference:Reference*
  note:Annotation* condition:FamilyMemberHistory.condition*
FamilyMemberHistory.condition
  code:CodeableConcept! outcome:CodeableConcept contributedToDeath:boolean onset[]:Age,Range,Period,string
  note:Annotation*
Flag
  identifier:Identifier* status:code<flag-status>! category:CodeableConcept* code:CodeableConcept!
  subject:Reference! period:Period encounter:Reference author:Reference
ImagingStudy
  identifier:Identifier* status:code<imagingstudy-status>! modality:Coding* subject:Reference!
  encounter:Reference started:dateTime basedOn:Reference* referrer:Reference interpreter:Reference*
  endpoint:Reference* numberOfSeries:unsignedInt numberOfInstances:unsignedInt procedureReference:Reference
  procedureCode:CodeableConcept* location:Reference reasonCode:CodeableConcept* reasonReference:Reference*
  note:Annotation* description:string series:ImagingStudy.series*
ImagingStudy.series
  uid:id! number:unsignedInt modality:Coding! description:string numberOfInstances:unsignedInt
  endpoint:Reference* bodySite:Coding laterality:Coding specimen:Reference* started:dateTime
  performer:ImagingStudy.series.performer* instance:ImagingStudy.series.instance*
ImagingStudy.series.performer
  function:CodeableConcept actor:Reference!
ImagingStudy.series.instance
  uid:id! sopClass:Coding! number:unsignedInt title:string
Immunization
  identifier:Identifier* status:code<immunization-status>! statusReason:CodeableConcept
  vaccineCode:CodeableConcept! patient:Reference! encounter:Reference occurrence[]:dateTime,string!
  recorded:dateTime primarySource:boolean reportOrigin:CodeableConcept location:Reference manufacturer:Reference
  lotNumber:string expirationDate:date site:CodeableConcept route:CodeableConcept doseQuantity:Quantity
  performer:Immunization.performer* note:Annotation* reasonCode:CodeableConcept* reasonReference:Reference*
  isSubpotent:boolean subpotentReason:CodeableConcept* education:Immunization.education*
  programEligibility:CodeableConcept* fundingSource:CodeableConcept reaction:Immunization.reaction*
  protocolApplied:Immunization.protocolApplied*
Immunization.performer
  function:CodeableConcept actor:Reference!
Immunization.education
  documentType:string reference:uri publicationDate:dateTime presentationDate:dateTime
Immunization.reaction
  date:dateTime detail:Reference reported:boolean
Immunization.protocolApplied
  series:string authority:Reference targetDisease:CodeableConcept* doseNumber[]:positiveInt,string!
  seriesDoses[]:positiveInt,string
ImmunizationEvaluation
  identifier:Identifier* status:code<immunization-evaluation-status>! patient:Reference! date:dateTime
  authority:Reference targetDisease:CodeableConcept! immunizationEvent:Reference! doseStatus:CodeableConcept!
  doseStatusReason:CodeableConcept* description:string series:string doseNumber[]:positiveInt,string
  seriesDoses[]:positiveInt,string
ImmunizationRecommendation
  identifier:Identifier* patient:Reference! date:dateTime! authority:Reference
  recommendation:ImmunizationRecommendation.recommendation*!
ImmunizationRecommendation.recommendation
  vaccineCode:CodeableConcept* targetDisease:CodeableConcept contraindicatedVaccineCode:CodeableConcept*
  forecastStatus:CodeableConcept! forecastReason:CodeableConcept*
  dateCriterion:ImmunizationRecommendation.recommendation.dateCriterion* description:string series:string
  doseNumber[]:positiveInt,string seriesDoses[]:positiveInt,string supportingImmunization:Reference*
  supportingPatientInformation:Reference*
ImmunizationRecommendation.recommendation.dateCriterion
  code:CodeableConcept! value:dateTime!
Media
  identifier:Identifier* basedOn:Reference* partOf:Reference* status:code<event-status>! type:CodeableConcept
  modality:CodeableConcept view:CodeableConcept subject:Reference encounter:Reference created[]:dateTime,Period
  issued:instant operator:Reference reasonCode:CodeableConcept* bodySite:CodeableConcept deviceName:string
  device:Reference height:positiveInt width:positiveInt frames:positiveInt duration:decimal content:Attachment!
  note:Annotation*
MolecularSequence
  identifier:Identifier* type:code<sequence-type> coordinateSystem:integer! patient:Reference specimen:Reference
  device:Reference performer:Reference quantity:Quantity referenceSeq:MolecularSequence.referenceSeq
  variant:MolecularSequence.variant* observedSeq:string quality:MolecularSequence.quality* readCoverage:integer
  repository:MolecularSequence.repository* pointer:Reference*
  structureVariant:MolecularSequence.structureVariant*
MolecularSequence.referenceSeq
  chromosome:CodeableConcept genomeBuild:string orientation:code<orientation-type>
  referenceSeqId:CodeableConcept referenceSeqPointer:Reference referenceSeqString:string
  strand:code<strand-type> windowStart:integer windowEnd:integer
MolecularSequence.variant
  start:integer end:integer observedAllele:string referenceAllele:string cigar:string variantPointer:Reference
MolecularSequence.quality
  type:code<quality-type>! standardSequence:CodeableConcept start:integer end:integer score:Quantity
  method:CodeableConcept truthTP:decimal queryTP:decimal truthFN:decimal queryFP:decimal gtFP:decimal
  precision:decimal recall:decimal fScore:decimal roc:MolecularSequence.quality.roc
MolecularSequence.quality.roc
  score:integer* numTP:integer* numFP:integer* numFN:integer* precision:decimal* sensitivity:decimal*
  fMeasure:decimal*
MolecularSequence.repository
  type:code<repository-type>! url:uri name:string datasetId:string variantsetId:string readsetId:string
MolecularSequence.structureVariant
  variantType:CodeableConcept exact:boolean length:integer outer:MolecularSequence.structureVariant.outer
  inner:MolecularSequence.structureVariant.inner
MolecularSequence.structureVariant.outer
  start:integer end:integer
MolecularSequence.structureVariant.inner
  start:integer end:integer
Observation
  identifier:Identifier* basedOn:Reference* partOf:Reference* status:code<observation-status>!
  category:CodeableConcept* code:CodeableConcept! subject:Reference focus:Reference* encounter:Reference
  effective[]:dateTime,Period,Timing,instant issued:instant performer:Reference*
  value[]:Quantity,CodeableConcept,string,boolean,integer,Range,Ratio,SampledData,time,dateTime,Period
  dataAbsentReason:CodeableConcept interpretation:CodeableConcept* note:Annotation* bodySite:CodeableConcept
  method:CodeableConcept specimen:Reference device:Reference referenceRange:Observation.referenceRange*
  hasMember:Reference* derivedFrom:Reference* component:Observation.component*
Observation.referenceRange
  low:Quantity high:Quantity type:CodeableConcept appliesTo:CodeableConcept* age:Range text:string
Observation.component
  code:CodeableConcept!
  value[]:Quantity,CodeableConcept,string,boolean,integer,Range,Ratio,SampledData,time,dateTime,Period
  dataAbsentReason:CodeableConcept interpretation:CodeableConcept* referenceRange:Observation.referenceRange*
Procedure
  identifier:Identifier* instantiatesCanonical:canonical* instantiatesUri:uri* basedOn:Reference*
  partOf:Reference* status:code<event-status>! statusReason:CodeableConcept category:CodeableConcept
  code:CodeableConcept subject:Reference! encounter:Reference performed[]:dateTime,Period,string,Age,Range
  recorder:Reference asserter:Reference performer:Procedure.performer* location:Reference
  reasonCode:CodeableConcept* reasonReference:Reference* bodySite:CodeableConcept* outcome:CodeableConcept
  report:Reference* complication:CodeableConcept* complicationDetail:Reference* followUp:CodeableConcept*
  note:Annotation* focalDevice:Procedure.focalDevice* usedReference:Reference* usedCode:CodeableConcept*
Procedure.performer
  function:CodeableConcept actor:Reference! onBehalfOf:Reference
Procedure.focalDevice
  action:CodeableConcept manipulated:Reference!
RiskAssessment
  identifier:Identifier* basedOn:Reference parent:Reference status:code<observation-status>!
  method:CodeableConcept code:CodeableConcept subject:Reference! encounter:Reference
  occurrence[]:dateTime,Period condition:Reference performer:Reference reasonCode:CodeableConcept*
  reasonReference:Reference* basis:Reference* prediction:RiskAssessment.prediction* mitigation:string
  note:Annotation*
RiskAssessment.prediction
  outcome:CodeableConcept probability[]:decimal,Range qualitativeRisk:CodeableConcept relativeRisk:decimal
  when[]:Period,Range rationale:string
Specimen
  identifier:Identifier* accessionIdentifier:Identifier status:code<specimen-status> type:CodeableConcept
  subject:Reference receivedTime:dateTime parent:Reference* request:Reference* collection:Specimen.collection
  processing:Specimen.processing* container:Specimen.container* condition:CodeableConcept* note:Annotation*
Specimen.collection
  collector:Reference collected[]:dateTime,Period duration:Duration quantity:Quantity method:CodeableConcept
  bodySite:CodeableConcept fastingStatus[]:CodeableConcept,Duration
Specimen.processing
  description:string procedure:CodeableConcept additive:Reference* time[]:dateTime,Period
Specimen.container
  identifier:Identifier* description:string type:CodeableConcept capacity:Quantity specimenQuantity:Quantity
  additive[]:CodeableConcept,Reference
BodyStructure
  identifier:Identifier* active:boolean morphology:CodeableConcept location:CodeableConcept
  locationQualifier:CodeableConcept* description:string image:Attachment* patient:Reference!
VisionPrescription
  identifier:Identifier* status:code<fm-status>! created:dateTime! patient:Reference! encounter:Reference
  dateWritten:dateTime! prescriber:Reference! lensSpecification:VisionPrescription.lensSpecification*!
VisionPrescription.lensSpecification
  product:CodeableConcept! eye:code<vision-eye-codes>! sphere:decimal cylinder:decimal axis:integer
  prism:VisionPrescription.lensSpecification.prism* add:decimal power:decimal backCurve:decimal diameter:decimal
  duration:Quantity color:string brand:string note:Annotation*
VisionPrescription.lensSpecification.prism
  amount:decimal! base:code<vision-base-codes>!
`;
