/** What one source says otherwise of one thing than it did: status, dose, strength, name. */
import { compareText } from '../facts/fact.ts';
import { printable } from '../explain/printable.ts';
import { dosesDiffer } from '../terminology/dosage/doses-differ.ts';
import type { Change, ChangeKind } from './change.ts';
import type { Stated } from './stated-by-source.ts';

type SourceChange = Pick<Change, 'kind' | 'from' | 'to' | 'words'>;

/** @returns per change a function that words it. */
export function sourceChanges(then: Stated, now: Stated): readonly ((about: string, source: string) => SourceChange)[] {
  const strength = strengthChange(then.products, now.products);
  return [
    ...statusChange(then.statuses, now.statuses),
    ...doseChange(then.doses, now.doses),
    // A changed strength shows both names already.
    ...(strength.length > 0 ? strength : nameChange(then.names, now.names)),
  ];
}

const ENDED: ReadonlySet<string> = new Set(['completed', 'stopped', 'inactive', 'resolved', 'remission', 'not-taken']);
const ACTIVE: ReadonlySet<string> = new Set(['active', 'recurrence', 'relapse']);

function statusChange(then: readonly string[], now: readonly string[]): ReturnType<typeof sourceChanges> {
  const [from, to] = [then.join(' and '), now.join(' and ')];
  if (from === to || from === '' || to === '') return [];
  const all = (values: readonly string[], of: ReadonlySet<string>): boolean => values.every((value) => of.has(value));
  const kind: ChangeKind =
    all(then, ACTIVE) && all(now, ENDED) ? 'stopped' : all(then, ENDED) && all(now, ACTIVE) ? 'restarted' : 'status';
  const word = kind === 'stopped' ? 'Stopped' : kind === 'restarted' ? 'Current again' : 'Status changed';
  return [(about, source) => ({ kind, from, to, words: `${word}: ${about}, says ${source} (${from} → ${to})` })];
}

function doseChange(then: Stated['doses'], now: Stated['doses']): ReturnType<typeof sourceChanges> {
  const lost = then.filter((dose) => !now.some((other) => sameDose(dose, other)));
  const found = now.filter((dose) => !then.some((other) => sameDose(dose, other)));
  return valueChange('dose', 'Dose', lost, found, then, now);
}

/** Other words for an equal dose are no change; what cannot be compared is one unless the words are equal. */
function sameDose(a: Stated['doses'][number], b: Stated['doses'][number]): boolean {
  if (a.text.trim().toLowerCase() === b.text.trim().toLowerCase()) return true;
  const compared = dosesDiffer({ reading: a.reading }, { reading: b.reading });
  if (compared.dose !== 'equal' || compared.frequency !== 'equal') return false;
  // "Equal" includes that one side says nothing: then the words are all there is.
  const says = ({ reading }: Stated['doses'][number]): string =>
    `${String(reading.perDose !== undefined)} ${String(reading.frequency !== undefined)} ${String(reading.asNeeded)}`;
  return says(a) === says(b) && a.reading.perDose !== undefined;
}

function strengthChange(then: Stated['products'], now: Stated['products']): ReturnType<typeof sourceChanges> {
  const key = (products: Stated['products']): string =>
    [...new Set(products.map((product) => product.key).filter((item) => item !== ''))].sort(compareText).join(' ');
  const [before, after] = [key(then), key(now)];
  if (before === '' || after === '' || before === after) return [];
  return valueChange('strength', 'Strength', then, now, then, now);
}

/** Under its old id a source may tell of another thing: other words are told, whether or not they mean the same. */
function nameChange(then: Stated['names'], now: Stated['names']): ReturnType<typeof sourceChanges> {
  const isIn = (names: Stated['names'], { text }: Worded): boolean =>
    names.some((other) => other.text.trim().toLowerCase() === text.trim().toLowerCase());
  const lost = then.filter((name) => !isIn(now, name));
  const found = now.filter((name) => !isIn(then, name));
  if (lost.length === 0 || found.length === 0) return [];
  const [from, to] = [textsOf(lost), textsOf(found)];
  return [
    (about, source) => ({
      kind: 'name',
      from,
      to,
      words: `Named otherwise: ${about}, says ${source} (${from} → ${to})`,
    }),
  ];
}

interface Worded {
  readonly text: string;
}

function valueChange(
  kind: 'dose' | 'strength',
  word: string,
  lost: readonly Worded[],
  found: readonly Worded[],
  then: readonly Worded[],
  now: readonly Worded[],
): ReturnType<typeof sourceChanges> {
  if (then.length === 0 || now.length === 0 || lost.length + found.length === 0) return [];
  const [from, to] = [textsOf(then), textsOf(now)];
  return [
    (about, source) => ({ kind, from, to, words: `${word} changed: ${about}, says ${source} (${from} → ${to})` }),
  ];
}

function textsOf(items: readonly Worded[]): string {
  return items.map((item) => printable(item.text)).join('; ');
}
