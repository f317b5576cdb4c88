/** The table of settings for the README, made from the schema so that it cannot go out of date unseen. */
import { settingNames, wordsOf } from './settings.ts';

/** Markdown; one row per setting. */
export function settingsTable(): string {
  const rows = settingNames.map((name) => {
    const { description, standard, secret, command } = wordsOf(name);
    const ends = ['', ...(secret === true ? ['_FILE'] : []), ...(command === true ? ['_COMMAND'] : [])];
    const names = ends.map((end) => `\`${name}${end}\``).join(', ');
    return `| ${names} | ${description} | ${standard === undefined ? '–' : `\`${standard}\``} |`;
  });
  return ['| Setting | What it is | Default |', '| --- | --- | --- |', ...rows].join('\n');
}
