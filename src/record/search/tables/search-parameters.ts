/**
 * The search parameters of FHIR R4 by resource type: name, kind, and the elements it looks at (made from HL7's definitions by
 * `npm run build:search`). `none`: known to FHIR and not searchable here. `[a=b]`: only members with that value;
 * `@Type`: only references to that type.
 */
export const SEARCH_PARAMETER_LINES: Readonly<Record<string, string>> = {
  Account: `
    identifier token identifier
    name string name
    owner reference owner
    patient reference subject@Patient
    period date servicePeriod
    status token status
    subject reference subject
    type token type
  `,
  ActivityDefinition: `
    composed-of reference relatedArtifact[type=composed-of].resource
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    depends-on reference relatedArtifact[type=depends-on].resource library
    derived-from reference relatedArtifact[type=derived-from].resource
    description string description
    effective date effectivePeriod
    identifier token identifier
    jurisdiction token jurisdiction
    name string name
    predecessor reference relatedArtifact[type=predecessor].resource
    publisher string publisher
    status token status
    successor reference relatedArtifact[type=successor].resource
    title string title
    topic token topic
    url uri url
    version token version
  `,
  AdverseEvent: `
    actuality token actuality
    category token category
    date date date
    event token event
    location reference location
    recorder reference recorder
    resultingcondition reference resultingCondition
    seriousness token seriousness
    severity token severity
    study reference study
    subject reference subject
    substance reference suspectEntity.instance
  `,
  AllergyIntolerance: `
    asserter reference asserter
    category token category
    clinical-status token clinicalStatus
    code token code reaction.substance
    criticality token criticality
    date date recordedDate
    identifier token identifier
    last-date date lastOccurrence
    manifestation token reaction.manifestation
    onset date reaction.onset
    patient reference patient
    recorder reference recorder
    route token reaction.exposureRoute
    severity token reaction.severity
    type token type
    verification-status token verificationStatus
  `,
  Appointment: `
    actor reference participant.actor
    appointment-type token appointmentType
    based-on reference basedOn
    date date start
    identifier token identifier
    location reference participant.actor@Location
    part-status token participant.status
    patient reference participant.actor@Patient
    practitioner reference participant.actor@Practitioner
    reason-code token reasonCode
    reason-reference reference reasonReference
    service-category token serviceCategory
    service-type token serviceType
    slot reference slot
    specialty token specialty
    status token status
    supporting-info reference supportingInformation
  `,
  AppointmentResponse: `
    actor reference actor
    appointment reference appointment
    identifier token identifier
    location reference actor@Location
    part-status token participantStatus
    patient reference actor@Patient
    practitioner reference actor@Practitioner
  `,
  AuditEvent: `
    action token action
    address string agent.network.address
    agent reference agent.who
    agent-name string agent.name
    agent-role token agent.role
    altid token agent.altId
    date date recorded
    entity reference entity.what
    entity-name string entity.name
    entity-role token entity.role
    entity-type token entity.type
    outcome token outcome
    patient reference agent.who@Patient entity.what@Patient
    policy uri agent.policy
    site token source.site
    source reference source.observer
    subtype token subtype
    type token type
  `,
  Basic: `
    author reference author
    code token code
    created date created
    identifier token identifier
    patient reference subject@Patient
    subject reference subject
  `,
  BodyStructure: `
    identifier token identifier
    location token location
    morphology token morphology
    patient reference patient
  `,
  Bundle: `
    composition none
    identifier token identifier
    message none
    timestamp date timestamp
    type token type
  `,
  CapabilityStatement: `
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    description string description
    fhirversion token version
    format token format
    guide reference implementationGuide
    jurisdiction token jurisdiction
    mode token rest.mode
    name string name
    publisher string publisher
    resource token rest.resource.type
    resource-profile reference rest.resource.profile
    security-service token rest.security.service
    software string software.name
    status token status
    supported-profile reference rest.resource.supportedProfile
    title string title
    url uri url
    version token version
  `,
  CarePlan: `
    activity-code token activity.detail.code
    activity-date date activity.detail.scheduledTiming activity.detail.scheduledPeriod
    activity-reference reference activity.reference
    based-on reference basedOn
    care-team reference careTeam
    category token category
    condition reference addresses
    date date period
    encounter reference encounter
    goal reference goal
    identifier token identifier
    instantiates-canonical reference instantiatesCanonical
    instantiates-uri uri instantiatesUri
    intent token intent
    part-of reference partOf
    patient reference subject@Patient
    performer reference activity.detail.performer
    replaces reference replaces
    status token status
    subject reference subject
  `,
  CareTeam: `
    category token category
    date date period
    encounter reference encounter
    identifier token identifier
    participant reference participant.member
    patient reference subject@Patient
    status token status
    subject reference subject
  `,
  ChargeItem: `
    account reference account
    code token code
    context reference context
    entered-date date enteredDate
    enterer reference enterer
    factor-override number factorOverride
    identifier token identifier
    occurrence date occurrenceDateTime occurrencePeriod occurrenceTiming
    patient reference subject@Patient
    performer-actor reference performer.actor
    performer-function token performer.function
    performing-organization reference performingOrganization
    price-override quantity priceOverride
    quantity quantity quantity
    requesting-organization reference requestingOrganization
    service reference service
    subject reference subject
  `,
  ChargeItemDefinition: `
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    description string description
    effective date effectivePeriod
    identifier token identifier
    jurisdiction token jurisdiction
    publisher string publisher
    status token status
    title string title
    url uri url
    version token version
  `,
  Claim: `
    care-team reference careTeam.provider
    created date created
    detail-udi reference item.detail.udi
    encounter reference item.encounter
    enterer reference enterer
    facility reference facility
    identifier token identifier
    insurer reference insurer
    item-udi reference item.udi
    patient reference patient
    payee reference payee.party
    priority token priority
    procedure-udi reference procedure.udi
    provider reference provider
    status token status
    subdetail-udi reference item.detail.subDetail.udi
    use token use
  `,
  ClaimResponse: `
    created date created
    disposition string disposition
    identifier token identifier
    insurer reference insurer
    outcome token outcome
    patient reference patient
    payment-date date payment.date
    request reference request
    requestor reference requestor
    status token status
    use token use
  `,
  ClinicalImpression: `
    assessor reference assessor
    date date date
    encounter reference encounter
    finding-code token finding.itemCodeableConcept
    finding-ref reference finding.itemReference
    identifier token identifier
    investigation reference investigation.item
    patient reference subject@Patient
    previous reference previous
    problem reference problem
    status token status
    subject reference subject
    supporting-info reference supportingInfo
  `,
  CodeSystem: `
    code token concept.code
    content-mode token content
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    description string description
    identifier token identifier
    jurisdiction token jurisdiction
    language token concept.designation.language
    name string name
    publisher string publisher
    status token status
    supplements reference supplements
    system uri url
    title string title
    url uri url
    version token version
  `,
  Communication: `
    based-on reference basedOn
    category token category
    encounter reference encounter
    identifier token identifier
    instantiates-canonical reference instantiatesCanonical
    instantiates-uri uri instantiatesUri
    medium token medium
    part-of reference partOf
    patient reference subject@Patient
    received date received
    recipient reference recipient
    sender reference sender
    sent date sent
    status token status
    subject reference subject
  `,
  CommunicationRequest: `
    authored date authoredOn
    based-on reference basedOn
    category token category
    encounter reference encounter
    group-identifier token groupIdentifier
    identifier token identifier
    medium token medium
    occurrence date occurrenceDateTime
    patient reference subject@Patient
    priority token priority
    recipient reference recipient
    replaces reference replaces
    requester reference requester
    sender reference sender
    status token status
    subject reference subject
  `,
  CompartmentDefinition: `
    code token code
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    description string description
    name string name
    publisher string publisher
    resource token resource.code
    status token status
    url uri url
    version token version
  `,
  Composition: `
    attester reference attester.party
    author reference author
    category token category
    confidentiality token confidentiality
    context token event.code
    date date date
    encounter reference encounter
    entry reference section.entry
    identifier token identifier
    patient reference subject@Patient
    period date event.period
    related-id token relatesTo.targetIdentifier
    related-ref reference relatesTo.targetReference
    section token section.code
    status token status
    subject reference subject
    title string title
    type token type
  `,
  ConceptMap: `
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    dependson uri group.element.target.dependsOn.property
    description string description
    identifier token identifier
    jurisdiction token jurisdiction
    name string name
    other reference group.unmapped.url
    product uri group.element.target.product.property
    publisher string publisher
    source reference sourceCanonical
    source-code token group.element.code
    source-system uri group.source
    source-uri reference sourceUri
    status token status
    target reference targetCanonical
    target-code token group.element.target.code
    target-system uri group.target
    target-uri reference targetUri
    title string title
    url uri url
    version token version
  `,
  Condition: `
    abatement-age quantity abatementAge abatementRange
    abatement-date date abatementDateTime abatementPeriod
    abatement-string string abatementString
    asserter reference asserter
    body-site token bodySite
    category token category
    clinical-status token clinicalStatus
    code token code
    encounter reference encounter
    evidence token evidence.code
    evidence-detail reference evidence.detail
    identifier token identifier
    onset-age quantity onsetAge onsetRange
    onset-date date onsetDateTime onsetPeriod
    onset-info string onsetString
    patient reference subject@Patient
    recorded-date date recordedDate
    severity token severity
    stage token stage.summary
    subject reference subject
    verification-status token verificationStatus
  `,
  Consent: `
    action token provision.action
    actor reference provision.actor.reference
    category token category
    consentor reference performer
    data reference provision.data.reference
    date date dateTime
    identifier token identifier
    organization reference organization
    patient reference patient
    period date provision.period
    purpose token provision.purpose
    scope token scope
    security-label token provision.securityLabel
    source-reference reference sourceReference
    status token status
  `,
  Contract: `
    authority reference authority
    domain reference domain
    identifier token identifier
    instantiates uri instantiatesUri
    issued date issued
    patient reference subject@Patient
    signer reference signer.party
    status token status
    subject reference subject
    url uri url
  `,
  Coverage: `
    beneficiary reference beneficiary
    class-type token class.type
    class-value string class.value
    dependent string dependent
    identifier token identifier
    patient reference beneficiary
    payor reference payor
    policy-holder reference policyHolder
    status token status
    subscriber reference subscriber
    type token type
  `,
  CoverageEligibilityRequest: `
    created date created
    enterer reference enterer
    facility reference facility
    identifier token identifier
    patient reference patient
    provider reference provider
    status token status
  `,
  CoverageEligibilityResponse: `
    created date created
    disposition string disposition
    identifier token identifier
    insurer reference insurer
    outcome token outcome
    patient reference patient
    request reference request
    requestor reference requestor
    status token status
  `,
  DetectedIssue: `
    author reference author
    code token code
    identified date identifiedDateTime identifiedPeriod
    identifier token identifier
    implicated reference implicated
    patient reference patient
    status token status
  `,
  Device: `
    device-name string deviceName.name type.coding.display type.text
    identifier token identifier
    location reference location
    manufacturer string manufacturer
    model string modelNumber
    organization reference owner
    patient reference patient
    status token status
    type token type
    udi-carrier string udiCarrier.carrierHRF
    udi-di string udiCarrier.deviceIdentifier
    url uri url
  `,
  DeviceDefinition: `
    classification token classification.type
    identifier token identifier
    parent reference parentDevice
    type token type
  `,
  DeviceMetric: `
    category token category
    identifier token identifier
    parent reference parent
    source reference source
    type token type
  `,
  DeviceRequest: `
    authored-on date authoredOn
    based-on reference basedOn
    code token codeCodeableConcept
    device reference codeReference
    encounter reference encounter
    event-date date occurrenceDateTime occurrencePeriod
    group-identifier token groupIdentifier
    identifier token identifier
    instantiates-canonical reference instantiatesCanonical
    instantiates-uri uri instantiatesUri
    insurance reference insurance
    intent token intent
    patient reference subject@Patient
    performer reference performer
    prior-request reference priorRequest
    requester reference requester
    status token status
    subject reference subject
  `,
  DeviceUseStatement: `
    device reference device
    identifier token identifier
    patient reference subject
    subject reference subject
  `,
  DiagnosticReport: `
    based-on reference basedOn
    category token category
    code token code
    conclusion token conclusionCode
    date date effectiveDateTime effectivePeriod
    encounter reference encounter
    identifier token identifier
    issued date issued
    media reference media.link
    patient reference subject@Patient
    performer reference performer
    result reference result
    results-interpreter reference resultsInterpreter
    specimen reference specimen
    status token status
    subject reference subject
  `,
  DocumentManifest: `
    author reference author
    created date created
    description string description
    identifier token masterIdentifier identifier
    item reference content
    patient reference subject@Patient
    recipient reference recipient
    related-id token related.identifier
    related-ref reference related.ref
    source uri source
    status token status
    subject reference subject
    type token type
  `,
  DocumentReference: `
    authenticator reference authenticator
    author reference author
    category token category
    contenttype token content.attachment.contentType
    custodian reference custodian
    date date date
    description string description
    encounter reference context.encounter
    event token context.event
    facility token context.facilityType
    format token content.format
    identifier token masterIdentifier identifier
    language token content.attachment.language
    location uri content.attachment.url
    patient reference subject@Patient
    period date context.period
    related reference context.related
    relatesto reference relatesTo.target
    relation token relatesTo.code
    relationship none
    security-label token securityLabel
    setting token context.practiceSetting
    status token status
    subject reference subject
    type token type
  `,
  EffectEvidenceSynthesis: `
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    description string description
    effective date effectivePeriod
    identifier token identifier
    jurisdiction token jurisdiction
    name string name
    publisher string publisher
    status token status
    title string title
    url uri url
    version token version
  `,
  Encounter: `
    account reference account
    appointment reference appointment
    based-on reference basedOn
    class token class
    date date period
    diagnosis reference diagnosis.condition
    episode-of-care reference episodeOfCare
    identifier token identifier
    length quantity length
    location reference location.location
    location-period date location.period
    part-of reference partOf
    participant reference participant.individual
    participant-type token participant.type
    patient reference subject@Patient
    practitioner reference participant.individual@Practitioner
    reason-code token reasonCode
    reason-reference reference reasonReference
    service-provider reference serviceProvider
    special-arrangement token hospitalization.specialArrangement
    status token status
    subject reference subject
    type token type
  `,
  Endpoint: `
    connection-type token connectionType
    identifier token identifier
    name string name
    organization reference managingOrganization
    payload-type token payloadType
    status token status
  `,
  EnrollmentRequest: `
    identifier token identifier
    patient reference candidate
    status token status
    subject reference candidate
  `,
  EnrollmentResponse: `
    identifier token identifier
    request reference request
    status token status
  `,
  EpisodeOfCare: `
    care-manager reference careManager@Practitioner
    condition reference diagnosis.condition
    date date period
    identifier token identifier
    incoming-referral reference referralRequest
    organization reference managingOrganization
    patient reference patient
    status token status
    type token type
  `,
  EventDefinition: `
    composed-of reference relatedArtifact[type=composed-of].resource
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    depends-on reference relatedArtifact[type=depends-on].resource
    derived-from reference relatedArtifact[type=derived-from].resource
    description string description
    effective date effectivePeriod
    identifier token identifier
    jurisdiction token jurisdiction
    name string name
    predecessor reference relatedArtifact[type=predecessor].resource
    publisher string publisher
    status token status
    successor reference relatedArtifact[type=successor].resource
    title string title
    topic token topic
    url uri url
    version token version
  `,
  Evidence: `
    composed-of reference relatedArtifact[type=composed-of].resource
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    depends-on reference relatedArtifact[type=depends-on].resource
    derived-from reference relatedArtifact[type=derived-from].resource
    description string description
    effective date effectivePeriod
    identifier token identifier
    jurisdiction token jurisdiction
    name string name
    predecessor reference relatedArtifact[type=predecessor].resource
    publisher string publisher
    status token status
    successor reference relatedArtifact[type=successor].resource
    title string title
    topic token topic
    url uri url
    version token version
  `,
  EvidenceVariable: `
    composed-of reference relatedArtifact[type=composed-of].resource
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    depends-on reference relatedArtifact[type=depends-on].resource
    derived-from reference relatedArtifact[type=derived-from].resource
    description string description
    effective date effectivePeriod
    identifier token identifier
    jurisdiction token jurisdiction
    name string name
    predecessor reference relatedArtifact[type=predecessor].resource
    publisher string publisher
    status token status
    successor reference relatedArtifact[type=successor].resource
    title string title
    topic token topic
    url uri url
    version token version
  `,
  ExampleScenario: `
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    identifier token identifier
    jurisdiction token jurisdiction
    name string name
    publisher string publisher
    status token status
    url uri url
    version token version
  `,
  ExplanationOfBenefit: `
    care-team reference careTeam.provider
    claim reference claim
    coverage reference insurance.coverage
    created date created
    detail-udi reference item.detail.udi
    disposition string disposition
    encounter reference item.encounter
    enterer reference enterer
    facility reference facility
    identifier token identifier
    item-udi reference item.udi
    patient reference patient
    payee reference payee.party
    procedure-udi reference procedure.udi
    provider reference provider
    status token status
    subdetail-udi reference item.detail.subDetail.udi
  `,
  FamilyMemberHistory: `
    code token condition.code
    date date date
    identifier token identifier
    instantiates-canonical reference instantiatesCanonical
    instantiates-uri uri instantiatesUri
    patient reference patient
    relationship token relationship
    sex token sex
    status token status
  `,
  Flag: `
    author reference author
    date date period
    encounter reference encounter
    identifier token identifier
    patient reference subject@Patient
    subject reference subject
  `,
  Goal: `
    achievement-status token achievementStatus
    category token category
    identifier token identifier
    lifecycle-status token lifecycleStatus
    patient reference subject@Patient
    start-date date startDate
    subject reference subject
    target-date date target.dueDate
  `,
  GraphDefinition: `
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    description string description
    jurisdiction token jurisdiction
    name string name
    publisher string publisher
    start token start
    status token status
    url uri url
    version token version
  `,
  Group: `
    actual token actual
    characteristic token characteristic.code
    characteristic-value none
    code token code
    exclude token characteristic.exclude
    identifier token identifier
    managing-entity reference managingEntity
    member reference member.entity
    type token type
    value token characteristic.valueCodeableConcept characteristic.valueBoolean
  `,
  GuidanceResponse: `
    identifier token identifier
    patient reference subject@Patient
    request token requestIdentifier
    subject reference subject
  `,
  HealthcareService: `
    active token active
    characteristic token characteristic
    coverage-area reference coverageArea
    endpoint reference endpoint
    identifier token identifier
    location reference location
    name string name
    organization reference providedBy
    program token program
    service-category token category
    service-type token type
    specialty token specialty
  `,
  ImagingStudy: `
    basedon reference basedOn
    bodysite token series.bodySite
    dicom-class token series.instance.sopClass
    encounter reference encounter
    endpoint reference endpoint series.endpoint
    identifier token identifier
    instance token series.instance.uid
    interpreter reference interpreter
    modality token series.modality
    patient reference subject@Patient
    performer reference series.performer.actor
    reason token reasonCode
    referrer reference referrer
    series token series.uid
    started date started
    status token status
    subject reference subject
  `,
  Immunization: `
    date date occurrenceDateTime
    identifier token identifier
    location reference location
    lot-number string lotNumber
    manufacturer reference manufacturer
    patient reference patient
    performer reference performer.actor
    reaction reference reaction.detail
    reaction-date date reaction.date
    reason-code token reasonCode
    reason-reference reference reasonReference
    series string protocolApplied.series
    status token status
    status-reason token statusReason
    target-disease token protocolApplied.targetDisease
    vaccine-code token vaccineCode
  `,
  ImmunizationEvaluation: `
    date date date
    dose-status token doseStatus
    identifier token identifier
    immunization-event reference immunizationEvent
    patient reference patient
    status token status
    target-disease token targetDisease
  `,
  ImmunizationRecommendation: `
    date date date
    identifier token identifier
    information reference recommendation.supportingPatientInformation
    patient reference patient
    status token recommendation.forecastStatus
    support reference recommendation.supportingImmunization
    target-disease token recommendation.targetDisease
    vaccine-type token recommendation.vaccineCode
  `,
  ImplementationGuide: `
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    depends-on reference dependsOn.uri
    description string description
    experimental token experimental
    global reference global.profile
    jurisdiction token jurisdiction
    name string name
    publisher string publisher
    resource reference definition.resource.reference
    status token status
    title string title
    url uri url
    version token version
  `,
  InsurancePlan: `
    address string contact.address
    address-city string contact.address.city
    address-country string contact.address.country
    address-postalcode string contact.address.postalCode
    address-state string contact.address.state
    address-use token contact.address.use
    administered-by reference administeredBy
    endpoint reference endpoint
    identifier token identifier
    name none
    owned-by reference ownedBy
    phonetic string name
    status token status
    type token type
  `,
  Invoice: `
    account reference account
    date date date
    identifier token identifier
    issuer reference issuer
    participant reference participant.actor
    participant-role token participant.role
    patient reference subject@Patient
    recipient reference recipient
    status token status
    subject reference subject
    totalgross quantity totalGross
    totalnet quantity totalNet
    type token type
  `,
  Library: `
    composed-of reference relatedArtifact[type=composed-of].resource
    content-type token content.contentType
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    depends-on reference relatedArtifact[type=depends-on].resource
    derived-from reference relatedArtifact[type=derived-from].resource
    description string description
    effective date effectivePeriod
    identifier token identifier
    jurisdiction token jurisdiction
    name string name
    predecessor reference relatedArtifact[type=predecessor].resource
    publisher string publisher
    status token status
    successor reference relatedArtifact[type=successor].resource
    title string title
    topic token topic
    type token type
    url uri url
    version token version
  `,
  Linkage: `
    author reference author
    item reference item.resource
    source reference item[type=source].resource
  `,
  List: `
    code token code
    date date date
    empty-reason token emptyReason
    encounter reference encounter
    identifier token identifier
    item reference entry.item
    notes string note.text
    patient reference subject@Patient
    source reference source
    status token status
    subject reference subject
    title string title
  `,
  Location: `
    address string address
    address-city string address.city
    address-country string address.country
    address-postalcode string address.postalCode
    address-state string address.state
    address-use token address.use
    endpoint reference endpoint
    identifier token identifier
    name string name alias
    near none
    operational-status token operationalStatus
    organization reference managingOrganization
    partof reference partOf
    status token status
    type token type
  `,
  Measure: `
    composed-of reference relatedArtifact[type=composed-of].resource
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    depends-on reference relatedArtifact[type=depends-on].resource library
    derived-from reference relatedArtifact[type=derived-from].resource
    description string description
    effective date effectivePeriod
    identifier token identifier
    jurisdiction token jurisdiction
    name string name
    predecessor reference relatedArtifact[type=predecessor].resource
    publisher string publisher
    status token status
    successor reference relatedArtifact[type=successor].resource
    title string title
    topic token topic
    url uri url
    version token version
  `,
  MeasureReport: `
    date date date
    evaluated-resource reference evaluatedResource
    identifier token identifier
    measure reference measure
    patient reference subject@Patient
    period date period
    reporter reference reporter
    status token status
    subject reference subject
  `,
  Media: `
    based-on reference basedOn
    created date createdDateTime createdPeriod
    device reference device
    encounter reference encounter
    identifier token identifier
    modality token modality
    operator reference operator
    patient reference subject@Patient
    site token bodySite
    status token status
    subject reference subject
    type token type
    view token view
  `,
  Medication: `
    code token code
    expiration-date date batch.expirationDate
    form token form
    identifier token identifier
    ingredient reference ingredient.itemReference
    ingredient-code token ingredient.itemCodeableConcept
    lot-number token batch.lotNumber
    manufacturer reference manufacturer
    status token status
  `,
  MedicationAdministration: `
    code token medicationCodeableConcept
    context reference context
    device reference device
    effective-time date effectiveDateTime effectivePeriod
    identifier token identifier
    medication reference medicationReference
    patient reference subject@Patient
    performer reference performer.actor
    reason-given token reasonCode
    reason-not-given token statusReason
    request reference request
    status token status
    subject reference subject
  `,
  MedicationDispense: `
    code token medicationCodeableConcept
    context reference context
    destination reference destination
    identifier token identifier
    medication reference medicationReference
    patient reference subject@Patient
    performer reference performer.actor
    prescription reference authorizingPrescription
    receiver reference receiver
    responsibleparty reference substitution.responsibleParty
    status token status
    subject reference subject
    type token type
    whenhandedover date whenHandedOver
    whenprepared date whenPrepared
  `,
  MedicationKnowledge: `
    classification token medicineClassification.classification
    classification-type token medicineClassification.type
    code token code
    doseform token doseForm
    ingredient reference ingredient.itemReference
    ingredient-code token ingredient.itemCodeableConcept
    manufacturer reference manufacturer
    monitoring-program-name token monitoringProgram.name
    monitoring-program-type token monitoringProgram.type
    monograph reference monograph.source
    monograph-type token monograph.type
    source-cost token cost.source
    status token status
  `,
  MedicationRequest: `
    authoredon date authoredOn
    category token category
    code token medicationCodeableConcept
    date date dosageInstruction.timing.event
    encounter reference encounter
    identifier token identifier
    intended-dispenser reference dispenseRequest.performer
    intended-performer reference performer
    intended-performertype token performerType
    intent token intent
    medication reference medicationReference
    patient reference subject@Patient
    priority token priority
    requester reference requester
    status token status
    subject reference subject
  `,
  MedicationStatement: `
    category token category
    code token medicationCodeableConcept
    context reference context
    effective date effectiveDateTime effectivePeriod
    identifier token identifier
    medication reference medicationReference
    part-of reference partOf
    patient reference subject@Patient
    source reference informationSource
    status token status
    subject reference subject
  `,
  MedicinalProduct: `
    identifier token identifier
    name string name.productName
    name-language token name.countryLanguage.language
  `,
  MedicinalProductAuthorization: `
    country token country
    holder reference holder
    identifier token identifier
    status token status
    subject reference subject
  `,
  MedicinalProductContraindication: `
    subject reference subject
  `,
  MedicinalProductIndication: `
    subject reference subject
  `,
  MedicinalProductInteraction: `
    subject reference subject
  `,
  MedicinalProductPackaged: `
    identifier token identifier
    subject reference subject
  `,
  MedicinalProductPharmaceutical: `
    identifier token identifier
    route token routeOfAdministration.code
    target-species token routeOfAdministration.targetSpecies.code
  `,
  MedicinalProductUndesirableEffect: `
    subject reference subject
  `,
  MessageDefinition: `
    category token category
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    description string description
    event token eventCoding
    focus token focus.code
    identifier token identifier
    jurisdiction token jurisdiction
    name string name
    parent reference parent
    publisher string publisher
    status token status
    title string title
    url uri url
    version token version
  `,
  MessageHeader: `
    author reference author
    code token response.code
    destination string destination.name
    destination-uri uri destination.endpoint
    enterer reference enterer
    event token eventCoding
    focus reference focus
    receiver reference destination.receiver
    response-id token response.identifier
    responsible reference responsible
    sender reference sender
    source string source.name
    source-uri uri source.endpoint
    target reference destination.target
  `,
  MolecularSequence: `
    chromosome token referenceSeq.chromosome
    chromosome-variant-coordinate none
    chromosome-window-coordinate none
    identifier token identifier
    patient reference patient
    referenceseqid token referenceSeq.referenceSeqId
    referenceseqid-variant-coordinate none
    referenceseqid-window-coordinate none
    type token type
    variant-end number variant.end
    variant-start number variant.start
    window-end number referenceSeq.windowEnd
    window-start number referenceSeq.windowStart
  `,
  NamingSystem: `
    contact string contact.name
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    description string description
    id-type token uniqueId.type
    jurisdiction token jurisdiction
    kind token kind
    name string name
    period date uniqueId.period
    publisher string publisher
    responsible string responsible
    status token status
    telecom token contact.telecom
    type token type
    value string uniqueId.value
  `,
  NutritionOrder: `
    additive token enteralFormula.additiveType
    datetime date dateTime
    encounter reference encounter
    formula token enteralFormula.baseFormulaType
    identifier token identifier
    instantiates-canonical reference instantiatesCanonical
    instantiates-uri uri instantiatesUri
    oraldiet token oralDiet.type
    patient reference patient
    provider reference orderer
    status token status
    supplement token supplement.type
  `,
  Observation: `
    based-on reference basedOn
    category token category
    code token code
    code-value-concept none
    code-value-date none
    code-value-quantity none
    code-value-string none
    combo-code token code component.code
    combo-code-value-concept none
    combo-code-value-quantity none
    combo-data-absent-reason token dataAbsentReason component.dataAbsentReason
    combo-value-concept token valueCodeableConcept component.valueCodeableConcept
    combo-value-quantity quantity valueQuantity valueSampledData component.valueQuantity component.valueSampledData
    component-code token component.code
    component-code-value-concept none
    component-code-value-quantity none
    component-data-absent-reason token component.dataAbsentReason
    component-value-concept token component.valueCodeableConcept
    component-value-quantity quantity component.valueQuantity component.valueSampledData
    data-absent-reason token dataAbsentReason
    date date effectiveDateTime effectivePeriod effectiveTiming effectiveInstant
    derived-from reference derivedFrom
    device reference device
    encounter reference encounter
    focus reference focus
    has-member reference hasMember
    identifier token identifier
    method token method
    part-of reference partOf
    patient reference subject@Patient
    performer reference performer
    specimen reference specimen
    status token status
    subject reference subject
    value-concept token valueCodeableConcept
    value-date date valueDateTime valuePeriod
    value-quantity quantity valueQuantity valueSampledData
    value-string string valueString valueCodeableConcept.text
  `,
  OperationDefinition: `
    base reference base
    code token code
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    description string description
    input-profile reference inputProfile
    instance token instance
    jurisdiction token jurisdiction
    kind token kind
    name string name
    output-profile reference outputProfile
    publisher string publisher
    status token status
    system token system
    title string title
    type token type
    url uri url
    version token version
  `,
  Organization: `
    active token active
    address string address
    address-city string address.city
    address-country string address.country
    address-postalcode string address.postalCode
    address-state string address.state
    address-use token address.use
    endpoint reference endpoint
    identifier token identifier
    name string name alias
    partof reference partOf
    phonetic string name
    type token type
  `,
  OrganizationAffiliation: `
    active token active
    date date period
    email token telecom[system=email]
    endpoint reference endpoint
    identifier token identifier
    location reference location
    network reference network
    participating-organization reference participatingOrganization
    phone token telecom[system=phone]
    primary-organization reference organization
    role token code
    service reference healthcareService
    specialty token specialty
    telecom token telecom
  `,
  Patient: `
    active token active
    address string address
    address-city string address.city
    address-country string address.country
    address-postalcode string address.postalCode
    address-state string address.state
    address-use token address.use
    birthdate date birthDate
    death-date date deceasedDateTime
    deceased none
    email token telecom[system=email]
    family string name.family
    gender token gender
    general-practitioner reference generalPractitioner
    given string name.given
    identifier token identifier
    language token communication.language
    link reference link.other
    name string name
    organization reference managingOrganization
    phone token telecom[system=phone]
    phonetic string name
    telecom token telecom
  `,
  PaymentNotice: `
    created date created
    identifier token identifier
    payment-status token paymentStatus
    provider reference provider
    request reference request
    response reference response
    status token status
  `,
  PaymentReconciliation: `
    created date created
    disposition string disposition
    identifier token identifier
    outcome token outcome
    payment-issuer reference paymentIssuer
    request reference request
    requestor reference requestor
    status token status
  `,
  Person: `
    address string address
    address-city string address.city
    address-country string address.country
    address-postalcode string address.postalCode
    address-state string address.state
    address-use token address.use
    birthdate date birthDate
    email token telecom[system=email]
    gender token gender
    identifier token identifier
    link reference link.target
    name string name
    organization reference managingOrganization
    patient reference link.target@Patient
    phone token telecom[system=phone]
    phonetic string name
    practitioner reference link.target@Practitioner
    relatedperson reference link.target@RelatedPerson
    telecom token telecom
  `,
  PlanDefinition: `
    composed-of reference relatedArtifact[type=composed-of].resource
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    definition reference action.definitionCanonical action.definitionUri
    depends-on reference relatedArtifact[type=depends-on].resource library
    derived-from reference relatedArtifact[type=derived-from].resource
    description string description
    effective date effectivePeriod
    identifier token identifier
    jurisdiction token jurisdiction
    name string name
    predecessor reference relatedArtifact[type=predecessor].resource
    publisher string publisher
    status token status
    successor reference relatedArtifact[type=successor].resource
    title string title
    topic token topic
    type token type
    url uri url
    version token version
  `,
  Practitioner: `
    active token active
    address string address
    address-city string address.city
    address-country string address.country
    address-postalcode string address.postalCode
    address-state string address.state
    address-use token address.use
    communication token communication
    email token telecom[system=email]
    family string name.family
    gender token gender
    given string name.given
    identifier token identifier
    name string name
    phone token telecom[system=phone]
    phonetic string name
    telecom token telecom
  `,
  PractitionerRole: `
    active token active
    date date period
    email token telecom[system=email]
    endpoint reference endpoint
    identifier token identifier
    location reference location
    organization reference organization
    phone token telecom[system=phone]
    practitioner reference practitioner
    role token code
    service reference healthcareService
    specialty token specialty
    telecom token telecom
  `,
  Procedure: `
    based-on reference basedOn
    category token category
    code token code
    date date performedDateTime performedPeriod
    encounter reference encounter
    identifier token identifier
    instantiates-canonical reference instantiatesCanonical
    instantiates-uri uri instantiatesUri
    location reference location
    part-of reference partOf
    patient reference subject@Patient
    performer reference performer.actor
    reason-code token reasonCode
    reason-reference reference reasonReference
    status token status
    subject reference subject
  `,
  Provenance: `
    agent reference agent.who
    agent-role token agent.role
    agent-type token agent.type
    entity reference entity.what
    location reference location
    patient reference target@Patient
    recorded date recorded
    signature-type token signature.type
    target reference target
    when date occurredDateTime
  `,
  Questionnaire: `
    code token item.code
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    definition uri item.definition
    description string description
    effective date effectivePeriod
    identifier token identifier
    jurisdiction token jurisdiction
    name string name
    publisher string publisher
    status token status
    subject-type token subjectType
    title string title
    url uri url
    version token version
  `,
  QuestionnaireResponse: `
    author reference author
    authored date authored
    based-on reference basedOn
    encounter reference encounter
    identifier token identifier
    part-of reference partOf
    patient reference subject@Patient
    questionnaire reference questionnaire
    source reference source
    status token status
    subject reference subject
  `,
  RelatedPerson: `
    active token active
    address string address
    address-city string address.city
    address-country string address.country
    address-postalcode string address.postalCode
    address-state string address.state
    address-use token address.use
    birthdate date birthDate
    email token telecom[system=email]
    gender token gender
    identifier token identifier
    name string name
    patient reference patient
    phone token telecom[system=phone]
    phonetic string name
    relationship token relationship
    telecom token telecom
  `,
  RequestGroup: `
    author reference author
    authored date authoredOn
    code token code
    encounter reference encounter
    group-identifier token groupIdentifier
    identifier token identifier
    instantiates-canonical reference instantiatesCanonical
    instantiates-uri uri instantiatesUri
    intent token intent
    participant reference action.participant
    patient reference subject@Patient
    priority token priority
    status token status
    subject reference subject
  `,
  ResearchDefinition: `
    composed-of reference relatedArtifact[type=composed-of].resource
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    depends-on reference relatedArtifact[type=depends-on].resource library
    derived-from reference relatedArtifact[type=derived-from].resource
    description string description
    effective date effectivePeriod
    identifier token identifier
    jurisdiction token jurisdiction
    name string name
    predecessor reference relatedArtifact[type=predecessor].resource
    publisher string publisher
    status token status
    successor reference relatedArtifact[type=successor].resource
    title string title
    topic token topic
    url uri url
    version token version
  `,
  ResearchElementDefinition: `
    composed-of reference relatedArtifact[type=composed-of].resource
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    depends-on reference relatedArtifact[type=depends-on].resource library
    derived-from reference relatedArtifact[type=derived-from].resource
    description string description
    effective date effectivePeriod
    identifier token identifier
    jurisdiction token jurisdiction
    name string name
    predecessor reference relatedArtifact[type=predecessor].resource
    publisher string publisher
    status token status
    successor reference relatedArtifact[type=successor].resource
    title string title
    topic token topic
    url uri url
    version token version
  `,
  ResearchStudy: `
    category token category
    date date period
    focus token focus
    identifier token identifier
    keyword token keyword
    location token location
    partof reference partOf
    principalinvestigator reference principalInvestigator
    protocol reference protocol
    site reference site
    sponsor reference sponsor
    status token status
    title string title
  `,
  ResearchSubject: `
    date date period
    identifier token identifier
    individual reference individual
    patient reference individual
    status token status
    study reference study
  `,
  Resource: `
    _content none
    _id token id
    _lastUpdated date meta.lastUpdated
    _profile uri meta.profile
    _query none
    _security token meta.security
    _source uri meta.source
    _tag token meta.tag
  `,
  RiskAssessment: `
    condition reference condition
    date date occurrenceDateTime
    encounter reference encounter
    identifier token identifier
    method token method
    patient reference subject@Patient
    performer reference performer
    probability number prediction.probabilityDecimal
    risk token prediction.qualitativeRisk
    subject reference subject
  `,
  RiskEvidenceSynthesis: `
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    description string description
    effective date effectivePeriod
    identifier token identifier
    jurisdiction token jurisdiction
    name string name
    publisher string publisher
    status token status
    title string title
    url uri url
    version token version
  `,
  Schedule: `
    active token active
    actor reference actor
    date date planningHorizon
    identifier token identifier
    service-category token serviceCategory
    service-type token serviceType
    specialty token specialty
  `,
  SearchParameter: `
    base token base
    code token code
    component reference component.definition
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    derived-from reference derivedFrom
    description string description
    jurisdiction token jurisdiction
    name string name
    publisher string publisher
    status token status
    target token target
    type token type
    url uri url
    version token version
  `,
  ServiceRequest: `
    authored date authoredOn
    based-on reference basedOn
    body-site token bodySite
    category token category
    code token code
    encounter reference encounter
    identifier token identifier
    instantiates-canonical reference instantiatesCanonical
    instantiates-uri uri instantiatesUri
    intent token intent
    occurrence date occurrenceDateTime occurrencePeriod occurrenceTiming
    order-detail token orderDetail.text
    patient reference subject@Patient
    performer reference performer
    performer-type token performerType
    priority token priority
    replaces reference replaces
    requester reference requester
    requisition token requisition
    specimen reference specimen
    status token status
    subject reference subject
  `,
  Slot: `
    appointment-type token appointmentType
    identifier token identifier
    schedule reference schedule
    service-category token serviceCategory
    service-type token serviceType
    specialty token specialty
    start date start
    status token status
  `,
  Specimen: `
    accession token accessionIdentifier
    bodysite token collection.bodySite
    collected date collection.collectedDateTime collection.collectedPeriod
    collector reference collection.collector
    container token container.type
    container-id token container.identifier
    identifier token identifier
    parent reference parent
    patient reference subject@Patient
    status token status
    subject reference subject
    type token type
  `,
  SpecimenDefinition: `
    container token typeTested.container.type
    identifier token identifier
    type token typeCollected
  `,
  StructureDefinition: `
    abstract token abstract
    base reference baseDefinition
    base-path token snapshot.element.base.path differential.element.base.path
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    derivation token derivation
    description string description
    experimental token experimental
    ext-context token context.type
    identifier token identifier
    jurisdiction token jurisdiction
    keyword token keyword
    kind token kind
    name string name
    path token snapshot.element.path differential.element.path
    publisher string publisher
    status token status
    title string title
    type uri type
    url uri url
    valueset reference snapshot.element.binding.valueSet
    version token version
  `,
  StructureMap: `
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    description string description
    identifier token identifier
    jurisdiction token jurisdiction
    name string name
    publisher string publisher
    status token status
    title string title
    url uri url
    version token version
  `,
  Subscription: `
    contact token contact
    criteria string criteria
    payload token channel.payload
    status token status
    type token channel.type
    url uri channel.endpoint
  `,
  Substance: `
    category token category
    code token code ingredient.substanceCodeableConcept
    container-identifier token instance.identifier
    expiry date instance.expiry
    identifier token identifier
    quantity quantity instance.quantity
    status token status
    substance-reference reference ingredient.substanceReference
  `,
  SubstanceSpecification: `
    code token code.code
  `,
  SupplyDelivery: `
    identifier token identifier
    patient reference patient
    receiver reference receiver
    status token status
    supplier reference supplier
  `,
  SupplyRequest: `
    category token category
    date date authoredOn
    identifier token identifier
    requester reference requester
    status token status
    subject reference deliverTo
    supplier reference supplier
  `,
  Task: `
    authored-on date authoredOn
    based-on reference basedOn
    business-status token businessStatus
    code token code
    encounter reference encounter
    focus reference focus
    group-identifier token groupIdentifier
    identifier token identifier
    intent token intent
    modified date lastModified
    owner reference owner
    part-of reference partOf
    patient reference for@Patient
    performer token performerType
    period date executionPeriod
    priority token priority
    requester reference requester
    status token status
    subject reference for
  `,
  TerminologyCapabilities: `
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    description string description
    jurisdiction token jurisdiction
    name string name
    publisher string publisher
    status token status
    title string title
    url uri url
    version token version
  `,
  TestReport: `
    identifier token identifier
    issued date issued
    participant uri participant.uri
    result token result
    tester string tester
    testscript reference testScript
  `,
  TestScript: `
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    description string description
    identifier token identifier
    jurisdiction token jurisdiction
    name string name
    publisher string publisher
    status token status
    testscript-capability string metadata.capability.description
    title string title
    url uri url
    version token version
  `,
  ValueSet: `
    code token expansion.contains.code compose.include.concept.code
    context token useContext.valueCodeableConcept
    context-quantity quantity useContext.valueQuantity useContext.valueRange
    context-type token useContext.code
    context-type-quantity none
    context-type-value none
    date date date
    description string description
    expansion uri expansion.identifier
    identifier token identifier
    jurisdiction token jurisdiction
    name string name
    publisher string publisher
    reference uri compose.include.system
    status token status
    title string title
    url uri url
    version token version
  `,
  VerificationResult: `
    target reference target
  `,
  VisionPrescription: `
    datewritten date dateWritten
    encounter reference encounter
    identifier token identifier
    patient reference patient
    prescriber reference prescriber
    status token status
  `,
};
