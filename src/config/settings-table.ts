/** The table of settings for the README, made from the schema so that it cannot go out of date unseen. */
import { settingNames, wordsOf } from './settings.ts';

/** Markdown; one row per setting. */
export function settingsTable(): string {
  const rows = settingNames.map((name) => {
    const { description, standard, secret } = wordsOf(name);
    const names = secret === true ? `\`${name}\`, \`${name}_FILE\`` : `\`${name}\``;
    return `| ${names} | ${description} | ${standard === undefined ? '–' : `\`${standard}\``} |`;
  });
  return ['| Setting | What it is | Default |', '| --- | --- | --- |', ...rows].join('\n');
}
