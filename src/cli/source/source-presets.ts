/** `phr-gateway source presets`: the vendors whose ways are known, and where each fact is documented. */
import { Command } from 'commander';
import { loadPreset, presetNames } from '../../config/load-presets.ts';
import type { Preset } from '../../config/preset-schema.ts';
import type { Terminal } from '../terminal.ts';

export function sourcePresetsCommand(terminal: Terminal, finish: (exitCode: number) => void): Command {
  return new Command('presets')
    .description('list the vendor presets; with a name, what it says and where that is documented')
    .argument('[name]', 'a preset')
    .action(async (name: string | undefined) => {
      const names = presetNames();
      if (name === undefined) {
        for (const each of names) await terminal.out(`${each.padEnd(20)}  ${loadPreset(each).about}\n`);
      } else if (names.includes(name)) {
        await terminal.out(described(loadPreset(name)));
      } else {
        terminal.note(`error: no preset of that name; there are: ${names.join(', ')}\n`);
        finish(2);
      }
    });
}

function described({ title, about, ask, facts }: Preset): string {
  const asked = ask.map(({ field, words }) => `  ${field}: ${words}`);
  const known = facts.flatMap(({ about: field, says, source }) => [`  ${field}: ${says}`, `    ${source}`]);
  return [
    title,
    about,
    '',
    'To be given:',
    ...(asked.length === 0 ? ['  nothing'] : asked),
    '',
    'Known:',
    ...known,
    '',
  ].join('\n');
}
