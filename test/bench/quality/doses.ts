/** How one dose is written: GP's words, a hospital's structured dosage, what a person types. Equal doses, many spellings. */
import type { Dosage } from 'fhir/r4.js';
import type { Form, Product } from './products.ts';
import type { Random } from './random.ts';

export interface Dose {
  /** Tablets, puffs, drops, units: what is counted at one time. */
  readonly count: number;
  readonly times: number;
  readonly every: 'day' | 'week' | '72 hours';
  readonly asNeeded: boolean;
}

export interface DoseOf {
  readonly product: Product;
  readonly form: Form;
  readonly strength: string;
  readonly dose: Dose;
  /** Said elsewhere in the record; the text must not contradict it. */
  readonly route?: string | undefined;
}

export function usualDose(product: Product, random: Random): Dose {
  return {
    count: product.form === 'insulin' ? random.between(4, 20) * 2 : product.form === 'mdi' ? 2 : 1,
    times: product.timesADay,
    every:
      product.form === 'patch' && !product.weekly && product.unit === 'microgram/hour'
        ? '72 hours'
        : product.weekly
          ? 'week'
          : 'day',
    asNeeded: product.asNeeded,
  };
}

const ENGLISH = ['no', 'one', 'two', 'three', 'four'];
const GP_TIMES = ['', 'Each Day', 'Twice A Day', 'Three Times A Day', 'Four Times A Day'];
const LONG_TIMES = ['', 'once daily', 'twice daily', 'three times daily', 'four times daily'];
const PLAIN_TIMES = ['', 'once a day', 'twice a day', 'three times a day', 'four times a day'];
const LATIN_TIMES = ['', 'OD', 'BD', 'TDS', 'QDS'];

export function gpDoseText(of: DoseOf, random: Random): string {
  const { dose } = of;
  const prn = dose.asNeeded ? ' When Required' : '';
  if (dose.every === 'week')
    return swallowed(of.form)
      ? `${upper(dose.count)} To Be Taken Once A Week`
      : `${verb(of.form)} ${things(of)} once a week`;
  if (dose.every === '72 hours') return `Apply ${things(of)} every 72 hours`;
  if (swallowed(of.form)) {
    const words = `${upper(dose.count)} To Be Taken ${GP_TIMES[dose.times] ?? ''}${prn}`;
    return random.pick([
      words,
      words.toUpperCase(),
      `Take ${things(of)} ${LONG_TIMES[dose.times] ?? ''}${prn.toLowerCase()}`,
    ]);
  }
  return `${verb(of.form)} ${things(of)} ${random.pick([PLAIN_TIMES, LONG_TIMES])[dose.times] ?? ''}${prn.toLowerCase()}`;
}

export function typedDoseText(of: DoseOf, random: Random): string {
  const { dose } = of;
  const prn = dose.asNeeded ? random.pick([' prn', ' as needed', ' when required']) : '';
  if (dose.every === 'week') return `${things(of)} once a week`;
  if (dose.every === '72 hours') return `${things(of)} every 3 days`;
  const what =
    random.chance(0.3) && byWeight(of)
      ? massOf(of)
      : random.chance(0.4) && swallowed(of.form)
        ? String(dose.count)
        : things(of);
  const when = random.pick([
    PLAIN_TIMES[dose.times] ?? '',
    LONG_TIMES[dose.times] ?? '',
    LATIN_TIMES[dose.times] ?? '',
    (LATIN_TIMES[dose.times] ?? '').toLowerCase(),
  ]);
  if (dose.times === 2 && swallowed(of.form) && random.chance(0.2))
    return `${what} ${random.pick(['every 12 hours', 'morning and night', 'BID', 'q12h', '2x/day', 'every morning and every evening'])}${prn}`;
  if (dose.times === 1 && swallowed(of.form) && random.chance(0.2))
    return `${what} ${random.pick(['every day', 'each morning', 'at night', 'nocte', 'mane', 'qd', 'once a day at bedtime'])}${prn}`;
  return random.pick(
    [`${what} ${when}${prn}`, `${what} ${when}${prn}`, `take ${what} ${when}${prn}`, `${what} PO ${when}${prn}`].slice(
      0,
      of.route !== undefined ? 3 : swallowed(of.form) ? 4 : 2,
    ),
  );
}

