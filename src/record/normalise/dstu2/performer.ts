/** Where DSTU2 had a plain reference, R4 has a performer with an actor. */
import { type Draft, take } from '../draft.ts';

export function actorToPerformer(draft: Draft, name: string, more: Readonly<Record<string, unknown>> = {}): void {
  const actor = take(draft, name);
  if (actor === undefined) return;
  const there: readonly unknown[] = Array.isArray(draft.fields.performer) ? draft.fields.performer : [];
  draft.fields.performer = [...there, { ...more, actor }];
}
