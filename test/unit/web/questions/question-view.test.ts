import { describe, expect, test } from 'vitest';
import { MAX_LONG, textFault } from '../../../../src/services/own-entry-faults.ts';
import type { MadeQuestion } from '../../../../src/services/questions.ts';
import { keptQuestionText, questionText, questionView } from '../../../../src/web/questions/question-view.ts';
import { wordsIn } from '../words-in.ts';

function textOf(dose: string): string {
  const made: MadeQuestion = {
    key: 'k',
    form: 'differs',
    type: 'medicine',
    names: ['Warfarin'],
    lines: [{ code: 'dose-differs', values: [{ value: dose, sources: ['gp'] }] }],
    isPast: false,
    taking: undefined,
    digest: 'd',
  };
  const asked = { made, state: 'ask', text: undefined, isTouched: false, hasChanged: false } as const;
  return questionText(
    wordsIn('en'),
    questionView(asked, (source) => source),
  );
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
});
