/**
 * Which FHIR release a resource is written in, told from its type, its elements and its claimed profiles. FHIR JSON does not
 * say so itself.
 */
import { VERSION_ELEMENTS } from './tables/version-elements.ts';
import { type FhirVersion, type JsonObject, isJsonObject } from './types.ts';

/** How well a resource fits each release; only elements in which the releases differ count. */
export interface VersionEvidence {
  readonly DSTU2: number;
  readonly STU3: number;
  readonly R4: number;
}

const VERSIONS = ['DSTU2', 'STU3', 'R4'] as const;
/** Undecided between two: the newer one. */
const NEWEST_FIRST = ['R4', 'STU3', 'DSTU2'] as const;
const NONE: VersionEvidence = { DSTU2: 0, STU3: 0, R4: 0 };

/** Types that not every release has. */
const TYPE_RELEASES: ReadonlyMap<string, readonly FhirVersion[]> = new Map([
  ...typeRows(
    ['DSTU2'],
    'MedicationOrder DiagnosticOrder DeviceUseRequest Order OrderResponse Conformance ImagingObjectSelection',
  ),
  ...typeRows(
    ['DSTU2', 'STU3'],
    'ProcedureRequest ReferralRequest BodySite DeviceComponent EligibilityRequest EligibilityResponse',
  ),
  ...typeRows(['STU3'], 'ImagingManifest Sequence ServiceDefinition ExpansionProfile'),
  ...typeRows(['STU3', 'R4'], 'MedicationRequest CareTeam PractitionerRole Endpoint Consent Linkage Task ChargeItem'),
  ...typeRows(
    ['R4'],
    'ServiceRequest BodyStructure CoverageEligibilityRequest CoverageEligibilityResponse VerificationResult',
  ),
  ...typeRows(['R4'], 'ImmunizationEvaluation MolecularSequence BiologicallyDerivedProduct InsurancePlan Invoice'),
]);

/** What a type's own name says weighs as much as two elements. */
const TYPE_WEIGHT = 2;

/** Elements of a type by name → expected kind per release, as in {@link VERSION_ELEMENTS}. */
const ELEMENTS: ReadonlyMap<string, ReadonlyMap<string, string>> = readElements(VERSION_ELEMENTS);

/** The release of a whole delivery; R4 where nothing tells. */
export function recogniseVersion(resources: readonly unknown[]): FhirVersion {
  const sum = { DSTU2: 0, STU3: 0, R4: 0 };
  for (const resource of resources) {
    const evidence = isJsonObject(resource) ? versionEvidence(resource) : NONE;
    for (const version of VERSIONS) sum[version] += evidence[version];
  }
  return best(sum);
}

/**
 * The release of one resource of a delivery: another than the delivery's only where the resource clearly is, or where the
 * delivery's does not have its type.
 */
export function clearVersion(type: unknown, evidence: VersionEvidence, delivery: FhirVersion): FhirVersion {
  const own = best(evidence);
  const releases = typeof type === 'string' ? TYPE_RELEASES.get(type) : undefined;
  if (releases !== undefined && !releases.includes(delivery))
    return releases.includes(own) ? own : (releases[0] ?? own);
  if (own === delivery) return delivery;
  const clear = evidence[own] > evidence[delivery] && VERSIONS.every((v) => v === own || evidence[v] < evidence[own]);
  return clear ? own : delivery;
}

export function versionEvidence(resource: JsonObject): VersionEvidence {
  const type = resource.resourceType;
  if (typeof type !== 'string') return NONE;
  const sum: Sum = { DSTU2: 0, STU3: 0, R4: 0 };
  for (const version of TYPE_RELEASES.get(type) ?? []) sum[version] += TYPE_WEIGHT;
  const elements = ELEMENTS.get(type);
  if (elements !== undefined) {
    for (const key in resource) {
      const kinds = elements.get(key);
      if (kinds !== undefined) addElement(kinds, kindOf(resource[key]), sum);
    }
  }
  addInner(type, resource, sum);
  if (isJsonObject(resource.meta)) addProfiles(resource.meta.profile, sum);
  return sum;
}

