/** The access log. */
import { describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../../src/ports/audit.ts';
import { auditOf } from '../../support/audit-of.ts';
import { AT_ELEVEN, AT_NINE, AT_TEN, orla, tam } from './people-of-the-contract.ts';
import { auditLine } from './contract-values.ts';
import type { ContractStage } from './contract-stage.ts';

export function auditContract(stage: ContractStage): void {
  describe('audit', () => {
    const bare = auditLine({
      actorId: undefined,
      appGrantId: undefined,
      action: 'search',
      outcome: 'refused',
      status: undefined,
      requestId: undefined,
      types: [],
      sources: [],
      reference: undefined,
      query: undefined,
      notes: [],
    });
    const lines = [auditLine({}), bare, auditLine({ at: AT_TEN, actorId: tam.id, agent: 'gateway', action: 'sync' })];

    async function write(entries: readonly AuditEntry[]): Promise<void> {
      for (const entry of entries) await stage.store.appendAudit(entry);
    }

    test('keeps every line in order, per subject', async () => {
      await write([...lines, auditLine({ subjectId: tam.id })]);
      await stage.restart();
      const kept = await auditOf(stage.store, orla.id);
      expect(kept).toStrictEqual(lines.map((line, n) => ({ id: kept[n]?.id, ...line })));
      expect(new Set(kept.map(({ id }) => id)).size).toBe(3);
      for (const { id } of kept) expect(id).toMatch(/^[A-Za-z0-9\-.]{1,64}$/);
      expect(await auditOf(stage.store, tam.id)).toHaveLength(1);
    });

    test('is read a page at a time, newest first; what comes meanwhile moves nothing', async () => {
      const many = Array.from({ length: 25 }, (_, n) =>
        auditLine({ at: n < 12 ? AT_NINE : AT_TEN, requestId: `r${n}` }),
      );
      await write(many);
      const seen: (string | undefined)[] = [];
      let page = await stage.store.listAudit(orla.id, { limit: 10 });
      await write([auditLine({ at: AT_ELEVEN, requestId: 'late' })]);
      while (page.length > 0) {
        seen.push(...page.map(({ requestId }) => requestId));
        page = await stage.store.listAudit(orla.id, { limit: 10, before: page.at(-1) });
      }
      expect(seen).toEqual(many.map(({ requestId }) => requestId).toReversed());
    });

    test.each([
      ['from an instant on', { from: AT_TEN }, 1],
      ['before an instant', { until: AT_TEN }, 2],
      ['an action', { actions: ['search', 'sync'] as const }, 2],
      ['an outcome', { outcomes: ['refused'] as const }, 1],
      ['an agent', { agents: ['gateway'] }, 1],
      ['a consent', { appGrantId: 'grant-1' }, 2],
      ['an id that is not there', { ids: ['nothing'] }, 0],
      ['no id at all', { ids: [] }, 0],
      ['two at once', { outcomes: ['refused'] as const, agents: ['gateway'] }, 0],
    ])('is found and counted by %s', async (_, filter, count) => {
      await write([...lines, auditLine({ subjectId: tam.id, at: AT_ELEVEN, outcome: 'refused' })]);
      expect(await stage.store.listAudit(orla.id, { ...filter, limit: 100 })).toHaveLength(count);
      expect(await stage.store.countAudit(orla.id, filter)).toBe(count);
    });

    test('an id finds its line under its own person only', async () => {
      await write(lines);
      const [newest] = await stage.store.listAudit(orla.id, { limit: 1 });
      const ids = [newest?.id ?? ''];
      expect(await stage.store.listAudit(orla.id, { limit: 1, ids })).toStrictEqual([newest]);
      expect(await stage.store.listAudit(tam.id, { limit: 1, ids })).toEqual([]);
    });

    test('lines of many people that come together are all kept, each under its own', async () => {
      const entries = Array.from({ length: 40 }, (_, n) => auditLine({ subjectId: n % 2 === 0 ? orla.id : tam.id }));
      await Promise.all(entries.map((entry) => stage.store.appendAudit(entry)));
      for (const person of [orla, tam]) {
        const kept = await auditOf(stage.store, person.id);
        expect(kept).toHaveLength(20);
        for (const line of kept) expect(line).toMatchObject({ subjectId: person.id, sources: ['hospital'] });
      }
    });

    test('what is about somebody nobody knows here is kept without details', async () => {
      await write([auditLine({ subjectId: 'p-nobody' })]);
      expect(await auditOf(stage.store, 'p-nobody')).toMatchObject([
        { action: 'read', agent: 'app-1', types: [], sources: [], reference: undefined, query: undefined },
      ]);
    });
  });
}
