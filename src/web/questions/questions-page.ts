/** "Questions to ask" (requirement P6): made from the lists, to tick, word anew, add to and print. */
import { randomUUID } from 'node:crypto';
import type { Router } from 'express';
import { GatewayError } from '../../errors.ts';
import { keepQuestion } from '../../services/keep-question.ts';
import { listEntries } from '../../services/own-entries.ts';
import { answeredQuestions, makeQuestions, questionOf, type QuestionState } from '../../services/questions.ts';
import { formText, requirePostAbout, requireVisit } from '../session/require-visit.ts';
import type { Visit } from '../session/visit.ts';
import type { WebDeps } from '../web-deps.ts';
import { keptQuestionText, questionsView, questionText, questionView } from './question-view.ts';

const STATES: readonly QuestionState[] = ['ask', 'asked', 'leave-out'];
const TOLD: ReadonlySet<string> = new Set([...STATES, 'kept']);

/** The questions of the record that is shown, and what was done with them. */
export async function readQuestions(deps: WebDeps, visit: Visit) {
  const whose = { actorId: visit.actor.id, subjectId: visit.subject.id };
  const entries = await listEntries(deps.services, whose);
  const { answer, titleOf } = await deps.pageRecords.read(visit, 'questions');
  return {
    whose,
    entries,
    answer,
    titleOf,
    questions: answeredQuestions(makeQuestions(answer.record, entries), entries),
  };
}

export function addQuestionsPage(router: Router, deps: WebDeps): void {
  router.get('/questions', async (request, response) => {
    const visit = await requireVisit(deps, request);
    const { answer, titleOf, questions } = await readQuestions(deps, visit);
    const { told } = request.query;
    const own = (state: QuestionState) => questions.own.filter((item) => item.state === state);
    const views = questionsView(questions, titleOf);
    const types = [...new Set(views.ask.map(({ made }) => made.type))];
    const values = {
      ...views,
      askGroups: types.map((type) => ({ type, items: views.ask.filter(({ made }) => made.type === type) })),
      own: { ask: own('ask'), asked: own('asked'), leftOut: own('leave-out') },
      settled: questions.settled,
      completeness: answer.completeness,
      quarantined: answer.record.quarantined.length,
      printedAt: new Date(deps.services.now()).toISOString(),
      newId: randomUUID,
      told: typeof told === 'string' && TOLD.has(told) ? told : undefined,
    };
    deps.pages.send(response, 'questions', values, visit);
  });

  router.post('/questions/mark', async (request, response) => {
    const visit = await requirePostAbout(deps, request);
    const { whose, entries, titleOf, questions } = await readQuestions(deps, visit);
    const state = STATES.find((item) => item === formText(request, 'state'));
    if (state === undefined) throw new GatewayError('bad-request');
    const [id, key, entryId] = [formText(request, 'id'), formText(request, 'key'), formText(request, 'entry')];
    const asked = questions.asked.find(({ made }) => made.key === key);
    if (asked !== undefined) {
      const text = asked.text ?? questionText(deps.pages.words(response), questionView(asked, titleOf));
      const of = questionOf(asked.made, asked.text !== undefined);
      await keepQuestion(deps.services, whose, { kind: 'question', text: keptQuestionText(text), of, state }, { id });
    } else {
      const content = entries.find((entry) => entry.id === entryId)?.content;
      if (content?.kind !== 'question') throw new GatewayError('not-found');
      await keepQuestion(deps.services, whose, { ...content, state }, { id, entryId });
    }
    response.redirect(303, `/questions?told=${state}`);
  });
}
