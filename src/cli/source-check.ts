/** `phr-gateway source check NAME`: what works at a source and what is missing, in words (I9). */
import { Command } from 'commander';
import { connectSource } from '../app.ts';
import { ConfigError, renderConfigError } from '../config/config-error.ts';
import { loadSources, sourcesDir } from '../config/load-sources.ts';
import type { CheckFinding } from '../ports/source-connector.ts';
import type { Terminal } from './terminal.ts';

const MARK: Readonly<Record<CheckFinding['level'], string>> = {
  works: 'works  ',
  missing: 'missing',
  wrong: 'wrong  ',
  note: 'note   ',
};

export function sourceCheckCommand(terminal: Terminal, finish: (exitCode: number) => void): Command {
  return new Command('check')
    .description('ask a configured source for discovery, capabilities, scopes and clock; exit 1 if something is wrong')
    .argument('<name>', 'name of the file in config/sources, without .json')
    .action(async (name: string) => {
      try {
        // Only the sources: nobody needs the operator's key to ask a source what it can.
        const sources = loadSources({ dir: sourcesDir(terminal.env), env: terminal.env });
        const source = sources.find((candidate) => candidate.name === name);
        if (!source) {
          const known = sources.map((candidate) => candidate.name).join(', ') || 'none';
          terminal.note(`error: no source of that name is configured; there are: ${known}\n`);
          finish(2);
          return;
        }
        const findings = await connectSource(source).check();
        for (const finding of findings) {
          await terminal.out(`${MARK[finding.level]}  ${finding.subject}: ${finding.text}\n`);
        }
        if (findings.some((finding) => finding.level === 'wrong')) finish(1);
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
        terminal.note(`${renderConfigError(error).join('\n')}\n`);
        finish(2);
      }
    });
}
