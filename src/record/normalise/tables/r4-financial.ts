/**
 * The elements of FHIR R4 (4.0.1): payment. Read by `r4-shape.ts`, which explains the notation; a test compares
 * it with the published definitions.
 */
export const R4_FINANCIAL_TYPES = `
Account
  identifier:Identifier* status:code<account-status>! type:CodeableConcept name:string subject:Reference*
  servicePeriod:Period coverage:Account.coverage* owner:Reference description:string
  guarantor:Account.guarantor* partOf:Reference
Account.coverage
  coverage:Reference! priority:positiveInt
Account.guarantor
  party:Reference! onHold:boolean period:Period
ChargeItem
  identifier:Identifier* definitionUri:uri* definitionCanonical:canonical* status:code<chargeitem-status>!
  partOf:Reference* code:CodeableConcept! subject:Reference! context:Reference
  occurrence[]:dateTime,Period,Timing performer:ChargeItem.performer* performingOrganization:Reference
  requestingOrganization:Reference costCenter:Reference quantity:Quantity bodysite:CodeableConcept*
  factorOverride:decimal priceOverride:Money overrideReason:string enterer:Reference enteredDate:dateTime
  reason:CodeableConcept* service:Reference* product[]:Reference,CodeableConcept account:Reference*
  note:Annotation* supportingInformation:Reference*
ChargeItem.performer
  function:CodeableConcept actor:Reference!
Claim
  identifier:Identifier* status:code<fm-status>! type:CodeableConcept! subType:CodeableConcept
  use:code<claim-use>! patient:Reference! billablePeriod:Period created:dateTime! enterer:Reference
  insurer:Reference provider:Reference! priority:CodeableConcept! fundsReserve:CodeableConcept
  related:Claim.related* prescription:Reference originalPrescription:Reference payee:Claim.payee
  referral:Reference facility:Reference careTeam:Claim.careTeam* supportingInfo:Claim.supportingInfo*
  diagnosis:Claim.diagnosis* procedure:Claim.procedure* insurance:Claim.insurance*! accident:Claim.accident
  item:Claim.item* total:Money
Claim.related
  claim:Reference relationship:CodeableConcept reference:Identifier
Claim.payee
  type:CodeableConcept! party:Reference
Claim.careTeam
  sequence:positiveInt! provider:Reference! responsible:boolean role:CodeableConcept
  qualification:CodeableConcept
Claim.supportingInfo
  sequence:positiveInt! category:CodeableConcept! code:CodeableConcept timing[]:date,Period
  value[]:boolean,string,Quantity,Attachment,Reference reason:CodeableConcept
Claim.diagnosis
  sequence:positiveInt! diagnosis[]:CodeableConcept,Reference! type:CodeableConcept* onAdmission:CodeableConcept
  packageCode:CodeableConcept
Claim.procedure
  sequence:positiveInt! type:CodeableConcept* date:dateTime procedure[]:CodeableConcept,Reference!
  udi:Reference*
Claim.insurance
  sequence:positiveInt! focal:boolean! identifier:Identifier coverage:Reference! businessArrangement:string
  preAuthRef:string* claimResponse:Reference
Claim.accident
  date:date! type:CodeableConcept location[]:Address,Reference
Claim.item
  sequence:positiveInt! careTeamSequence:positiveInt* diagnosisSequence:positiveInt*
  procedureSequence:positiveInt* informationSequence:positiveInt* revenue:CodeableConcept
  category:CodeableConcept productOrService:CodeableConcept! modifier:CodeableConcept*
  programCode:CodeableConcept* serviced[]:date,Period location[]:CodeableConcept,Address,Reference
  quantity:Quantity unitPrice:Money factor:decimal net:Money udi:Reference* bodySite:CodeableConcept
  subSite:CodeableConcept* encounter:Reference* detail:Claim.item.detail*
Claim.item.detail
  sequence:positiveInt! revenue:CodeableConcept category:CodeableConcept productOrService:CodeableConcept!
  modifier:CodeableConcept* programCode:CodeableConcept* quantity:Quantity unitPrice:Money factor:decimal
  net:Money udi:Reference* subDetail:Claim.item.detail.subDetail*
Claim.item.detail.subDetail
  sequence:positiveInt! revenue:CodeableConcept category:CodeableConcept productOrService:CodeableConcept!
  modifier:CodeableConcept* programCode:CodeableConcept* quantity:Quantity unitPrice:Money factor:decimal
  net:Money udi:Reference*
ClaimResponse
  identifier:Identifier* status:code<fm-status>! type:CodeableConcept! subType:CodeableConcept
  use:code<claim-use>! patient:Reference! created:dateTime! insurer:Reference! requestor:Reference
  request:Reference outcome:code<remittance-outcome>! disposition:string preAuthRef:string preAuthPeriod:Period
  payeeType:CodeableConcept item:ClaimResponse.item* addItem:ClaimResponse.addItem*
  adjudication:ClaimResponse.item.adjudication* total:ClaimResponse.total* payment:ClaimResponse.payment
  fundsReserve:CodeableConcept formCode:CodeableConcept form:Attachment processNote:ClaimResponse.processNote*
  communicationRequest:Reference* insurance:ClaimResponse.insurance* error:ClaimResponse.error*
ClaimResponse.item
  itemSequence:positiveInt! noteNumber:positiveInt* adjudication:ClaimResponse.item.adjudication*!
  detail:ClaimResponse.item.detail*
ClaimResponse.item.adjudication
  category:CodeableConcept! reason:CodeableConcept amount:Money value:decimal
ClaimResponse.item.detail
  detailSequence:positiveInt! noteNumber:positiveInt* adjudication:ClaimResponse.item.adjudication*!
  subDetail:ClaimResponse.item.detail.subDetail*
ClaimResponse.item.detail.subDetail
  subDetailSequence:positiveInt! noteNumber:positiveInt* adjudication:ClaimResponse.item.adjudication*
ClaimResponse.addItem
  itemSequence:positiveInt* detailSequence:positiveInt* subdetailSequence:positiveInt* provider:Reference*
  productOrService:CodeableConcept! modifier:CodeableConcept* programCode:CodeableConcept*
  serviced[]:date,Period location[]:CodeableConcept,Address,Reference quantity:Quantity unitPrice:Money
  factor:decimal net:Money bodySite:CodeableConcept subSite:CodeableConcept* noteNumber:positiveInt*
  adjudication:ClaimResponse.item.adjudication*! detail:ClaimResponse.addItem.detail*
ClaimResponse.addItem.detail
  productOrService:CodeableConcept! modifier:CodeableConcept* quantity:Quantity unitPrice:Money factor:decimal
  net:Money noteNumber:positiveInt* adjudication:ClaimResponse.item.adjudication*!
  subDetail:ClaimResponse.addItem.detail.subDetail*
ClaimResponse.addItem.detail.subDetail
  productOrService:CodeableConcept! modifier:CodeableConcept* quantity:Quantity unitPrice:Money factor:decimal
  net:Money noteNumber:positiveInt* adjudication:ClaimResponse.item.adjudication*!
ClaimResponse.total
  category:CodeableConcept! amount:Money!
ClaimResponse.payment
  type:CodeableConcept! adjustment:Money adjustmentReason:CodeableConcept date:date amount:Money!
  identifier:Identifier
ClaimResponse.processNote
  number:positiveInt type:code<note-type> text:string! language:CodeableConcept
ClaimResponse.insurance
  sequence:positiveInt! focal:boolean! coverage:Reference! businessArrangement:string claimResponse:Reference
ClaimResponse.error
  itemSequence:positiveInt detailSequence:positiveInt subDetailSequence:positiveInt code:CodeableConcept!
Coverage
  identifier:Identifier* status:code<fm-status>! type:CodeableConcept policyHolder:Reference
  subscriber:Reference subscriberId:string beneficiary:Reference! dependent:string relationship:CodeableConcept
  period:Period payor:Reference*! class:Coverage.class* order:positiveInt network:string
  costToBeneficiary:Coverage.costToBeneficiary* subrogation:boolean contract:Reference*
Coverage.class
  type:CodeableConcept! value:string! name:string
Coverage.costToBeneficiary
  type:CodeableConcept value[]:Quantity,Money! exception:Coverage.costToBeneficiary.exception*
Coverage.costToBeneficiary.exception
  type:CodeableConcept! period:Period
CoverageEligibilityRequest
  identifier:Identifier* status:code<fm-status>! priority:CodeableConcept
  purpose:code<eligibilityrequest-purpose>*! patient:Reference! serviced[]:date,Period created:dateTime!
  enterer:Reference provider:Reference insurer:Reference! facility:Reference
  supportingInfo:CoverageEligibilityRequest.supportingInfo* insurance:CoverageEligibilityRequest.insurance*
  item:CoverageEligibilityRequest.item*
CoverageEligibilityRequest.supportingInfo
  sequence:positiveInt! information:Reference! appliesToAll:boolean
CoverageEligibilityRequest.insurance
  focal:boolean coverage:Reference! businessArrangement:string
CoverageEligibilityRequest.item
  supportingInfoSequence:positiveInt* category:CodeableConcept productOrService:CodeableConcept
  modifier:CodeableConcept* provider:Reference quantity:Quantity unitPrice:Money facility:Reference
  diagnosis:CoverageEligibilityRequest.item.diagnosis* detail:Reference*
CoverageEligibilityRequest.item.diagnosis
  diagnosis[]:CodeableConcept,Reference
CoverageEligibilityResponse
  identifier:Identifier* status:code<fm-status>! purpose:code<eligibilityresponse-purpose>*! patient:Reference!
  serviced[]:date,Period created:dateTime! requestor:Reference request:Reference!
  outcome:code<remittance-outcome>! disposition:string insurer:Reference!
  insurance:CoverageEligibilityResponse.insurance* preAuthRef:string form:CodeableConcept
  error:CoverageEligibilityResponse.error*
CoverageEligibilityResponse.insurance
  coverage:Reference! inforce:boolean benefitPeriod:Period item:CoverageEligibilityResponse.insurance.item*
CoverageEligibilityResponse.insurance.item
  category:CodeableConcept productOrService:CodeableConcept modifier:CodeableConcept* provider:Reference
  excluded:boolean name:string description:string network:CodeableConcept unit:CodeableConcept
  term:CodeableConcept benefit:CoverageEligibilityResponse.insurance.item.benefit* authorizationRequired:boolean
  authorizationSupporting:CodeableConcept* authorizationUrl:uri
CoverageEligibilityResponse.insurance.item.benefit
  type:CodeableConcept! allowed[]:unsignedInt,string,Money used[]:unsignedInt,string,Money
CoverageEligibilityResponse.error
  code:CodeableConcept!
EnrollmentRequest
  identifier:Identifier* status:code<fm-status> created:dateTime insurer:Reference provider:Reference
  candidate:Reference coverage:Reference
EnrollmentResponse
  identifier:Identifier* status:code<fm-status> request:Reference outcome:code<remittance-outcome>
  disposition:string created:dateTime organization:Reference requestProvider:Reference
ExplanationOfBenefit
  identifier:Identifier* status:code<explanationofbenefit-status>! type:CodeableConcept! subType:CodeableConcept
  use:code<claim-use>! patient:Reference! billablePeriod:Period created:dateTime! enterer:Reference
  insurer:Reference! provider:Reference! priority:CodeableConcept fundsReserveRequested:CodeableConcept
  fundsReserve:CodeableConcept related:ExplanationOfBenefit.related* prescription:Reference
  originalPrescription:Reference payee:ExplanationOfBenefit.payee referral:Reference facility:Reference
  claim:Reference claimResponse:Reference outcome:code<remittance-outcome>! disposition:string
  preAuthRef:string* preAuthRefPeriod:Period* careTeam:ExplanationOfBenefit.careTeam*
  supportingInfo:ExplanationOfBenefit.supportingInfo* diagnosis:ExplanationOfBenefit.diagnosis*
  procedure:ExplanationOfBenefit.procedure* precedence:positiveInt insurance:ExplanationOfBenefit.insurance*!
  accident:ExplanationOfBenefit.accident item:ExplanationOfBenefit.item* addItem:ExplanationOfBenefit.addItem*
  adjudication:ExplanationOfBenefit.item.adjudication* total:ExplanationOfBenefit.total*
  payment:ExplanationOfBenefit.payment formCode:CodeableConcept form:Attachment
  processNote:ExplanationOfBenefit.processNote* benefitPeriod:Period
  benefitBalance:ExplanationOfBenefit.benefitBalance*
ExplanationOfBenefit.related
  claim:Reference relationship:CodeableConcept reference:Identifier
ExplanationOfBenefit.payee
  type:CodeableConcept party:Reference
ExplanationOfBenefit.careTeam
  sequence:positiveInt! provider:Reference! responsible:boolean role:CodeableConcept
  qualification:CodeableConcept
ExplanationOfBenefit.supportingInfo
  sequence:positiveInt! category:CodeableConcept! code:CodeableConcept timing[]:date,Period
  value[]:boolean,string,Quantity,Attachment,Reference reason:Coding
ExplanationOfBenefit.diagnosis
  sequence:positiveInt! diagnosis[]:CodeableConcept,Reference! type:CodeableConcept* onAdmission:CodeableConcept
  packageCode:CodeableConcept
ExplanationOfBenefit.procedure
  sequence:positiveInt! type:CodeableConcept* date:dateTime procedure[]:CodeableConcept,Reference!
  udi:Reference*
ExplanationOfBenefit.insurance
  focal:boolean! coverage:Reference! preAuthRef:string*
ExplanationOfBenefit.accident
  date:date type:CodeableConcept location[]:Address,Reference
ExplanationOfBenefit.item
  sequence:positiveInt! careTeamSequence:positiveInt* diagnosisSequence:positiveInt*
  procedureSequence:positiveInt* informationSequence:positiveInt* revenue:CodeableConcept
  category:CodeableConcept productOrService:CodeableConcept! modifier:CodeableConcept*
  programCode:CodeableConcept* serviced[]:date,Period location[]:CodeableConcept,Address,Reference
  quantity:Quantity unitPrice:Money factor:decimal net:Money udi:Reference* bodySite:CodeableConcept
  subSite:CodeableConcept* encounter:Reference* noteNumber:positiveInt*
  adjudication:ExplanationOfBenefit.item.adjudication* detail:ExplanationOfBenefit.item.detail*
ExplanationOfBenefit.item.adjudication
  category:CodeableConcept! reason:CodeableConcept amount:Money value:decimal
ExplanationOfBenefit.item.detail
  sequence:positiveInt! revenue:CodeableConcept category:CodeableConcept productOrService:CodeableConcept!
  modifier:CodeableConcept* programCode:CodeableConcept* quantity:Quantity unitPrice:Money factor:decimal
  net:Money udi:Reference* noteNumber:positiveInt* adjudication:ExplanationOfBenefit.item.adjudication*
  subDetail:ExplanationOfBenefit.item.detail.subDetail*
ExplanationOfBenefit.item.detail.subDetail
  sequence:positiveInt! revenue:CodeableConcept category:CodeableConcept productOrService:CodeableConcept!
  modifier:CodeableConcept* programCode:CodeableConcept* quantity:Quantity unitPrice:Money factor:decimal
  net:Money udi:Reference* noteNumber:positiveInt* adjudication:ExplanationOfBenefit.item.adjudication*
ExplanationOfBenefit.addItem
  itemSequence:positiveInt* detailSequence:positiveInt* subDetailSequence:positiveInt* provider:Reference*
  productOrService:CodeableConcept! modifier:CodeableConcept* programCode:CodeableConcept*
  serviced[]:date,Period location[]:CodeableConcept,Address,Reference quantity:Quantity unitPrice:Money
  factor:decimal net:Money bodySite:CodeableConcept subSite:CodeableConcept* noteNumber:positiveInt*
  adjudication:ExplanationOfBenefit.item.adjudication* detail:ExplanationOfBenefit.addItem.detail*
ExplanationOfBenefit.addItem.detail
  productOrService:CodeableConcept! modifier:CodeableConcept* quantity:Quantity unitPrice:Money factor:decimal
  net:Money noteNumber:positiveInt* adjudication:ExplanationOfBenefit.item.adjudication*
  subDetail:ExplanationOfBenefit.addItem.detail.subDetail*
ExplanationOfBenefit.addItem.detail.subDetail
  productOrService:CodeableConcept! modifier:CodeableConcept* quantity:Quantity unitPrice:Money factor:decimal
  net:Money noteNumber:positiveInt* adjudication:ExplanationOfBenefit.item.adjudication*
ExplanationOfBenefit.total
  category:CodeableConcept! amount:Money!
ExplanationOfBenefit.payment
  type:CodeableConcept adjustment:Money adjustmentReason:CodeableConcept date:date amount:Money
  identifier:Identifier
ExplanationOfBenefit.processNote
  number:positiveInt type:code<note-type> text:string language:CodeableConcept
ExplanationOfBenefit.benefitBalance
  category:CodeableConcept! excluded:boolean name:string description:string network:CodeableConcept
  unit:CodeableConcept term:CodeableConcept financial:ExplanationOfBenefit.benefitBalance.financial*
ExplanationOfBenefit.benefitBalance.financial
  type:CodeableConcept! allowed[]:unsignedInt,string,Money used[]:unsignedInt,Money
Invoice
  identifier:Identifier* status:code<invoice-status>! cancelledReason:string type:CodeableConcept
  subject:Reference recipient:Reference date:dateTime participant:Invoice.participant* issuer:Reference
  account:Reference lineItem:Invoice.lineItem* totalPriceComponent:Invoice.lineItem.priceComponent*
  totalNet:Money totalGross:Money paymentTerms:markdown note:Annotation*
Invoice.participant
  role:CodeableConcept actor:Reference!
Invoice.lineItem
  sequence:positiveInt chargeItem[]:Reference,CodeableConcept! priceComponent:Invoice.lineItem.priceComponent*
Invoice.lineItem.priceComponent
  type:code<invoice-priceComponentType>! code:CodeableConcept factor:decimal amount:Money
PaymentNotice
  identifier:Identifier* status:code<fm-status>! request:Reference response:Reference created:dateTime!
  provider:Reference payment:Reference! paymentDate:date payee:Reference recipient:Reference! amount:Money!
  paymentStatus:CodeableConcept
PaymentReconciliation
  identifier:Identifier* status:code<fm-status>! period:Period created:dateTime! paymentIssuer:Reference
  request:Reference requestor:Reference outcome:code<remittance-outcome> disposition:string paymentDate:date!
  paymentAmount:Money! paymentIdentifier:Identifier detail:PaymentReconciliation.detail*
  formCode:CodeableConcept processNote:PaymentReconciliation.processNote*
PaymentReconciliation.detail
  identifier:Identifier predecessor:Identifier type:CodeableConcept! request:Reference submitter:Reference
  response:Reference date:date responsible:Reference payee:Reference amount:Money
PaymentReconciliation.processNote
  type:code<note-type> text:string
`;
