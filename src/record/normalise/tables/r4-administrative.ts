/**
 * The elements of FHIR R4 (4.0.1): people and places. Read by `r4-shape.ts`, which explains the notation; a test compares
 * it with the published definitions.
 */
export const R4_ADMINISTRATIVE_TYPES = `
Patient
  identifier:Identifier* active:boolean name:HumanName* telecom:ContactPoint* gender:code<administrative-gender>
  birthDate:date deceased[]:boolean,dateTime address:Address* maritalStatus:CodeableConcept
  multipleBirth[]:boolean,integer photo:Attachment* contact:Patient.contact*
  communication:Patient.communication* generalPractitioner:Reference* managingOrganization:Reference
  link:Patient.link*
Patient.contact
  relationship:CodeableConcept* name:HumanName telecom:ContactPoint* address:Address
  gender:code<administrative-gender> organization:Reference period:Period
Patient.communication
  language:CodeableConcept! preferred:boolean
Patient.link
  other:Reference! type:code<link-type>!
RelatedPerson
  identifier:Identifier* active:boolean patient:Reference! relationship:CodeableConcept* name:HumanName*
  telecom:ContactPoint* gender:code<administrative-gender> birthDate:date address:Address* photo:Attachment*
  period:Period communication:RelatedPerson.communication*
RelatedPerson.communication
  language:CodeableConcept! preferred:boolean
Person
  identifier:Identifier* name:HumanName* telecom:ContactPoint* gender:code<administrative-gender> birthDate:date
  address:Address* photo:Attachment managingOrganization:Reference active:boolean link:Person.link*
Person.link
  target:Reference! assurance:code<identity-assuranceLevel>
Practitioner
  identifier:Identifier* active:boolean name:HumanName* telecom:ContactPoint* address:Address*
  gender:code<administrative-gender> birthDate:date photo:Attachment* qualification:Practitioner.qualification*
  communication:CodeableConcept*
Practitioner.qualification
  identifier:Identifier* code:CodeableConcept! period:Period issuer:Reference
PractitionerRole
  identifier:Identifier* active:boolean period:Period practitioner:Reference organization:Reference
  code:CodeableConcept* specialty:CodeableConcept* location:Reference* healthcareService:Reference*
  telecom:ContactPoint* availableTime:PractitionerRole.availableTime*
  notAvailable:PractitionerRole.notAvailable* availabilityExceptions:string endpoint:Reference*
PractitionerRole.availableTime
  daysOfWeek:code<days-of-week>* allDay:boolean availableStartTime:time availableEndTime:time
PractitionerRole.notAvailable
  description:string! during:Period
Organization
  identifier:Identifier* active:boolean type:CodeableConcept* name:string alias:string* telecom:ContactPoint*
  address:Address* partOf:Reference contact:Organization.contact* endpoint:Reference*
Organization.contact
  purpose:CodeableConcept name:HumanName telecom:ContactPoint* address:Address
OrganizationAffiliation
  identifier:Identifier* active:boolean period:Period organization:Reference participatingOrganization:Reference
  network:Reference* code:CodeableConcept* specialty:CodeableConcept* location:Reference*
  healthcareService:Reference* telecom:ContactPoint* endpoint:Reference*
HealthcareService
  identifier:Identifier* active:boolean providedBy:Reference category:CodeableConcept* type:CodeableConcept*
  specialty:CodeableConcept* location:Reference* name:string comment:string extraDetails:markdown
  photo:Attachment telecom:ContactPoint* coverageArea:Reference* serviceProvisionCode:CodeableConcept*
  eligibility:HealthcareService.eligibility* program:CodeableConcept* characteristic:CodeableConcept*
  communication:CodeableConcept* referralMethod:CodeableConcept* appointmentRequired:boolean
  availableTime:HealthcareService.availableTime* notAvailable:HealthcareService.notAvailable*
  availabilityExceptions:string endpoint:Reference*
HealthcareService.eligibility
  code:CodeableConcept comment:markdown
HealthcareService.availableTime
  daysOfWeek:code<days-of-week>* allDay:boolean availableStartTime:time availableEndTime:time
HealthcareService.notAvailable
  description:string! during:Period
Location
  identifier:Identifier* status:code<location-status> operationalStatus:Coding name:string alias:string*
  description:string mode:code<location-mode> type:CodeableConcept* telecom:ContactPoint* address:Address
  physicalType:CodeableConcept position:Location.position managingOrganization:Reference partOf:Reference
  hoursOfOperation:Location.hoursOfOperation* availabilityExceptions:string endpoint:Reference*
Location.position
  longitude:decimal! latitude:decimal! altitude:decimal
Location.hoursOfOperation
  daysOfWeek:code<days-of-week>* allDay:boolean openingTime:time closingTime:time
Endpoint
  identifier:Identifier* status:code<endpoint-status>! connectionType:Coding! name:string
  managingOrganization:Reference contact:ContactPoint* period:Period payloadType:CodeableConcept*!
  payloadMimeType:code* address:url! header:string*
Group
  identifier:Identifier* active:boolean type:code<group-type>! actual:boolean! code:CodeableConcept name:string
  quantity:unsignedInt managingEntity:Reference characteristic:Group.characteristic* member:Group.member*
Group.characteristic
  code:CodeableConcept! value[]:CodeableConcept,boolean,Quantity,Range,Reference! exclude:boolean! period:Period
Group.member
  entity:Reference! period:Period inactive:boolean
VerificationResult
  target:Reference* targetLocation:string* need:CodeableConcept status:code<verificationresult-status>!
  statusDate:dateTime validationType:CodeableConcept validationProcess:CodeableConcept* frequency:Timing
  lastPerformed:dateTime nextScheduled:date failureAction:CodeableConcept
  primarySource:VerificationResult.primarySource* attestation:VerificationResult.attestation
  validator:VerificationResult.validator*
VerificationResult.primarySource
  who:Reference type:CodeableConcept* communicationMethod:CodeableConcept* validationStatus:CodeableConcept
  validationDate:dateTime canPushUpdates:CodeableConcept pushTypeAvailable:CodeableConcept*
VerificationResult.attestation
  who:Reference onBehalfOf:Reference communicationMethod:CodeableConcept date:date
  sourceIdentityCertificate:string proxyIdentityCertificate:string proxySignature:Signature
  sourceSignature:Signature
VerificationResult.validator
  organization:Reference! identityCertificate:string attestationSignature:Signature
`;
