/**
 * The record of one subject as one viewer may see it: reads what is due, falls back to what is stored, reconciles, and says how
 * complete the answer is (design 2; laws L6, L7, L10).
 */
import { GatewayError } from '../errors.ts';
import type { AccessGrant } from '../access/access-grant.ts';
import { isOver } from '../access/decide.ts';
import { OWN_SOURCE } from '../record/own/own-source.ts';
import { createAccountParts } from './account-parts.ts';
import { createAnswerMemo } from './answer-memo.ts';
import { computeAnswer, viewName, type SeenSubject } from './compute-answer.ts';
import type { RecordAnswer, RecordReader } from './record-reader.ts';
import { createKeptInputs } from './kept-inputs.ts';
import { createContentDigests } from './record-ledger.ts';
import { createNameCodes } from './name-codes.ts';
import { createFindRecordSubject, type RecordSubject } from './record-subject.ts';
import type { ServiceContext } from './service-context.ts';
import type { AccountSync } from './sync-account.ts';
import { syncDue, type ReadSettings } from './sync-due.ts';

/** Characters of received text whose answers are kept at hand; an answer takes several times that in memory. */
const MEMO_CHARACTERS = 8_000_000;
/** The same of accounts that are ready to be reconciled again; they share most of it with those answers. */
const INPUT_CHARACTERS = 4_000_000;
const MAX_SUBJECTS = 1_000;

export function createRecordReader(context: ServiceContext, sync: AccountSync, settings: ReadSettings): RecordReader {
  const findSubject = createFindRecordSubject(context, MAX_SUBJECTS);
  const memo = createAnswerMemo<RecordAnswer>({ maxWeight: MEMO_CHARACTERS, weigh: receivedCharacters });
  const nameCodes = createNameCodes(context);
  const contentDigests = createContentDigests();
  const keptInputs = createKeptInputs(INPUT_CHARACTERS);

  return {
    async read(grant) {
      if (isOver(grant, context.now())) throw new GatewayError('invalid-token', 'What allowed this access has ended.');
      const subject = await findSubject(grant.subjectId);
      if (subject === undefined) throw new GatewayError('not-found');
      const parts = createAccountParts(context, grant.labels, keptInputs);
      const { late, asked } = await syncDue(context, sync, settings, seenBy(grant, subject).accounts, (ready, rows) =>
        parts.begin(ready, rows),
      );
      const current = asked ? await findSubject(grant.subjectId) : subject;
      if (current === undefined) throw new GatewayError('not-found');
      const seen = seenBy(grant, current);
      const { person, accounts } = seen;

      const view = viewName(grant);
      // What a viewer may not see must not even be felt by how long an answer takes (law L10).
      const seenVersion = grant.sources === undefined ? current.ground : seen;
      const ground = JSON.stringify([seenVersion, [...late].toSorted()]);
      const key = JSON.stringify([person.id, view]);
      const { terminology, digest } = await nameCodes.get(key, ground, accounts, parts);
      return memo.get(key, JSON.stringify([ground, digest]), () =>
        computeAnswer({ ...context, terminology }, seen, late, parts, grant, contentDigests),
      );
    },
  };
}

/** Labels are judged where the rows are read. A decision that names a source's item belongs to that source. */
function seenBy({ sources }: AccessGrant, { person, accounts, decisions, entries }: RecordSubject): SeenSubject {
  if (sources === undefined) return { person, accounts, decisions, entries };
  return {
    person,
    entries: sources.includes(OWN_SOURCE) ? entries : [],
    accounts: accounts.filter(({ source }) => sources.includes(source)),
    decisions: decisions.filter(({ items }) =>
      items.every((item) => 'reference' in item || sources.includes(item.source)),
    ),
  };
}

function receivedCharacters({ record }: RecordAnswer): number {
  return record.sourceRecords.reduce((sum, item) => sum + (item.received.text?.length ?? 0), 1);
}
