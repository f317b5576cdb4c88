/** Decides whether words assert a condition in this person now (matching: "family history, no …, risk of, screening for, history of"). */
import { stripEnd } from '../../strip-end.ts';
import type { ConditionContext } from '../condition-reading.ts';

export interface FoundContext {
  readonly context: ConditionContext;
  /** The words without those that set the context; '' where nothing certain may be read from the rest. */
  readonly rest: string;
}

/** In order: the first that fits is taken off, then the rest is trimmed and looked at again. */
const PREFIXES: readonly (readonly [RegExp, ConditionContext])[] = [
  [
    /^(?:mother|father|sister|brother|sibling|parent|grandmother|grandfather|son|daughter|aunt|uncle)(?: (?:has|had|with|died of)|:) /i,
    'family-history',
  ],
  [
    /^(?:f\/h|fh|fhx|fam(?:ily)? h(?:istor)?y|family history)(?:\s*[-:/]\s*|\s+)(?:of\s+|in\s+\w+\s+of\s+)?/i,
    'family-history',
  ],
  [
    /^(?:no (?:known |current |previous |past |personal |clinical |significant )?(?:evidence|history|h\/o|signs?|symptoms?|features|diagnosis|suggestion|indication) (?:of|for)|no h\/o|h\/o:? no|without evidence of|negative for|denies(?: any)?(?: history of)?|never had|does not have|not known to have|excluded|ruled out|free (?:of|from))[:\s]{1,3}/i,
    'negated',
  ],
  [/^(?:not|non)[- ](?=diabetic|pregnant|asthmatic|hypertensive|epileptic)/i, 'negated'],
  [/^no (?!fixed|problem|information|active)/i, 'negated'],
  [
    /^(?:patient |person )?(?:at )?(?:an? )?(?:increased |high |higher |low |moderate |genetic |familial )?(?:at )?risk (?:of|for|factors? for)(?: developing)?[:\s]{1,3}/i,
    'at-risk',
  ],
  [/^(?:predisposition to|susceptibility to)\s+/i, 'at-risk'],
  [/^(?:encounter for |special )?screen(?:ing)?(?: examination)? for[:\s]+/i, 'screening'],
  [
    /^(?:past |personal |previous |prior |medical |known |patient |remote )*(?:history|hx|h\/o|h\/x|pmh|pmhx)(?:\s*[-:]\s*|\s+)(?:of\s*[-:]?\s*)?/i,
    'history-of',
  ],
  [/^(?:previous(?:ly)?|prev|prior|past|old|status post|s\/p|resolved)[:\s]+/i, 'history-of'],
  [/^(?:\?+|query|\(\?\))\s*/i, 'suspected'],
  [
    /^(?:suspected|suspect|suspicion of|possible|possibly|probable|probably|likely|presumed|provisional(?: diagnosis)?(?: of)?|working diagnosis(?: of)?|differential(?: diagnosis)?(?: of)?|rule out|r\/o|to exclude|exclude|under investigation for|query diagnosis of|clinical suspicion of)[:\s]{1,3}/i,
    'suspected',
  ],
];

/** Each with the one character before it; more such characters are taken off after. */
const SUFFIXES: readonly (readonly [RegExp, ConditionContext])[] = [
  [
    /[\s,;(-](?:has been |was |is )?(?:ruled out|excluded|not present|not detected|not found|not confirmed)\)?$/i,
    'negated',
  ],
  [/[\s,;(-](?:suspected|possible|probable|query|unconfirmed|\?)\)?$/i, 'suspected'],
  [/\?$/, 'suspected'],
  [/[\s,;(-](?:family history|in family)\)?$/i, 'family-history'],
  [/[\s,;(-]screen(?:ing)?\)?$/i, 'screening'],
  [/[\s,;(-](?:resolved|by history|history of|in the past|previously)\)?$/i, 'history-of'],
];

/** `text` without semantic tags. At most three layers are taken off ("FH: possible …"). */
export function findContext(text: string): FoundContext {
  const layers: ConditionContext[] = [];
  let rest = text.trim();
  for (let layer = 0; layer < 3; layer += 1) {
    const taken = takeOne(rest);
    if (taken === undefined) break;
    layers.push(taken.context);
    rest = taken.rest.trim();
  }
  const [first, second] = layers;
  if (first === undefined) return { context: 'asserted', rest };
  // "No family history of X" denies the family history, not X: nothing can be said of X.
  if (layers.includes('negated') && second !== undefined) return { context: 'negated', rest: '' };
  return { context: strongest(layers), rest };
}

function takeOne(text: string): FoundContext | undefined {
  for (const [pattern, context] of PREFIXES) {
    const match = pattern.exec(text);
    if (match !== null && match[0].length < text.length) return { context, rest: text.slice(match[0].length) };
  }
  for (const [pattern, context] of SUFFIXES) {
    const match = pattern.exec(text);
    const rest =
      match === null ? '' : stripEnd(text.slice(0, match.index), context === 'suspected' ? /[\s,;(?-]/ : /[\s,;(-]/);
    if (rest !== '') return { context, rest };
  }
  return undefined;
}

const ORDER: readonly ConditionContext[] = [
  'family-history',
  'negated',
  'screening',
  'at-risk',
  'history-of',
  'suspected',
];

function strongest(layers: readonly ConditionContext[]): ConditionContext {
  return ORDER.find((context) => layers.includes(context)) ?? 'asserted';
}
