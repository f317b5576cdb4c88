/** The cards of all sources for one person: what is linked, and how far what is being read has come. */
import type { ServiceContext } from '../../services/service-context.ts';
import { readProgress } from '../../services/sync-progress.ts';
import { sourceCard, type SourceCard } from './source-card.ts';

/** In the order of the configuration. */
export async function findCards(services: ServiceContext, subjectId: string): Promise<readonly SourceCard[]> {
  const accounts = await services.store.listAccounts(subjectId);
  return Promise.all(
    [...services.connectors.values()].map(async ({ source }) => {
      const account = accounts.find((item) => item.source === source.name);
      if (account === undefined) return sourceCard(source, undefined, undefined, services.now());
      const progress = await readProgress(services.shared, account.id);
      // Read after the progress: how a reading went that has just ended is told by the account.
      const current = await services.store.getAccount(subjectId, account.id);
      return sourceCard(source, current, progress, services.now());
    }),
  );
}
