import { readdirSync, readFileSync } from 'node:fs';
import type { CapabilityStatement, CodeSystem, ConceptMap, OperationDefinition, StructureDefinition } from 'fhir/r4.js';
import { describe, expect, test } from 'vitest';
import { vocabularyArtefacts } from '../../../.config/vocabulary-artefacts.ts';
import { capabilityStatement } from '../../../src/api/capability-statement.ts';
import { ENDPOINTS } from '../../../src/api/endpoints.ts';
import * as canonical from '../../../src/record/fhir/canonical.ts';
import { faultsOf } from '../../fixtures/fhir-validation.ts';

type Artefact = CodeSystem | ConceptMap | StructureDefinition | OperationDefinition;

const folder = new URL('../../../profiles/', import.meta.url);
const artefacts = readdirSync(folder).map((file) => ({
  file,
  artefact: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Artefact,
}));
const urls = new Set(artefacts.map(({ artefact }) => artefact.url));
const systems = Object.entries(canonical).flatMap(([name, value]) =>
  name.endsWith('_SYSTEM') && typeof value === 'string' ? [value] : [],
);
const operations = (statement: CapabilityStatement) =>
  (statement.rest ?? []).flatMap((rest) => (rest.resource ?? []).flatMap((resource) => resource.operation ?? []));
const emitted = new Set([
  ...systems,
  ...Object.values(canonical.EXTENSION),
  ...operations(
    capabilityStatement({ baseUrl: 'https://gateway.example/fhir/R4', version: '1', endpoints: ENDPOINTS }),
  ).map((operation) => operation.definition),
]);

/** What the built-in vocabulary is published as. */
const vocabulary = new Map(vocabularyArtefacts().map((artefact) => [artefact.url ?? '', artefact]));

test.each([...vocabulary])('%s is as the tables say (npm run build:profiles)', (url, made) => {
  expect(artefacts.find(({ artefact }) => artefact.url === url)?.artefact).toEqual(made);
});

test('every concept of the vocabulary and every target of its map is there once', () => {
  const [conditions, , map] = [...vocabulary.values()] as [CodeSystem, CodeSystem, ConceptMap];
  const codes = (conditions.concept ?? []).map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  const elements = (map.group ?? []).flatMap(({ element }) => element);
  const targets = elements.flatMap(({ target }) => (target ?? []).map(({ code }) => code ?? ''));
  const parents = (conditions.concept ?? []).flatMap(({ property }) => (property ?? []).map((p) => p.valueCode ?? ''));
  expect(elements.length).toBeGreaterThan(100);
  expect([...targets, ...parents].filter((code) => !codes.includes(code))).toEqual([]);
});

test('there are constants to compare with', () => {
  expect(systems).toHaveLength(7);
  expect(emitted.size).toBeGreaterThan(20);
});

/** HL7 publishes these with its guides. */
const OF_HL7 = [
  'http://hl7.org/fhir/uv/ips/OperationDefinition/summary',
  'http://hl7.org/fhir/uv/ipa/OperationDefinition/docref',
];

test.each([...emitted].filter((url) => !OF_HL7.includes(url)))('%s is published', (url) => {
  expect(urls).toContain(url);
});

describe.each(artefacts)('$file', ({ file, artefact }) => {
  test('is used', () => expect([...emitted, ...vocabulary.keys()]).toContain(artefact.url));
  test('is named after what it is', () => {
    expect(file).toBe(`${artefact.resourceType}-${artefact.id ?? ''}.json`);
    expect(artefact.url).toBe(`${canonical.CANONICAL}/${artefact.resourceType}/${artefact.id ?? ''}`);
  });
  test('is valid R4', () => expect(faultsOf(artefact)).toEqual([]));
});

test('the validators see a wrong code, a missing element and one that does not exist', () => {
  const codeSystem: CodeSystem = { resourceType: 'CodeSystem', status: 'draft', content: 'complete' };
  expect(faultsOf(codeSystem)).toEqual([]);
  expect(faultsOf({ ...codeSystem, status: 'invented' } as unknown as CodeSystem)).not.toEqual([]);
  expect(faultsOf({ resourceType: 'CodeSystem', status: 'draft' } as unknown as CodeSystem)).not.toEqual([]);
  expect(faultsOf({ ...codeSystem, invented: true } as unknown as CodeSystem)).not.toEqual([]);
});
