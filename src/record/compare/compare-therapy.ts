/** What the sources say differently about one therapy. A value missing on one side is no difference. */
import type { MedicationFact, TherapyStatus } from '../facts/medication-fact.ts';
import { sequenceDate } from '../collapse/therapy-unit.ts';
import { moreThanDaysApart } from '../facts/day-span.ts';
import { compareText } from '../facts/fact.ts';
import type { Therapy } from '../match/match-therapies.ts';
import { ALWAYS_GASTRO_RESISTANT } from '../match/tables/always-gastro-resistant.ts';
import { dosesDiffer } from '../terminology/dosage/doses-differ.ts';
import type { Difference, DifferenceCode } from './difference.ts';
import { someDiffer, somePair, statedValues, type Statement } from './stated-values.ts';

/** Two day-precise dates further apart than this are not one event told twice. */
export const PERIOD_TOLERANCE_DAYS = 366;

export function compareTherapy(therapy: Therapy): readonly Difference[] {
  const heads = [...therapy.heads.values()].flat();
  const strength = byKey('strength-differs', heads, strengthStatement);
  return [
    ...strength,
    ...doses(heads, strength.length > 0),
    ...frequencies(heads),
    ...forms(heads),
    ...byKey('route-differs', heads, (fact) => fact.dosage?.route),
    ...brands(heads),
    ...statuses(therapy),
    ...periods(heads),
    ...codeAgainstText(therapy.facts),
  ];
}

type Said = string | { readonly key: string; readonly value: string } | undefined;

function statements(
  facts: readonly MedicationFact[],
  say: (fact: MedicationFact) => Said,
): readonly Statement<MedicationFact>[] {
  const statements: Statement<MedicationFact>[] = [];
  for (const fact of facts) {
    const said = say(fact);
    if (said === undefined) continue;
    const { key, value } = typeof said === 'string' ? { key: said, value: said } : said;
    statements.push({ fact, key, value, date: sequenceDate(fact) });
  }
  return statements;
}

function byKey(
  code: DifferenceCode,
  facts: readonly MedicationFact[],
  say: (fact: MedicationFact) => Said,
): readonly Difference[] {
  if (!someDiffer(facts, (fact) => keyOf(say(fact)))) return [];
  return [{ code, values: statedValues(statements(facts, say)) }];
}

function keyOf(said: Said): string | undefined {
  return typeof said === 'object' ? said.key : said;
}

function strengthStatement(fact: MedicationFact): Said {
  const key = fact.keys.strengths;
  return key === '' ? undefined : { key, value: fact.words };
}

/** Milligrams in one item (tablet, puff) or one mL, where the product has one ingredient and says so. */
function strengthMg(fact: MedicationFact): string | undefined {
  const [only, ...others] = fact.reading.strengths;
  return only?.unit === 'mg' && others.length === 0 ? only.value : undefined;
}

/** One record per distinct dosage; beyond so many, some pair has long been found to differ. */
const DISTINCT_DOSAGES = 200;

function dosed(facts: readonly MedicationFact[]): readonly MedicationFact[] {
  const seen = new Map<string, MedicationFact>();
  let last: MedicationFact | undefined;
  for (const fact of facts) {
    const { dosage } = fact;
    if (!dosage || (dosage === last?.dosage && fact.reading === last.reading)) continue;
    last = fact;
    const said = dosage.byScheme ? dosage.text : JSON.stringify([dosage.perDose, dosage.frequency]);
    const key = `${said}|${strengthMg(fact) ?? ''}`;
    if (!seen.has(key)) seen.set(key, fact);
  }
  return [...seen]
    .sort(([a], [b]) => compareText(a, b))
    .slice(0, DISTINCT_DOSAGES)
    .map(([, fact]) => fact);
}

function doseStatement(fact: MedicationFact): Said {
  const text = fact.dosage?.text;
  return text === undefined ? undefined : { key: text.trim().toLowerCase(), value: text };
}

