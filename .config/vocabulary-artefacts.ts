/** The built-in vocabulary as FHIR: CodeSystems of its conditions and ingredients, and a ConceptMap from confirmed codes. */
import type { CodeSystem, CodeSystemConcept, ConceptMap, ConceptMapGroupElement } from 'fhir/r4.js';
import { CANONICAL } from '../src/record/fhir/canonical.ts';
import { conceptRows } from '../src/record/terminology/condition/condition-vocabulary.ts';
import { CONDITION_CODES, type CodeFact } from '../src/record/terminology/condition/tables/condition-codes.ts';
import { vocabulary } from '../src/record/terminology/medicine/vocabulary.ts';

const CONDITION_CONCEPT = `${CANONICAL}/CodeSystem/condition-concept`;

const common = {
  version: '0.1.0',
  status: 'draft',
  experimental: false,
  date: '2026-11-21',
  publisher: 'phr-gateway',
} as const;

export function vocabularyArtefacts(): readonly (CodeSystem | ConceptMap)[] {
  return [conditionConcepts(), ingredients(), conditionCodes()];
}

function conditionConcepts(): CodeSystem {
  const concept = new Map<string, CodeSystemConcept>();
  for (const { key, names, broader } of conceptRows()) {
    const parents = broader.split('|').filter((parent) => parent !== '');
    const property = parents.map((parent) => ({ code: 'parent', valueCode: parent }));
    // The last row of a key is the one the gateway uses.
    concept.set(key, {
      code: key,
      display: names.split('|')[0] ?? key,
      ...(property.length > 0 ? { property } : {}),
    });
  }
  return {
    resourceType: 'CodeSystem',
    id: 'condition-concept',
    url: CONDITION_CONCEPT,
    name: 'ConditionConcept',
    title: 'Condition concept',
    ...common,
    description:
      'Conditions by which the gateway joins records. Names only; no code of another system is needed to read it.',
    caseSensitive: true,
    hierarchyMeaning: 'is-a',
    content: 'complete',
    count: concept.size,
    property: [
      {
        code: 'parent',
        uri: 'http://hl7.org/fhir/concept-properties#parent',
        description: 'Next broader.',
        type: 'code',
      },
    ],
    concept: sorted([...concept.values()]),
  };
}

function ingredients(): CodeSystem {
  const concept = [...vocabulary.ingredientKeys].map((key) => ({ code: key, display: key }));
  return {
    resourceType: 'CodeSystem',
    id: 'ingredient',
    url: `${CANONICAL}/CodeSystem/ingredient`,
    name: 'Ingredient',
    title: 'Ingredient',
    ...common,
    description:
      'Ingredients of medicines by which the gateway joins records: the international name where there is one.',
    caseSensitive: true,
    content: 'complete',
    count: concept.length,
    concept: sorted(concept),
  };
}

function conditionCodes(): ConceptMap {
  const systems = [...new Set(CONDITION_CODES.map(({ system }) => system))].sort();
  return {
    resourceType: 'ConceptMap',
    id: 'condition-code',
    url: `${CANONICAL}/ConceptMap/condition-code`,
    name: 'ConditionCode',
    title: 'Codes to condition concepts',
    ...common,
    description:
      'Codes that count as evidence by themselves, because each was confirmed. Any other code counts by its words only.',
    copyright:
      'Holds identifiers of SNOMED CT, © International Health Terminology Standards Development Organisation; using them may need a licence.',
    group: systems.map((source) => ({ source, target: CONDITION_CONCEPT, element: elements(source) })),
  };
}

function elements(system: string): ConceptMapGroupElement[] {
  const facts = CONDITION_CODES.filter((fact) => fact.system === system);
  return sorted(
    facts.map((fact) => ({ code: fact.code, target: [{ code: fact.concept, equivalence: equivalence(fact) }] })),
  );
}

/** A code that names a stage is narrower than its concept; one seen with its name says that it belongs there, no more. */
function equivalence({ stage, by }: CodeFact): 'wider' | 'equivalent' | 'relatedto' {
  if (stage !== undefined) return 'wider';
  return by === 'icd' ? 'equivalent' : 'relatedto';
}

function sorted<T extends { code?: string }>(rows: readonly T[]): T[] {
  return rows.toSorted((a, b) => ((a.code ?? '') < (b.code ?? '') ? -1 : 1));
}