/** R4 (and, with other names, earlier) structured dosage with its text. */
export function structuredDose(of: DoseOf, random: Random): Dosage {
  const { dose } = of;
  const period =
    dose.every === 'week'
      ? { period: 1, periodUnit: 'wk' as const }
      : dose.every === '72 hours'
        ? { period: 72, periodUnit: 'h' as const }
        : { period: 1, periodUnit: 'd' as const };
  const inMass = byWeight(of) && random.chance(0.5);
  const quantity = inMass ? massQuantity(of) : { value: dose.count, unit: counted(of.form, dose.count) };
  return {
    text: hospitalText(of),
    timing: { repeat: { frequency: dose.times, ...period } },
    ...(dose.asNeeded ? { asNeededBoolean: true } : {}),
    ...(routeOf(of.form) === undefined ? {} : { route: { text: routeOf(of.form) ?? '' } }),
    doseAndRate: [{ doseQuantity: quantity }],
  };
}

function hospitalText(of: DoseOf): string {
  const { dose } = of;
  const total = byWeight(of) ? ` (${massOf(of)} total)` : '';
  const when =
    dose.every === 'week'
      ? 'once a week'
      : dose.every === '72 hours'
        ? 'every 72 hours'
        : dose.times === 1
          ? 'daily'
          : `${dose.times} times daily`;
  return `${verb(of.form)} ${things(of)}${total} ${when}${dose.asNeeded ? ' as needed' : ''}.`;
}

/** Tablets and the like of one single strength in mg or micrograms. */
function byWeight(of: DoseOf): boolean {
  return (
    swallowed(of.form) &&
    of.form !== 'liquid' &&
    !of.strength.includes('/') &&
    ['mg', 'microgram'].includes(of.product.unit)
  );
}

function massQuantity(of: DoseOf): { value: number; unit: string; system: string; code: string } {
  const value = Math.round(Number(of.strength) * of.dose.count * 1e6) / 1e6;
  const micro = of.product.unit === 'microgram';
  return { value, unit: micro ? 'mcg' : 'mg', system: 'http://unitsofmeasure.org', code: micro ? 'ug' : 'mg' };
}

function massOf(of: DoseOf): string {
  const { value, unit } = massQuantity(of);
  if (unit === 'mg' && value >= 1000) return `${value / 1000} g`;
  return `${value} ${unit}`;
}

function things(of: DoseOf): string {
  return of.form === 'cream' ? 'a thin layer' : `${of.dose.count} ${counted(of.form, of.dose.count)}`;
}

function counted(form: Form, count: number): string {
  if (form === 'liquid') return 'ml';
  const word = form.endsWith('tablet')
    ? 'tablet'
    : form.endsWith('capsule')
      ? 'capsule'
      : form === 'patch'
        ? 'patch'
        : form === 'insulin'
          ? 'unit'
          : form === 'eye'
            ? 'drop'
            : form === 'injection'
              ? 'injection'
              : 'puff';
  return count === 1 ? word : word === 'patch' ? 'patches' : `${word}s`;
}

function verb(form: Form): string {
  if (swallowed(form)) return 'Take';
  if (form === 'insulin' || form === 'injection') return 'Inject';
  return form === 'mdi' || form === 'dpi' || form === 'sl-spray'
    ? form === 'sl-spray'
      ? 'Spray'
      : 'Inhale'
    : form === 'eye'
      ? 'Instil'
      : 'Apply';
}

export function swallowed(form: Form): boolean {
  return form.endsWith('tablet') || form.endsWith('capsule') || form === 'liquid';
}

function routeOf(form: Form): string | undefined {
  if (swallowed(form)) return 'Oral';
  if (form === 'mdi' || form === 'dpi') return 'Inhalation';
  if (form === 'insulin' || form === 'injection') return 'Subcutaneous';
  return form === 'sl-spray' ? 'Sublingual' : undefined;
}

function upper(count: number): string {
  const word = ENGLISH[count] ?? String(count);
  return word.charAt(0).toUpperCase() + word.slice(1);
}
