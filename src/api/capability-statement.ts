/** The CapabilityStatement, made from the tables that requests run on (FHIR R4, "capabilities"; SMART App Launch 2.2; IPA). */
import type {
  CapabilityStatement,
  CapabilityStatementRest,
  CapabilityStatementRestResource,
  CapabilityStatementRestResourceOperation,
  CapabilityStatementRestSecurity,
  Extension,
} from 'fhir/r4.js';
import { COMPANION_TYPES } from '../access/readable-types.ts';
import { R4_TYPES } from '../access/tables/resource-types.ts';
import type { R4Resource } from '../record/fhir/types.ts';
import { searchParametersOf } from '../record/search/search-parameters.ts';
import { UNIFIED_TYPES } from '../record/views/everything.ts';
import type { Endpoint } from './endpoint.ts';
import { includesOf, REVERSE_INCLUDES } from './includes.ts';
import { UNIFIED_BY_DEFAULT } from './search-type.ts';
import { IPA_SERVER, SEARCH_COMBINATIONS, SUPPORTED_PROFILES } from './tables/patient-access.ts';

/** Absolute URLs of an authorization server (SMART App Launch 2.2, "oauth-uris"). */
export interface AuthorizationUrls {
  readonly authorize: string;
  readonly token: string;
  readonly register?: string | undefined;
  readonly manage?: string | undefined;
  readonly introspect?: string | undefined;
  readonly revoke?: string | undefined;
}

export interface Capabilities {
  readonly baseUrl: string;
  /** Of the software. */
  readonly version: string;
  /** What can be asked. */
  readonly endpoints: readonly Endpoint[];
  readonly authorization?: AuthorizationUrls | undefined;
  readonly definitions?: readonly R4Resource[];
}

/** Day on which what this statement says last changed. */
const DATE = '2026-11-22';

const OAUTH_URIS = 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris';
const COMBINATION = 'http://hl7.org/fhir/StructureDefinition/capabilitystatement-search-parameter-combination';
const EXPECTATION = 'http://hl7.org/fhir/StructureDefinition/capabilitystatement-expectation';

const OWN_TOKENS =
  'Bearer access tokens of the authorization server named here, or of issuers that the operator trusts';
const OTHER_TOKENS = 'Bearer access tokens (JWT) of issuers that the operator trusts';
const SECURITY = `with patient/ scopes. A token opens the one record that it names. The gateway's Patient is linked to the \
sources' Patients by Patient.link: these can be read with the same token, and no other Patient can.`;

const DOCUMENTATION = `Read only. Every answer says how complete it is: an OperationOutcome entry in a Bundle, an extension of \
meta and the header X-Record-Completeness elsewhere. Search parameters can be combined at will. What is not supported is \
named in an OperationOutcome and refused with Prefer: handling=strict; a modifier, a chain or a criterion of FHIR R4 that \
cannot be applied is always refused.`;

export function capabilityStatement(capabilities: Capabilities): CapabilityStatement {
  const { baseUrl, version, authorization } = capabilities;
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: DATE,
    kind: 'instance',
    // Its authorization server is part of what International Patient Access asks for.
    ...(authorization === undefined ? {} : { instantiates: [IPA_SERVER] }),
    software: { name: 'phr-gateway', version },
    implementation: { description: "One person's record from every source they linked, reconciled", url: baseUrl },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json', 'json'],
    rest: [rest(capabilities)],
  };
}

function rest({ endpoints, authorization, definitions = [] }: Capabilities): CapabilityStatementRest {
  const published = new Set<string>(definitions.map(({ resourceType }) => resourceType));
  return {
    mode: 'server',
    documentation: DOCUMENTATION,
    security: security(authorization),
    resource: [...R4_TYPES].map((type) => resourceCapabilities(type, endpoints, published.has(type))),
  };
}

