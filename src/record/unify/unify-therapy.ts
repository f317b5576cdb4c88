/** A therapy as one MedicationStatement that no plain client can misread (design 4). */
import type { CodeableConcept, Dosage, Extension, MedicationStatement } from 'fhir/r4.js';
import type { Difference } from '../compare/difference.ts';
import { statusStatements } from '../compare/compare-therapy.ts';
import { nameText } from '../decide/joined-differences.ts';
import { EXTENSION } from '../fhir/canonical.ts';
import { compareDaySpans, earliest } from '../facts/day-span.ts';
import { compareText } from '../facts/fact.ts';
import type { MedicationFact } from '../facts/medication-fact.ts';
import type { Therapy } from '../match/match-therapies.ts';
import { dosesDiffer } from '../terminology/dosage/doses-differ.ts';
import { changeExtension } from './change-extension.ts';
import { emittedId, subject, unifiedMeta, type EmitContext } from './emit-context.ts';
import type { MatchLevel } from './match-level.ts';
import { agreedStatus, reportedStatuses } from './reported-status.ts';
import { unifiedConcept } from './unified-concept.ts';

/** Differences after which naming one product would pick a winner. */
const PRODUCT_DIFFERENCES = new Set(['strength-differs', 'form-differs', 'brand-differs']);

export function unifyTherapy(
  therapy: Therapy,
  differences: readonly Difference[],
  level: MatchLevel,
  context: EmitContext,
): MedicationStatement & { id: string } {
  const speaking = [...therapy.facts].sort(compareSpeakers);
  const best = speaking[0] as MedicationFact;
  const text = nameText(productText(best, therapy.facts, differences), differences);

  const differs = text !== best.words;
  const { concept, others } = unifiedConcept(speaking, text, (fact) => !differs && sameProduct(fact, best));
  const statuses = statusStatements(therapy);
  const status = agreedStatus(statuses);
  const dosage = unifiedDosage(therapy);
  const reasons = distinctReasons(therapy.facts);
  const start = statedStart(therapy);
  return {
    resourceType: 'MedicationStatement',
    id: emittedId(context, therapy.identity),
    meta: unifiedMeta(therapy.facts),
    extension: [
      { url: EXTENSION.matchLevel, valueCode: level },
      ...reportedStatuses(statuses),
      ...dosage.reported,
      ...others,
      ...therapy.changes.map(changeExtension),
    ],
    status: (status ?? 'unknown') as MedicationStatement['status'],
    medicationCodeableConcept: Object.keys(concept).length > 0 ? concept : { text: 'Medicine without a name' },
    subject: subject(context),
    ...effectivePeriod(start, status === 'completed' || status === 'stopped' ? statedEnd(therapy) : undefined),
    derivedFrom: therapy.facts.map((fact) => fact.reference),
    ...(reasons.length > 0 ? { reasonCode: reasons } : {}),
    ...(dosage.dosage.length > 0 ? { dosage: dosage.dosage } : {}),
  };
}

/** Understood before not, generic before brand, the more exact first; then by words, so that order tells nothing. */
function compareSpeakers(a: MedicationFact, b: MedicationFact): number {
  if (a.reading === b.reading) return compareText(a.ref, b.ref);
  return exactness(b) - exactness(a) || compareText(a.words, b.words) || compareText(a.ref, b.ref);
}

function exactness(fact: MedicationFact): number {
  const { reading } = fact;
  return (
    (reading.certainty === 'certain' ? 16 : 0) +
    (reading.strengths.length > 0 ? 8 : 0) +
    (reading.form !== undefined ? 4 : 0) +
    (reading.brand === undefined ? 2 : 0) +
    (reading.words !== '' ? 1 : 0)
  );
}

