import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/access/decide.ts';
import { createAccessAudit, type Access } from '../../../src/services/audit-access.ts';
import { grantOf } from '../../fixtures/grant-of.ts';
import { auditOf } from '../../support/audit-of.ts';
import { makeContext, signIn } from './make-context.ts';

async function setUp(scope = 'patient/*.rs') {
  const context = await makeContext();
  const person = await signIn(context);
  const grant = { ...grantOf(scope, person.id), appGrantId: 'grant-1' };
  const account = createAccessAudit(context, () => Promise.resolve(person.id));
  const access = (changes: Partial<Access>): Access => ({
    grant,
    interaction: 'read',
    resourceType: 'Condition',
    id: 'u1',
    query: '',
    decision: undefined,
    askedTypes: undefined,
    sources: ['gp', 'hospital', 'withheld'],
    status: 200,
    requestId: 'request-1',
    ...changes,
  });
  const kept = async (changes: Partial<Access>) => {
    await account(access(changes));
    return (await auditOf(context.store, person.id)).at(-1);
  };
  return { context, person, grant, account, access, kept };
}

describe('a request of an app is one line', () => {
  test('of a read', async () => {
    const { person, kept } = await setUp();
    expect(await kept({})).toMatchObject({
      subjectId: person.id,
      actorId: person.id,
      agent: 'app',
      appGrantId: 'grant-1',
      action: 'read',
      outcome: 'success',
      status: 200,
      types: ['Condition'],
      sources: ['gp', 'hospital'],
      reference: 'Condition/u1',
      query: 'Condition/u1',
      requestId: 'request-1',
    });
  });

  test.each([
    ['vread', 'vread'],
    ['search-type', 'search'],
    ['$everything', 'everything'],
    ['$summary', 'summary'],
    ['$docref', 'docref'],
    ['$original', 'original'],
    ['$something-new', 'operation'],
  ])('%s is %s', async (interaction, action) => {
    const { kept } = await setUp();
    expect(await kept({ interaction })).toMatchObject({ action });
  });

  test.each([
    [200, 'success'],
    [304, 'success'],
    [400, 'failure'],
    [401, 'refused'],
    [403, 'refused'],
    [404, 'failure'],
    [500, 'failure'],
  ])('status %i is %s; an id is kept only where it gave something', async (status, outcome) => {
    const { kept } = await setUp();
    const line = await kept({ status, id: 'somebody-elses' });
    expect(line).toMatchObject({ status, outcome });
    expect(JSON.stringify(line).includes('somebody-elses')).toBe(status < 400);
  });

  test('types: those asked for and given, or all that the scopes give', async () => {
    const { grant, kept } = await setUp('patient/Condition.rs patient/Patient.rs');
    const everything = { interaction: '$everything', resourceType: 'Patient' } as const;
    const decision = decide(grant, { interaction: 'everything', patientId: undefined, types: undefined }, 0);
    expect(await kept({ ...everything, decision })).toMatchObject({ types: ['Condition', 'Patient'] });
    const types = ['Condition', 'Observation'];
    const narrowed = decide(grant, { interaction: 'everything', patientId: undefined, types }, 0);
    expect(await kept({ ...everything, decision: narrowed, askedTypes: types })).toMatchObject({
      types: ['Condition'],
    });
  });

  test('who asked for another person is told in a word, whom they asked for is not', async () => {
    const { grant, kept } = await setUp();
    const decision = decide(grant, { interaction: 'search', patientId: 'p-other', types: ['Condition'] }, 0);
    const line = await kept({ interaction: 'search-type', id: '', status: 403, decision, query: 'patient=p-other' });
    expect(line).toMatchObject({ outcome: 'refused', notes: ['other-patient'], query: 'Condition?patient=***' });
    expect(JSON.stringify(line)).not.toContain('p-other');
  });

  test('without a grant nobody knows whose log it would be', async () => {
    const { context, person, account, access } = await setUp();
    await account(access({ grant: undefined, status: 401 }));
    expect(await auditOf(context.store, person.id)).toEqual([]);
  });

  test('an app that is told to wait has asked nothing', async () => {
    const { context, person, account, access } = await setUp();
    await account(access({ status: 429 }));
    expect(await auditOf(context.store, person.id)).toEqual([]);
  });

  test('a store that fails fails the request', async () => {
    const { context, account, access } = await setUp();
    await context.store.close();
    await expect(account(access({}))).rejects.toThrow();
  });
});
