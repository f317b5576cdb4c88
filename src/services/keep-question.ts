/** Keeps what a person does with a question: asks it, has asked it, leaves it out, words it anew. The latest holds. */
import { GatewayError } from '../errors.ts';
import type { OwnQuestion, PersonEntry } from '../ports/person-entries.ts';
import { addEntry, listEntries, type WhoseEntry } from './own-entries.ts';
import { keyOf } from './questions.ts';
import type { ServiceContext } from './service-context.ts';

/** Another window may be faster, once or twice. */
const MOST_TRIES = 3;

/**
 * @param entryId the person's own question that is changed; undefined: a new one, or one that a difference gave rise to.
 * @param id of the form, so that a form sent twice keeps one.
 * @throws GatewayError `not-found` where the question to change is none of this person's; others as `addEntry`.
 */
export async function keepQuestion(
  context: ServiceContext,
  whose: WhoseEntry,
  content: OwnQuestion,
  { id, entryId }: { readonly id: string; readonly entryId?: string | undefined },
): Promise<void> {
  for (let tried = 0; tried < MOST_TRIES; tried++) {
    const entries = await listEntries(context, whose);
    if (entries.some((entry) => entry.id === id)) return;
    const held = entryId === undefined ? heldOf(content.of, entries) : requireLatest(entryId, entries);
    if (held !== undefined && isSame(held.content, content)) return;
    const added = await addEntry(context, whose, content, { id, replaces: held?.id });
    if (added !== 'gone') return;
  }
  throw new GatewayError('conflict');
}

function heldOf(of: string | undefined, entries: readonly PersonEntry[]): PersonEntry | undefined {
  const key = keyOf(of);
  if (key === undefined) return undefined;
  return entries.findLast(
    ({ content, withdrawnAt }) => withdrawnAt === undefined && content.kind === 'question' && keyOf(content.of) === key,
  );
}

/** A page of before may name a question as it was: what took its place is meant. */
function requireLatest(entryId: string, entries: readonly PersonEntry[]): PersonEntry {
  let latest = entries.find(({ id, content }) => id === entryId && content.kind === 'question');
  while (latest?.withdrawnAt !== undefined) {
    const before = latest.id;
    latest = entries.find(({ replaces }) => replaces === before);
  }
  if (latest === undefined) throw new GatewayError('not-found');
  return latest;
}

function isSame(held: PersonEntry['content'], { text, of, state }: OwnQuestion): boolean {
  return held.kind === 'question' && held.text === text && held.of === of && held.state === state;
}
