/** Finds who is visiting and checks posted forms against the session's token. */
import type { Request } from 'express';
import { GatewayError } from '../../errors.ts';
import { listSubjects } from '../../services/represent.ts';
import type { WebDeps } from '../web-deps.ts';
import { isToken } from './csrf-token.ts';
import { readSessionId } from './session-cookie.ts';
import { getSession, putSession, type SignedInSession } from './session-store.ts';
import type { Visit } from './visit.ts';

/** Part of the idle time after which a session in use is prolonged. */
const PROLONG_AFTER = 0.1;

/** @returns undefined where nobody is signed in. Prolongs the session up to its longest time. */
export async function findVisit(deps: WebDeps, request: Request): Promise<Visit | undefined> {
  const { services, settings } = deps;
  const sessionId = readSessionId(request, settings.publicUrl, 'signed-in');
  if (sessionId === undefined) return undefined;
  const session = await getSession(services.shared, sessionId);
  if (session?.kind !== 'signed-in') return undefined;
  if (session.startedAt + settings.sessionMaxMs <= services.now()) return undefined;
  const actor = await services.store.getPerson(session.actorId);
  if (actor === undefined) return undefined;
  // Not at every request: one that is under way while the person signs out must not bring the session back.
  const isDue = services.now() - session.seenAt > settings.sessionIdleMs * PROLONG_AFTER;
  if (isDue) await keepSession(deps, sessionId, session);
  // Representations end: then the pages are about the actor again, and signing out stays possible.
  const subjects = await listSubjects(services, actor.id);
  const subject = subjects.find(({ person }) => person.id === session.subjectId)?.person ?? actor;
  return { sessionId, session, actor, subject };
}

/** Keeps a session until it is idle too long or its longest time is over. */
export async function keepSession(
  { services, settings }: WebDeps,
  sessionId: string,
  session: SignedInSession,
): Promise<void> {
  const leftMs = session.startedAt + settings.sessionMaxMs - services.now();
  const kept = { ...session, seenAt: services.now() };
  await putSession(services.shared, sessionId, kept, Math.min(leftMs, settings.sessionIdleMs));
}

/** @throws GatewayError `sign-in-required`; TooManyRequests. */
export async function requireVisit(deps: WebDeps, request: Request): Promise<Visit> {
  const visit = await findVisit(deps, request);
  if (visit === undefined) throw new GatewayError('sign-in-required');
  await deps.limits?.countPerson(visit.actor.id);
  return visit;
}

/** A visit whose form carries the session's token. @throws GatewayError `forbidden` where it does not. */
export async function requirePost(deps: WebDeps, request: Request): Promise<Visit> {
  const visit = await requireVisit(deps, request);
  if (!isToken(formText(request, 'csrf'), visit.session.csrfToken)) throw new GatewayError('forbidden');
  return visit;
}

/**
 * A post about the record that the form's page showed. In another window the person may have gone over to somebody else's
 * record meanwhile: what was agreed to, ended or deleted for one must not happen to the other.
 * @throws GatewayError `forbidden` as `requirePost`; `bad-request` where it names no record; `conflict` where another is shown.
 */
export async function requirePostAbout(deps: WebDeps, request: Request): Promise<Visit> {
  const visit = await requirePost(deps, request);
  const shown = formText(request, 'shown');
  if (shown === visit.subject.id) return visit;
  if (shown === '') throw new GatewayError('bad-request');
  throw new GatewayError(
    'conflict',
    'In another window you have gone over to another person’s record. Nothing was done. Open your sources and look again.',
  );
}

/** The values of a field that may be there several times, as check boxes are. */
export function formTexts(request: Request, field: string): readonly string[] {
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null) return [];
  const value = (body as Record<string, unknown>)[field];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((item) => typeof item === 'string');
}

/** One field of a posted form, trimmed; '' where it is missing or sent twice. */
export function formText(request: Request, field: string): string {
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null) return '';
  const value = (body as Record<string, unknown>)[field];
  return typeof value === 'string' ? value.trim() : '';
}
