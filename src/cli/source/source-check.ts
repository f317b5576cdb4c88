/** `phr-gateway source check NAME`: what works at a source and what is missing, in words (I9). */
import { Command } from 'commander';
import { connectSource } from '../../app.ts';
import { ConfigError, renderConfigError } from '../../config/config-error.ts';
import { loadOneSource, sourcesDir } from '../../config/load-sources.ts';
import type { SourceConfig } from '../../ports/source-config.ts';
import type { CheckFinding } from '../../ports/source-connector.ts';
import type { Terminal } from '../terminal.ts';

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
        // Only this source: neither the operator's key nor another source's file is needed to ask it what it can.
        const { source, names } = loadOneSource({ dir: sourcesDir(terminal.env), env: terminal.env }, name);
        if (source === undefined) {
          const known = names.join(', ') || 'none';
          terminal.note(`error: no source of that name is configured; there are: ${known}\n`);
          finish(2);
          return;
        }
        await checkAndPrint(terminal, source, finish);
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
        terminal.note(`${renderConfigError(error).join('\n')}\n`);
        finish(2);
      }
    });
}

/** Exit 1 where something is wrong. */
export async function checkAndPrint(
  terminal: Terminal,
  source: SourceConfig,
  finish: (exitCode: number) => void,
): Promise<void> {
  const findings = await connectSource(source).check();
  for (const finding of findings) {
    await terminal.out(`${MARK[finding.level]}  ${finding.subject}: ${finding.text}\n`);
  }
  if (findings.some((finding) => finding.level === 'wrong')) finish(1);
}
