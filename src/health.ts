/** Whether the process lives, and whether requests may be sent to it. */
import type { Express } from 'express';
import { createReadiness } from './readiness.ts';
import type { ServiceContext } from './services/service-context.ts';

export function addHealth(app: Express, { store, shared }: ServiceContext, isDraining: () => boolean): void {
  app.get('/health/live', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'live' });
  });
  const canServe = createReadiness(store, shared);
  app.get('/health/ready', async (_request, response) => {
    const isReady = !isDraining() && (await canServe());
    response
      .status(isReady ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: isReady ? 'ready' : 'not ready' });
  });
}
