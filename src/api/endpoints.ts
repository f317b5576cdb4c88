/** What can be asked of the FHIR endpoint: the one list of interactions and operations (FHIR R4, "RESTful API"; design 4). */
import { CANONICAL } from '../record/fhir/canonical.ts';
import { operation, type Endpoint, type Operation } from './endpoint.ts';
import { patientEverything } from './patient-everything.ts';
import { readOriginal } from './read-original.ts';
import { readResource } from './read-resource.ts';
import { searchType } from './search-type.ts';

const everything: Operation = {
  name: 'everything',
  definition: `${CANONICAL}/OperationDefinition/patient-everything`,
};
const original: Operation = { name: 'original', definition: `${CANONICAL}/OperationDefinition/original` };

/** Of two paths that fit a request, the first one counts. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...operation('instance', ['Patient'], everything, patientEverything),
  ...operation('type', ['Patient'], everything, patientEverything),
  ...operation('instance', undefined, original, readOriginal),
  {
    path: '/:type/_search',
    methods: ['POST'],
    body: 'form',
    code: 'search-type',
    types: undefined,
    handle: searchType,
  },
  { path: '/:type/:id', methods: ['GET'], code: 'read', types: undefined, handle: readResource },
  { path: '/:type', methods: ['GET'], code: 'search-type', types: undefined, handle: searchType },
];
