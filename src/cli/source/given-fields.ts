/** Turns the options of `source add` into fields of the source file. */
import { isAbsolute } from 'node:path';
import type { Preset } from '../../config/preset-schema.ts';
import type { GivenFields } from '../../config/source-from-preset.ts';

export interface SourceAddOptions {
  readonly preset: string;
  readonly baseUrl?: string;
  readonly clientId?: string;
  readonly public?: boolean;
  readonly secret?: string;
  readonly key?: string;
  readonly set: readonly string[];
  readonly check: boolean;
}

export type KeyAlgorithm = 'RS384' | 'ES384';

export type Given = { readonly fields: GivenFields; readonly algorithm: KeyAlgorithm } | { readonly what: string };

export function givenFields(preset: Preset, options: SourceAddOptions): Given {
  const fields = new Map<string, string>();
  for (const pair of options.set) {
    const at = pair.indexOf('=');
    if (at < 1) return { what: '--set takes FIELD=VALUE' };
    fields.set(pair.slice(0, at), pair.slice(at + 1));
  }
  if (options.baseUrl !== undefined) fields.set('baseUrl', options.baseUrl);
  if (options.clientId !== undefined) fields.set('clientId', options.clientId);
  const ways = [options.public === true, options.secret !== undefined, options.key !== undefined];
  if (ways.filter(Boolean).length > 1) return { what: 'give one of --public, --secret and --key' };
  // Every .json of the folder is read as a source.
  if (options.key?.endsWith('.json') === true && !isAbsolute(options.key)) {
    return { what: 'a key beside the source files must not end in .json; call it .jwk' };
  }
  const algorithm = algorithmOf(preset, fields);
  if (options.public === true) fields.set('authentication.method', 'public');
  if (options.secret !== undefined) {
    const method = fields.get('authentication.method') ?? presetMethod(preset);
    fields.set('authentication.method', method === 'client_secret_post' ? method : 'client_secret_basic');
    fields.set('authentication.clientSecret', options.secret);
  }
  if (options.key !== undefined) {
    fields.set('authentication.method', 'private_key_jwt');
    fields.set('authentication.algorithm', algorithm);
    fields.set('authentication.privateKey', `file:${options.key}`);
  }
  return { fields, algorithm };
}

function presetMethod({ file }: Preset): string | undefined {
  return textIn(file['authentication'], 'method');
}

function algorithmOf({ file }: Preset, fields: GivenFields): KeyAlgorithm {
  const said = fields.get('authentication.algorithm') ?? textIn(file['authentication'], 'algorithm');
  return said === 'RS384' ? 'RS384' : 'ES384';
}

function textIn(value: unknown, name: string): string | undefined {
  const member =
    typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
  return typeof member === 'string' ? member : undefined;
}
