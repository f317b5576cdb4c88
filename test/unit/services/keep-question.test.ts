import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { OwnQuestion } from '../../../src/ports/person-entries.ts';
import { keepQuestion } from '../../../src/services/keep-question.ts';
import { makeContext, signIn } from './make-context.ts';

const own: OwnQuestion = { kind: 'question', text: 'Coffee?', of: undefined, state: 'ask' };
const made: OwnQuestion = { kind: 'question', text: 'Which?', of: 'key~digest', state: 'asked' };

async function setUp() {
  const context = await makeContext();
  const person = await signIn(context);
  const whose = { actorId: person.id, subjectId: person.id };
  const held = async () =>
    (await context.store.listEntries(person.id)).filter(({ withdrawnAt }) => withdrawnAt === undefined);
  return { context, whose, held };
}

describe('keeping a question', () => {
  test('a form sent twice keeps one; the same again adds nothing', async () => {
    const { context, whose, held } = await setUp();
    const id = randomUUID();
    await Promise.all([keepQuestion(context, whose, own, { id }), keepQuestion(context, whose, own, { id })]);
    context.advance(1);
    await keepQuestion(context, whose, made, { id: randomUUID() });
    await keepQuestion(context, whose, made, { id: randomUUID() });
    expect((await held()).map(({ content }) => content)).toEqual([own, made]);
  });

  test('of one difference the latest holds, from however many windows', async () => {
    const { context, whose, held } = await setUp();
    const states = ['ask', 'asked', 'leave-out'] as const;
    await Promise.all(states.map((state) => keepQuestion(context, whose, { ...made, state }, { id: randomUUID() })));
    await keepQuestion(context, whose, { ...made, of: 'key~other', state: 'asked' }, { id: randomUUID() });
    expect((await held()).map(({ content }) => content)).toEqual([{ ...made, of: 'key~other' }]);
  });

  test('a page of before changes what took the place of its question; one that is nobody’s is not found', async () => {
    const { context, whose, held } = await setUp();
    const id = randomUUID();
    await keepQuestion(context, whose, own, { id });
    await keepQuestion(context, whose, { ...own, text: 'Tea?' }, { id: randomUUID(), entryId: id });
    await keepQuestion(context, whose, { ...own, text: 'Tea?', state: 'asked' }, { id: randomUUID(), entryId: id });
    expect((await held()).map(({ content }) => content)).toEqual([{ ...own, text: 'Tea?', state: 'asked' }]);
    const other = await signIn(context, { sub: 'user-2' });
    const theirs = { actorId: other.id, subjectId: other.id };
    await expect(keepQuestion(context, theirs, own, { id: randomUUID(), entryId: id })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