function security(urls: AuthorizationUrls | undefined): CapabilityStatementRestSecurity {
  const service = { system: 'http://terminology.hl7.org/CodeSystem/restful-security-service', code: 'SMART-on-FHIR' };
  const uris = Object.entries({ ...urls }).flatMap(([url, value]: [string, string | undefined]): Extension[] =>
    value === undefined ? [] : [{ url, valueUri: value }],
  );
  return {
    ...(uris.length === 0 ? {} : { extension: [{ url: OAUTH_URIS, extension: uris }] }),
    cors: true,
    service: [{ coding: [service] }],
    description: `${urls === undefined ? OTHER_TOKENS : OWN_TOKENS}, ${SECURITY}`,
  };
}

function resourceCapabilities(
  type: string,
  endpoints: readonly Endpoint[],
  isPublished: boolean,
): CapabilityStatementRestResource {
  const here = endpoints.filter(({ types }) => types?.includes(type) ?? true);
  const documentation = documentationOf(type, isPublished);
  const ofType = here.find(({ searchParameters }) => searchParameters !== undefined);
  const interactions = new Set(here.flatMap(({ code }) => (typeof code === 'string' ? [code] : [])));
  const followsReferences = ofType === undefined && !isPublished;
  const includes = followsReferences ? includesOf(type) : [];
  const profiles = SUPPORTED_PROFILES[type] ?? [];
  return {
    ...combinations(type),
    type: type as CapabilityStatementRestResource['type'],
    ...(profiles.length === 0 ? {} : { supportedProfile: [...profiles] }),
    ...(documentation === undefined ? {} : { documentation }),
    interaction: [...interactions].map((code) => ({ code })),
    versioning: 'versioned',
    readHistory: false,
    conditionalRead: 'not-match',
    searchParam: (ofType?.searchParameters ?? searchParametersOf(type)).map(({ name, type: kind }) => ({
      name,
      type: kind,
    })),
    ...(includes.length === 0 ? {} : { searchInclude: [...includes] }),
    ...(followsReferences ? { searchRevInclude: [...REVERSE_INCLUDES] } : {}),
    operation: operationsOf(here),
  };
}

function combinations(type: string): { extension?: Extension[] } {
  const rows = SEARCH_COMBINATIONS[type] ?? [];
  if (rows.length === 0) return {};
  return {
    extension: rows.map((names) => ({
      url: COMBINATION,
      extension: [
        { url: EXPECTATION, valueCode: 'SHALL' },
        ...names.map((name) => ({ url: 'required', valueString: name })),
      ],
    })),
  };
}

function operationsOf(endpoints: readonly Endpoint[]): CapabilityStatementRestResourceOperation[] {
  const operations = new Map(endpoints.flatMap(({ code }) => (typeof code === 'string' ? [] : [[code.name, code]])));
  return [...operations.values()].map(({ name, definition, documentation }) => ({
    name,
    definition,
    ...(documentation === undefined ? {} : { documentation }),
  }));
}

function documentationOf(type: string, isPublished: boolean): string | undefined {
  if (isPublished) {
    return "The gateway's own definitions, without a token. A source's resources of this type are given by $everything and, with a token, by id.";
  }
  if (type === 'Patient') return "A search gives the gateway's own Patient; _tag=source gives those of the sources.";
  if (UNIFIED_BY_DEFAULT.has(type)) {
    return 'A search gives unified records, each computed from what the sources say of one thing; _tag=source gives what the sources sent.';
  }
  if (UNIFIED_TYPES.has(type)) {
    return 'Records of the sources. Each points to its unified MedicationStatement by the unified-record extension, so that reading both does not count twice.';
  }
  if (COMPANION_TYPES.has(type)) return 'Given as far as the records it is about may be read.';
  if (type === 'AuditEvent') {
    return "What was done to the person's record and by whom, newest first; an app that may see some sources only is given what it did itself. AuditEvents that a source gave are read by id and in $everything.";
  }
  if (type === 'Binary')
    return 'Also holds what a source sent that could not be read as FHIR, tag quarantined. Always given as a FHIR resource.';
  return undefined;
}
