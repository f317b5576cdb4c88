import { describe, expect, test } from 'vitest';
import { MAX_LONG, textFault } from '../../../../src/services/own-entry-faults.ts';
import type { MadeQuestion } from '../../../../src/services/questions.ts';
import { keptQuestionText, questionText, questionView } from '../../../../src/web/questions/question-view.ts';
import { wordsIn } from '../words-in.ts';

function textOf(dose: string): string {
  return textFor('dose-differs', [dose]);
}

function textFor(code: string, values: readonly string[], language: 'en' | 'pl' = 'en'): string {
  const made: MadeQuestion = {
    key: 'k',
    form: 'differs',
    type: 'medicine',
    names: ['Warfarin'],
    lines: [{ code, values: values.map((value) => ({ value, sources: ['gp'] })) }],
    isPast: false,
    reason: undefined,
    taking: undefined,
    digest: 'd',
  };
  const asked = { made, state: 'ask', text: undefined, isTouched: false, hasChanged: false } as const;
  return questionText(
    wordsIn(language),
    questionView(asked, (source) => source),
  );
}

function mayBeSame(form: 'may-be-same' | 'sides', reason: string | undefined): string {
  const made: MadeQuestion = {
    key: 'k',
    form,
    type: 'condition',
    names: ['Knee pain', 'Left knee pain'],
    lines: [{ code: 'possible-duplicate', values: [{ value: 'Knee pain', sources: ['gp'] }] }],
    isPast: false,
    reason,
    taking: undefined,
    digest: 'd',
  };
  const asked = { made, state: 'ask', text: undefined, isTouched: false, hasChanged: false } as const;
  const view = questionView(asked, (source) => source);
  return questionText(wordsIn('en'), view);
}

const limits = { max: MAX_LONG, needed: true, lines: true };

describe('the text of a question', () => {
  test.each(['one\r\ntablet', 'one\u2028tablet', 'one \u202Etablet', 'one\u0000tablet', 'one \uD83D tablet'])(
    'can be kept whatever a source wrote: %j',
    (dose) => {
      const text = textOf(dose);
      expect(textFault(text, limits)).toBeUndefined();
      expect(text).toContain('tablet');
    },
  );

  test('that is too long is cut between characters', () => {
    for (const before of ['', 'x']) {
      const text = keptQuestionText(textOf(before + '\u{1F48A}'.repeat(3_000)));
      expect(textFault(text, limits)).toBeUndefined();
    }
  });

  test('says why two may be the same, and asks of two sides whether both are true', () => {
    expect(mayBeSame('may-be-same', 'side')).toContain(
      'Why they stand apart: one does not say which side.\nAre these the same?',
    );
    expect(mayBeSame('sides', undefined)).toMatch(/one side, and on the other.*\nDo I have it on both sides\?$/s);
    expect(mayBeSame('sides', undefined)).not.toMatch(/the same/);
  });

  test('says days and risks as people do, in the language of the page; other values as they were written', () => {
    expect(textFor('period-differs', ['2011-02-01', '2014'])).toMatch(/Since when\. gp: 1 February 2011\n.*gp: 2014\n/);
    expect(textFor('period-differs', ['2011-02-01'], 'pl')).toContain('gp: 1 lutego 2011');
    expect(textFor('severity-or-stage-differs', ['high', 'low'])).toMatch(/The risk\. gp: high risk\n.*gp: low risk\n/);
    expect(textFor('severity-or-stage-differs', ['3a'])).toContain('How bad it is. gp: 3a\n');
    expect(textFor('code-text-disagree', ['code: Aspirin', 'text: Paracetamol'])).not.toMatch(/code: |text: /);
  });
});
