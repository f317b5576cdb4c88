/** What the forms for own entries have in common: one entry per form however often sent, and all faults at once. */
import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { GatewayError } from '../../errors.ts';
import type { EntryContent } from '../../ports/person-entries.ts';
import { addEntry, listEntries, type WhoseEntry } from '../../services/own-entries.ts';
import type { Words } from '../locales/words.ts';
import { formText } from '../session/require-visit.ts';
import type { WebDeps } from '../web-deps.ts';

/** Hidden fields of a form. */
export interface FormIds {
  readonly id: string;
  /** The entry that is changed; '' for a new one. */
  readonly replaces: string;
}

export interface FormFault {
  /** Id of the field on the page. */
  readonly field: string;
  /** Of the catalogue's `add:fault`. */
  readonly key: string;
  /** Characters that the field takes. */
  readonly most?: number;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function newForm(replaces = ''): FormIds {
  return { id: randomUUID(), replaces };
}

/**
 * The entry that a page was asked to change, or to add again after it was taken back.
 * @returns undefined where the page was asked for a new one.
 * @throws GatewayError `not-found` where there is no such entry of this kind.
 */
export async function findEntry<Kind extends EntryContent['kind']>(
  { services }: WebDeps,
  whose: WhoseEntry,
  kind: Kind,
  request: Request,
): Promise<{ readonly content: Extract<EntryContent, { kind: Kind }>; readonly ids: FormIds } | undefined> {
  const id = request.query['of'];
  if (id === undefined) return undefined;
  const entry = (await listEntries(services, whose)).find((item) => item.id === id);
  if (entry === undefined || !isOfKind(entry.content, kind)) throw new GatewayError('not-found');
  return { content: entry.content, ids: newForm(entry.withdrawnAt === undefined ? entry.id : '') };
}

/** @throws GatewayError `bad-request` where these are no ids of a form of ours. */
export function sentForm(request: Request): FormIds {
  const [id, replaces] = [formText(request, 'id'), formText(request, 'replaces')];
  if (!UUID.test(id) || (replaces !== '' && !UUID.test(replaces))) throw new GatewayError('bad-request');
  return { id, replaces };
}

/**
 * @returns false where the entry to change was changed or taken back since the form was made; nothing is done then.
 * @throws GatewayError `not-found` where that entry is none of this person's; others as `addEntry`.
 */
export async function addOnce(
  { services }: WebDeps,
  whose: WhoseEntry,
  content: EntryContent,
  { id, replaces }: FormIds,
): Promise<boolean> {
  if (replaces === '') {
    await addEntry(services, whose, content, { id });
    return true;
  }
  const entry = (await listEntries(services, whose)).find((item) => item.id === replaces);
  if (entry?.content.kind !== content.kind) throw new GatewayError('not-found');
  return (await addEntry(services, whose, content, { id, replaces })) !== 'gone';
}

/** A line that somebody typed, as one form of its letters; undefined where it is empty. */
export function typed(request: Request, field: string): string | undefined {
  const text = formText(request, field).normalize('NFC');
  return text === '' ? undefined : text;
}

/** In words: which field, and what is wrong. @param labelOf the field's label on the page. */
export function faultTexts(words: Words, faults: readonly FormFault[], labelOf: (field: string) => string) {
  return faults.map(({ field, key, most = 0 }) => ({
    field,
    text: `${labelOf(field)} ${words.text(`add:fault.${key}`, { most })}`,
  }));
}

function isOfKind<Kind extends EntryContent['kind']>(
  content: EntryContent,
  kind: Kind,
): content is Extract<EntryContent, { kind: Kind }> {
  return content.kind === kind;
}