function addElement(kinds: string, kind: string, sum: Sum): void {
  const code = kind.charCodeAt(0);
  if (kinds.charCodeAt(0) === code) sum.DSTU2++;
  if (kinds.charCodeAt(1) === code) sum.STU3++;
  if (kinds.charCodeAt(2) === code) sum.R4++;
}

function best(evidence: VersionEvidence): FhirVersion {
  let found: FhirVersion = 'R4';
  for (const version of NEWEST_FIRST) if (evidence[version] > evidence[found]) found = version;
  return found;
}

type Sum = Record<FhirVersion, number>;

/** Elements inside which the releases differ where their top level does not. */
function addInner(type: string, resource: JsonObject, sum: Sum): void {
  if (type === 'MedicationRequest' && isJsonObject(resource.requester)) {
    if (isJsonObject(resource.requester.agent)) sum.STU3 += 2;
    else sum.R4++;
  }
  // The dosage of an administration is another type, alike in STU3 and R4.
  if (type.startsWith('Medication') && type !== 'MedicationAdministration') {
    addDosage(firstOf(resource.dosage), sum);
    addDosage(firstOf(resource.dosageInstruction), sum);
  }
  if (type === 'DocumentReference' && isJsonObject(resource.context)) {
    if (isJsonObject(resource.context.encounter)) {
      sum.DSTU2++;
      sum.STU3++;
    } else if (Array.isArray(resource.context.encounter)) sum.R4++;
  }
  if (type === 'Provenance') addAgent(firstOf(resource.agent), sum);
  if (type === 'Patient' || type === 'Practitioner') {
    const name = firstOf(resource.name);
    if (isJsonObject(name) && Array.isArray(name.family)) sum.DSTU2++;
  }
}

function addDosage(dosage: unknown, sum: Sum): void {
  if (!isJsonObject(dosage)) return;
  if (dosage.doseAndRate !== undefined) sum.R4++;
  if (dosage.doseQuantity === undefined && dosage.doseRange === undefined && dosage.rateQuantity === undefined) return;
  if (dosage.additionalInstructions === undefined) sum.STU3++;
  if (dosage.patientInstruction === undefined) sum.DSTU2++;
}

function addAgent(agent: unknown, sum: Sum): void {
  if (!isJsonObject(agent)) return;
  if (agent.actor !== undefined || isJsonObject(agent.role)) sum.DSTU2++;
  else if (agent.whoReference !== undefined || agent.whoUri !== undefined) sum.STU3++;
  else if (agent.who !== undefined) sum.R4++;
}

/** Profiles are claims, but their addresses often name the release. */
function addProfiles(profiles: unknown, sum: Sum): void {
  const list: readonly unknown[] = Array.isArray(profiles) ? profiles : [];
  for (const profile of list) {
    if (typeof profile !== 'string') continue;
    if (/\/STU3\/|\/3\.0\/|\|3\.0\./.test(profile)) sum.STU3 += 2;
    else if (/\/DSTU2\/|\/1\.0\/|\/guides\/argonaut\/|\/us\/daf\//.test(profile)) sum.DSTU2 += 2;
    else if (/\/R4\/|\/4\.0\/|\|4\.0\.|\/UKCore-|\/uv\/ips\/|\/uv\/ipa\//.test(profile)) sum.R4 += 2;
  }
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return typeof value[0] === 'object' ? 'O' : 'P';
  return typeof value === 'object' ? 'o' : 'p';
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

function typeRows(releases: readonly FhirVersion[], names: string): [string, readonly FhirVersion[]][] {
  return names.split(' ').map((name) => [name, releases]);
}

function readElements(table: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const types = new Map<string, Map<string, string>>();
  let elements = new Map<string, string>();
  for (const line of table.split('\n')) {
    if (line === '') continue;
    if (!line.startsWith(' ')) {
      elements = new Map();
      types.set(line, elements);
      continue;
    }
    for (const word of line.trim().split(' ')) {
      const [name, kinds] = word.split(':');
      if (name !== undefined && kinds !== undefined) elements.set(name, kinds);
    }
  }
  return types;
}
