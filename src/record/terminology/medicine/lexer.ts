/** Decides how a medicine's words are cut: words, numbers and the symbols that carry meaning. */

export interface Token {
  readonly kind: 'word' | 'number' | 'symbol';
  /** Lower case; numbers as plain decimal text. */
  readonly text: string;
  /** True where a hyphen stands before it ("10-12.5"). */
  readonly hyphen: boolean;
}

const slashAbbreviations: readonly (readonly [RegExp, string])[] = [
  [/\b([egms])\/([crf])\b/g, '$1$2'], // m/r, e/c, g/r, s/r, s/f
  [/\bc\/f\b/g, ' '],
  [/\b[vw]\/[vw]\b/g, ' '], // w/w, w/v, v/v
  [/\bi\/([mv])\b/g, 'i$1'],
];

/** "108 (90 base) mcg", "3 mg(2.5 mg base)": the amount of the base is the one other names state. */
const saltThenBase = /[0-9.]{1,8} ?(?:mcg|mg)? ?\(([0-9.]{1,8}) ?(mcg|mg)? base\)/g;
/** "325 mg (65 mg iron)": the amount of the element within. */
const elementInBrackets = /\([0-9.]{1,8} ?mg (?:elemental )?(?:iron|calcium|magnesium|zinc)\)/g;

/** Tokens of a text; letters are lower-cased and accents dropped, so that all-caps and tall-man letters read alike. */
export function tokenise(text: string): readonly Token[] {
  let plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’`´"®™*]/g, '');
  plain = plain.replace(saltThenBase, '$1 $2').replace(elementInBrackets, ' ');
  for (const [pattern, replacement] of slashAbbreviations) plain = plain.replace(pattern, replacement);
  const tokens: Token[] = [];
  for (const match of plain.matchAll(/[a-zμ]+[0-9]*[a-z]*|[0-9]+(?:[.,][0-9]+)*|\.[0-9]+|[%/+()[\]{};&:,]/g)) {
    const piece = match[0];
    const hyphen = match.index > 0 && /[-–]/.test(plain[match.index - 1] ?? '');
    const first = piece.charCodeAt(0);
    if ((first >= 48 && first <= 57) || first === 46) tokens.push({ kind: 'number', text: plainNumber(piece), hyphen });
    else if ((first >= 97 && first <= 122) || first > 127) tokens.push({ kind: 'word', text: piece, hyphen });
    else tokens.push({ kind: 'symbol', text: piece, hyphen });
  }
  return tokens;
}

/** "100,000" is a hundred thousand, "0,5" a half as much of Europe writes it, ".5" too. */
function plainNumber(piece: string): string {
  if (/^[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$/.test(piece)) return piece.replaceAll(',', '');
  const decimal = piece.replace(',', '.');
  return decimal.startsWith('.') ? `0${decimal}` : decimal;
}
