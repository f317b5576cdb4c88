/** A store that never had what a viewer may not see: the same keys and times, other rows (law L10). */
import type { DurableStore, LedgerRow } from '../../../src/ports/durable-store.ts';
import type { Limits } from './expected-visible.ts';
import type { Item, LabelledPerson } from './labelled-person.ts';
import { writeItem } from './write-item.ts';

export function withoutHidden(
  store: DurableStore,
  { items, sources }: LabelledPerson,
  visible: ReadonlySet<Item>,
  limits: Limits,
): DurableStore {
  const given = sources.filter((source) => limits.sources?.includes(source) ?? true);
  // What a record says of sources that were never linked it says still.
  const isThere = (to: Item) => visible.has(to) || !given.includes(to.source);
  const texts = new Map([...visible].map((item) => [writeItem(item, () => true), writeItem(item, isThere)]));
  const ledgers = new Map<string, LedgerRow[]>();
  return {
    ...store,
    async getPerson(id) {
      const person = await store.getPerson(id);
      const isTold = (verifiedBy: string) =>
        !sources.some((name) => name === verifiedBy) || given.some((name) => name === verifiedBy);
      return person && { ...person, identifiers: person.identifiers.filter(({ verifiedBy }) => isTold(verifiedBy)) };
    },
    async listDecisions(subjectId) {
      const seen = new Set([...visible].map(({ id }) => id));
      const decisions = await store.listDecisions(subjectId);
      return decisions.filter(({ items }) => items.every((item) => 'originalId' in item && seen.has(item.originalId)));
    },
    async listAccounts(subjectId) {
      const accounts = await store.listAccounts(subjectId);
      return accounts
        .filter(({ source }) => given.some((name) => name === source))
        .map((account) => ({
          ...account,
          outcomes: account.outcomes.map((outcome) => ({ ...outcome, received: countOf(account.source) })),
        }));
    },
    async listResources(subjectId, accountId) {
      const rows = await store.listResources(subjectId, accountId);
      return rows.flatMap((row) => {
        const text = texts.get(row.text);
        // Whoever is limited to labels is not told of places: elsewhere they would be others.
        const at = limits.labels === undefined ? row.at : 'elsewhere';
        return text === undefined ? [] : [{ ...row, text, at }];
      });
    },
    readLedger: (subjectId, view) => Promise.resolve(ledgers.get(`${subjectId} ${view}`) ?? []),
    writeLedger(subjectId, view, rows) {
      const key = `${subjectId} ${view}`;
      const known = new Map((ledgers.get(key) ?? []).map((row) => [row.reference, row]));
      for (const row of rows) known.set(row.reference, row);
      ledgers.set(key, [...known.values()]);
      return Promise.resolve();
    },
  };

  function countOf(source: string): number {
    return items.filter((item) => item.source === source && visible.has(item)).length;
  }
}
