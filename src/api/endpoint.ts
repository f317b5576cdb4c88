/** One line of the table that both the routes and the CapabilityStatement are made from (FHIR R4, "RESTful API", "Operations"). */
import type { SearchParameter } from '../record/search/search-parameters.ts';
import type { FhirInteraction } from './fhir-request.ts';

export interface Operation {
  /** Without the dollar sign. */
  readonly name: string;
  /** Canonical URL of its OperationDefinition. */
  readonly definition: string;
  readonly documentation?: string;
}

export interface Endpoint {
  /** Below the base URL; `:type`, `:id` and `:vid` stand for what a request fills in. */
  readonly path: string;
  readonly methods: readonly ('GET' | 'POST')[];
  /** What a POST may carry; undefined where there is none. */
  readonly body?: 'form' | 'parameters';
  readonly code: 'read' | 'vread' | 'search-type' | Operation;
  /** Types it is there for; undefined = every one. */
  readonly types: readonly string[] | undefined;
  /** What its type can be searched by, where that is not what the record can be searched by. */
  readonly searchParameters?: readonly Pick<SearchParameter, 'name' | 'type'>[];
  readonly handle: FhirInteraction;
}

/** An operation on one record or on a type; changes nothing, so that it can be asked for by GET and POST (FHIR R4, 3.2.0.2). */
export function operation(
  on: 'type' | 'instance',
  types: readonly string[] | undefined,
  code: Operation,
  handle: FhirInteraction,
): readonly Endpoint[] {
  const ending = on === 'type' ? `$${code.name}` : `:id/$${code.name}`;
  return (types ?? [':type']).map((type) => ({
    path: `/${type}/${ending}`,
    methods: ['GET', 'POST'],
    body: 'parameters',
    code,
    types: types === undefined ? undefined : [type],
    handle,
  }));
}

/** As the audit and the log name it. */
export function nameOf({ code }: Endpoint): string {
  return typeof code === 'string' ? code : `$${code.name}`;
}
