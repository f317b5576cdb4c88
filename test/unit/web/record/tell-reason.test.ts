import { describe, expect, test } from 'vitest';
import type { Reason } from '../../../../src/record/reasons.ts';
import { sayReason } from '../../../../src/web/layout/template-words.ts';
import { loadCatalogues } from '../../../../src/web/locales/load-catalogues.ts';
import { createAllWords } from '../../../../src/web/locales/words.ts';
import { tellReason } from '../../../../src/web/record/tell-reason.ts';

const ALL = createAllWords(loadCatalogues(), 'Europe/London');

function wordsOf(code: string) {
  const words = ALL.get(code);
  if (words === undefined) throw new Error(`no ${code}`);
  return words;
}

describe('a reason', () => {
  test('is told in the language of the page, with its numbers', () => {
    const reason: Reason = 'The source says that it has 4 and gave 1.';
    expect(tellReason(wordsOf('en'), reason)).toEqual({
      text: 'The place says that it has 4 things. It gave us 1.',
      isWritten: false,
    });
    expect(tellReason(wordsOf('pl'), reason).text).toBe('Placówka mówi, ile rzeczy ma: 4. Dała nam tyle: 1.');
  });

  test('is told with what the source’s codes mean, in the signs of the language', () => {
    const reason: Reason = 'The source refused this (it does not allow this; its answer is incomplete; status 403).';
    expect(tellReason(wordsOf('en'), reason).text).toBe(
      'The place said no to this: it does not allow this; its answer is not whole (error 403). You can ask them about it.',
    );
    expect(tellReason(wordsOf('ur'), reason).text).toContain('وہ اس کی اجازت نہیں دیتا؛ اس کا جواب پورا نہیں');
  });

  test('several are told one after the other, and what says the same once', () => {
    const both = 'The source gave nothing. 2 items about another person were left out.';
    expect(tellReason(wordsOf('en'), both).text).toBe(
      'The place gave us nothing. Left out, as it is about someone else: 2.',
    );
    const twice = 'There is no access token any more. The access has ended and cannot be renewed.';
    expect(tellReason(wordsOf('en'), twice).text).toBe('Your sign-in there has ended. Sign in there again.');
  });

  test('that is none of the gateway’s sentences of today stays as it was written, and is marked', () => {
    const older = 'Words of <another> version.';
    expect(tellReason(wordsOf('pl'), older)).toEqual({ text: older, isWritten: true });
    const say = sayReason(wordsOf('pl'));
    expect(say(older).toString()).toBe('<bdi lang="en-GB">Words of &lt;another&gt; version.</bdi>');
    expect(say('The source gave nothing.').toString()).toBe('Placówka nic nam nie dała.');
    expect(say(undefined)).toBe('');
  });
});
