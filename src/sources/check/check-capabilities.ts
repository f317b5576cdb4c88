/** Compares what the source says it can do with what the configuration asks of it. */
import type { CheckFinding } from '../../ports/source-connector.ts';
import type { SourceConfig } from '../../ports/source-config.ts';
import type { FhirVersion, JsonObject } from '../../record/fhir/types.ts';
import { objectAt, objectsAt, textAt } from '../read/outline.ts';

const VERSIONS: readonly (readonly [string, FhirVersion])[] = [
  ['1.0', 'DSTU2'],
  ['3.0', 'STU3'],
  ['4.0', 'R4'],
  ['4.3', 'R4'],
];

const OPERATION = 'gpc.getstructuredrecord';

/** @param statement undefined where the source gave none: nothing can be said then. */
export function checkCapabilities(config: SourceConfig, statement: JsonObject | undefined): readonly CheckFinding[] {
  if (statement === undefined) return [];
  const rest = objectsAt(statement, 'rest').find((one) => textAt(one, 'mode') !== 'client');
  return [
    checkVersion(config.fhirVersion, textAt(statement, 'fhirVersion')),
    checkSecurity(rest),
    ...(config.kind === 'gp-connect-structured'
      ? [checkOperation(rest)]
      : config.resourceTypes.map((type) => checkType(type, rest))),
  ];
}

function checkVersion(configured: FhirVersion, said: string | undefined): CheckFinding {
  const version = VERSIONS.find(([prefix]) => said?.startsWith(prefix) === true)?.[1];
  if (version === undefined) return finding('note', 'The source does not say which version of FHIR it speaks.');
  return version === configured
    ? finding('works', `The source speaks FHIR ${version}, as configured.`)
    : finding('wrong', `The source speaks FHIR ${version}, but the configuration says ${configured}.`);
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
    return finding('missing', `${type}: not offered. Remove it from the configuration, or expect it to be refused.`);
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
