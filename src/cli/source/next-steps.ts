/** What an operator does after a source file was written: what to register at the source, and what is known about it. */
import type { Preset } from '../../config/preset-schema.ts';
import type { SourceConfig } from '../../ports/source-config.ts';

export function nextSteps(source: SourceConfig, { title, facts }: Preset, publicUrl: string): string {
  const { name, authentication, access } = source;
  const steps = [
    ...(access === 'backend' ? [] : [`register the redirect URI  ${publicUrl}/link/${name}/callback`]),
    ...(authentication.method === 'private_key_jwt'
      ? [`register the key set URL   ${publicUrl}/.well-known/jwks.json`]
      : []),
    'restart the gateway, so that it reads the new file',
    `sign in at ${publicUrl}/accounts and link it`,
  ];
  const notes = facts.filter(({ about }) => about === 'note').map(({ says, source: url }) => `  - ${says}\n    ${url}`);
  return [
    '',
    `Next, at ${title}:`,
    ...steps.map((step, index) => `  ${index + 1}. ${step}`),
    ...(notes.length === 0 ? [] : ['', 'Known about it:', ...notes]),
    '',
    '',
  ].join('\n');
}
