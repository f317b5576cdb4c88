/** Provenance of a unified record: who asserts, who merely repeats, by which rule each record came in (I7). */
import type { Extension, Provenance } from 'fhir/r4.js';
import { EXTENSION } from '../fhir/canonical.ts';
import type { Fact, Join } from '../facts/fact.ts';
import { RULES_VERSION } from '../match/rules.ts';
import { dataAbsent, emittedId, UNIFIED_TAG, type EmitContext } from './emit-context.ts';

export interface Provenanced {
  readonly identity: string;
  readonly facts: readonly Fact[];
  readonly joins: ReadonlyMap<string, Join>;
}

export function provenanceOf(
  unifiedRef: string,
  group: Provenanced,
  context: EmitContext,
): Provenance & { id: string } {
  const recorded = context.recordedAt ?? latestUpdate(group.facts);
  return {
    resourceType: 'Provenance',
    id: emittedId(context, `provenance|${group.identity}`),
    meta: { tag: [UNIFIED_TAG] },
    extension: group.facts.map((fact) => matchRule(fact, group.joins.get(fact.ref), context)),
    target: [{ reference: unifiedRef }],
    // Offline the inputs tell the time; where none does, FHIR's data-absent-reason stands for it.
    ...(recorded === undefined ? unknownInstant() : { recorded }),
    agent: [
      {
        type: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type', code: 'assembler' }],
        },
        who: { reference: `Device/${context.deviceId}` },
      },
    ],
    entity: group.facts.map((fact) => ({
      role: context.quotations.has(fact.ref) ? ('quotation' as const) : ('source' as const),
      what: { reference: fact.ref },
    })),
  };
}

function unknownInstant(): Pick<Provenance, 'recorded' | '_recorded'> {
  // `recorded` is mandatory in the type; FHIR lets an extension stand in for the value.
  return { _recorded: { extension: [dataAbsent('unknown')] } } as Pick<Provenance, 'recorded' | '_recorded'>;
}

function matchRule(fact: Fact, join: Join | undefined, context: EmitContext): Extension {
  const quotation = context.quotations.get(fact.ref);
  return {
    url: EXTENSION.matchRule,
    extension: [
      { url: 'rule', valueCode: join?.rule ?? 'M-alone' },
      { url: 'version', valueString: RULES_VERSION },
      ...(join?.evidence ?? []).map((evidence) => ({ url: 'evidence', valueString: evidence })),
      ...(quotation ? [{ url: 'evidence', valueString: `${quotation.rule}: ${quotation.evidence}` }] : []),
      { url: 'member', valueReference: { reference: fact.ref } },
    ],
  };
}

/** Instants are compared as text only where they are in UTC form; others are left out. */
function latestUpdate(facts: readonly Fact[]): string | undefined {
  let latest: string | undefined;
  let latestMs = Number.NEGATIVE_INFINITY;
  for (const fact of facts) {
    const text = fact.record.resource.meta?.lastUpdated;
    const ms = text === undefined ? Number.NaN : Date.parse(text);
    if (ms > latestMs) {
      latest = text;
      latestMs = ms;
    }
  }
  return latest;
}
