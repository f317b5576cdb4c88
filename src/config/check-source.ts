/** What must hold between the fields of a source file; checked over the sound ones, whatever is wrong with the rest. */
import type { ConfigFault } from './config-error.ts';
import type { PartialSource } from './source-schema.ts';
import { hasQuery, isHttps } from './urls.ts';

interface Rule {
  readonly path: string;
  readonly broken: boolean;
  readonly what: string;
}

function kindRules({ kind, endpoints, resourceTypes, fhirVersion }: PartialSource, given: ReadonlySet<string>): Rule[] {
  return [
    {
      path: 'endpoints',
      broken: kind === 'smart' && endpoints !== undefined,
      what: 'must be left out: a smart source tells its endpoints itself (SMART discovery)',
    },
    {
      path: 'endpoints',
      broken: kind === 'oauth2' && !given.has('endpoints'),
      what: 'is needed for an oauth2 source: issuer, authorization, token',
    },
    {
      path: 'resourceTypes',
      broken: kind === 'gp-connect-structured' && (resourceTypes ?? []).length > 0,
      what: 'must be left out: a gp-connect-structured source gives all in one operation',
    },
    {
      path: 'resourceTypes',
      broken: (kind === 'smart' || kind === 'oauth2') && resourceTypes?.length === 0,
      what: 'must name at least one FHIR resource type to search',
    },
    {
      path: 'fhirVersion',
      broken: kind === 'gp-connect-structured' && fhirVersion !== undefined && fhirVersion !== 'STU3',
      what: 'must be STU3 for a gp-connect-structured source',
    },
  ];
}

function urlRules({ baseUrl, endpoints, allowInsecure }: PartialSource): Rule[] {
  const urls: readonly (readonly [string, string | undefined])[] = [
    ['baseUrl', baseUrl],
    ...Object.entries(endpoints ?? {}).map(([name, url]) => [`endpoints.${name}`, url] as const),
  ];
  return [
    { path: 'baseUrl', broken: baseUrl !== undefined && hasQuery(baseUrl), what: 'must have no query' },
    ...urls.map(([path, url]) => ({
      path,
      broken: allowInsecure !== true && url !== undefined && !isHttps(url),
      what: 'must be https ("allowInsecure": true permits http, for a sandbox)',
    })),
  ];
}

/** SMART App Launch 2.2, "Backend Services": signed assertions, `system/` scopes, no sign-in by a person. */
function accessRules({ access, kind, authentication, scopes }: PartialSource): Rule[] {
  const isBackend = access === 'backend';
  const isSystem = (scope: string) => scope.startsWith('system/');
  return [
    {
      path: 'access',
      broken: isBackend && kind !== undefined && kind !== 'smart',
      what: 'may be "backend" only for a smart source',
    },
    {
      path: 'authentication',
      broken: isBackend && authentication !== undefined && authentication.method !== 'private_key_jwt',
      what: 'must be private_key_jwt for a source with "access": "backend"',
    },
    {
      path: 'scopes',
      broken: isBackend && scopes !== undefined && !scopes.every(isSystem),
      what: 'must all be system/… scopes for a source with "access": "backend"',
    },
    {
      path: 'scopes',
      broken: !isBackend && scopes?.some(isSystem) === true,
      what: 'may hold system/… scopes only with "access": "backend"',
    },
  ];
}

function lackRules({ resourceTypes, lacks }: PartialSource): Rule[] {
  return [
    {
      path: 'lacks',
      broken: lacks?.some((type) => resourceTypes?.includes(type)) === true,
      what: 'names a type that resourceTypes names too',
    },
  ];
}

/** Names that stand in an answer for something else than a source of the configuration. */
const RESERVED: ReadonlySet<string> = new Set(['own', 'withheld']);

function nameRules(name: string): Rule[] {
  return [
    { path: 'file name', broken: RESERVED.has(name), what: `must not be ${name}: the gateway uses that name itself` },
  ];
}

function viewRules({ viewOf }: PartialSource, name: string, sourceNames: ReadonlySet<string>): Rule[] {
  return [
    { path: 'viewOf', broken: viewOf === name, what: 'must name another source than itself' },
    {
      path: 'viewOf',
      broken: viewOf !== undefined && viewOf !== name && !sourceNames.has(viewOf),
      what: 'must name a source that exists in this folder',
    },
  ];
}

/**
 * @param given keys the file has, sound or not: a faulty one is not also called missing.
 * @param sourceNames names of all source files of the folder.
 */
export function checkSource(
  name: string,
  source: PartialSource,
  given: ReadonlySet<string>,
  sourceNames: ReadonlySet<string>,
): readonly ConfigFault[] {
  return [
    ...nameRules(name),
    ...kindRules(source, given),
    ...urlRules(source),
    ...accessRules(source),
    ...lackRules(source),
    ...viewRules(source, name, sourceNames),
  ]
    .filter(({ broken }) => broken)
    .map(({ path, what }) => ({ where: `${name}.json: ${path}`, what }));
}
