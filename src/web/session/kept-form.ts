/**
 * What was typed into a form whose session had ended: kept for a while, shown again after signing in, and sent only when the
 * person says so. It is theirs alone: only a page of ours can leave one, it names the record it is about by an id nobody can
 * guess, and only who may act for that record sees it again.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { SharedStore } from '../../ports/shared-store.ts';
import { senderOf } from './sender-of.ts';

export interface KeptForm {
  /** Path of ours the form goes to. */
  readonly action: string;
  /** The record it is about. */
  readonly subjectId: string;
  /** In the order sent; without the session's token. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}

const COOKIE = 'phr_gateway_kept_form';
const KEPT_MS = 30 * 60_000;
/** Nobody has to be signed in to send a form: one address fills the store no faster than this. */
const BUDGET = { points: 120, windowMs: 60_000 };
/** Says that a form is the kept one, sent now. */
const SENT_FIELD = 'kept-form';
/** Fields of the page's own. */
const OWN_FIELDS: ReadonlySet<string> = new Set(['csrf', 'shown', SENT_FIELD]);

/**
 * @returns undefined where nothing was typed: what a person cannot see before it is sent, such as an answer to "delete
 * everything", is asked for anew.
 */
export function typedForm(request: Request): KeptForm | undefined {
  const body: unknown = request.body;
  if (request.method !== 'POST' || typeof body !== 'object' || body === null) return undefined;
  const sent = Object.entries(body).flatMap(([name, value]: [string, unknown]) =>
    (Array.isArray(value) ? value : [value]).flatMap((item: unknown) =>
      typeof item === 'string' ? [[name, item] as const] : [],
    ),
  );
  const subjectId = sent.find(([name]) => name === 'shown')?.[1];
  const fields = sent.filter(([name]) => !OWN_FIELDS.has(name));
  const isTyped = fields.some(([name, value]) => isTypedField(name) && value.trim() !== '');
  return subjectId === undefined || subjectId === '' || !isTyped
    ? undefined
    : { action: request.path, subjectId, fields };
}

/** A field that a person typed into, as the pages name them. */
export function isTypedField(name: string): boolean {
  return name.startsWith('text-');
}

/**
 * @returns false where no page of ours sent it, for what another site filled in is not the person's; or where too many came from
 * that address. Then it is not kept.
 */
export async function keepForm(
  shared: SharedStore,
  { request, response }: { readonly request: Request; readonly response: Response },
  publicUrl: string,
  form: KeptForm,
): Promise<boolean> {
  if (senderOf(request, publicUrl) !== 'own page') return false;
  const { isWithin } = await shared.spend(`limit:kept-form:${request.ip ?? ''}`, BUDGET);
  if (!isWithin) return false;
  const id = randomBytes(32).toString('base64url');
  await shared.set(key(id), JSON.stringify(form), KEPT_MS);
  const secure = publicUrl.startsWith('https:');
  response.cookie(COOKIE, id, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: KEPT_MS });
  return true;
}

/** Stays until it is sent or dropped: going back and forth loses nothing. */
export async function findKeptForm(shared: SharedStore, request: Request): Promise<KeptForm | undefined> {
  const id = cookieValue(request);
  const kept = id === undefined ? undefined : await shared.get(key(id));
  return kept === undefined ? undefined : (JSON.parse(kept) as KeptForm);
}

export async function dropKeptForm(shared: SharedStore, request: Request, response: Response): Promise<void> {
  const id = cookieValue(request);
  if (id === undefined) return;
  await shared.delete(key(id));
  response.clearCookie(COOKIE, { path: '/' });
}

/** Taken, it is not shown again; whatever was done is answered with this redirect (RFC 9110, 15.4.4). */
export function forgetTakenForm(shared: SharedStore): RequestHandler {
  return (request, response, next) => {
    const body: unknown = request.body;
    const isKept = typeof body === 'object' && body !== null && SENT_FIELD in body;
    const id = isKept ? cookieValue(request) : undefined;
    if (id !== undefined) {
      response.once('finish', () => {
        // Where that fails it is shown once more, and gone by itself.
        if (response.statusCode === 303) void shared.delete(key(id)).catch(() => undefined);
      });
    }
    next();
  };
}

function cookieValue(request: Request): string | undefined {
  const pair = (request.headers.cookie ?? '').split(';').find((item) => item.trim().startsWith(`${COOKIE}=`));
  const value = pair?.trim().slice(COOKIE.length + 1);
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined;
}

function key(id: string): string {
  return `kept-form:${createHash('sha256').update(id).digest('hex')}`;
}
