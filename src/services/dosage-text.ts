/** A dosage as text: the source's own words, otherwise its parts put one after the other. Pure. */
import type { Dosage, Quantity } from 'fhir/r4.js';

/** '' where it says nothing. */
export function dosageText(dosage: Dosage | undefined): string {
  if (dosage === undefined) return '';
  const written = dosage.text ?? dosage.patientInstruction;
  if (written !== undefined) return written;
  const parts = [amount(dosage), how(dosage.route), timing(dosage), dosage.asNeededBoolean === true ? 'as needed' : ''];
  return parts.filter((part) => part !== '').join(', ');
}

function amount(dosage: Dosage): string {
  const { doseQuantity, doseRange } = dosage.doseAndRate?.[0] ?? {};
  if (doseQuantity !== undefined) return quantity(doseQuantity);
  if (doseRange === undefined) return '';
  return `${quantity(doseRange.low ?? {})} to ${quantity(doseRange.high ?? {})}`;
}

/** An exact decimal comes as an object that holds its digits. */
function quantity({ value, unit, code }: Quantity): string {
  const digits: unknown = isExact(value) ? value.value : value;
  const number = typeof digits === 'number' || typeof digits === 'string' ? String(digits) : '';
  return `${number} ${unit ?? code ?? ''}`.trim();
}

function isExact(value: unknown): value is { readonly value: unknown } {
  return typeof value === 'object' && value !== null && 'value' in value;
}

function how(route: Dosage['route']): string {
  return route?.text ?? route?.coding?.[0]?.display ?? '';
}

function timing(dosage: Dosage): string {
  const { code, repeat } = dosage.timing ?? {};
  if (code?.text !== undefined) return code.text;
  if (repeat?.frequency !== undefined && repeat.period !== undefined) {
    return `${repeat.frequency} × per ${repeat.period} ${repeat.periodUnit ?? ''}`.trim();
  }
  return code?.coding?.[0]?.display ?? (repeat?.when ?? []).join(', ');
}
