/** `npm run build:search`: writes the tables of search parameters and of summaries from HL7's definitions. */
import { writeFile } from 'node:fs/promises';
import { searchTables, summaryElements } from './search-tables.ts';

const rows = [...searchTables()].map(
  ([type, lines]) => `  ${type}: \`\n${lines.map((one) => `    ${one}\n`).join('')}  \`,\n`,
);
const file = new URL('../src/record/search/tables/search-parameters.ts', import.meta.url);
await writeFile(
  file,
  `/**
 * The search parameters of FHIR R4 by resource type: name, kind, and the elements it looks at (made from HL7's definitions by
 * \`npm run build:search\`). \`none\`: known to FHIR and not searchable here. \`[a=b]\`: only members with that value;
 * \`@Type\`: only references to that type.
 */
export const SEARCH_PARAMETER_LINES: Readonly<Record<string, string>> = {
${rows.join('')}};
`,
);

const elements = [...summaryElements()].map(([type, names]) => `  ${type}: '${names}',\n`);
await writeFile(
  new URL('../src/api/tables/summary-elements.ts', import.meta.url),
  `/**
 * By resource type of FHIR R4: the elements of its summary, and with \`!\` those that are required or change the meaning of
 * others (made from HL7's definitions by \`npm run build:search\`).
 */
export const SUMMARY_ELEMENTS: Readonly<Record<string, string>> = {
${elements.join('')}};
`,
);
