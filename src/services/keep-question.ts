/** Keeps what a person does with a question: asks it, has asked it, leaves it out, words it anew. The latest holds. */
import { GatewayError } from '../errors.ts';
import type { OwnQuestion, PersonEntry } from '../ports/person-entries.ts';
import { addEntry, listEntries, type WhoseEntry } from './own-entries.ts';
import { keyOf } from './questions.ts';
import type { ServiceContext } from './service-context.ts';
import { withLock } from './with-lock.ts';

/** Two windows may mark one question at once: of each difference one entry holds. */
const LOCK = { ttlMs: 10_000, waitMs: 5_000 };

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
  const kept = await withLock(context.shared, `questions:${whose.subjectId}`, LOCK, async () => {
    const entries = await listEntries(context, whose);
    if (entries.some((entry) => entry.id === id)) return 'known';
    const held = entryId === undefined ? heldOf(content.of, entries) : requireLatest(entryId, entries);
    if (held !== undefined && isSame(held.content, content)) return 'known';
    return addEntry(context, whose, content, { id, replaces: held?.id });
  });
  if (kept === undefined || kept.value === 'gone') throw new GatewayError('conflict');
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
