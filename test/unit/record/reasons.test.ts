import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { joinReasons, joinWhys, readReasons, type Reason } from '../../../src/record/reasons.ts';
import { REASON_FORMS, WHY_FORMS } from '../../../src/record/tables/reason-forms.ts';

/** What each place is filled with. */
const FILLED: Readonly<Record<string, string>> = {
  why: 'it does not allow this; the practice’s system has a fault',
  seconds: '0.8',
  size: '1 MiB',
};

const WRITTEN = Object.entries(REASON_FORMS).flatMap(([kind, forms]) =>
  [forms].flat().map((form) => ({
    kind,
    form,
    text: form.replaceAll(/\{(\w+)\}/g, (_, name: string) => FILLED[name] ?? '42') as Reason,
  })),
);

describe('each form of a reason', () => {
  test.each(WRITTEN)('$form', ({ kind, text, form }) => {
    const places = [...form.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, FILLED[name] ?? '42']);
    const values = Object.fromEntries(places) as Readonly<Record<string, string>>;
    const why = form.includes('{why}') ? ['not-allowed', 'fault'] : [];
    expect(readReasons(text)).toEqual([{ kind, values, why }]);
  });

  test('any two joined are taken apart again', () => {
    const wrong = WRITTEN.flatMap((one) =>
      WRITTEN.filter((other) => {
        const kinds = readReasons(joinReasons([one.text, other.text]) ?? '')?.map(({ kind }) => kind);
        return kinds?.join() !== `${one.kind},${other.kind}`;
      }).map((other) => `${one.text} ${other.text}`),
    );
    expect(wrong).toEqual([]);
  });

  test('no form is there twice', () => {
    const forms = WRITTEN.map(({ form }) => form);
    expect(new Set(forms).size).toBe(forms.length);
  });
});

test('several are one text, none is none', () => {
  expect(joinReasons([])).toBeUndefined();
  expect(joinReasons(['Not read yet.', 'The source gave nothing.'])).toBe('Not read yet. The source gave nothing.');
});

test('what is meant twice is told once', () => {
  const why = joinWhys(['it does not allow this', 'it does not allow this', 'the practice does not allow this']);
  expect(why).toBe('it does not allow this; the practice does not allow this');
  expect(readReasons(`The source refused this (${why}; status 403).`)).toMatchObject([{ why: ['not-allowed'] }]);
});

test.each(Object.values(WHY_FORMS).flat())('%s', (words) =>
  expect(readReasons(`The source refused this (${words}; status 403).`)).toMatchObject([
    { kind: 'refused-why', values: { status: '403' } },
  ]),
);

test.each([
  '',
  'Something else.',
  'The source refused this',
  'The source refused this (for reasons of its own; status 403).',
  'Not read yet. Something else.',
  'Something else. Not read yet.',
])('%j is not made of the forms', (text) => expect(readReasons(text)).toBeUndefined());

/** An outcome's reason is kept as text, so its type alone does not forbid another sentence. */
test.each(['services', 'sources'])('no other reason is written in %s', (name) => {
  const folder = fileURLToPath(new URL(`../../../src/${name}/`, import.meta.url));
  const written = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(`${folder}${file}`, 'utf8').matchAll(
        /\b(?:reason|lastFailure)(?:: Reason)? ?[:=] ?(['`])([^'`]+)\1/g,
      ),
    ])
    .map(([, , text = '']) => text.replaceAll(/\$\{[^}]*\}/g, '42'));
  expect(written.filter((text) => readReasons(text) === undefined)).toEqual([]);
});
