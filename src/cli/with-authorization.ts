/** Opens the store for one command about apps or keys, and closes it; what stops it is told in words. */
import { openAuthorizationAdmin } from '../app.ts';
import { ConfigError, renderConfigError } from '../config/config-error.ts';
import { loadConfiguration, type Configuration } from '../config/load-configuration.ts';
import type { Terminal } from './terminal.ts';

type Admin = Awaited<ReturnType<typeof openAuthorizationAdmin>>;

/** @returns the exit code; 2 where configuration or store cannot be opened. */
export async function withAuthorization(
  terminal: Terminal,
  work: (admin: Admin, configuration: Configuration) => Promise<number>,
): Promise<number> {
  let admin: Admin | undefined;
  try {
    const configuration = loadConfiguration(terminal.env);
    admin = await openAuthorizationAdmin(configuration.config);
    return await work(admin, configuration);
  } catch (error) {
    if (error instanceof ConfigError) terminal.note(`${renderConfigError(error).join('\n')}\n`);
    else if (error instanceof Error && error.name === 'StoreOpenError') terminal.note(`error: ${error.message}\n`);
    else throw error;
    return 2;
  } finally {
    await admin?.close();
  }
}
