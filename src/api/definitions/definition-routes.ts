/**
 * The gateway's own definitions, for everyone: read by id and searched (by `url` above all) without a token. They are no part
 * of any record, and a record's own resources of these types are never found here.
 */
import { Router, type Request } from 'express';
import { referenceTo } from '../../access/narrow-record.ts';
import { stringifyFhirJson } from '../../record/fhir/json.ts';
import type { R4Resource } from '../../record/fhir/types.ts';
import { refuseIgnored } from '../fhir-request.ts';
import { negotiate } from '../negotiate.ts';
import { render, type RenderedAnswer } from '../rendered-answers.ts';
import { bodyReader, isStrict, parametersOf } from '../request-parameters.ts';
import { readShape } from '../result-parameters.ts';
import { parseSearch } from '../search-request.ts';
import { ignoredRemarks, searchset } from '../searchset.ts';
import { checkPreconditions, sendAnswer } from '../send-answer.ts';
import { sortRecords } from '../sort-records.ts';
import { subsetOf } from '../subset.ts';

/** What the URL names and the definitions do not hold goes on to the next route. */
export function definitionRoutes(definitions: readonly R4Resource[], baseUrl: string): Router {
  const byReference = new Map(definitions.map((definition) => [referenceTo(definition), definition]));
  const router = Router({ caseSensitive: true });
  const types = new Set<string>(definitions.map(({ resourceType }) => resourceType));
  // What asks for a record, as nearly everything does, is not held against each of these routes.
  router.use((req, _res, next) => {
    next(types.has(req.path.split('/', 2)[1] ?? '') ? undefined : 'router');
  });
  for (const type of types) {
    const search = (req: Request) => searchDefinitions(definitions, type, req, baseUrl);
    router.get(`/${type}`, (req, res) => {
      const answer = search(req);
      sendAnswer(req, res, answer);
    });
    router.post(`/${type}/_search`, bodyReader('form'), (req, res) => {
      sendAnswer(req, res, search(req));
    });
    router.get(`/${type}/:id`, (req, res, next) => {
      const definition = byReference.get(`${type}/${req.params.id}`);
      if (definition === undefined) {
        next();
        return;
      }
      sendAnswer(req, res, readDefinition(definition, req));
    });
  }
  return router;
}

function readDefinition(definition: R4Resource, req: Request): RenderedAnswer {
  const parameters = parametersOf(req, undefined);
  negotiate(req.get('Accept'), parameters);
  const { subset, ignored } = readShape(parameters);
  refuseIgnored({ strict: isStrict(req) }, ignored);
  const answer = render({
    text: stringifyFhirJson(subset === undefined ? definition : subsetOf(definition, subset)),
    lastModified: undefined,
    completeness: '',
  });
  checkPreconditions(req, answer);
  return answer;
}

function searchDefinitions(
  definitions: readonly R4Resource[],
  type: string,
  req: Request,
  baseUrl: string,
): RenderedAnswer {
  const parameters = parametersOf(req, 'form');
  negotiate(req.get('Accept'), parameters);
  const search = parseSearch(type, parameters, undefined, baseUrl);
  refuseIgnored({ strict: isStrict(req) }, search.ignored);
  const found = definitions.filter(
    (definition) => definition.resourceType === type && search.criteria.every((criterion) => criterion(definition)),
  );
  const bundle = searchset({
    baseUrl,
    path: type,
    applied: search.applied,
    paging: search.paging,
    matches: sortRecords(found, search.sort),
    included: () => [],
    completeness: undefined,
    remarks: ignoredRemarks(search.ignored),
    recordKey: '',
  });
  const answer = render({ text: stringifyFhirJson(bundle), lastModified: undefined, completeness: '' });
  checkPreconditions(req, answer);
  return answer;
}
