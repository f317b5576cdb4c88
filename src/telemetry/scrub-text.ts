/** Blots out of any text what looks like a credential or an NHS number: the second net under the names of keys. */

export const REDACTED = '[redacted]';

const CREDENTIALS = /\b(bearer|basic|dpop) +[A-Za-z0-9._~+/=-]+/gi;
const JSON_WEB_TOKEN = /\beyJ[A-Za-z0-9._-]{10,}/g;
const PARAMETER =
  /\b(code|state|nonce|access_token|refresh_token|id_token|token|code_verifier|client_secret|client_assertion|assertion)=[^&\s"'#]+/gi;
const TEN_DIGITS = /\b\d{3}[ -]?\d{3}[ -]?\d{4}\b/g;

/** Modulus 11 of the NHS number, as the NHS Data Dictionary gives it; other ten digits (counts, times) stay readable. */
function isNhsNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  let sum = 0;
  for (let position = 0; position < 9; position++) sum += Number(digits[position]) * (10 - position);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

export function scrubText(text: string): string {
  return text
    .replace(CREDENTIALS, `$1 ${REDACTED}`)
    .replace(JSON_WEB_TOKEN, (found) => (found.includes('.') ? REDACTED : found))
    .replace(PARAMETER, `$1=${REDACTED}`)
    .replace(TEN_DIGITS, (found) => (isNhsNumber(found) ? REDACTED : found));
}
