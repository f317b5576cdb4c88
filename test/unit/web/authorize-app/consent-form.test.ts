import { describe, expect, test } from 'vitest';
import { askedData } from '../../../../src/web/authorize-app/asked-data.ts';
import {
  allTicked,
  checkConsent,
  type ConsentChoices,
  type ConsentFields,
} from '../../../../src/web/authorize-app/consent-form.ts';
import { question } from '../fake-apps.ts';

const NOW = '2026-11-21T09:00:00.000Z';

function choices(scope: string, linked: readonly string[] = ['gp', 'hospital']): ConsentChoices {
  const asked = question(scope);
  return {
    question: asked,
    boxes: askedData(asked),
    actorId: 'actor',
    subjectId: 'subject',
    linked,
    offered: ['hospital', 'gp', 'clinic', 'specialist'],
    nowMs: Date.parse(NOW),
  };
}

function answer(chosen: ConsentChoices, fields: Partial<ConsentFields> = {}) {
  const checked = checkConsent({ ...allTicked(chosen), ...fields }, chosen);
  return 'answer' in checked ? checked.answer : checked.faults;
}

describe('the answer to an app', () => {
  test('as the page is first shown: all of it, from all sources, for an hour', () => {
    expect(answer(choices('patient/Condition.rs'))).toEqual({
      actorId: 'actor',
      subjectId: 'subject',
      scopes: ['patient/Condition.rs'],
      sources: undefined,
      until: '2026-11-21T10:00:00.000Z',
    });
  });

  test('an app that goes on without the person may do so until it is stopped', () => {
    expect(answer(choices('patient/Condition.rs offline_access'))).toMatchObject({ until: undefined });
  });

  test.each([
    ['one of them, later ones too', ['gp'], true, ['gp', 'clinic', 'specialist']],
    ['one of them, no later ones', ['gp'], false, ['gp']],
    ['all of today', ['gp', 'hospital'], false, ['gp', 'hospital']],
    ['one that is not linked', ['gp', 'hospital', 'elsewhere'], false, ['gp', 'hospital']],
  ])('sources: %s', (_, ticked, later, sources) => {
    expect(answer(choices('patient/*.rs'), { sources: new Set(ticked), later })).toMatchObject({ sources });
  });

  test('before anything is linked, later ones are all there is', () => {
    expect(answer(choices('patient/*.rs', []))).toMatchObject({ sources: undefined });
    expect(answer(choices('patient/*.rs', []), { later: false })).toEqual(['source']);
  });

  test('nothing ticked is no permission; all faults are named at once', () => {
    expect(answer(choices('patient/*.rs'), { data: new Set() })).toEqual(['data']);
    expect(answer(choices('patient/*.rs'), { data: new Set(['99']) })).toEqual(['data']);
    expect(answer(choices('patient/*.rs'), { sources: new Set() })).toEqual(['source']);
    expect(answer(choices('patient/*.rs'), { sources: new Set(['clinic']), data: new Set() })).toEqual([
      'data',
      'source',
    ]);
  });

  test('an app that asks who it is and nothing else is told that', () => {
    expect(answer(choices('openid fhirUser'))).toMatchObject({ scopes: ['openid', 'fhirUser'] });
  });
});
