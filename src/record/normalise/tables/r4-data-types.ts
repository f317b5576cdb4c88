/**
 * The elements of FHIR R4 (4.0.1): the data types. Read by `r4-shape.ts`, which explains the notation; a test compares
 * it with the published definitions.
 */
export const R4_DATA_TYPES = `
Address
  use:code<address-use> type:code<address-type> text:string line:string* city:string district:string
  state:string postalCode:string country:string period:Period
Age
  value:decimal comparator:code<quantity-comparator> unit:string system:uri code:code
Annotation
  author[]:Reference,string time:dateTime text:markdown!
Attachment
  contentType:code language:code data:base64Binary url:url size:unsignedInt hash:base64Binary title:string
  creation:dateTime
CodeableConcept
  coding:Coding* text:string
Coding
  system:uri version:string code:code display:string userSelected:boolean
ContactDetail
  name:string telecom:ContactPoint*
ContactPoint
  system:code<contact-point-system> value:string use:code<contact-point-use> rank:positiveInt period:Period
Contributor
  type:code<contributor-type>! name:string! contact:ContactDetail*
Count
  value:decimal comparator:code<quantity-comparator> unit:string system:uri code:code
DataRequirement
  type:code! profile:canonical* subject[]:CodeableConcept,Reference mustSupport:string*
  codeFilter:DataRequirement.codeFilter* dateFilter:DataRequirement.dateFilter* limit:positiveInt
  sort:DataRequirement.sort*
DataRequirement.codeFilter
  path:string searchParam:string valueSet:canonical code:Coding*
DataRequirement.dateFilter
  path:string searchParam:string value[]:dateTime,Period,Duration
DataRequirement.sort
  path:string! direction:code<sort-direction>!
Distance
  value:decimal comparator:code<quantity-comparator> unit:string system:uri code:code
Dosage
  sequence:integer text:string additionalInstruction:CodeableConcept* patientInstruction:string timing:Timing
  asNeeded[]:boolean,CodeableConcept site:CodeableConcept route:CodeableConcept method:CodeableConcept
  doseAndRate:Dosage.doseAndRate* maxDosePerPeriod:Ratio maxDosePerAdministration:Quantity
  maxDosePerLifetime:Quantity
Dosage.doseAndRate
  type:CodeableConcept dose[]:Range,Quantity rate[]:Ratio,Range,Quantity
Duration
  value:decimal comparator:code<quantity-comparator> unit:string system:uri code:code
Expression
  description:string name:id language:code! expression:string reference:uri
Extension
  url:uri! value[]:any
HumanName
  use:code<name-use> text:string family:string given:string* prefix:string* suffix:string* period:Period
Identifier
  use:code<identifier-use> type:CodeableConcept system:uri value:string period:Period assigner:Reference
Meta
  versionId:id lastUpdated:instant source:uri profile:canonical* security:Coding* tag:Coding*
Money
  value:decimal currency:code
Narrative
  status:code<narrative-status>! div:xhtml!
ParameterDefinition
  name:code use:code<operation-parameter-use>! min:integer max:string documentation:string type:code!
  profile:canonical
Period
  start:dateTime end:dateTime
Quantity
  value:decimal comparator:code<quantity-comparator> unit:string system:uri code:code
Range
  low:Quantity high:Quantity
Ratio
  numerator:Quantity denominator:Quantity
Reference
  reference:string type:uri identifier:Identifier display:string
RelatedArtifact
  type:code<related-artifact-type>! label:string display:string citation:markdown url:url document:Attachment
  resource:canonical
SampledData
  origin:Quantity! period:decimal! factor:decimal lowerLimit:decimal upperLimit:decimal dimensions:positiveInt!
  data:string
Signature
  type:Coding*! when:instant! who:Reference! onBehalfOf:Reference targetFormat:code sigFormat:code
  data:base64Binary
Timing
  event:dateTime* repeat:Timing.repeat code:CodeableConcept
Timing.repeat
  bounds[]:Duration,Range,Period count:positiveInt countMax:positiveInt duration:decimal durationMax:decimal
  durationUnit:code<units-of-time> frequency:positiveInt frequencyMax:positiveInt period:decimal
  periodMax:decimal periodUnit:code<units-of-time> dayOfWeek:code<days-of-week>* timeOfDay:time*
  when:code<event-timing>* offset:unsignedInt
TriggerDefinition
  type:code<trigger-type>! name:string timing[]:Timing,Reference,date,dateTime data:DataRequirement*
  condition:Expression
UsageContext
  code:Coding! value[]:CodeableConcept,Quantity,Range,Reference!
`;
