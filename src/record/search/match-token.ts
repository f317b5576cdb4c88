/** Compares a token of a search (`system|code`, `code`, `|code`, `system|`) with a value (FHIR R4, 3.1.1.5.10). */
import { splitEscaped, unescape } from './escaped.ts';
import { SearchFault } from './search-fault.ts';

export interface Token {
  /** Undefined = any system; empty = none. */
  readonly system: string | undefined;
  /** Undefined = any code of the system. */
  readonly code: string | undefined;
}

/** @throws SearchFault for an empty token or more than one bar. */
export function parseToken(text: string, parameter: string): Token {
  const parts = splitEscaped(text, '|').map(unescape);
  const [first = '', second] = parts;
  if (parts.length > 2 || (first === '' && (second ?? '') === '')) {
    throw new SearchFault('value', `The parameter ${parameter} needs a code, or a system and a code.`);
  }
  if (second === undefined) return { system: undefined, code: first };
  return { system: first, code: second === '' ? undefined : second };
}

/** `value`: a Coding, CodeableConcept, Identifier, code, id or boolean. */
export function matchesToken(value: unknown, token: Token): boolean {
  if (typeof value === 'string' || typeof value === 'boolean') return matchesPlain(String(value), token);
  if (typeof value !== 'object' || value === null) return false;
  if ('coding' in value && Array.isArray(value.coding))
    return value.coding.some((coding) => matchesToken(coding, token));
  const system = 'system' in value && typeof value.system === 'string' ? value.system : '';
  const code = 'code' in value ? value.code : 'value' in value ? value.value : undefined;
  if (typeof code !== 'string') return false;
  return (token.system === undefined || token.system === system) && (token.code === undefined || token.code === code);
}

/** A plain code has its system from the definition of the element: one of FHIR's own. */
function matchesPlain(value: string, token: Token): boolean {
  if (token.code !== value) return false;
  return token.system === undefined || token.system === '' || token.system.startsWith('http://hl7.org/fhir/');
}

/** Modifier `:text`: the words beside the code, and those of a concept, Identifier type or plain string (R4, 3.1.1.5.10). */
export function tokenTexts(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = ['text', 'display'].flatMap((name) => (name in value ? [(value as Record<string, unknown>)[name]] : []));
  const below = 'coding' in value && Array.isArray(value.coding) ? value.coding.flatMap((one) => tokenTexts(one)) : [];
  const type = 'type' in value ? tokenTexts(value.type) : [];
  return [...own.filter((text): text is string => typeof text === 'string'), ...below, ...type];
}
