/**
 * The shape of FHIR R4 as the normaliser checks it, read from the tables.
 *
 * Notation: a type or backbone path on a line of its own, below it `name:Type`, with `<value-set>` for a required code,
 * `*` for a list, `!` for required; `name[]:A,B` is a choice (`valueString`), `any` stands for the types an extension may hold.
 */
import { stripEnd } from '../strip-end.ts';
import { R4_ADMINISTRATIVE_TYPES } from './tables/r4-administrative.ts';
import { R4_CARE_TYPES } from './tables/r4-care.ts';
import { R4_CLINICAL_TYPES } from './tables/r4-clinical.ts';
import { R4_CODE_SETS } from './tables/r4-code-sets.ts';
import { R4_DATA_TYPES } from './tables/r4-data-types.ts';
import { R4_FINANCIAL_TYPES } from './tables/r4-financial.ts';
import { R4_MEDICATION_TYPES } from './tables/r4-medication.ts';
import { R4_OTHER_TYPES } from './tables/r4-other-types.ts';

const PRIMITIVES = [
  ...['boolean', 'integer', 'positiveInt', 'unsignedInt', 'decimal', 'string', 'markdown', 'code', 'id', 'uri', 'url'],
  ...['canonical', 'oid', 'uuid', 'base64Binary', 'date', 'dateTime', 'instant', 'time', 'xhtml'],
] as const;

export type PrimitiveKind = (typeof PRIMITIVES)[number];

/** `companion`: `_name` beside a primitive; `resource`: a contained one; `as-is`: checked elsewhere. */
export type ElementKind = PrimitiveKind | 'complex' | 'companion' | 'resource' | 'as-is';

export interface ElementShape {
  readonly name: string;
  readonly kind: ElementKind;
  /** The kind where it is a primitive. */
  readonly primitive: PrimitiveKind | undefined;
  /** Of a complex element or a companion. */
  readonly shape: ObjectShape | undefined;
  readonly many: boolean;
  readonly required: boolean;
  /** One bit per choice of its parent: two values of one choice are one too many. */
  readonly choice: number;
  readonly codes: ReadonlySet<string> | undefined;
  /** True where any text will do: the most common check, made without a call. */
  readonly plain: boolean;
  /** Names whose record it is: `subject`, `patient`, `beneficiary`. */
  readonly subject: boolean;
}

export interface RequiredElement {
  /** The name, or all names of a choice. */
  readonly elements: readonly ElementShape[];
}

export interface ObjectShape {
  readonly name: string;
  readonly elements: ReadonlyMap<string, ElementShape>;
  readonly required: readonly RequiredElement[];
}

const ANY_TYPES =
  'base64Binary,boolean,canonical,code,date,dateTime,decimal,id,instant,integer,markdown,oid,positiveInt,string,time,' +
  'unsignedInt,uri,url,uuid,Address,Age,Annotation,Attachment,CodeableConcept,Coding,ContactPoint,Count,Distance,Duration,' +
  'HumanName,Identifier,Money,Period,Quantity,Range,Ratio,Reference,SampledData,Signature,Timing,ContactDetail,Contributor,' +
  'DataRequirement,Expression,ParameterDefinition,RelatedArtifact,TriggerDefinition,UsageContext,Dosage,Meta';

const COMMON_OF_RESOURCE = 'id:as-is resourceType:as-is meta:Meta implicitRules:uri language:code';
const COMMON_OF_DOMAIN_RESOURCE = `${COMMON_OF_RESOURCE} text:Narrative contained:Resource* extension:Extension* modifierExtension:Extension*`;
const NO_DOMAIN_RESOURCE: ReadonlySet<string> = new Set(['Bundle', 'Binary', 'Parameters']);
/** Data types that may carry modifier extensions. */
const BACKBONE_TYPES: ReadonlySet<string> = new Set(['Timing', 'Dosage']);
const SUBJECTS: ReadonlySet<string> = new Set(['subject', 'patient', 'beneficiary']);

interface Building extends ObjectShape {
  readonly elements: Map<string, ElementShape>;
  readonly required: RequiredElement[];
}

const CODE_SETS = readCodeSets(R4_CODE_SETS);
const SHAPES = readShapes();
const RESOURCES = new Set(resourceNames());
const OTHER_TYPES: ReadonlySet<string> = new Set(R4_OTHER_TYPES.trim().split(/\s+/));

/** Shape of a resource type; undefined for types without a table and for names that are no R4 resource. */
export function resourceShape(type: string): ObjectShape | undefined {
  return RESOURCES.has(type) ? SHAPES.get(type) : undefined;
}

/** Shape of a data type or backbone path, e.g. `Reference`. */
export function dataTypeShape(name: string): ObjectShape {
  const shape = SHAPES.get(name);
  if (shape === undefined) throw new Error(`no table for ${name}`);
  return shape;
}

/** True for the R4 types that are carried without being checked. */
export function isOtherResourceType(type: string): boolean {
  return OTHER_TYPES.has(type);
}

