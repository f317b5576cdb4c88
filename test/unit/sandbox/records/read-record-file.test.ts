/** Files taken apart: every piece comes out as the text that stood in the file. */
import { describe, expect, test } from 'vitest';
import { looksLikeGpConnect, readRecordText } from '../../../../src/sandbox/records/read-record-file.ts';

describe('readRecordText', () => {
  test('keeps spaces, decimals and order of members', () => {
    const resource = '{ "id" : "a","resourceType":"Observation", "valueQuantity":{"value":1.10} }';
    const [entry] = readRecordText(`{"resourceType":"Bundle","entry":[ { "resource" : ${resource} } ]}`);
    expect(entry).toMatchObject({ text: resource, type: 'Observation', id: 'a', wellFormed: true });
  });

  test('takes one resource, an array, and NDJSON', () => {
    expect(readRecordText('{"resourceType":"Patient"}')).toHaveLength(1);
    expect(readRecordText('[{"resourceType":"Patient"},{"resourceType":"Condition"}]')).toHaveLength(2);
    expect(readRecordText('{"resourceType":"Patient"}\n\n{"resourceType":"Condition"}\n')).toHaveLength(2);
  });

  test('a broken file is one broken piece', () => {
    expect(readRecordText('{"resourceType":"Bundle","entry":[{"res')).toEqual([
      expect.objectContaining({ wellFormed: false, type: undefined }),
    ]);
  });

  test('a broken line keeps its type where one can be seen', () => {
    const pieces = readRecordText('{"resourceType":"Patient"}\n{"resourceType":"Condition","id"');
    expect(pieces.map(({ type, wellFormed }) => [type, wellFormed])).toEqual([
      ['Patient', true],
      ['Condition', false],
    ]);
  });

  test('a type that no path can name counts as none', () => {
    expect(readRecordText('{"resourceType":"../etc"}')[0]?.type).toBeUndefined();
  });
});

test('GP Connect records are known by their profiles', () => {
  const gpc =
    '{"resourceType":"Patient","meta":{"profile":["https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-Patient-1"]}}';
  expect(looksLikeGpConnect(readRecordText(gpc))).toBe(true);
  expect(looksLikeGpConnect(readRecordText('{"resourceType":"Patient"}'))).toBe(false);
});
