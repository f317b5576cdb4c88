/** Compares what the source says it can do with what the configuration asks of it. */
import type { CheckFinding } from '../../ports/source-connector.ts';
import type { SourceConfig } from '../../ports/source-config.ts';
import type { FhirVersion, JsonObject } from '../../record/fhir/types.ts';
import { takesBatches, typesWithLastUpdated } from '../read/capabilities.ts';
import { objectAt, objectsAt, textAt } from '../read/outline.ts';
import { typesToRead } from '../read/types-to-read.ts';

type FhirRelease = FhirVersion | 'R4B';

const RELEASES: readonly (readonly [string, FhirRelease])[] = [
  ['1.0', 'DSTU2'],
  ['3.0', 'STU3'],
  ['4.0', 'R4'],
  ['4.3', 'R4B'],
];

/** Types that R4B changed, added or took out (FHIR R4B, "Differences to R4"); all others are as in R4. */
const CHANGED_IN_R4B: ReadonlySet<string> = new Set([
  'AdministrableProductDefinition',
  'Citation',
  'ClinicalUseDefinition',
  'EffectEvidenceSynthesis',
  'Evidence',
  'EvidenceReport',
  'EvidenceVariable',
  'Ingredient',
  'ManufacturedItemDefinition',
  'MedicinalProduct',
  'MedicinalProductDefinition',
  'NutritionProduct',
  'PackagedProductDefinition',
  'RegulatedAuthorization',
  'RiskEvidenceSynthesis',
  'SubscriptionStatus',
  'SubscriptionTopic',
  'SubstanceDefinition',
]);

const OPERATION = 'gpc.getstructuredrecord';

/** @param statement undefined where the source gave none: nothing can be said then. */
export function checkCapabilities(config: SourceConfig, statement: JsonObject | undefined): readonly CheckFinding[] {
  if (statement === undefined) return [];
  const rest = objectsAt(statement, 'rest').find((one) => textAt(one, 'mode') !== 'client');
  return [
    ...checkVersion(config, textAt(statement, 'fhirVersion')),
    checkSecurity(rest),
    ...(config.kind === 'gp-connect-structured'
      ? [checkOperation(rest)]
      : [
          ...typesOf(config).map((type) => checkType(type, rest)),
          checkIncrements(config, typesWithLastUpdated(statement), takesBatches(statement)),
        ]),
  ];
}

function checkVersion(config: SourceConfig, said: string | undefined): readonly CheckFinding[] {
  const configured = config.fhirRelease ?? config.fhirVersion;
  const release = RELEASES.find(([prefix]) => said?.startsWith(prefix) === true)?.[1];
  if (release === undefined) return [finding('note', 'The source does not say which version of FHIR it speaks.')];
  const same = release === configured || (read(release) === 'R4' && read(configured) === 'R4');
  const version = same
    ? finding(
        'works',
        `The source speaks FHIR ${release}, ${release === configured ? 'as configured' : `which is read as the configured ${configured}`}.`,
      )
    : finding('wrong', `The source speaks FHIR ${release}, but the configuration says ${configured}.`);
  return release === 'R4B' ? [version, ...differencesOfR4b(config.resourceTypes)] : [version];
}

function read(release: FhirRelease): FhirVersion {
  return release === 'R4B' ? 'R4' : release;
}

function differencesOfR4b(types: readonly string[]): readonly CheckFinding[] {
  const changed = types.filter((type) => CHANGED_IN_R4B.has(type));
  return [
    changed.length === 0
      ? finding('note', 'R4B is read as R4: none of the configured types differs between the two.')
      : finding(
          'missing',
          `R4B is read as R4, but differs from it in: ${changed.join(', ')}. What does not fit is kept as received.`,
        ),
  ];
}

function checkSecurity(rest: JsonObject | undefined): CheckFinding {
  const codes = objectsAt(objectAt(rest, 'security'), 'service').flatMap((service) =>
    objectsAt(service, 'coding').flatMap((coding) => textAt(coding, 'code') ?? []),
  );
  const known = codes.filter((code) => /^[A-Za-z-]{1,40}$/.test(code));
  return known.length === 0
    ? finding('note', 'The source does not say how it is secured.')
    : finding('works', `The source says it is secured by ${[...new Set(known)].join(', ')}.`);
}

function checkType(type: string, rest: JsonObject | undefined): CheckFinding {
  const offered = objectsAt(rest, 'resource').find((resource) => textAt(resource, 'type') === type);
  if (offered === undefined)
    return finding('missing', `${type}: not offered. Name it in "lacks", or expect it to be refused.`);
  const interactions = objectsAt(offered, 'interaction').flatMap((interaction) => textAt(interaction, 'code') ?? []);
  const needed = type === 'Patient' ? 'read' : 'search-type';
  if (interactions.length > 0 && !interactions.includes(needed))
    return finding('missing', `${type}: offered, but not ${needed}.`);
  const parameters = objectsAt(offered, 'searchParam').flatMap((parameter) => textAt(parameter, 'name') ?? []);
  return type !== 'Patient' && parameters.length > 0 && !parameters.includes('patient')
    ? finding('missing', `${type}: cannot be searched by patient.`)
    : finding(
        'works',
        `${type}: offered (${interactions.length === 0 ? 'interactions not said' : interactions.join(', ')}).`,
      );
}

function typesOf(config: SourceConfig): readonly string[] {
  return [...(config.resourceTypes.includes('Patient') ? ['Patient'] : []), ...typesToRead(config)];
}

function checkIncrements(config: SourceConfig, types: ReadonlySet<string>, inBatch: boolean): CheckFinding {
  const isOffered = types.has('*') || typesToRead(config).some((type) => types.has(type));
  if (config.increments !== undefined) {
    return finding('note', `Changes are asked for as configured (increments: ${config.increments}).`);
  }
  return isOffered
    ? finding(
        'works',
        `Changes alone can be asked for (_lastUpdated)${inBatch ? ', all in one request (batch)' : ''}; everything is read at intervals all the same.`,
      )
    : finding(
        'note',
        'The source does not list _lastUpdated, so everything is read each time ("increments" can say otherwise).',
      );
}

function checkOperation(rest: JsonObject | undefined): CheckFinding {
  const names = [
    ...objectsAt(rest, 'operation'),
    ...objectsAt(rest, 'resource').flatMap((resource) => objectsAt(resource, 'operation')),
  ].map((operation) => textAt(operation, 'name')?.replace(/^\$/, ''));
  return names.includes(OPERATION)
    ? finding('works', `The source offers $${OPERATION}.`)
    : finding('missing', `The source does not list $${OPERATION}, by which it would be read.`);
}

function finding(level: CheckFinding['level'], text: string): CheckFinding {
  return { subject: 'capabilities', level, text };
}
