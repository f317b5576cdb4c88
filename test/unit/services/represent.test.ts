import { expect, test } from 'vitest';
import { listSubjects, mayActFor, represent } from '../../../src/services/represent.ts';
import { makeContext, signIn } from './make-context.ts';

const child = { given: 'Bee', family: 'Okafor', birthDate: '2019-05-05', relationship: 'parent' } as const;

test('a person acts for themselves and for those they look after, for nobody else', async () => {
  const context = await makeContext();
  const parent = await signIn(context);
  const stranger = await signIn(context, { sub: 'user-2' });
  const { id } = await represent(context, parent, child);
  expect(await mayActFor(context, parent.id, parent.id)).toBe(true);
  expect(await mayActFor(context, parent.id, id)).toBe(true);
  expect(await mayActFor(context, stranger.id, id)).toBe(false);
  expect(await mayActFor(context, id, parent.id)).toBe(false);
  expect(await mayActFor(context, parent.id, 'nobody')).toBe(false);
  expect((await listSubjects(context, parent.id)).map(({ person }) => person.id)).toEqual([parent.id, id]);
});

test('a representation that is over, or not yet begun, gives nothing', async () => {
  const context = await makeContext();
  const carer = await signIn(context);
  const cared = await signIn(context, { sub: 'user-2' });
  const from = (since: string, until: string | undefined) =>
    context.store.addRepresentation({ subjectId: cared.id, actorId: carer.id, relationship: 'carer', since, until });
  await from('2026-11-21T08:00:00.000Z', '2026-11-21T10:00:00.000Z');
  expect(await mayActFor(context, carer.id, cared.id)).toBe(true);
  context.advance(60 * 60_000);
  expect(await mayActFor(context, carer.id, cared.id)).toBe(false);
  await from('2026-11-22T08:00:00.000Z', undefined);
  expect(await mayActFor(context, carer.id, cared.id)).toBe(false);
  expect((await listSubjects(context, carer.id)).map(({ person }) => person.id)).toEqual([carer.id]);
});
