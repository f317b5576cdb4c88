import { describe, expect, test } from 'vitest';
import { maySee } from '../../../src/access/labels.ts';

const SYSTEM = 'https://labels.example';
const label = (code: string, system: string | undefined = SYSTEM) => ({ system, code });
const may = (json: unknown, { codes = ['N'], unlabelled = true, defaults = [] as string[] } = {}) =>
  maySee(
    { codes: codes.map((code) => `${SYSTEM}|${code}`), unlabelled },
    json,
    defaults.map((code) => label(code)),
  );
const labelled = (...codes: string[]) => ({
  resourceType: 'Condition',
  meta: { security: codes.map((code) => label(code)) },
});

describe('a record is seen where every label on it is the viewer’s', () => {
  test.each([
    [['N'], true],
    [['N', 'N'], true],
    [['R'], false],
    [['N', 'R'], false],
  ])('%j: %s', (codes, seen) => {
    expect(may(labelled(...codes))).toBe(seen);
  });

  test('the system counts, and the code as it is written', () => {
    expect(may({ resourceType: 'Condition', meta: { security: [label('N', 'https://other.example')] } })).toBe(false);
    expect(may({ resourceType: 'Condition', meta: { security: [{ code: 'N' }] } })).toBe(false);
    expect(may(labelled('n'))).toBe(false);
  });
});

describe('what carries no label', () => {
  const bare = { resourceType: 'Condition' };

  test('takes those of its source, and only then', () => {
    expect(may(bare, { unlabelled: false, defaults: ['N'] })).toBe(true);
    expect(may(bare, { defaults: ['R'] })).toBe(false);
    expect(may(labelled('N'), { defaults: ['R'] })).toBe(true);
    expect(may(labelled('R'), { defaults: ['N'] })).toBe(false);
  });

  test('is not for everyone', () => {
    expect(may(bare)).toBe(true);
    expect(may(bare, { unlabelled: false })).toBe(false);
    expect(may({ ...bare, meta: { security: [] } }, { unlabelled: false })).toBe(false);
    expect(may(labelled('N'), { unlabelled: false })).toBe(true);
  });
});

describe('what cannot be judged is not seen', () => {
  test.each<[string, unknown]>([
    ['no object', ['Condition']],
    ['a label without a code', { meta: { security: [{ system: SYSTEM }] } }],
    ['a label with an empty code', { meta: { security: [label('')] } }],
    ['a label that is a text', { meta: { security: [`${SYSTEM}|N`] } }],
    ['a label that is a number', { meta: { security: [{ system: SYSTEM, code: 1 }] } }],
    ['meta that is a text', { meta: 'R' }],
    ['meta that is a list', { meta: [{ security: [label('N')] }] }],
  ])('%s', (_name, json) => {
    expect(may(json)).toBe(false);
    expect(may(json, { defaults: ['N'] })).toBe(false);
  });

  test('one label that is not in a list is a label', () => {
    expect(may({ meta: { security: label('R') } })).toBe(false);
    expect(may({ meta: { security: label('N') } }, { unlabelled: false })).toBe(true);
  });
});

describe('labels elsewhere', () => {
  test('of a contained resource count for the whole, however deep', () => {
    expect(may({ ...labelled('N'), contained: [labelled('R')] })).toBe(false);
    expect(may({ ...labelled('N'), contained: [{ contained: [labelled('R')] }] })).toBe(false);
    expect(may({ ...labelled('N'), contained: [labelled('N'), { resourceType: 'Medication' }] })).toBe(true);
  });

  test('of a document count with those of its record', () => {
    const document = (code: string) => ({
      resourceType: 'DocumentReference',
      meta: { security: [label('N')] },
      securityLabel: [{ coding: [label(code)] }],
    });
    expect(may(document('R'))).toBe(false);
    expect(may(document('N'))).toBe(true);
    expect(may({ ...document('N'), securityLabel: [{ text: 'very private' }] })).toBe(false);
  });

  test('in a Bundle: it is seen where everything in it may be', () => {
    const bundle = (...resources: unknown[]) => ({
      resourceType: 'Bundle',
      entry: resources.map((resource) => ({ resource })),
    });
    expect(may(bundle(labelled('N'), labelled('N')))).toBe(true);
    expect(may(bundle(labelled('N'), labelled('R')))).toBe(false);
    expect(may(bundle(labelled('N'), bundle(labelled('R'))))).toBe(false);
    expect(
      may({ ...bundle({ resourceType: 'Condition' }), ...{ meta: labelled('N').meta } }, { unlabelled: false }),
    ).toBe(false);
    const parameters = { resourceType: 'Parameters', parameter: [{ part: [{ resource: labelled('R') }] }] };
    expect(may(parameters)).toBe(false);
  });

  test('nested beyond all reason are not looked for: what holds them is not seen', () => {
    let deep: unknown = labelled('N');
    for (let n = 0; n < 100; n++) deep = { ...labelled('N'), contained: [deep] };
    expect(may(deep)).toBe(false);
  });
});
