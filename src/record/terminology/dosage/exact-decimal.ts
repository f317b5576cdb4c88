/** Exact sums on decimal texts ("1.10", "0.5"): doses are never compared as binary floating point (design law L1). */
import { stripEnd } from '../../strip-end.ts';

/** numerator / denominator, denominator > 0. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** The fraction a plain decimal text stands for; undefined where it is none. */
export function toFraction(text: string): Fraction | undefined {
  const match = /^(\d{1,12})(?:\.(\d{1,12}))?$/.exec(text);
  if (match === null) return undefined;
  const decimals = match[2] ?? '';
  return { top: BigInt(`${match[1] ?? '0'}${decimals}`), bottom: 10n ** BigInt(decimals.length) };
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.top, bottom: a.bottom * b.bottom };
}

/** a / b; undefined where b is zero. */
export function divide(a: Fraction, b: Fraction): Fraction | undefined {
  return b.top === 0n ? undefined : { top: a.top * b.bottom, bottom: a.bottom * b.top };
}

export function isEqual(a: Fraction, b: Fraction): boolean {
  return a.top * b.bottom === b.top * a.bottom;
}

export function isLess(a: Fraction, b: Fraction): boolean {
  return a.top * b.bottom < b.top * a.bottom;
}

/** Decimal text without trailing zeros, rounded half up at six places ("0.333333" for a third). */
export function toDecimalText(value: Fraction): string {
  const scale = 1_000_000n;
  const scaled = (value.top * scale * 2n + value.bottom) / (value.bottom * 2n);
  const whole = scaled / scale;
  const rest = stripEnd((scaled % scale).toString().padStart(6, '0'), /0/);
  return rest === '' ? whole.toString() : `${whole.toString()}.${rest}`;
}
