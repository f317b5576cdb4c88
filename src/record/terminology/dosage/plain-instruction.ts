/** Decides how an instruction is written before it is read: lower case, digits for number words, no durations or limits. */

const NUMBER_WORDS: Readonly<Record<string, string>> = {
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  fifteen: '15',
  twenty: '20',
  thirty: '30',
  once: '1 time',
  twice: '2 times',
  thrice: '3 times',
};
const NUMBER_WORD = new RegExp(`\\b(?:${Object.keys(NUMBER_WORDS).join('|')})\\b`, 'g');

/** Rewrites in order; each keeps what a later step needs. */
const REWRITES: readonly (readonly [RegExp, string])[] = [
  [/[‐-―−]/g, '-'],
  [/[µμ]g\b/g, 'mcg'],
  [/½/g, ' half '],
  [/¼/g, ' quarter '],
  [/¾/g, ' three quarters '],
  [/×/g, 'x'],
  [/\bone and a half\b/g, '1.5'],
  [/\b(?:a |one )?half (?:an? |of an? |of )?(?=hour)/g, '30 min '],
  [/\b(\d{1,3}) ?(?:and a half|half|1\/2)\b/g, '$1.5'],
  [/\b(?:a |one )?half(?: an?\b| of an?\b| of\b)?|\b1\/2\b/g, '0.5'],
  [/\bthree[- ]quarters(?: of an?\b)?/g, '0.75'],
  [/\b(?:a |one )?quarter(?: of an?\b)?|\b1\/4\b/g, '0.25'],
  [/(\d),(\d{3})(?!\d)/g, '$1$2'],
  [/(^|[^\d.])\.(\d)/g, '$10.$2'],
];

const AFTER_NUMBERS: readonly (readonly [RegExp, string])[] = [
  // "EIGHT (8)", "1 (one) time"
  [/(\d{1,4}(?:\.\d{1,4})?) ?\( ?\1 ?\)/g, '$1'],
  [/\([^()]{0,120}\)/g, ' '],
  // The package, not the dose: "20 tablets. One tablet …"
  [/^\d{1,4} (?:tablets|capsules|ml|sachets|patches|g)\. (?=\S)/g, ''],
  [/\b\d{1,4} refills?\b/g, ' '],
  // UK notation: 5/7 days, 2/52 weeks, 3/12 months.
  [/\b(?:for |x ?)?\d{1,3}\/(?:7|52|12)\b/g, ' '],
  [
    /\b(?:for|x|over|starting|until)(?: up to| the next| the first| another)? ?\d{1,4}(?: ?(?:-|to|or) ?\d{1,4})? ?-?(?:minutes?|mins?|hours?|days?|weeks?|wks?|wk|months?|cycles?)\b(?: only)?/g,
    ' ',
  ],
  [/\b\d{1,3}[- ]?day (?=course|tablet|break|free|interval)/g, ' '],
  [/\b(?:subsequent courses?|repeated? after|after a)[^.;]{0,80}/g, ' '],
  [/\b(?:at least )?\d{1,3}(?: ?(?:-|to) ?\d{1,3})? ?(?:minutes?|mins?|hours?|hrs?) (?:before|prior to)\b/g, ' before'],
  [/\b(?:at least )?\d{1,3} ?(?:minutes?|mins?|hours?|hrs?) after\b/g, ' after'],
  [/\b(?:approximately|about) \d{1,3} hours apart\b/g, ' '],
  [
    /\b(?:do not exceed|not (?:more|to exceed)|no more than|max(?:imum|imim)?|to a max(?:imum|imim)?)\b[^.;]{0,80}/g,
    ' ',
  ],
  [/\b(?:left|right|both|each|affected) (?:eyes?|ears?|nostrils?)\b/g, ' $& '],
  [/\b(\d{1,3}(?:\.\d{1,3})?) (?:-|to|or) (?=\d)/g, '$1-'],
  [/ {2,}/g, ' '],
];

/** At most this much of a text is read: longer ones are prose. Characters. */
const READ_AT_MOST = 400;

export function plainInstruction(text: string): string {
  let plain = text.slice(0, READ_AT_MOST).toLowerCase().replace(/\s+/g, ' ').trim();
  for (const [pattern, by] of REWRITES) plain = plain.replace(pattern, by);
  plain = plain.replace(NUMBER_WORD, (word) => NUMBER_WORDS[word] ?? word);
  for (const [pattern, by] of AFTER_NUMBERS) plain = plain.replace(pattern, by);
  return plain.trim();
}
