/**
 * A question as the access log keeps it: which parameters were used, and only such values as cannot tell of the person. What
 * an app searches for may be an identifier, a name or a code, and a log outlives the reason to know it.
 */

const MAX_PARAMETERS = 30;
const WITHHELD = '***';

/** Parameters that shape an answer; their values say nothing about anybody. */
const PLAIN: ReadonlySet<string> = new Set([
  '_count',
  '_elements',
  '_format',
  '_include',
  '_lastUpdated',
  '_revinclude',
  '_since',
  '_sort',
  '_summary',
  '_total',
  '_type',
  'end',
  'start',
  'view',
]);
const PLAIN_VALUE = /^[A-Za-z0-9_.,:+/-]{1,60}$/;
const NAME = /^[A-Za-z0-9_.-]{1,40}(?::[A-Za-z-]{1,30})?$/;

/**
 * @param path below the base URL, without ids that were not given out.
 * @param query names and values as sent.
 */
export function auditQuery(path: string, query: string): string {
  const parameters = [...new URLSearchParams(query)];
  const kept = parameters.slice(0, MAX_PARAMETERS).map(([name, value]) => {
    if (!NAME.test(name)) return `${WITHHELD}=${WITHHELD}`;
    return `${name}=${PLAIN.has(name) && PLAIN_VALUE.test(value) ? value : WITHHELD}`;
  });
  const more = parameters.length > MAX_PARAMETERS ? ['…'] : [];
  return parameters.length === 0 ? path : `${path}?${[...kept, ...more].join('&')}`;
}
