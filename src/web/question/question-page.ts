/** A question in the person's own words: a new one, or one of the list worded anew. */
import type { Request, Response, Router } from 'express';
import { GatewayError } from '../../errors.ts';
import { keepQuestion } from '../../services/keep-question.ts';
import { MAX_LONG, textFault } from '../../services/own-entry-faults.ts';
import { questionOf } from '../../services/questions.ts';
import { faultTexts, newForm, sentForm, type FormFault, type FormIds } from '../add/entry-form.ts';
import { questionText, questionView } from '../questions/question-view.ts';
import { readQuestions } from '../questions/questions-page.ts';
import { formText, requirePostAbout, requireVisit } from '../session/require-visit.ts';
import type { Visit } from '../session/visit.ts';
import type { WebDeps } from '../web-deps.ts';

interface QuestionForm {
  readonly ids: FormIds;
  /** Of a question that the lists gave rise to; '' for the person's own. */
  readonly key: string;
  /** The person's own question that is changed; '' for a new one. */
  readonly entryId: string;
  readonly text: string;
}

export function addQuestionPage(router: Router, deps: WebDeps): void {
  function show(response: Response, visit: Visit, form: QuestionForm, faults: readonly FormFault[] = []) {
    const words = deps.pages.words(response);
    if (faults.length > 0) response.status(400);
    const told = faultTexts(words, faults, () => words.text('question:label'));
    deps.pages.send(response, 'question', { ...form, faults: told }, visit);
  }

  router.get('/questions/write', async (request, response) => {
    const visit = await requireVisit(deps, request);
    const { key = '', entry: entryId = '' } = request.query;
    if (typeof key !== 'string' || typeof entryId !== 'string') throw new GatewayError('not-found');
    const text = key + entryId === '' ? '' : await textOf(visit, response, key, entryId);
    show(response, visit, { ids: newForm(), key, entryId, text });
  });

  router.post('/questions/write', async (request, response) => {
    const visit = await requirePostAbout(deps, request);
    const form = sentQuestion(request);
    const fault = textFault(form.text, { max: MAX_LONG, needed: true, lines: true });
    if (fault !== undefined) {
      show(response, visit, form, [{ field: 'text-question', key: fault, most: MAX_LONG }]);
      return;
    }
    const { whose, entries, questions } = await readQuestions(deps, visit);
    const { text, key, ids, entryId } = form;
    if (key !== '') {
      // A difference that is gone meanwhile leaves the person's question: nothing typed is lost.
      const asked = questions.asked.find(({ made }) => made.key === key);
      const of = asked === undefined ? undefined : questionOf(asked.made, true);
      await keepQuestion(deps.services, whose, { kind: 'question', text, of, state: 'ask' }, { id: ids.id });
    } else if (entryId !== '') {
      const content = entries.find((entry) => entry.id === entryId)?.content;
      if (content?.kind !== 'question') throw new GatewayError('not-found');
      await keepQuestion(deps.services, whose, { ...content, text, state: 'ask' }, { id: ids.id, entryId });
    } else {
      const content = { kind: 'question', text, of: undefined, state: 'ask' } as const;
      await keepQuestion(deps.services, whose, content, { id: ids.id });
    }
    response.redirect(303, '/questions?told=kept');
  });

  async function textOf(visit: Visit, response: Response, key: string, entryId: string): Promise<string> {
    const { titleOf, questions } = await readQuestions(deps, visit);
    const asked = questions.asked.find(({ made }) => made.key === key);
    const own = [...questions.own, ...questions.settled].find((item) => item.entryId === entryId);
    const made = asked && (asked.text ?? questionText(deps.pages.words(response), questionView(asked, titleOf)));
    const text = made ?? own?.text;
    if (text === undefined) throw new GatewayError('not-found');
    return text;
  }
}

function sentQuestion(request: Request): QuestionForm {
  const text = formText(request, 'text-question').replaceAll('\r\n', '\n').normalize('NFC');
  const [key, entryId] = [formText(request, 'key'), formText(request, 'entry')];
  return { ids: sentForm(request), key, entryId, text };
}
