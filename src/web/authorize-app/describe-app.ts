/** What a page may say of a client app: its own texts are a stranger's (SMART App Launch 2.2, "Register App with EHR"). Pure. */
import type { AppDescription } from '../../ports/app-authorization.ts';
import { plainText } from '../layout/plain-text.ts';
import type { Words } from '../locales/words.ts';

const LONGEST_NAME = 80;

export interface AppLink {
  readonly href: string;
  /** Where it leads: the host, in ASCII, without whatever stands before an `@`. */
  readonly host: string;
}

export interface AppWords {
  readonly name: string;
  readonly homePage: AppLink | undefined;
  readonly policyPage: AppLink | undefined;
  /** Nobody has looked at it. */
  readonly isUnchecked: boolean;
}

export function describeApp(words: Words, app: AppDescription): AppWords {
  return {
    name: plainText(app.name, LONGEST_NAME) || words.text('authorize-app:app.noName'),
    homePage: appLink(app.homePage),
    policyPage: appLink(app.policyPage),
    isUnchecked: app.registeredBy === 'itself',
  };
}

/** An app that is registered no more has left its id only. */
export function unknownApp(words: Words, clientId: string): AppWords {
  const name = words.text('authorize-app:app.notKnown', { id: plainText(clientId, LONGEST_NAME) });
  return { name, homePage: undefined, policyPage: undefined, isUnchecked: false };
}

function appLink(text: string | undefined): AppLink | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'https:') return undefined;
  url.username = '';
  url.password = '';
  return { href: url.href, host: url.host };
}
