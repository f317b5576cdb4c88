/** Reads a Parameters resource as the parameters of an operation (FHIR R4, "Parameters"; 3.2.0.2). */
import { GatewayError } from '../errors.ts';
import { parsePlain } from '../record/fhir/json.ts';
import { isJsonObject } from '../record/fhir/types.ts';
import type { QueryParameter } from './query.ts';

const MAX_PARAMETERS = 100;

/**
 * Values of simple types, and a Coding or an Identifier as the token it is in a URL (FHIR R4, 3.2.0.2): no operation here takes
 * a resource or a part.
 * @throws GatewayError `bad-request` for what is no JSON, `unprocessable` for what is no such Parameters.
 */
export function readParameters(text: string): readonly QueryParameter[] {
  const body = asJson(text);
  if (!isJsonObject(body) || body['resourceType'] !== 'Parameters') {
    throw new GatewayError('unprocessable', 'The body must be a Parameters resource.');
  }
  const { parameter = [] } = body;
  if (!Array.isArray(parameter)) throw new GatewayError('unprocessable', 'parameter must be a list.');
  if (parameter.length > MAX_PARAMETERS) throw new GatewayError('too-large', 'There are too many parameters.');
  return parameter.map(readParameter);
}

function asJson(text: string): unknown {
  try {
    return parsePlain(text);
  } catch (error) {
    throw new GatewayError('bad-request', 'The body is not JSON.', error);
  }
}

function readParameter(parameter: unknown): QueryParameter {
  if (!isJsonObject(parameter) || typeof parameter['name'] !== 'string' || parameter['name'] === '') {
    throw new GatewayError('unprocessable', 'Every parameter needs a name.');
  }
  const members = Object.keys(parameter).filter((member) => member !== 'name' && member !== 'id');
  const [member = ''] = members;
  const value = TOKENS.has(member) ? tokenOf(parameter[member]) : parameter[member];
  if (members.length !== 1 || !/^value[A-Z]/.test(member) || !isSimple(value)) {
    throw new GatewayError('unprocessable', 'Every parameter needs one value of a simple type.');
  }
  return { name: parameter['name'], modifier: undefined, value: String(value) };
}

const TOKENS: ReadonlySet<string> = new Set(['valueCoding', 'valueIdentifier']);

/** `system|code`; undefined for what has neither code nor value. */
function tokenOf(value: unknown): string | undefined {
  if (!isJsonObject(value)) return undefined;
  const { system, code = value['value'] } = value;
  if (typeof code !== 'string') return undefined;
  const escaped = (text: string) => text.replaceAll(/[\\,|$]/g, '\\$&');
  return typeof system === 'string' ? `${escaped(system)}|${escaped(code)}` : escaped(code);
}

function isSimple(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