function resourceNames(): string[] {
  const tables = [R4_ADMINISTRATIVE_TYPES, R4_CARE_TYPES, R4_CLINICAL_TYPES, R4_FINANCIAL_TYPES, R4_MEDICATION_TYPES];
  return tables.flatMap((table) => table.split('\n').filter((line) => /^[A-Z][A-Za-z]*$/.test(line)));
}

function readShapes(): ReadonlyMap<string, Building> {
  const texts = new Map<string, string>();
  for (const [table, common] of [
    [R4_DATA_TYPES, ''],
    [R4_CLINICAL_TYPES, COMMON_OF_DOMAIN_RESOURCE],
    [R4_MEDICATION_TYPES, COMMON_OF_DOMAIN_RESOURCE],
    [R4_CARE_TYPES, COMMON_OF_DOMAIN_RESOURCE],
    [R4_ADMINISTRATIVE_TYPES, COMMON_OF_DOMAIN_RESOURCE],
    [R4_FINANCIAL_TYPES, COMMON_OF_DOMAIN_RESOURCE],
  ] as const) {
    readTable(table, common, texts);
  }
  texts.set('Element', 'id:string extension:Extension*');
  const shapes = new Map<string, Building>();
  for (const name of texts.keys()) shapes.set(name, { name, elements: new Map(), required: [] });
  for (const [name, text] of texts) build(name, text, shapes);
  return shapes;
}

function readTable(table: string, common: string, texts: Map<string, string>): void {
  let name = '';
  for (const line of table.split('\n')) {
    if (line === '') continue;
    if (line.startsWith(' ')) {
      texts.set(name, `${texts.get(name) ?? ''} ${line.trim()}`.trim());
      continue;
    }
    name = line;
    texts.set(name, commonOf(name, common));
  }
}

function commonOf(name: string, common: string): string {
  if (name.includes('.') || BACKBONE_TYPES.has(name))
    return 'id:string extension:Extension* modifierExtension:Extension*';
  if (common === '') return 'id:string extension:Extension*';
  return NO_DOMAIN_RESOURCE.has(name) ? COMMON_OF_RESOURCE : common;
}

function build(name: string, text: string, shapes: ReadonlyMap<string, Building>): void {
  const owner = shapes.get(name);
  if (owner === undefined) return;
  let choice = 0;
  for (const word of text.split(' ')) {
    const colon = word.indexOf(':');
    const label = word.slice(0, colon);
    const types = stripEnd(word.slice(colon + 1), /[*!]/);
    const many = /\*!?$/.test(word);
    const required = word.endsWith('!');
    const isChoice = label.endsWith('[]');
    if (isChoice) choice = choice === 0 ? 1 : choice * 2;
    const elements = (types === 'any' ? ANY_TYPES : types).split(',').map((type) => {
      const elementName = isChoice ? label.slice(0, -2) + type.charAt(0).toUpperCase() + type.slice(1) : label;
      return elementOf(elementName, type, { many, required, choice: isChoice ? choice : 0 }, shapes);
    });
    for (const element of elements) {
      owner.elements.set(element.name, element);
      if (element.primitive !== undefined) owner.elements.set(`_${element.name}`, companionOf(element, shapes));
    }
    if (required) owner.required.push({ elements });
  }
}

function elementOf(
  name: string,
  typeText: string,
  rest: Pick<ElementShape, 'many' | 'required' | 'choice'>,
  shapes: ReadonlyMap<string, Building>,
): ElementShape {
  const [type = '', set] = typeText.replace('>', '').split('<');
  const codes = set === undefined ? undefined : CODE_SETS.get(set);
  if (set !== undefined && codes === undefined) throw new Error(`no code set ${set}`);
  const plain = !rest.many && (type === 'string' || type === 'markdown' || type === 'xhtml');
  const primitive = isPrimitive(type) ? type : undefined;
  const common = { name, ...rest, codes, plain, primitive, subject: SUBJECTS.has(name) };
  if (type === 'as-is') return { ...common, kind: 'as-is', shape: undefined };
  if (type === 'Resource' || type === 'OperationOutcome') return { ...common, kind: 'resource', shape: undefined };
  if (primitive !== undefined) return { ...common, kind: primitive, shape: undefined };
  const shape = shapes.get(type);
  if (shape === undefined) throw new Error(`no table for ${type}`);
  return { ...common, kind: 'complex', shape };
}

function companionOf(element: ElementShape, shapes: ReadonlyMap<string, Building>): ElementShape {
  const shape = shapes.get('Element');
  return {
    ...element,
    name: `_${element.name}`,
    kind: 'companion',
    shape,
    required: false,
    choice: 0,
    codes: undefined,
  };
}

function isPrimitive(kind: string): kind is PrimitiveKind {
  return (PRIMITIVES as readonly string[]).includes(kind);
}

function readCodeSets(table: string): ReadonlyMap<string, ReadonlySet<string>> {
  const sets = new Map<string, Set<string>>();
  let codes = new Set<string>();
  for (const word of table.trim().split(/\s+/)) {
    if (word.endsWith(':')) {
      codes = new Set();
      sets.set(word.slice(0, -1), codes);
    } else codes.add(word);
  }
  return sets;
}
