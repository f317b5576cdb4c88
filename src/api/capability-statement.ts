/** The CapabilityStatement, made from the tables that requests run on (FHIR R4, "capabilities"; SMART App Launch 2.2). */
import type {
  CapabilityStatement,
  CapabilityStatementRestResource,
  CapabilityStatementRestResourceOperation,
} from 'fhir/r4.js';
import { COMPANION_TYPES } from '../access/readable-types.ts';
import { R4_TYPES } from '../access/tables/resource-types.ts';
import { UNIFIED_TYPES } from '../record/views/everything.ts';
import type { Endpoint } from './endpoint.ts';
import { includesOf, REVERSE_INCLUDES } from './includes.ts';
import { searchParametersOf } from '../record/search/search-parameters.ts';
import { UNIFIED_BY_DEFAULT } from './search-type.ts';

/** Day on which what this statement says last changed. */
const DATE = '2026-11-21';

const SECURITY = `Bearer access tokens (JWT) of issuers that the operator trusts, with patient/ scopes. A token opens the one \
record that its patient claim names. The gateway's Patient is linked to the sources' Patients by Patient.link: these can be \
read with the same token, and no other Patient can.`;

/** @param endpoints what can be asked. */
export function capabilityStatement(
  baseUrl: string,
  version: string,
  endpoints: readonly Endpoint[],
): CapabilityStatement {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: DATE,
    kind: 'instance',
    software: { name: 'phr-gateway', version },
    implementation: { description: "One person's record from every source they linked, reconciled", url: baseUrl },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json', 'json'],
    rest: [
      {
        mode: 'server',
        documentation:
          'Read only. Every answer says how complete it is: an OperationOutcome entry in a Bundle, an extension of meta and the header X-Record-Completeness elsewhere.',
        security: {
          cors: true,
          service: [
            {
              coding: [
                { system: 'http://terminology.hl7.org/CodeSystem/restful-security-service', code: 'SMART-on-FHIR' },
              ],
            },
          ],
          description: SECURITY,
        },
        resource: [...R4_TYPES].map((type) => resourceCapabilities(type, endpoints)),
      },
    ],
  };
}

function resourceCapabilities(type: string, endpoints: readonly Endpoint[]): CapabilityStatementRestResource {
  const here = endpoints.filter(({ types }) => types?.includes(type) ?? true);
  const documentation = documentationOf(type);
  const ofType = here.find(({ searchParameters }) => searchParameters !== undefined);
  return {
    type: type as CapabilityStatementRestResource['type'],
    ...(documentation === undefined ? {} : { documentation }),
    interaction: [...new Set(here.flatMap(({ code }) => (typeof code === 'string' ? [code] : [])))].map((code) => ({
      code,
    })),
    versioning: 'versioned',
    readHistory: false,
    conditionalRead: 'not-match',
    searchParam: (ofType?.searchParameters ?? searchParametersOf(type)).map((parameter) => ({
      name: parameter.name,
      type: parameter.type,
    })),
    ...(ofType === undefined && includesOf(type).length > 0 ? { searchInclude: [...includesOf(type)] } : {}),
    ...(ofType === undefined ? { searchRevInclude: [...REVERSE_INCLUDES] } : {}),
    operation: operationsOf(here),
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

function documentationOf(type: string): string | undefined {
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
