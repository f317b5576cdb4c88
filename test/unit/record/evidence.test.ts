import { describe, expect, test } from 'vitest';
import { EVIDENCE_FORMS, readEvidence, type EvidenceKind } from '../../../src/record/evidence.ts';

const KINDS = Object.keys(EVIDENCE_FORMS) as EvidenceKind[];
/** What a source may write: it looks like the forms themselves. */
const ODD = 'a "b" (imported c) (confirmed by "d")';

describe('evidence', () => {
  test.each(KINDS)('%s is read back from what was written', (kind) => {
    const form = EVIDENCE_FORMS[kind];
    const places = [...form.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const text = form.replaceAll(/\{(\w+)\}/g, '<$1>');
    expect(readEvidence(text)).toEqual({
      kind,
      values: Object.fromEntries(places.map((name) => [name, `<${name}>`])),
    });
  });

  test.each([
    [`name "${ODD}"`, 'name', ODD],
    [`brand "${ODD}"`, 'brand', ODD],
    [`"${ODD}"`, 'none-known', ODD],
    [`name "${ODD}" (imported RxNorm)`, 'imported-name', ODD],
    ['name ""', 'name', ''],
  ])('what a source wrote is whole in %s', (text, kind, words) => {
    expect(readEvidence(text)).toMatchObject({ kind, values: { words } });
  });

  test.each(['', '"', 'name "', 'name', 'something else', 'code 1', 'replaces an earlier order of its source.'])(
    '%j is none of the forms',
    (text) => expect(readEvidence(text)).toBeUndefined(),
  );
});
