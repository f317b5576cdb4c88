import { describe, expect, it } from 'vitest';
import { FhirJsonError } from '../../../../src/record/fhir/fhir-json-error.ts';
import { decimalText, parseFhirJson, stringifyFhirJson } from '../../../../src/record/fhir/json.ts';

const EXACT = ['1.10', '1.0', '0.00', '12345678901234567890', '0.1000000000000000055', '1e5', '1E-7', '-0', '1.50e+3'];
const PLAIN = ['0', '7', '-1', '1.5', '0.001', '42.27738494521235'];

describe('FHIR JSON', () => {
  it.each([...EXACT, ...PLAIN])('writes the number %s back as it was', (number) => {
    const text = `{"a":[${number},{"value":${number}}]}`;
    expect(stringifyFhirJson(parseFhirJson(text))).toBe(text);
    expect(stringifyFhirJson(parseFhirJson(number))).toBe(number);
  });

  it('gives plain numbers where nothing is lost by it', () => {
    expect(parseFhirJson('{"a":1.5,"b":"1.10"}')).toEqual({ a: 1.5, b: '1.10' });
  });

  it('writes exact numbers at any indent', () => {
    expect(stringifyFhirJson(parseFhirJson('{"value":1.10}'), 2)).toBe('{\n  "value": 1.10\n}');
  });

  it('reads a number that may be exact', () => {
    const value = (parseFhirJson('{"v":2.50}') as { v: unknown }).v;
    expect(decimalText(value)).toBe('2.50');
    expect([decimalText(3), decimalText('3'), decimalText(null)]).toEqual(['3', undefined, undefined]);
  });

  it('leaves strings alone that look like numbers, markers or wrapped numbers', () => {
    const text = String.raw`{"a":"1.10","b":"\ue0001.10","c":"","d":1.10,"e":"{\"value\":\"1.10\",\"isLosslessNumber\":true}"}`;
    const value = parseFhirJson(text);
    expect(value).toMatchObject({ a: '1.10', b: '\ue0001.10', c: '' });
    expect(JSON.parse(stringifyFhirJson(value))).toEqual(JSON.parse(text));
  });

  it('takes the last of repeated keys and keeps a key named __proto__', () => {
    expect(parseFhirJson('{"a":1.10,"a":2}')).toEqual({ a: 2 });
    expect(stringifyFhirJson(parseFhirJson('{"__proto__":{"x":1.10}}'))).toBe('{"__proto__":{"x":1.10}}');
  });

  it.each([
    ['{"family":"Unsaid",}', 19],
    ['{"a" 1}', 5],
    ['', 0],
  ])('tells where %s breaks, without its content', (text, position) => {
    const error = thrownBy(() => parseFhirJson(text));
    expect(error).toBeInstanceOf(FhirJsonError);
    expect(error).toMatchObject({ code: 'syntax', position });
    expect(String(error)).not.toContain('Unsaid');
  });

  it.each([
    ['['.repeat(100_000)],
    ['['.repeat(100_000) + ']'.repeat(100_000)],
    ['{"a":'.repeat(5000) + '1' + '}'.repeat(5000)],
  ])('refuses deep nesting with an error', (text) => {
    expect(thrownBy(() => parseFhirJson(text))).toBeInstanceOf(FhirJsonError);
  });
});

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}