function productText(
  best: MedicationFact,
  facts: readonly MedicationFact[],
  differences: readonly Difference[],
): string {
  const differing = differences.filter((difference) => PRODUCT_DIFFERENCES.has(difference.code));
  if (differing.length === 0 || best.reading.ingredients.length === 0) return best.words;
  // Where only the brand differs, the plain name is what they have in common.
  if (differing.every((difference) => difference.code === 'brand-differs') && best.reading.brand === undefined)
    return best.words;
  const ingredients = best.reading.ingredients.join(' / ');
  const brands = new Set(facts.map((fact) => fact.reading.brand));
  const brand = brands.size === 1 ? best.reading.brand : undefined;
  const name = brand === undefined ? ingredients : `${brand} (${ingredients})`;
  const what = differing.map((difference) => difference.code.replace('-differs', '')).join(' and ');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}, ${what} not the same in every source`;
}

function sameProduct(fact: MedicationFact, best: MedicationFact): boolean {
  if (fact === best || (fact.reading === best.reading && fact.reading.disagreement === undefined)) return true;
  const [a, b] = [fact.reading, best.reading];
  return (
    fact.keys.ingredients === best.keys.ingredients &&
    fact.keys.strengths === best.keys.strengths &&
    a.form === b.form &&
    a.release === b.release &&
    a.gastroResistant === b.gastroResistant &&
    a.brand === b.brand &&
    a.disagreement === undefined
  );
}

/** Dosages of the heads. Several entries would mean "take all of them": where sources differ there is one, with text only. */
function unifiedDosage(therapy: Therapy): { readonly dosage: Dosage[]; readonly reported: Extension[] } {
  const heads = [...therapy.heads.values()].flat().filter((fact) => fact.dosages.length > 0);
  const [first] = heads;
  if (!first) return { dosage: [], reported: [] };
  const reported = heads.flatMap((fact) => fact.dosages.map((dosage) => reportedDosage(dosage, fact.reference)));
  const fullest = heads.reduce((best, fact) => (saidParts(fact) > saidParts(best) ? fact : best));
  if (heads.every((fact) => agrees(fact, fullest))) return { dosage: [...fullest.dosages], reported };
  const told = [...new Set(heads.map((fact) => `${fact.source}: ${fact.dosage?.text ?? ''}`))].sort();
  return { dosage: [{ text: `sources differ: ${told.join('; ')}` }], reported };
}

function saidParts(fact: MedicationFact): number {
  return (fact.dosage?.perDose ? 2 : 0) + (fact.dosage?.frequency ? 2 : 0) + (fact.dosage?.when.length ? 1 : 0);
}

/** Equal words, or equal in every part that both say; what cannot be compared does not agree. */
function agrees(a: MedicationFact, b: MedicationFact): boolean {
  if (a.dosage === b.dosage || a.dosage?.text.trim().toLowerCase() === b.dosage?.text.trim().toLowerCase()) return true;
  if (saidParts(a) === 0 || saidParts(b) === 0) return false;
  const compared = dosesDiffer({ reading: a.dosage }, { reading: b.dosage });
  return compared.dose === 'equal' && compared.frequency === 'equal' && a.dosage?.asNeeded === b.dosage?.asNeeded;
}

function reportedDosage(dosage: Dosage, source: MedicationFact['reference']): Extension {
  return {
    url: EXTENSION.reportedDosage,
    extension: [
      { url: 'dosage', valueDosage: dosage },
      { url: 'source', valueReference: source },
    ],
  };
}

/** What for, as the sources say it (P1): distinct by words. */
function distinctReasons(facts: readonly MedicationFact[]): CodeableConcept[] {
  const byText = new Map<string, CodeableConcept>();
  for (const fact of facts) {
    for (const reason of fact.reasons) {
      const words = reason.text ?? reason.coding?.find((coding) => coding.display)?.display ?? '';
      if (words !== '' && !byText.has(words.toLowerCase())) byText.set(words.toLowerCase(), reason);
    }
  }
  return [...byText].sort(([a], [b]) => compareText(a, b)).map(([, reason]) => reason);
}

function effectivePeriod(
  start: string | undefined,
  end: string | undefined,
): Pick<MedicationStatement, 'effectivePeriod'> {
  if (start === undefined && end === undefined) return {};
  return {
    effectivePeriod: { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) },
  };
}

/** The latest end that a statement of how things stand now gives; an order's end is that of its supply. */
function statedEnd(therapy: Therapy): string | undefined {
  const ends = [...therapy.heads.values()]
    .flat()
    .flatMap((fact) => (fact.kind === 'statement' ? (fact.period.end ?? []) : []));
  return ends.sort(compareDaySpans).at(-1)?.text;
}

/** The earliest start that any statement or prescription gives. */
function statedStart(therapy: Therapy): string | undefined {
  return earliest(therapy.facts, (fact) => (fact.kind === 'dispense' ? undefined : fact.period.start))?.text;
}
