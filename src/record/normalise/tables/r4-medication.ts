/**
 * The elements of FHIR R4 (4.0.1): medicines and orders. Read by `r4-shape.ts`, which explains the notation; a test compares
 * it with the published definitions.
 */
export const R4_MEDICATION_TYPES = `
Medication
  identifier:Identifier* code:CodeableConcept status:code<medication-status> manufacturer:Reference
  form:CodeableConcept amount:Ratio ingredient:Medication.ingredient* batch:Medication.batch
Medication.ingredient
  item[]:CodeableConcept,Reference! isActive:boolean strength:Ratio
Medication.batch
  lotNumber:string expirationDate:dateTime
MedicationAdministration
  identifier:Identifier* instantiates:uri* partOf:Reference* status:code<medication-admin-status>!
  statusReason:CodeableConcept* category:CodeableConcept medication[]:CodeableConcept,Reference!
  subject:Reference! context:Reference supportingInformation:Reference* effective[]:dateTime,Period!
  performer:MedicationAdministration.performer* reasonCode:CodeableConcept* reasonReference:Reference*
  request:Reference device:Reference* note:Annotation* dosage:MedicationAdministration.dosage
  eventHistory:Reference*
MedicationAdministration.performer
  function:CodeableConcept actor:Reference!
MedicationAdministration.dosage
  text:string site:CodeableConcept route:CodeableConcept method:CodeableConcept dose:Quantity
  rate[]:Ratio,Quantity
MedicationDispense
  identifier:Identifier* partOf:Reference* status:code<medicationdispense-status>!
  statusReason[]:CodeableConcept,Reference category:CodeableConcept medication[]:CodeableConcept,Reference!
  subject:Reference context:Reference supportingInformation:Reference* performer:MedicationDispense.performer*
  location:Reference authorizingPrescription:Reference* type:CodeableConcept quantity:Quantity
  daysSupply:Quantity whenPrepared:dateTime whenHandedOver:dateTime destination:Reference receiver:Reference*
  note:Annotation* dosageInstruction:Dosage* substitution:MedicationDispense.substitution
  detectedIssue:Reference* eventHistory:Reference*
MedicationDispense.performer
  function:CodeableConcept actor:Reference!
MedicationDispense.substitution
  wasSubstituted:boolean! type:CodeableConcept reason:CodeableConcept* responsibleParty:Reference*
MedicationRequest
  identifier:Identifier* status:code<medicationrequest-status>! statusReason:CodeableConcept
  intent:code<medicationrequest-intent>! category:CodeableConcept* priority:code<request-priority>
  doNotPerform:boolean reported[]:boolean,Reference medication[]:CodeableConcept,Reference! subject:Reference!
  encounter:Reference supportingInformation:Reference* authoredOn:dateTime requester:Reference
  performer:Reference performerType:CodeableConcept recorder:Reference reasonCode:CodeableConcept*
  reasonReference:Reference* instantiatesCanonical:canonical* instantiatesUri:uri* basedOn:Reference*
  groupIdentifier:Identifier courseOfTherapyType:CodeableConcept insurance:Reference* note:Annotation*
  dosageInstruction:Dosage* dispenseRequest:MedicationRequest.dispenseRequest
  substitution:MedicationRequest.substitution priorPrescription:Reference detectedIssue:Reference*
  eventHistory:Reference*
MedicationRequest.dispenseRequest
  initialFill:MedicationRequest.dispenseRequest.initialFill dispenseInterval:Duration validityPeriod:Period
  numberOfRepeatsAllowed:unsignedInt quantity:Quantity expectedSupplyDuration:Duration performer:Reference
MedicationRequest.dispenseRequest.initialFill
  quantity:Quantity duration:Duration
MedicationRequest.substitution
  allowed[]:boolean,CodeableConcept! reason:CodeableConcept
MedicationStatement
  identifier:Identifier* basedOn:Reference* partOf:Reference* status:code<medication-statement-status>!
  statusReason:CodeableConcept* category:CodeableConcept medication[]:CodeableConcept,Reference!
  subject:Reference! context:Reference effective[]:dateTime,Period dateAsserted:dateTime
  informationSource:Reference derivedFrom:Reference* reasonCode:CodeableConcept* reasonReference:Reference*
  note:Annotation* dosage:Dosage*
ServiceRequest
  identifier:Identifier* instantiatesCanonical:canonical* instantiatesUri:uri* basedOn:Reference*
  replaces:Reference* requisition:Identifier status:code<request-status>! intent:code<request-intent>!
  category:CodeableConcept* priority:code<request-priority> doNotPerform:boolean code:CodeableConcept
  orderDetail:CodeableConcept* quantity[]:Quantity,Ratio,Range subject:Reference! encounter:Reference
  occurrence[]:dateTime,Period,Timing asNeeded[]:boolean,CodeableConcept authoredOn:dateTime requester:Reference
  performerType:CodeableConcept performer:Reference* locationCode:CodeableConcept* locationReference:Reference*
  reasonCode:CodeableConcept* reasonReference:Reference* insurance:Reference* supportingInfo:Reference*
  specimen:Reference* bodySite:CodeableConcept* note:Annotation* patientInstruction:string
  relevantHistory:Reference*
DeviceRequest
  identifier:Identifier* instantiatesCanonical:canonical* instantiatesUri:uri* basedOn:Reference*
  priorRequest:Reference* groupIdentifier:Identifier status:code<request-status> intent:code<request-intent>!
  priority:code<request-priority> code[]:Reference,CodeableConcept! parameter:DeviceRequest.parameter*
  subject:Reference! encounter:Reference occurrence[]:dateTime,Period,Timing authoredOn:dateTime
  requester:Reference performerType:CodeableConcept performer:Reference reasonCode:CodeableConcept*
  reasonReference:Reference* insurance:Reference* supportingInfo:Reference* note:Annotation*
  relevantHistory:Reference*
DeviceRequest.parameter
  code:CodeableConcept value[]:CodeableConcept,Quantity,Range,boolean
DeviceUseStatement
  identifier:Identifier* basedOn:Reference* status:code<device-statement-status>! subject:Reference!
  derivedFrom:Reference* timing[]:Timing,Period,dateTime recordedOn:dateTime source:Reference device:Reference!
  reasonCode:CodeableConcept* reasonReference:Reference* bodySite:CodeableConcept note:Annotation*
Device
  identifier:Identifier* definition:Reference udiCarrier:Device.udiCarrier* status:code<device-status>
  statusReason:CodeableConcept* distinctIdentifier:string manufacturer:string manufactureDate:dateTime
  expirationDate:dateTime lotNumber:string serialNumber:string deviceName:Device.deviceName* modelNumber:string
  partNumber:string type:CodeableConcept specialization:Device.specialization* version:Device.version*
  property:Device.property* patient:Reference owner:Reference contact:ContactPoint* location:Reference url:uri
  note:Annotation* safety:CodeableConcept* parent:Reference
Device.udiCarrier
  deviceIdentifier:string issuer:uri jurisdiction:uri carrierAIDC:base64Binary carrierHRF:string
  entryType:code<udi-entry-type>
Device.deviceName
  name:string! type:code<device-nametype>!
Device.specialization
  systemType:CodeableConcept! version:string
Device.version
  type:CodeableConcept component:Identifier value:string!
Device.property
  type:CodeableConcept! valueQuantity:Quantity* valueCode:CodeableConcept*
DeviceMetric
  identifier:Identifier* type:CodeableConcept! unit:CodeableConcept source:Reference parent:Reference
  operationalStatus:code<metric-operational-status> color:code<metric-color> category:code<metric-category>!
  measurementPeriod:Timing calibration:DeviceMetric.calibration*
DeviceMetric.calibration
  type:code<metric-calibration-type> state:code<metric-calibration-state> time:instant
NutritionOrder
  identifier:Identifier* instantiatesCanonical:canonical* instantiatesUri:uri* instantiates:uri*
  status:code<request-status>! intent:code<request-intent>! patient:Reference! encounter:Reference
  dateTime:dateTime! orderer:Reference allergyIntolerance:Reference* foodPreferenceModifier:CodeableConcept*
  excludeFoodModifier:CodeableConcept* oralDiet:NutritionOrder.oralDiet supplement:NutritionOrder.supplement*
  enteralFormula:NutritionOrder.enteralFormula note:Annotation*
NutritionOrder.oralDiet
  type:CodeableConcept* schedule:Timing* nutrient:NutritionOrder.oralDiet.nutrient*
  texture:NutritionOrder.oralDiet.texture* fluidConsistencyType:CodeableConcept* instruction:string
NutritionOrder.oralDiet.nutrient
  modifier:CodeableConcept amount:Quantity
NutritionOrder.oralDiet.texture
  modifier:CodeableConcept foodType:CodeableConcept
NutritionOrder.supplement
  type:CodeableConcept productName:string schedule:Timing* quantity:Quantity instruction:string
NutritionOrder.enteralFormula
  baseFormulaType:CodeableConcept baseFormulaProductName:string additiveType:CodeableConcept
  additiveProductName:string caloricDensity:Quantity routeofAdministration:CodeableConcept
  administration:NutritionOrder.enteralFormula.administration* maxVolumeToDeliver:Quantity
  administrationInstruction:string
NutritionOrder.enteralFormula.administration
  schedule:Timing quantity:Quantity rate[]:Quantity,Ratio
SupplyDelivery
  identifier:Identifier* basedOn:Reference* partOf:Reference* status:code<supplydelivery-status>
  patient:Reference type:CodeableConcept suppliedItem:SupplyDelivery.suppliedItem
  occurrence[]:dateTime,Period,Timing supplier:Reference destination:Reference receiver:Reference*
SupplyDelivery.suppliedItem
  quantity:Quantity item[]:CodeableConcept,Reference
SupplyRequest
  identifier:Identifier* status:code<supplyrequest-status> category:CodeableConcept
  priority:code<request-priority> item[]:CodeableConcept,Reference! quantity:Quantity!
  parameter:SupplyRequest.parameter* occurrence[]:dateTime,Period,Timing authoredOn:dateTime requester:Reference
  supplier:Reference* reasonCode:CodeableConcept* reasonReference:Reference* deliverFrom:Reference
  deliverTo:Reference
SupplyRequest.parameter
  code:CodeableConcept value[]:CodeableConcept,Quantity,Range,boolean
Substance
  identifier:Identifier* status:code<substance-status> category:CodeableConcept* code:CodeableConcept!
  description:string instance:Substance.instance* ingredient:Substance.ingredient*
Substance.instance
  identifier:Identifier expiry:dateTime quantity:Quantity
Substance.ingredient
  quantity:Ratio substance[]:CodeableConcept,Reference!
BiologicallyDerivedProduct
  identifier:Identifier* productCategory:code<product-category> productCode:CodeableConcept
  status:code<product-status> request:Reference* quantity:integer parent:Reference*
  collection:BiologicallyDerivedProduct.collection processing:BiologicallyDerivedProduct.processing*
  manipulation:BiologicallyDerivedProduct.manipulation storage:BiologicallyDerivedProduct.storage*
BiologicallyDerivedProduct.collection
  collector:Reference source:Reference collected[]:dateTime,Period
BiologicallyDerivedProduct.processing
  description:string procedure:CodeableConcept additive:Reference time[]:dateTime,Period
BiologicallyDerivedProduct.manipulation
  description:string time[]:dateTime,Period
BiologicallyDerivedProduct.storage
  description:string temperature:decimal scale:code<product-storage-scale> duration:Period
GuidanceResponse
  requestIdentifier:Identifier identifier:Identifier* module[]:uri,canonical,CodeableConcept!
  status:code<guidance-response-status>! subject:Reference encounter:Reference occurrenceDateTime:dateTime
  performer:Reference reasonCode:CodeableConcept* reasonReference:Reference* note:Annotation*
  evaluationMessage:Reference* outputParameters:Reference result:Reference dataRequirement:DataRequirement*
RequestGroup
  identifier:Identifier* instantiatesCanonical:canonical* instantiatesUri:uri* basedOn:Reference*
  replaces:Reference* groupIdentifier:Identifier status:code<request-status>! intent:code<request-intent>!
  priority:code<request-priority> code:CodeableConcept subject:Reference encounter:Reference authoredOn:dateTime
  author:Reference reasonCode:CodeableConcept* reasonReference:Reference* note:Annotation*
  action:RequestGroup.action*
RequestGroup.action
  prefix:string title:string description:string textEquivalent:string priority:code<request-priority>
  code:CodeableConcept* documentation:RelatedArtifact* condition:RequestGroup.action.condition*
  relatedAction:RequestGroup.action.relatedAction* timing[]:dateTime,Age,Period,Duration,Range,Timing
  participant:Reference* type:CodeableConcept groupingBehavior:code<action-grouping-behavior>
  selectionBehavior:code<action-selection-behavior> requiredBehavior:code<action-required-behavior>
  precheckBehavior:code<action-precheck-behavior> cardinalityBehavior:code<action-cardinality-behavior>
  resource:Reference action:RequestGroup.action*
RequestGroup.action.condition
  kind:code<action-condition-kind>! expression:Expression
RequestGroup.action.relatedAction
  actionId:id! relationship:code<action-relationship-type>! offset[]:Duration,Range
`;
