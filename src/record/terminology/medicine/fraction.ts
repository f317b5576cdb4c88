/** Decides exact arithmetic on written decimals: 0.1 + 0.2 must be 0.3, and 100 mg / 3 mL must not be rounded. */
import { stripEnd } from '../../strip-end.ts';

/** A non-negative number as a reduced fraction. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** Reads "12.5", "100,000", "1e3" not: undefined for anything but digits with one optional point. */
export function parseFraction(text: string): Fraction | undefined {
  const plain = text.replaceAll(',', '');
  const found = /^([0-9]{0,18})(?:\.([0-9]{0,18}))?$/.exec(plain);
  const whole = found?.[1] ?? '';
  const part = found?.[2] ?? '';
  if (found === null || whole + part === '') return undefined;
  return fraction(BigInt(whole + part), 10n ** BigInt(part.length));
}

export function fraction(top: bigint, bottom: bigint): Fraction {
  const divisor = greatestCommonDivisor(top, bottom);
  return divisor === 0n ? { top, bottom } : { top: top / divisor, bottom: bottom / divisor };
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.top, a.bottom * b.bottom);
}

/** Undefined for division by zero. */
export function divide(a: Fraction, b: Fraction): Fraction | undefined {
  return b.top === 0n ? undefined : fraction(a.top * b.bottom, a.bottom * b.top);
}

/** Decimal text without trailing zeros; undefined where the decimals never end (1/3). */
export function toDecimalText(value: Fraction): string | undefined {
  let scale = 0;
  let bottom = value.bottom;
  while (bottom % 10n === 0n) [bottom, scale] = [bottom / 10n, scale + 1];
  let factor = 1n;
  for (const prime of [2n, 5n]) {
    while (bottom % prime === 0n) [bottom, factor, scale] = [bottom / prime, factor * (10n / prime), scale + 1];
  }
  if (bottom !== 1n) return undefined;
  const digits = (value.top * factor).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const part = stripEnd(digits.slice(digits.length - scale), /0/);
  return part === '' ? whole : `${whole}.${part}`;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
