/** What the sources page says of one source: its state in words and what can be done. Pure. */
import type { LinkedAccount } from '../../ports/linked-account.ts';
import type { SourceDescription } from '../../ports/source-connector.ts';
import { kindWords } from '../../services/kind-words.ts';

export interface SourceCard {
  readonly name: string;
  readonly title: string;
  readonly adds: string;
  readonly state: string;
  /** Something needs doing. */
  readonly isBad: boolean;
  readonly lastSuccess: string | undefined;
  /** Kinds of data that did not come, in words. */
  readonly missing: readonly string[];
  readonly failure: string | undefined;
  readonly action: 'link' | 'sign-in-again' | 'confirm' | undefined;
  readonly isLinked: boolean;
}

export function sourceCard(source: SourceDescription, account: LinkedAccount | undefined): SourceCard {
  const { name, title, adds } = source;
  if (account === undefined) {
    const state = 'Not linked';
    return {
      name,
      title,
      adds,
      state,
      isBad: false,
      lastSuccess: undefined,
      missing: [],
      failure: undefined,
      action: 'link',
      isLinked: false,
    };
  }
  return {
    name,
    title,
    adds,
    ...stateWords(account),
    lastSuccess: account.lastSuccessAt,
    missing: missingWords(account),
    failure: account.lastFailure,
    isLinked: true,
  };
}

function stateWords(account: LinkedAccount): Pick<SourceCard, 'state' | 'isBad' | 'action'> {
  switch (account.state) {
    case 'awaiting-confirmation':
      return { state: 'Waiting for your answer', isBad: true, action: 'confirm' };
    case 'needs-sign-in':
      return { state: 'Sign in there again', isBad: true, action: 'sign-in-again' };
    case 'refused':
      return { state: 'Access was ended there', isBad: true, action: 'sign-in-again' };
    case 'unreachable':
      return { state: 'Linked, but it did not answer', isBad: true, action: 'sign-in-again' };
    case 'active':
      if (account.lastSuccessAt === undefined)
        return { state: 'Linked, being read for the first time', isBad: false, action: undefined };
      return { state: 'Linked', isBad: false, action: 'sign-in-again' };
  }
}

function missingWords(account: LinkedAccount): readonly string[] {
  return account.outcomes
    .filter((item) => item.state !== 'done' && item.state !== 'nothing-there')
    .map(({ type, reason }) => (reason === undefined ? kindWords(type) : `${kindWords(type)}: ${reason}`));
}
