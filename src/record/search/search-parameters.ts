/** Which search parameters each type has: the one list that searches run on and the CapabilityStatement is made from. */
import { SEARCH_PARAMETER_LINES } from './tables/search-parameters.ts';

export type SearchParameterType = 'token' | 'reference' | 'date' | 'string' | 'uri' | 'number' | 'quantity';

export interface SearchParameter {
  readonly name: string;
  readonly type: SearchParameterType;
  /** Alternatives. */
  readonly elements: readonly SearchElement[];
}

export interface SearchElement {
  /** As in `elements-at.ts`. */
  readonly path: string;
  /** Only references to this type. */
  readonly target: string | undefined;
}

interface TypeParameters {
  readonly searchable: ReadonlyMap<string, SearchParameter>;
  readonly known: ReadonlySet<string>;
}

/** Known to FHIR for every type and in no list of definitions (FHIR R4, 3.1.1.4): criteria, so never left out unsaid. */
const FOR_ALL_TYPES = '_filter none\n_has none\n_list none\n_text none';

const COMMON = parseLines(`${SEARCH_PARAMETER_LINES['Resource'] ?? ''}\n${FOR_ALL_TYPES}`);
const BY_TYPE: ReadonlyMap<string, TypeParameters> = new Map(
  Object.entries(SEARCH_PARAMETER_LINES).map(([type, lines]) => {
    const own = parseLines(lines);
    return [
      type,
      {
        searchable: new Map([...COMMON.searchable, ...own.searchable]),
        known: new Set([...COMMON.known, ...own.known]),
      },
    ];
  }),
);

export function searchParametersOf(resourceType: string): readonly SearchParameter[] {
  return [...parametersOf(resourceType).searchable.values()];
}

export function findSearchParameter(resourceType: string, name: string): SearchParameter | undefined {
  return parametersOf(resourceType).searchable.get(name);
}

/** Defined by FHIR R4, and not searchable here. */
export function isUnsupported(resourceType: string, name: string): boolean {
  const { known, searchable } = parametersOf(resourceType);
  return known.has(name) && !searchable.has(name);
}

function parametersOf(resourceType: string): TypeParameters {
  return BY_TYPE.get(resourceType) ?? COMMON;
}

function parseLines(lines: string): TypeParameters {
  const rows = lines
    .split('\n')
    .map((line) => line.trim().split(' '))
    .filter(([name]) => name !== undefined && name !== '');
  return {
    known: new Set(rows.map(([name = '']) => name)),
    searchable: new Map(
      rows.flatMap(([name = '', type, ...elements]) =>
        type === undefined || type === 'none'
          ? []
          : [[name, { name, type: type as SearchParameterType, elements: elements.map(parseElement) }] as const],
      ),
    ),
  };
}

function parseElement(text: string): SearchElement {
  const [path = '', target] = text.split('@');
  return { path, target };
}
