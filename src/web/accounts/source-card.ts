/** What the sources page says of one source: its state in words, the next step, and what can be done. Pure. */
import type { LinkedAccount, ToldLinkState } from '../../ports/linked-account.ts';
import type { SourceDescription } from '../../ports/source-connector.ts';
import { kindWords } from '../../services/kind-words.ts';
import { linkConsentWords } from '../../services/link-consent-words.ts';
import { toldLinkState } from '../../services/sign-in-end.ts';

export interface SourceCard {
  readonly name: string;
  readonly title: string;
  readonly adds: string;
  readonly state: string;
  /** Something needs doing. */
  readonly isBad: boolean;
  /** What the person can do, in a sentence; undefined where nothing needs doing. */
  readonly nextStep: string | undefined;
  /** When the sign-in there ends, where that is soon. */
  readonly endsAt: string | undefined;
  readonly lastSuccess: string | undefined;
  /** Kinds of data that did not come, in words. */
  readonly missing: readonly string[];
  readonly failure: string | undefined;
  /** `agree`: linked without a sign-in there, after the actor agreed to `consent`. */
  readonly action: 'link' | 'sign-in-again' | 'confirm' | 'agree' | undefined;
  readonly consent: string | undefined;
  readonly isLinked: boolean;
}

export interface CardViewer {
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
  /** Whose record it is: the actor's own, or somebody's by name. */
  readonly whose: 'own' | { readonly name: string };
}

export function sourceCard(
  source: SourceDescription,
  account: LinkedAccount | undefined,
  { nowMs, whose }: CardViewer,
): SourceCard {
  const { name, title, adds } = source;
  const isAgreed = source.access === 'backend';
  const words = account === undefined ? NOT_LINKED : STATES[toldLinkState(account, nowMs)](account);
  const action = actionOf(words.action, isAgreed);
  return {
    name,
    title,
    adds,
    state: words.state,
    isBad: words.isBad,
    nextStep: isAgreed ? (words.agreedStep ?? words.nextStep) : words.nextStep,
    endsAt: words.endsAt,
    action,
    consent: action === 'agree' ? linkConsentWords(title, whose) : undefined,
    lastSuccess: account?.lastSuccessAt,
    missing: account === undefined ? [] : missingWords(account),
    failure: account?.lastFailure,
    isLinked: account !== undefined,
  };
}

interface StateWords extends Pick<SourceCard, 'state' | 'isBad'> {
  readonly nextStep?: string;
  /** Where nobody signs in there. */
  readonly agreedStep?: string;
  readonly endsAt?: string | undefined;
  readonly action?: 'link' | 'sign-in-again' | 'confirm';
}

const NOT_LINKED: StateWords = { state: 'Not linked', isBad: false, action: 'link' };

const STATES: Readonly<Record<ToldLinkState, (account: LinkedAccount) => StateWords>> = {
  'awaiting-confirmation': () => ({ state: 'Waiting for your answer', isBad: true, action: 'confirm' }),
  'needs-sign-in': () => ({
    state: 'Sign in there again',
    isBad: true,
    nextStep: 'Sign in there again to go on. What was read before is kept.',
    agreedStep: 'Agree again to go on. What was read before is kept.',
    action: 'sign-in-again',
  }),
  refused: () => ({
    state: 'Access was ended there',
    isBad: true,
    nextStep:
      'The source says that access was withdrawn. If you did not do that, ask them; if you want it back, sign in there again. What was read before is kept.',
    agreedStep:
      'The source says that access was withdrawn. Ask them about it, or agree again. What was read before is kept.',
    action: 'sign-in-again',
  }),
  unreachable: () => ({
    state: 'Linked, but it did not answer',
    isBad: true,
    nextStep: 'Nothing to do now: it is tried again when the record is next read.',
    action: 'sign-in-again',
  }),
  expiring: ({ signInEndsAt }) => ({
    state: 'Linked; the sign-in there ends soon',
    isBad: false,
    nextStep: 'Sign in there again before it ends, so that nothing is missed.',
    endsAt: signInEndsAt,
    action: 'sign-in-again',
  }),
  active: ({ lastSuccessAt }) =>
    lastSuccessAt === undefined
      ? { state: 'Linked, being read for the first time', isBad: false }
      : { state: 'Linked', isBad: false, action: 'sign-in-again' },
};

/** Where nobody signs in there, agreeing takes the place of signing in. */
function actionOf(action: StateWords['action'], isAgreed: boolean): SourceCard['action'] {
  return isAgreed && (action === 'link' || action === 'sign-in-again') ? 'agree' : action;
}

function missingWords(account: LinkedAccount): readonly string[] {
  return account.outcomes
    .filter((item) => item.state !== 'done' && item.state !== 'nothing-there')
    .map(({ type, reason }) => (reason === undefined ? kindWords(type) : `${kindWords(type)}: ${reason}`));
}
