/** What My accounts says of one source: how it stands, what can be done, and how far its reading is. Keys, no words. Pure. */
import type { LinkedAccount, ToldLinkState } from '../../ports/linked-account.ts';
import type { OperatorText, Progress, SourceDescription } from '../../ports/source-connector.ts';
import { toldLinkState } from '../../services/sign-in-end.ts';
import type { SyncProgress } from '../../services/sync-progress.ts';

export interface KindLine {
  /** FHIR type, or `*`. */
  readonly type: string;
  readonly state: Progress['state'];
  readonly received: number;
  /** Why it is not whole, as it is kept. */
  readonly reason: string | undefined;
}

/** Each has words in the catalogue `accounts`, under `state`. */
export type CardState = ToldLinkState | 'not-linked' | 'first-reading';

/** Each has words in the catalogue `accounts`, under `next`. */
export type NextStep = 'needs-sign-in' | 'needs-agreement' | 'refused' | 'refused-agreed' | 'unreachable' | 'expiring';

export interface SourceCard {
  readonly name: string;
  readonly title: string;
  readonly adds: OperatorText;
  readonly state: CardState;
  /** Something needs doing. */
  readonly isBad: boolean;
  /** What the person can do; undefined where nothing needs doing. */
  readonly nextStep: NextStep | undefined;
  /** When the sign-in there ends, where that is soon. */
  readonly endsAt: string | undefined;
  readonly lastSuccess: string | undefined;
  /** As it is kept. */
  readonly failure: string | undefined;
  /** A reading is under way, in whatever process, or about to begin. */
  readonly isReading: boolean;
  readonly kinds: readonly KindLine[];
  /** Of those, how many are read or given up. */
  readonly done: number;
  /** Why some kinds are not whole; each has what can be done about it in the catalogue, under `todo`. */
  readonly shortfalls: readonly Progress['state'][];
  /** `agree`: linked without a sign-in there, after the actor agreed. */
  readonly action: 'link' | 'sign-in-again' | 'confirm' | 'agree' | undefined;
  readonly isLinked: boolean;
}

/** The first reading begins right after linking; one that never did must not be waited for. */
const BEGINS_WITHIN_MS = 60_000;
const SHORTFALLS: ReadonlySet<Progress['state']> = new Set(['partial', 'refused', 'failed', 'unread']);

/** @param progress of the reading under way; undefined where none is. @param nowMs milliseconds since the epoch. */
export function sourceCard(
  { name, title, adds, access }: SourceDescription,
  account: LinkedAccount | undefined,
  progress: SyncProgress | undefined,
  nowMs: number,
): SourceCard {
  const isAgreed = access === 'backend';
  if (account === undefined) {
    const action = isAgreed ? ('agree' as const) : ('link' as const);
    return { ...NOTHING, name, title, adds, state: 'not-linked', action };
  }
  const told = toldLinkState(account, nowMs);
  const isReading = told !== 'awaiting-confirmation' && (progress !== undefined || isAboutToBegin(account, nowMs));
  const kinds = isReading ? (progress?.kinds ?? []).map((kind) => ({ ...kind, reason: undefined })) : linesOf(account);
  return {
    name,
    title,
    adds,
    state: told === 'active' && account.lastSuccessAt === undefined ? 'first-reading' : told,
    isBad: told !== 'active' && told !== 'expiring',
    nextStep: nextStep(told, isAgreed),
    endsAt: told === 'expiring' ? account.signInEndsAt : undefined,
    lastSuccess: account.lastSuccessAt,
    failure: account.lastFailure,
    isReading,
    kinds,
    done: kinds.filter(({ state }) => state !== 'pending' && state !== 'reading').length,
    shortfalls: [...new Set(kinds.map(({ state }) => state).filter((state) => SHORTFALLS.has(state)))],
    action: actionOf(told, isAgreed, isReading),
    isLinked: true,
  };
}

const NOTHING = {
  isBad: false,
  nextStep: undefined,
  endsAt: undefined,
  lastSuccess: undefined,
  failure: undefined,
  isReading: false,
  kinds: [],
  done: 0,
  shortfalls: [],
  isLinked: false,
} as const;

function linesOf({ outcomes }: LinkedAccount): readonly KindLine[] {
  return outcomes.map(({ type, state, received, reason }) => ({ type, state, received, reason }));
}

function isAboutToBegin({ lastTriedAt, signedInAt, linkedAt }: LinkedAccount, nowMs: number): boolean {
  return lastTriedAt === undefined && nowMs - Date.parse(signedInAt ?? linkedAt) < BEGINS_WITHIN_MS;
}

function nextStep(told: ToldLinkState, isAgreed: boolean): NextStep | undefined {
  if (told === 'needs-sign-in') return isAgreed ? 'needs-agreement' : 'needs-sign-in';
  if (told === 'refused') return isAgreed ? 'refused-agreed' : 'refused';
  return told === 'unreachable' || told === 'expiring' ? told : undefined;
}

/** Where nobody signs in there, agreeing takes the place of signing in. */
function actionOf(told: ToldLinkState, isAgreed: boolean, isReading: boolean): SourceCard['action'] {
  if (told === 'awaiting-confirmation') return 'confirm';
  if (told === 'active' && isReading) return undefined;
  return isAgreed ? 'agree' : 'sign-in-again';
}
