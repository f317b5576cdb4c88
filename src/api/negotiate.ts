/** Whether the client takes the one form there is, FHIR R4 as JSON (FHIR R4, 3.1.0.1.11: `_format` comes before Accept). */
import { GatewayError } from '../errors.ts';
import type { QueryParameter } from './query.ts';
import { emptyPaging, readPagingParameter } from './result-parameters.ts';

/** Media ranges that the answer lies in, the most exact first (RFC 9110, 12.5.1). */
const RANGES: readonly string[] = ['application/fhir+json', 'application/*', '*/*'];
/** What FHIR clients say for the same. */
const SYNONYMS: readonly string[] = ['application/json', 'text/json'];

/** @throws GatewayError `not-acceptable`. */
export function negotiate(accept: string | undefined, parameters: readonly QueryParameter[]): void {
  const formats = parameters.filter(({ name }) => name === '_format');
  // Each is checked where it is read.
  for (const format of formats) readPagingParameter(format, emptyPaging);
  if (formats.length > 0 || accept === undefined || accept.trim() === '') return;
  if (!takesJson(accept.split(',').map(readRange))) throw new GatewayError('not-acceptable');
}

interface AcceptedRange {
  readonly type: string;
  /** 0 = not wanted. */
  readonly quality: number;
  /** Of FHIR, where it is said. */
  readonly version: string | undefined;
}

function takesJson(accepted: readonly AcceptedRange[]): boolean {
  const wanted = (type: string) => accepted.find((range) => range.type === type && (range.version ?? '4.0') === '4.0');
  if (SYNONYMS.some((type) => (wanted(type)?.quality ?? 0) > 0)) return true;
  // The most exact range that is given decides, also where it says no.
  return (RANGES.map(wanted).find((range) => range !== undefined)?.quality ?? 0) > 0;
}

function readRange(text: string): AcceptedRange {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const values = new Map(
    parameters.map((parameter) => {
      const [name = '', value = ''] = parameter.split('=').map((part) => part.trim().replaceAll('"', ''));
      return [name, value] as const;
    }),
  );
  const quality = values.has('q') ? Number(values.get('q')) : 1;
  return { type, quality: quality > 0 ? quality : 0, version: values.get('fhirversion') };
}
