/** The gateway's public address by itself, for commands that need nothing else of the settings. */
import { systemFiles } from './files.ts';
import type { ConfigFiles } from './files.ts';
import type { Environment } from './read-settings.ts';
import { readSettings } from './read-settings.ts';
import { settingsSchema } from './settings.ts';
import { withoutTrailingSlash } from './urls.ts';

/** Where it is not set or wrong: the loopback address of the port, as the gateway itself would say. */
export function publicUrlOf(env: Environment, readFile: ConfigFiles['readFile'] = systemFiles.readFile): string {
  const { texts } = readSettings(env, readFile);
  const said = settingsSchema.shape.PHR_PUBLIC_URL.safeParse(texts.PHR_PUBLIC_URL);
  if (said.success && said.data !== undefined) return withoutTrailingSlash(said.data);
  const port = settingsSchema.shape.PHR_PORT.safeParse(texts.PHR_PORT);
  return `http://127.0.0.1:${port.success ? port.data : 3000}`;
}
