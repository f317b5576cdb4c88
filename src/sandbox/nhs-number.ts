/** Invented NHS numbers from the range kept for tests, 999 xxx xxxx (NHS Data Dictionary, "NHS NUMBER": modulus 11). */

/**
 * @param serial six digits.
 * @throws RangeError for a serial that has no check digit (remainder 10).
 */
export function testNhsNumber(serial: string): string {
  const nine = `999${serial}`;
  const sum = Array.from(nine).reduce((total, digit, place) => total + Number(digit) * (10 - place), 0);
  const check = (11 - (sum % 11)) % 11;
  if (!/^\d{6}$/.test(serial) || check === 10) throw new RangeError('This serial gives no NHS number.');
  return `${nine}${String(check)}`;
}
