/** One instance of the library per set of signing keys: made anew where another process or the operator has changed them. */
import { Provider } from 'oidc-provider';
import { issuerOf, type AuthorizationServerOptions } from './authorization-server-options.ts';
import { completeAnswers } from './complete-answers.ts';
import { currentSigningKeys } from './keys/key-rotation.ts';
import { providerConfiguration, type ProviderParts } from './provider-configuration.ts';

/** New keys are seen by every process within this time. */
const LOOK_EVERY_MS = 30_000;

export interface RunningProvider {
  readonly provider: Provider;
  readonly handle: ReturnType<Provider['callback']>;
}

/** Nothing is kept in an instance, so that one can take over from another at any time. */
export function createCurrentProvider(
  options: AuthorizationServerOptions,
  parts: ProviderParts,
): () => Promise<RunningProvider> {
  const { store, now, log } = options.services;
  let running: Promise<RunningProvider & { readonly keyIds: string }> | undefined;
  let lookedAt = 0;

  async function look(previous: typeof running): Promise<RunningProvider & { readonly keyIds: string }> {
    const keys = await currentSigningKeys(store, now());
    const keyIds = keys.map(({ keyId }) => keyId).join(' ');
    const known = await previous?.catch(() => undefined);
    if (known?.keyIds === keyIds) return known;
    const provider = new Provider(issuerOf(options), providerConfiguration(options, keys, parts));
    provider.proxy = true;
    completeAnswers(provider);
    // Faults go to the gateway's log, not to standard error.
    provider.silent = true;
    provider.on('server_error', (_ctx, error) => log.error({ error }, 'authorization server failed'));
    return { provider, handle: provider.callback(), keyIds };
  }

  return () => {
    if (running === undefined || now() - lookedAt > LOOK_EVERY_MS) {
      lookedAt = now();
      running = look(running);
      running.catch(() => {
        running = undefined;
      });
    }
    return running;
  };
}
