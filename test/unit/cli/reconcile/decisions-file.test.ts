import { expect, test } from 'vitest';
import { parseDecisions, readDecisionsFile, unknownSources } from '../../../../src/cli/reconcile/decisions-file.ts';

const good = {
  id: 'd1',
  kind: 'same',
  items: [{ source: 'gp', resourceType: 'Condition', originalId: 'c1' }, { reference: 'Condition/hospital-c2' }],
  actorId: 'Patient/p1',
  at: '2026-01-01T00:00:00+01:00',
  reason: 'told so by the clinic',
};

test('a whole decision is taken as it is', () => {
  expect(parseDecisions(JSON.stringify([good]))).toEqual({ decisions: [good], faults: [] });
});

test('every fault is named, and nothing is taken', () => {
  const { decisions, faults } = parseDecisions(
    JSON.stringify([good, { ...good, kind: 'nope', at: 'yesterday', items: [{ source: 'gp' }, good.items[1]] }]),
  );
  expect(decisions).toEqual([]);
  expect(faults).toEqual([
    expect.stringMatching(/^\[1\]\.kind: /),
    '[1].items[0]: want { source, resourceType, originalId } or { reference: "Type/id" }',
    expect.stringMatching(/^\[1\]\.at: /),
  ]);
});

test.each([
  ['no JSON', '[', 'the file is no JSON'],
  ['no array', '{}', 'the file: '],
  ['an unknown element', JSON.stringify([{ ...good, more: 1 }]), '[0]: '],
  ['an id given twice', JSON.stringify([good, good]), 'id d1 is given twice'],
])('%s is named', (_, content, fault) => {
  expect(parseDecisions(content).faults).toEqual([expect.stringContaining(fault)]);
});

test('a file that is not there is named', async () => {
  expect(await readDecisionsFile('/nowhere/decisions.json')).toEqual({
    decisions: [],
    faults: ['the file cannot be read (ENOENT)'],
  });
});

test('a source that is not given is told of', () => {
  const { decisions } = parseDecisions(JSON.stringify([good]));
  expect(unknownSources(decisions, ['gp'])).toEqual([]);
  expect(unknownSources(decisions, ['hospital'])).toEqual(['decision d1 names the source gp, which is not given']);
});
