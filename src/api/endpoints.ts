/** What can be asked of the FHIR endpoint: the one list of interactions and operations (FHIR R4, "RESTful API"; design 4). */
import { CANONICAL } from '../record/fhir/canonical.ts';
import { AUDIT_SEARCH_PARAMETERS } from './audit-event/audit-search.ts';
import { readAuditEvent } from './audit-event/read-audit-event.ts';
import { searchAuditEvents } from './audit-event/search-audit-events.ts';
import { docref } from './docref.ts';
import { operation, type Endpoint, type Operation } from './endpoint.ts';
import { patientEverything } from './patient-everything.ts';
import { patientSummary } from './patient-summary.ts';
import { readOriginal } from './read-original.ts';
import { readResource } from './read-resource.ts';
import { searchType } from './search-type.ts';

const everything: Operation = {
  name: 'everything',
  definition: `${CANONICAL}/OperationDefinition/patient-everything`,
};
const original: Operation = { name: 'original', definition: `${CANONICAL}/OperationDefinition/original` };

const summary: Operation = {
  name: 'summary',
  definition: 'http://hl7.org/fhir/uv/ips/OperationDefinition/summary',
  documentation:
    "The International Patient Summary 2.0 of the token's patient; 1.1 where profile asks for it. Without an id the parameter identifier is needed.",
};
const documents: Operation = {
  name: 'docref',
  definition: 'http://hl7.org/fhir/uv/ipa/OperationDefinition/docref',
  documentation:
    "The sources' documents that match, and the patient summary (type 60591-5), which is made when it is fetched. Of several types or profiles any counts.",
};

const AUDIT_EVENT = { types: ['AuditEvent'], searchParameters: AUDIT_SEARCH_PARAMETERS } as const;

/** Of two paths that fit a request, the first one counts. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...operation('instance', ['Patient'], everything, patientEverything),
  ...operation('type', ['Patient'], everything, patientEverything),
  ...operation('instance', ['Patient'], summary, patientSummary),
  ...operation('type', ['Patient'], summary, patientSummary),
  ...operation('type', ['DocumentReference'], documents, docref),
  ...operation('instance', undefined, original, readOriginal),
  {
    ...AUDIT_EVENT,
    path: '/AuditEvent/_search',
    methods: ['POST'],
    body: 'form',
    code: 'search-type',
    handle: searchAuditEvents,
  },
  { ...AUDIT_EVENT, path: '/AuditEvent/:id', methods: ['GET'], code: 'read', handle: readAuditEvent },
  { ...AUDIT_EVENT, path: '/AuditEvent', methods: ['GET'], code: 'search-type', handle: searchAuditEvents },
  {
    path: '/:type/_search',
    methods: ['POST'],
    body: 'form',
    code: 'search-type',
    types: undefined,
    handle: searchType,
  },
  {
    path: '/:type/:id/_history/:vid',
    methods: ['GET'],
    code: 'vread',
    types: undefined,
    handle: readResource,
  },
  { path: '/:type/:id', methods: ['GET'], code: 'read', types: undefined, handle: readResource },
  { path: '/:type', methods: ['GET'], code: 'search-type', types: undefined, handle: searchType },
];
