/** The table of behaviours in words for an operator, as `docs/faults.md` shows it; run as a program it writes it there. */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { isAskedSoon, keptWords, type Behaviour } from './behaviour.ts';
import { ANSWER_FAULTS } from './tables/answers.ts';
import { BODY_FAULTS } from './tables/bodies.ts';
import { CERTIFICATE_FAULTS } from './tables/certificates.ts';
import { CONNECTION_FAULTS } from './tables/connection.ts';
import { PAGING_FAULTS } from './tables/paging.ts';
import { RECORD_FAULTS } from './tables/record.ts';
import { SIGN_IN_FAULTS } from './tables/sign-in.ts';

export const FAULTS_PAGE = new URL('../../docs/faults.md', import.meta.url);

const GROUPS: readonly (readonly [string, readonly Behaviour[]])[] = [
  ['On the way', CONNECTION_FAULTS],
  ['In its certificate', CERTIFICATE_FAULTS],
  ['In the body of an answer', BODY_FAULTS],
  ['Told by a status', ANSWER_FAULTS],
  ['From page to page', PAGING_FAULTS],
  ['In the sign-in', SIGN_IN_FAULTS],
  ['In what is said', RECORD_FAULTS],
];

export const BEHAVIOURS: readonly Behaviour[] = GROUPS.flatMap(([, behaviours]) => behaviours);

const START = '<!-- behaviours: written by test/faults/faults-page.ts -->';
const END = '<!-- end of behaviours -->';

/** @param page as it is. @returns as it must be. */
export function withBehaviours(page: string): string {
  const [before = ''] = page.split(START);
  const [, after = ''] = page.split(END);
  const tables = GROUPS.map(([title, behaviours]) => [`### ${title}`, '', ...tableOf(behaviours), ''].join('\n'));
  return `${before}${START}\n\n${tables.join('\n')}\n${END}${after}`;
}

function tableOf(behaviours: readonly Behaviour[]): readonly string[] {
  return [
    '| The source … | The person and their apps are told | In the record | Tried again | In the log |',
    '| --- | --- | --- | --- | --- |',
    ...behaviours.map(
      (one) => `| ${[one.source, told(one), keptWords(one.keeps), again(one), logged(one)].join(' | ')} |`,
    ),
  ];
}

function told({ gets: { state, reason }, noLongerReturned = 0 }: Behaviour): string {
  const gone = noLongerReturned === 0 ? '' : ` ${String(noLongerReturned)} no longer returned.`;
  return `**${state}**${reason === undefined ? '' : `: ${reason}`}${gone}`;
}

function again(behaviour: Behaviour): string {
  const { gets, later, next, atOnce } = behaviour;
  if (gets.state === 'complete') return atOnce ? 'Once more at once.' : 'No need.';
  const then =
    gets.state === 'needs-sign-in'
      ? 'when the person has signed in there again'
      : (later ?? (isAskedSoon(behaviour) ? 'at the next reading' : 'when its data is no longer fresh'));
  const words =
    next === 'needs-sign-in' && gets.state !== next
      ? `${then}; after that, when the person has signed in there again`
      : then;
  return atOnce ? `Once more at once; then ${words}.` : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

const NOTHING_AMISS = '"notDone":[]';

function logged({ logs }: Behaviour): string {
  if (logs === '') return 'Nothing until it has answered.';
  return logs === NOTHING_AMISS ? 'Nothing amiss.' : `\`${logs}\``;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(FAULTS_PAGE, withBehaviours(readFileSync(FAULTS_PAGE, 'utf8')));
}
