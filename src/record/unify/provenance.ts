/** Provenance of a unified record: who asserts, who merely repeats, by which rule each record came in (I7). */
import type { Extension, Provenance } from 'fhir/r4.js';
import type { Evidence } from '../evidence.ts';
import { EXTENSION } from '../fhir/canonical.ts';
import type { R4Resource } from '../fhir/types.ts';
import { dayText } from '../facts/day-span.ts';
import type { Decision } from '../decide/decision.ts';
import { personDecisions } from '../decide/person-decisions.ts';
import type { Fact, Join } from '../facts/fact.ts';
import { RULES_VERSION } from '../match/rules.ts';
import type { Quotation } from '../origin/quotations.ts';
import { dataAbsent, emittedId, metaOf, type EmitContext } from './emit-context.ts';

export interface Provenanced {
  readonly identity: string;
  readonly facts: readonly Fact[];
  readonly joins: ReadonlyMap<string, Join>;
  readonly decisions?: readonly Decision[];
}

export function provenanceOf(
  unified: R4Resource,
  group: Provenanced,
  context: EmitContext,
): Provenance & { id: string } {
  return {
    resourceType: 'Provenance',
    id: emittedId(context, `provenance|${group.identity}`),
    meta: metaOf([unified]),
    extension: [...matchRules(group, context), ...personDecisions(group.decisions ?? [], context.patientId)],
    target: [{ reference: `${unified.resourceType}/${unified.id}` }],
    ...recordedOf(context.recordedAt ?? latestUpdate(group.facts) ?? latestDay(group.facts)),
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
      what: fact.reference,
    })),
  };
}

/** Offline the inputs tell the time; where none does, a placeholder that says so: `recorded` is mandatory. */
function recordedOf(recorded: string | undefined): Pick<Provenance, 'recorded' | '_recorded'> {
  if (recorded !== undefined) return { recorded };
  return { recorded: '1970-01-01T00:00:00Z', _recorded: { extension: [dataAbsent('unknown')] } };
}

function latestDay(facts: readonly Fact[]): string | undefined {
  let latest: number | undefined;
  for (const { dated } of facts) if (dated) latest = Math.max(latest ?? dated.first, dated.first);
  return latest === undefined ? undefined : `${dayText(latest)}T00:00:00Z`;
}

/** One entry per rule and evidence, with all members that it brought in. */
function matchRules(group: Provenanced, context: EmitContext): Extension[] {
  const entries = new Map<string, Entry>();
  // Records that came in alike share their join: the next one mostly goes where the last one went.
  let last: { readonly join: Join | undefined; readonly quotation: Quotation | undefined } | undefined;
  let members: Extension[] = [];
  for (const fact of group.facts) {
    const join = group.joins.get(fact.ref);
    const quotation = context.quotations.get(fact.ref);
    if (last === undefined || last.join !== join || last.quotation !== quotation) {
      last = { join, quotation };
      ({ members } = entryOf(join, quotation, entries));
    }
    members.push({ url: 'member', valueReference: fact.reference });
  }
  return [...entries.values()].map(({ told, members }) => ({
    url: EXTENSION.matchRule,
    extension: [...told, ...members],
  }));
}

interface Entry {
  readonly told: readonly Extension[];
  readonly members: Extension[];
}

function entryOf(join: Join | undefined, quotation: Quotation | undefined, entries: Map<string, Entry>): Entry {
  const evidence = join?.evidence ?? [];
  const quoted = quotation?.evidence;
  const key = `${join?.rule ?? ''} ${evidence.join()} ${quoted ?? ''}`;
  const known = entries.get(key);
  if (known !== undefined) return known;
  const entry = { told: rulePart(join, quoted === undefined ? evidence : [...evidence, quoted]), members: [] };
  entries.set(key, entry);
  return entry;
}

function rulePart(join: Join | undefined, evidence: readonly Evidence[]): readonly Extension[] {
  return [
    { url: 'rule', valueCode: join?.rule ?? 'M-alone' },
    { url: 'version', valueString: RULES_VERSION },
    ...evidence.map((text) => ({ url: 'evidence', valueString: text })),
  ];
}

/** Instants are compared as text only where they are in UTC form; others are left out. */
function latestUpdate(facts: readonly Fact[]): string | undefined {
  let latest: string | undefined;
  let latestMs = Number.NEGATIVE_INFINITY;
  for (const fact of facts) {
    const text = fact.record.resource.meta?.lastUpdated;
    if (text === latest) continue;
    const ms = text === undefined ? Number.NaN : Date.parse(text);
    if (ms > latestMs) {
      latest = text;
      latestMs = ms;
    }
  }
  return latest;
}
