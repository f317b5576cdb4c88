/**
 * The record of one subject as one viewer may see it: reads what is due, falls back to what is stored, reconciles, and says how
 * complete the answer is (design 2; laws L6, L7, L10).
 */
import { GatewayError } from '../errors.ts';
import type { AccessGrant } from '../access/access-grant.ts';
import type { LinkedAccount } from '../ports/linked-account.ts';
import type { Person } from '../ports/people.ts';
import { createAccountParts } from './account-parts.ts';
import { createAnswerMemo } from './answer-memo.ts';
import { audit } from './audit.ts';
import { computeAnswer, digestOf, viewName } from './compute-answer.ts';
import type { RecordAnswer, RecordReader } from './record-reader.ts';
import type { ServiceContext } from './service-context.ts';
import type { AccountSync } from './sync-account.ts';
import { syncDue, type ReadSettings } from './sync-due.ts';

/** Characters of received text whose answers are kept at hand; an answer takes several times that in memory. */
const MEMO_CHARACTERS = 50_000_000;

export function createRecordReader(context: ServiceContext, sync: AccountSync, settings: ReadSettings): RecordReader {
  const memo = createAnswerMemo<RecordAnswer>({ maxWeight: MEMO_CHARACTERS, weigh: receivedCharacters });

  return {
    async read(grant) {
      const person = await context.store.getPerson(grant.subjectId);
      if (person === undefined) throw new GatewayError('not-found');
      const visible = (account: LinkedAccount) => grant.sources?.includes(account.source) ?? true;
      const accounts = (await context.store.listAccounts(person.id)).filter(visible);
      const parts = createAccountParts(context);
      const { late, asked } = await syncDue(context, sync, settings, accounts, (ready) => parts.begin(ready));
      const read = asked ? (await context.store.listAccounts(person.id)).filter(visible) : accounts;

      const view = viewName(grant);
      const ground = digestOf([person, read, [...late].toSorted(), view]);
      const answer = await memo.get(`${person.id} ${view}`, ground, () =>
        computeAnswer(context, person, read, late, parts, grant),
      );
      await auditRead(context, grant, person);
      return answer;
    },
  };
}

function receivedCharacters({ record }: RecordAnswer): number {
  return record.sourceRecords.reduce((sum, item) => sum + (item.received.text?.length ?? 0), 1);
}

async function auditRead(context: ServiceContext, grant: AccessGrant, subject: Person): Promise<void> {
  const isSelf = subject.identities.some(({ issuer, sub }) => issuer === grant.actor.issuer && sub === grant.actor.sub);
  const actor = isSelf ? subject : await context.store.findPersonByIdentity(grant.actor);
  await audit(context, {
    subjectId: grant.subjectId,
    actorId: actor?.id,
    agent: grant.clientId ?? 'web',
    action: 'read',
    what: ['record'],
    outcome: 'success',
  });
}
