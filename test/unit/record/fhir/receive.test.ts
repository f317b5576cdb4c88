import { describe, expect, it } from 'vitest';
import { stringifyFhirJson } from '../../../../src/record/fhir/json.ts';
import { receiveText, receiveValue } from '../../../../src/record/fhir/receive.ts';

const bundle = (...entries: string[]): string => `{"resourceType":"Bundle","entry":[${entries.join(',')}]}`;

describe('receiving text', () => {
  it('takes a Bundle apart, each resource with its text as received', () => {
    const spaced = '{ "resourceType" : "Observation", "valueQuantity":{"value":1.10} }';
    const { resources, unreadable } = receiveText(
      bundle(`{"fullUrl":"urn:uuid:1","resource": ${spaced} }`, '{"resource":{"resourceType":"Patient","id":"a\\"}"}}'),
    );
    expect(unreadable).toEqual([]);
    expect(resources.map(({ at, text, fullUrl }) => ({ at, text, fullUrl }))).toEqual([
      { at: 'entry[0]', text: spaced, fullUrl: 'urn:uuid:1' },
      { at: 'entry[1]', text: '{"resourceType":"Patient","id":"a\\"}"}', fullUrl: undefined },
    ]);
    expect(stringifyFhirJson(resources[0]?.json)).toContain('1.10');
  });

  it('opens Bundles in Bundles, and Parameters around a Bundle', () => {
    const inner = bundle('{"resource":{"resourceType":"Patient"}}');
    expect(receiveText(bundle(`{"resource":${inner}}`)).resources.map(({ at }) => at)).toEqual(['entry[0].entry[0]']);
    const parameters = `{"resourceType":"Parameters","parameter":[{"name":"x","valueCode":"y"},{"name":"return","resource":${inner}}]}`;
    const { resources, unreadable } = receiveText(parameters);
    expect(resources.map(({ at, text }) => [at, text])).toEqual([
      ['parameter[1].entry[0]', '{"resourceType":"Patient"}'],
    ]);
    expect(unreadable).toEqual([
      { at: 'parameter[0]', text: '{"name":"x","valueCode":"y"}', reason: 'parameter without a resource' },
    ]);
  });

  it('receives a single resource, an array, and Parameters that hold no Bundle', () => {
    expect(receiveText('\uFEFF{"resourceType":"Patient"}').resources.map(({ at }) => at)).toEqual(['resource']);
    expect(receiveText('[{"resourceType":"A"}, 5, {"resourceType":"B"}]')).toMatchObject({
      resources: [{ at: '[0]' }, { at: '[2]', text: '{"resourceType":"B"}' }],
      unreadable: [{ at: '[1]', text: '5' }],
    });
    expect(receiveText('{"resourceType":"Parameters","parameter":[]}').resources).toHaveLength(1);
  });

  it('keeps entries without resource by name, except mere request and response stubs', () => {
    const { resources, unreadable } = receiveText(
      bundle(
        '{"request":{"method":"GET","url":"x"}}',
        '{"response":{"status":"200"}}',
        '{"link":[]}',
        'null',
        '"text"',
        '{"resource":7}',
      ),
    );
    expect(resources).toEqual([]);
    expect(unreadable.map(({ at, text }) => [at, text])).toEqual([
      ['entry[2]', '{"link":[]}'],
      ['entry[3]', 'null'],
      ['entry[4]', '"text"'],
      ['entry[5]', '7'],
    ]);
  });

  it('reads NDJSON line by line: a bad line spoils no other', () => {
    const { resources, unreadable } = receiveText(
      '{"resourceType":"A"}\r\n\n{"resourceType":\n{"resourceType":"B","n":1.10}\n',
    );
    expect(resources.map(({ at, text }) => [at, text?.trim()])).toEqual([
      ['line 1', '{"resourceType":"A"}'],
      ['line 4', '{"resourceType":"B","n":1.10}'],
    ]);
    expect(unreadable.map(({ at }) => at)).toEqual(['line 3']);
  });

  it('keeps a broken text whole', () => {
    const broken = '{\n  "resourceType": "Bundle",\n  "entry": [\n    {"resource": {"resourceType": "Patient"}},\n';
    expect(receiveText(broken)).toMatchObject({ resources: [], unreadable: [{ at: 'text', text: broken }] });
    expect(receiveText('<html>503</html>').unreadable).toHaveLength(1);
    expect(receiveText(' \n')).toEqual({ resources: [], unreadable: [] });
  });

  it('stands a fullUrl that is a list, repeated keys, an entry that is no list', () => {
    expect(receiveText(bundle('{"fullUrl":["a"],"resource":{"resourceType":"A"}}')).resources[0]).not.toHaveProperty(
      'fullUrl',
    );
    const twice =
      '{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"A"}}],"\\u0065ntry":[{"resource":1,"resource":{"resourceType":"B"}}]}';
    expect(receiveText(twice).resources.map(({ text }) => text)).toEqual(['{"resourceType":"B"}']);
    expect(receiveText('{"resourceType":"Bundle","entry":{"resource":{}}}').unreadable).toHaveLength(1);
    expect(receiveText('{"resourceType":"Bundle","entry":null}')).toEqual({ resources: [], unreadable: [] });
  });

  it('a resource that is nested too deeply leaves the others', () => {
    const deep = `{"resourceType":"A","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const { resources, unreadable } = receiveText(bundle(`{"resource":${deep}}`, '{"resource":{"resourceType":"B"}}'));
    expect(resources.map(({ at }) => at)).toEqual(['entry[1]']);
    expect(unreadable).toMatchObject([{ at: 'entry[0]', text: deep, reason: 'nested too deeply' }]);
    const bundles = `${'{"resourceType":"Bundle","entry":[{"resource":'.repeat(5000)}{}${'}]}'.repeat(5000)}`;
    expect(receiveText(bundles).unreadable).toHaveLength(1);
    expect(receiveText('['.repeat(100_000)).unreadable).toHaveLength(1);
  });

  it('opens a Bundle that came as a value', () => {
    expect(receiveValue({ resourceType: 'Bundle', entry: [{ resource: { resourceType: 'A' } }, {}] }, 'page')).toEqual({
      resources: [{ json: { resourceType: 'A' }, at: 'page.entry[0]' }],
      unreadable: [{ at: 'page.entry[1]', text: '{}', reason: 'entry without a resource' }],
    });
  });
});
