/** Answers of real sources, where a folder of them is at hand (set PHR_RECORDS): whatever is said of them has words in every language. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readReasons } from '../../../src/record/reasons.ts';
import { sortByArea } from '../../../src/sources/gp-connect/sort-by-area.ts';
import { CLINICAL_AREAS } from '../../../src/sources/gp-connect/tables/clinical-areas.ts';
import { answerFailure } from '../../../src/sources/read/answer-failure.ts';
import { readBundlePage } from '../../../src/sources/read/bundle-page.ts';
import { whatCame } from '../../../src/sources/read/what-came.ts';
import { recordsFolder } from '../../support/needs.ts';

const folder = recordsFolder();

describe.skipIf(folder === undefined)('real answers (set PHR_RECORDS to run)', () => {
  const practices = join(folder ?? '', 'gp-connect');
  const files =
    folder === undefined
      ? []
      : readdirSync(practices, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));

  function saidOf(name: string): readonly (string | undefined)[] {
    const text = readFileSync(join(practices, name), 'utf8');
    const answer = { url: '', headers: new Headers(), text, outline: JSON.parse(text) as unknown };
    const page = readBundlePage({ ...answer, status: 200 });
    const { areas } = sortByArea(page, CLINICAL_AREAS);
    return [
      ...[403, 404, 501, 503, 500].map((status) => answerFailure({ ...answer, status }, 0)?.detail),
      whatCame(answer, 'a Patient'),
      page.shortfall?.detail,
      ...areas.flatMap(({ refusal, warnings }) => [refusal?.detail, ...warnings]),
    ];
  }

  test('there are some', () => expect(files.length).toBeGreaterThan(10));

  test('each reason that they give can be read', () => {
    const said = new Set(files.flatMap(saidOf));
    expect(said.size).toBeGreaterThan(5);
    expect([...said].filter((reason) => reason !== undefined && readReasons(reason) === undefined)).toEqual([]);
  });
});
