/** Real records on paper: every text that others wrote is read back out of the PDF letter by letter, in the order of the sheet. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reconcileFiles } from '../../src/cli/reconcile/reconcile-files.ts';
import { recordsFolder } from '../support/needs.ts';
import { choicesOf, passportOf, pdfOf, sheetOf } from '../support/passport-of.ts';
import { lacksPoppler, pdfText, withoutSpaces } from '../support/pdf-text.ts';
import { recordFiles } from '../support/record-files.ts';
import { seededChoice, seededSample } from '../support/seeded-sample.ts';

const records = recordsFolder();
const files = records === undefined ? [] : recordFiles(records);

describe.skipIf(records === undefined || lacksPoppler())('passports of real records', () => {
  test.each(seededSample(files, 12))('%s', async (name) => {
    const path = join(records ?? '', name);
    const given = { patientId: 'p', files: [{ name: 'file', path }], view: 'all', withOriginals: false } as const;
    const { record } = await reconcileFiles(given);
    const [size = 'a4'] = seededChoice(['a4', 'pocket'] as const, name.length);
    const choices = choicesOf({ size });
    const sheet = sheetOf(passportOf(record), choices);
    // A heading that is said again, and the foot of a sheet, stand between lines of one text that goes on behind them.
    const again = sheet.sections.map(({ heading }) => withoutSpaces(`${heading} (goes on)`));
    const foot =
      /AdaInvented\.Asof28February2026\.\d{1,4}of\d{1,4}|AdaInvented\.Nothinghasbeenreadyet\.\d{1,4}of\d{1,4}/g;
    const read = again.reduce(
      (text, heading) => text.replaceAll(heading, ''),
      withoutSpaces(await pdfText(await pdfOf(sheet, choices))).replaceAll(foot, ''),
    );
    let from = 0;
    for (const { items } of sheet.sections) {
      for (const { title, lines } of items) {
        for (const { text, isWritten } of [...title, ...lines.flatMap(({ runs }) => runs)]) {
          if (!isWritten) continue;
          const at = read.indexOf(withoutSpaces(text), from);
          expect(at, `"${text}" after ${read.slice(Math.max(0, from - 60), from)}`).toBeGreaterThanOrEqual(0);
          from = at + withoutSpaces(text).length;
        }
      }
    }
  });
});