/** The same number of tablets of another strength is told by `strength-differs` alone. */
function doses(heads: readonly MedicationFact[], strengthDiffers: boolean): readonly Difference[] {
  const differ = somePair(dosed(heads), (a, b) => {
    const compared = dosesDiffer(
      { reading: a.dosage, strengthMg: strengthMg(a) },
      { reading: b.dosage, strengthMg: strengthMg(b) },
    );
    if (compared.dose !== 'differs') return false;
    return !strengthDiffers || dosesDiffer({ reading: a.dosage }, { reading: b.dosage }).dose !== 'equal';
  });
  return differ ? [{ code: 'dose-differs', values: statedValues(statements(heads, doseStatement)) }] : [];
}

function frequencies(heads: readonly MedicationFact[]): readonly Difference[] {
  const differ = somePair(
    dosed(heads),
    (a, b) => dosesDiffer({ reading: a.dosage }, { reading: b.dosage }).frequency === 'differs',
  );
  return differ ? [{ code: 'frequency-differs', values: statedValues(statements(heads, doseStatement)) }] : [];
}

/** Tablet against capsule, plain against gastro-resistant: only where both say, and only inside one class. */
function forms(heads: readonly MedicationFact[]): readonly Difference[] {
  return byKey('form-differs', heads, (fact) => {
    const { form, gastroResistant, ingredients } = fact.reading;
    if (form === undefined || form === 'topical' || form === 'inhaler' || form === 'vaginal') return undefined;
    const coated = gastroResistant && !ingredients.some((ingredient) => ALWAYS_GASTRO_RESISTANT.has(ingredient));
    return { key: coated ? `gastro-resistant ${form}` : form, value: coated ? `gastro-resistant ${form}` : form };
  });
}

/** Where brands matter, two brands or a brand against the plain name. */
function brands(heads: readonly MedicationFact[]): readonly Difference[] {
  if (!heads.some((fact) => fact.reading.brandMatters)) return [];
  const found = byKey('brand-differs', heads, (fact) => ({ key: fact.reading.brand ?? '', value: fact.words }));
  return heads.some((fact) => fact.reading.brand !== undefined) ? found : [];
}

const STATUS_CLASS: Readonly<Record<TherapyStatus, string>> = {
  active: 'active',
  completed: 'ended',
  stopped: 'ended',
  'on-hold': 'on-hold',
  'not-taken': 'not-taken',
  intended: 'intended',
};

/** Status a source gives the therapy now, from its heads. */
export function statusStatements(therapy: Therapy): readonly Statement<MedicationFact>[] {
  return statements([...therapy.heads.values()].flat(), (fact) =>
    fact.status === undefined ? undefined : { key: STATUS_CLASS[fact.status], value: fact.status },
  );
}

function statuses(therapy: Therapy): readonly Difference[] {
  const heads = [...therapy.heads.values()].flat();
  if (!someDiffer(heads, ({ status }) => (status === undefined ? undefined : STATUS_CLASS[status]))) return [];
  const values = statedValues(statusStatements(therapy));
  return values.length > 1 ? [{ code: 'status-differs', values }] : [];
}

/** Only statements tell when a therapy is taken; the dates of orders and supplies are their own. */
function periods(heads: readonly MedicationFact[]): readonly Difference[] {
  const started = heads.filter((fact) => fact.kind === 'statement' && fact.period.start !== undefined);
  const differ = somePair(started, (a, b) => {
    if (a.source === b.source || !a.period.start || !b.period.start) return false;
    return moreThanDaysApart(a.period.start, b.period.start, PERIOD_TOLERANCE_DAYS) === true;
  });
  if (!differ) return [];
  return byKey('period-differs', started, (fact) => fact.period.start?.text);
}

/** One difference per record whose code and text name different things; the text is what the person reads. */
export function codeAgainstText(
  facts: readonly (
    MedicationFact | { ref: string; reading: { disagreement: { code: string; text: string } | undefined } }
  )[],
): readonly Difference[] {
  const disagreeing: Difference[] = [];
  for (const { ref, reading } of facts) {
    const { disagreement } = reading;
    if (disagreement === undefined) continue;
    disagreeing.push({
      code: 'code-text-disagree',
      values: [
        { value: `code: ${disagreement.code}`, refs: [ref], date: undefined },
        { value: `text: ${disagreement.text}`, refs: [ref], date: undefined },
      ],
    });
  }
  return disagreeing;
}
