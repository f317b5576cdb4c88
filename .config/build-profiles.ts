/** `npm run build:profiles`: writes the vocabulary's artefacts into profiles/. */
import { writeFile } from 'node:fs/promises';
import { vocabularyArtefacts } from './vocabulary-artefacts.ts';

for (const artefact of vocabularyArtefacts()) {
  const file = new URL(`../profiles/${artefact.resourceType}-${artefact.id ?? ''}.json`, import.meta.url);
  await writeFile(file, inLines(artefact));
}

/** One concept or element a line, so that a change shows as the line it is. */
function inLines(artefact: object): string {
  const fields = Object.entries(artefact).map(([name, value]) => `  ${JSON.stringify(name)}: ${text(name, value)}`);
  return `{\n${fields.join(',\n')}\n}\n`;
}

function text(name: string, value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value);
  if (name !== 'group') return `[\n${value.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`;
  return `[\n${value.map((one) => inLines(one as object).trimEnd()).join(',\n')}\n  ]`;
}
