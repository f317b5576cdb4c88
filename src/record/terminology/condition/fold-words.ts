/** Decides when two names are the same words: UK and US spelling, plurals, possessives and common synonyms are folded. */

/** Words that carry no meaning in a condition's name. */
const DROPPED: ReadonlySet<string> = new Set([
  'of',
  'the',
  'in',
  'on',
  'and',
  'to',
  'mellitus',
  'nos',
  'unspecified',
  'nec',
  'dx',
]);

/** One word for each of these in every name, on both sides of a comparison. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['renal', 'kidney'],
  ['cardiac', 'heart'],
  ['hepatic', 'liver'],
  ['pulmonary', 'lung'],
  ['gastric', 'stomach'],
  ['colonic', 'colon'],
  ['tumor', 'neoplasm'],
  ['broken', 'fracture'],
  ['fractured', 'fracture'],
  ['infarct', 'infarction'],
  ['abdo', 'abdominal'],
  ['chr', 'chronic'],
  ['1st', 'first'],
  ['2nd', 'second'],
  ['3rd', 'third'],
  ['foetal', 'fetal'],
]);

const NUMBERED = new Set(['type', 'stage', 'grade', 'class', 'bipolar', 'nyha', 'g']);
const ROMAN: ReadonlyMap<string, string> = new Map([
  ['i', '1'],
  ['ii', '2'],
  ['iii', '3'],
  ['iiia', '3a'],
  ['iiib', '3b'],
  ['iv', '4'],
  ['v', '5'],
]);

/** "secondary to" and the like say the same as "due to". */
const DUE_TO = /\b(?:caused by|secondary to|because of|resulting from|as a result of)\b/g;
const RELATION = /caused|secondary|because|result/;
const PUNCTUATION = /[^a-z0-9 ]/;
/** Words that make the order matter: "A due to B" is not "B due to A". */
const DIRECTED: ReadonlySet<string> = new Set(['due', 'following', 'after', 'complicating', 'associated']);

export interface WordFolder {
  /** Folded words in the order written. */
  fold(text: string): readonly string[];
}

/** Keeps the folded form of each single word, for building a vocabulary: it repeats few words often. */
export function createWordFolder(): WordFolder {
  const folded = new Map<string, string>();
  const foldOne = (word: string): string => {
    const known = folded.get(word);
    if (known !== undefined) return known;
    const result = foldWord(word);
    folded.set(word, result);
    return result;
  };
  return { fold: (text) => foldEach(text, foldOne) };
}

/** Folded words in the order written; keeps nothing of what a record says. */
export function foldText(text: string): readonly string[] {
  return foldEach(text, foldWord);
}

function foldEach(text: string, foldOne: (word: string) => string): readonly string[] {
  const words: string[] = [];
  let before = '';
  for (const word of plain(text).split(' ')) {
    if (word === '') continue;
    const number = NUMBERED.has(before) ? ROMAN.get(word) : undefined;
    before = word;
    const one = number ?? foldOne(word);
    if (!DROPPED.has(one)) words.push(one);
  }
  return words;
}

function plain(text: string): string {
  const lower = text.toLowerCase();
  const said = RELATION.test(lower) ? sameRelation(lower) : lower;
  return PUNCTUATION.test(said) ? lettersOnly(said) : said;
}

function sameRelation(text: string): string {
  return ascii(text).replace(DUE_TO, 'due to');
}

function lettersOnly(text: string): string {
  return ascii(text)
    .replace(/['`]/g, '')
    .replace(/#/g, ' fracture ')
    .replace(/[^a-z0-9]+/g, ' ');
}

function ascii(text: string): string {
  if (!/[^ -~\s]/.test(text)) return text;
  return text
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/[‘’ʼ]/g, "'")
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
}

function foldWord(word: string): string {
  let one = word;
  if (one.length > 3) {
    one = one.replace(/ae|oe/g, 'e').replace(/sulph/, 'sulf');
    if (one.length > 5) one = one.replace(/our(s?)$/, 'or$1').replace(/iz(e|ed|es|er|ing|ation|ations)$/, 'is$1');
    one = one.replace(/tre(s?)$/, 'ter$1');
    if (one.length > 4 && one.endsWith('ies')) one = `${one.slice(0, -3)}y`;
    else if (/[^sui]s$/.test(one)) one = one.slice(0, -1);
  }
  return SYNONYMS.get(one) ?? one;
}

/** The key under which a name is found: its folded words, sorted unless their order carries meaning. */
export function wordsKey(words: readonly string[]): string {
  if (words.length === 1) return words[0] ?? '';
  return (words.some((word) => DIRECTED.has(word)) ? words : [...words].sort()).join(' ');
}
