/** Pages of somebody who has linked nothing yet: none says what places list, or counts it, where no place was asked. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHarness, type Harness, type Visitor } from './app-harness.ts';

let harness: Harness;
let zofia: Visitor;

beforeAll(async () => {
  harness = await startHarness();
  zofia = harness.visit('zofia');
  await zofia.linkAll();
}, 60_000);
afterAll(() => harness.close());

const LISTS = ['medicines', 'conditions', 'allergies', 'vaccinations', 'timeline', 'other'] as const;

async function mainOf(folder: string): Promise<string> {
  const page = await zofia.page(`/${folder}`);
  return (page.split('<main')[1] ?? '').split('</main>')[0] ?? '';
}

test.each(LISTS)('/%s says that nothing is linked, and leads to where it is done', async (folder) => {
  const page = await mainOf(folder);
  expect(page).toContain('No account is linked yet.');
  expect(page).toContain('<a href="/accounts">Link one in My accounts</a>');
  expect(page).not.toMatch(/>\s*0 [a-z]|None of the linked places|No linked place/);
});

test('what the person added themselves is shown, and is no linked place', async () => {
  const own = { 'text-name': 'Ferrowick 5 mg', use: 'regular', sort: 'supplement' };
  await zofia.post('/add/medicine', { id: randomUUID(), replaces: '', ...own });
  expect(await mainOf('medicines')).toMatch(/No account is linked yet[\s\S]*Ferrowick 5 mg/);
  expect(await mainOf('conditions')).not.toMatch(/>\s*0 [a-z]/);
});
