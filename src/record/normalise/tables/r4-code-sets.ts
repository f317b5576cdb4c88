/** Codes of the FHIR R4 value sets that R4 binds as required and that are short enough to be checked. */
export const R4_CODE_SETS = `
account-status: active inactive entered-in-error on-hold unknown
action-cardinality-behavior: single multiple
action-condition-kind: applicability start stop
action-grouping-behavior: visual-group logical-group sentence-group
action-precheck-behavior: yes no
action-relationship-type: before-start before before-end concurrent-with-start concurrent concurrent-with-end
  after-start after after-end
action-required-behavior: must could must-unless-documented
action-selection-behavior: any all all-or-none exactly-one at-most-one one-or-more
address-type: postal physical both
address-use: home work temp old billing
administrative-gender: male female other unknown
adverse-event-actuality: actual potential
allergy-intolerance-category: food medication environment biologic
allergy-intolerance-criticality: low high unable-to-assess
allergy-intolerance-type: allergy intolerance
appointmentstatus: proposed pending booked arrived fulfilled cancelled noshow entered-in-error checked-in
  waitlist
audit-event-action: C R U D E
audit-event-outcome: 0 4 8 12
bundle-type: document message transaction transaction-response batch batch-response history searchset collection
care-plan-activity-kind: Appointment CommunicationRequest DeviceRequest MedicationRequest NutritionOrder Task
  ServiceRequest VisionPrescription
care-plan-activity-status: not-started scheduled in-progress on-hold completed cancelled stopped unknown
  entered-in-error
care-plan-intent: proposal plan order option
care-team-status: proposed active suspended inactive entered-in-error
chargeitem-status: planned billable not-billable aborted billed entered-in-error unknown
claim-use: claim preauthorization predetermination
clinicalimpression-status: in-progress completed entered-in-error
composition-attestation-mode: personal professional legal official
composition-status: preliminary final amended entered-in-error
consent-data-meaning: instance related dependents authoredby
consent-provision-type: deny permit
consent-state-codes: draft proposed active rejected inactive entered-in-error
contact-point-system: phone fax email pager url sms other
contact-point-use: home work temp old mobile
contributor-type: author editor reviewer endorser
days-of-week: mon tue wed thu fri sat sun
detectedissue-severity: high moderate low
detectedissue-status: preliminary final entered-in-error mitigated
device-nametype: udi-label-name user-friendly-name patient-reported-name manufacturer-name model-name other
device-statement-status: active completed entered-in-error intended stopped on-hold
device-status: active inactive entered-in-error unknown
diagnostic-report-status: registered partial preliminary final amended corrected appended cancelled
  entered-in-error unknown
document-reference-status: current superseded entered-in-error
document-relationship-type: replaces transforms signs appends
eligibilityrequest-purpose: auth-requirements benefits discovery validation
eligibilityresponse-purpose: auth-requirements benefits discovery validation
encounter-location-status: planned active reserved completed
encounter-status: planned arrived triaged in-progress onleave finished cancelled entered-in-error unknown
endpoint-status: active suspended error off entered-in-error test
episode-of-care-status: planned waitlist active onhold finished cancelled entered-in-error
event-status: preparation in-progress not-done on-hold stopped completed entered-in-error unknown
event-timing: MORN MORN.early MORN.late NOON AFT AFT.early AFT.late EVE EVE.early EVE.late NIGHT PHS HS WAKE C
  CM CD CV AC ACM ACD ACV PC PCM PCD PCV
explanationofbenefit-status: active cancelled draft entered-in-error
flag-status: active inactive entered-in-error
fm-status: active cancelled draft entered-in-error
goal-status: proposed planned accepted active on-hold completed cancelled entered-in-error rejected
group-type: person animal practitioner device medication substance
guidance-response-status: success data-requested data-required in-progress failure entered-in-error
history-status: partial completed entered-in-error health-unknown
http-verb: GET HEAD POST PUT DELETE PATCH
identifier-use: usual official temp secondary old
identity-assuranceLevel: level1 level2 level3 level4
imagingstudy-status: registered available cancelled entered-in-error unknown
immunization-evaluation-status: completed entered-in-error
immunization-status: completed entered-in-error not-done
invoice-priceComponentType: base surcharge deduction discount tax informational
invoice-status: draft issued balanced cancelled entered-in-error
issue-severity: fatal error warning information
issue-type: invalid structure required value invariant security login unknown expired forbidden suppressed
  processing not-supported duplicate multiple-matches not-found deleted too-long code-invalid extension
  too-costly business-rule conflict transient lock-error no-store exception timeout incomplete throttled
  informational
item-type: group display question boolean decimal integer date dateTime time string text url choice open-choice
  attachment reference quantity
link-type: replaced-by replaces refer seealso
linkage-type: source alternate historical
list-mode: working snapshot changes
list-status: current retired entered-in-error
location-mode: instance kind
location-status: active suspended inactive
medication-admin-status: in-progress not-done on-hold completed entered-in-error stopped unknown
medication-statement-status: active completed entered-in-error intended stopped on-hold unknown not-taken
medication-status: active inactive entered-in-error
medicationdispense-status: preparation in-progress cancelled on-hold completed entered-in-error stopped declined
  unknown
medicationrequest-intent: proposal plan order original-order reflex-order filler-order instance-order option
medicationrequest-status: active on-hold cancelled completed entered-in-error stopped draft unknown
metric-calibration-state: not-calibrated calibration-required calibrated unspecified
metric-calibration-type: unspecified offset gain two-point
metric-category: measurement setting calculation unspecified
metric-color: black red green yellow blue magenta cyan white
metric-operational-status: on off standby entered-in-error
name-use: usual official temp nickname anonymous old maiden
narrative-status: generated extensions additional empty
network-type: 1 2 3 4 5
note-type: display print printoper
observation-status: registered preliminary final amended corrected cancelled entered-in-error unknown
operation-parameter-use: in out
orientation-type: sense antisense
participantrequired: required optional information-only
participationstatus: accepted declined tentative needs-action
product-category: organ tissue fluid cells biologicalAgent
product-status: available unavailable
product-storage-scale: farenheit celsius kelvin
provenance-entity-role: derivation revision quotation source removal
publication-status: draft active retired unknown
quality-type: indel snp unknown
quantity-comparator: < <= >= >
questionnaire-answers-status: in-progress completed amended entered-in-error stopped
questionnaire-enable-behavior: all any
questionnaire-enable-operator: exists = != > < >= <=
reaction-event-severity: mild moderate severe
related-artifact-type: documentation justification citation predecessor successor derived-from depends-on
  composed-of
remittance-outcome: queued complete error partial
repository-type: directlink openapi login oauth other
request-intent: proposal plan directive order original-order reflex-order filler-order instance-order option
request-priority: routine urgent asap stat
request-status: draft active on-hold revoked completed entered-in-error unknown
response-code: ok transient-error fatal-error
search-entry-mode: match include outcome
sequence-type: aa dna rna
slotstatus: busy free busy-unavailable busy-tentative entered-in-error
sort-direction: ascending descending
specimen-status: available unavailable unsatisfactory entered-in-error
strand-type: watson crick
substance-status: active inactive entered-in-error
supplydelivery-status: in-progress completed abandoned entered-in-error
supplyrequest-status: draft active suspended cancelled completed entered-in-error unknown
task-intent: unknown proposal plan order original-order reflex-order filler-order instance-order option
task-status: draft requested received accepted rejected ready cancelled in-progress on-hold failed completed
  entered-in-error
trigger-type: named-event periodic data-changed data-added data-modified data-removed data-accessed
  data-access-ended
udi-entry-type: barcode rfid manual card self-reported unknown
units-of-time: s min h d wk mo a
v3-ConfidentialityClassification: U L M N R V
verificationresult-status: attested validated in-process req-revalid val-fail reval-fail
vision-base-codes: up down in out
vision-eye-codes: right left
`;
