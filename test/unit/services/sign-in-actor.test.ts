import { describe, expect, test } from 'vitest';
import { listSubjects, represent, requireSubject } from '../../../src/services/represent.ts';
import { makeContext, NHS_NUMBER, OTHER_NHS_NUMBER, signIn } from './make-context.ts';
import { auditOf } from '../../support/audit-of.ts';

describe('signing in', () => {
  test('makes a person once, who acts for themselves', async () => {
    const context = await makeContext();
    const first = await signIn(context);
    const again = await signIn(context);
    expect(again.id).toBe(first.id);
    expect(await listSubjects(context, first.id)).toEqual([{ person: first, relationship: 'self' }]);
  });

  test('takes the NHS number at proofing level P9 only, and only a valid one', async () => {
    const context = await makeContext();
    const claims = (level: string, number = NHS_NUMBER) => ({
      sub: `${level}-${number}`,
      nhs_number: number,
      identity_proofing_level: level,
    });
    expect((await signIn(context, claims('P9'))).identifiers).toEqual([
      { system: 'https://fhir.nhs.uk/Id/nhs-number', value: NHS_NUMBER, verifiedBy: 'https://sign-in.example' },
    ]);
    expect((await signIn(context, claims('P5'))).identifiers).toEqual([]);
    expect((await signIn(context, claims('P9', '9990001015'))).identifiers).toEqual([]);
  });

  test('learns the number at a later, better proofed sign-in; another number is refused', async () => {
    const context = await makeContext();
    const person = await signIn(context);
    const proofed = { nhs_number: NHS_NUMBER, identity_proofing_level: 'P9' };
    expect((await signIn(context, proofed)).identifiers).toHaveLength(1);
    expect((await context.store.getPerson(person.id))?.identifiers).toHaveLength(1);
    await expect(signIn(context, { ...proofed, nhs_number: OTHER_NHS_NUMBER })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('representing someone', () => {
  const child = { given: 'Milo', family: 'Okafor', birthDate: '2017-05-06', relationship: 'parent' } as const;

  test('gives the actor, and nobody else, a second subject without verified identifiers', async () => {
    const context = await makeContext();
    const parent = await signIn(context);
    const stranger = await signIn(context, { sub: 'user-2' });
    const subject = await represent(context, parent, child);
    expect(subject).toMatchObject({ identifiers: [], identities: [], birthDate: '2017-05-06' });
    expect((await listSubjects(context, parent.id)).map((item) => item.relationship)).toEqual(['self', 'parent']);
    await expect(requireSubject(context, stranger.id, subject.id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await auditOf(context.store, subject.id)).toMatchObject([{ action: 'represent', actorId: parent.id }]);
  });

  test('ends when it ends', async () => {
    const context = await makeContext();
    const actor = await signIn(context);
    const other = await signIn(context, { sub: 'user-2' });
    await context.store.addRepresentation({
      subjectId: other.id,
      actorId: actor.id,
      relationship: 'carer',
      since: '2026-01-01T00:00:00.000Z',
      until: '2026-11-21T09:00:01.000Z',
    });
    await expect(requireSubject(context, actor.id, other.id)).resolves.toMatchObject({ id: other.id });
    context.advance(2_000);
    await expect(requireSubject(context, actor.id, other.id)).rejects.toMatchObject({ code: 'not-found' });
  });
});
