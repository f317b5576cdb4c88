/** My accounts: whose record, which sources are linked, what each adds, how far it is read and what can be done. */
import type { Response, Router } from 'express';
import { listSubjects, requireSubject } from '../../services/represent.ts';
import { personName } from '../layout/person-name.ts';
import { allowFormsTo } from '../security-headers.ts';
import { textIn } from '../locales/text-in.ts';
import { formText, keepSession, requirePost, requireVisit } from '../session/require-visit.ts';
import type { Visit } from '../session/visit.ts';
import type { WebDeps } from '../web-deps.ts';
import { consentWords } from './consent-words.ts';
import { findCards } from './find-cards.ts';
import { tellCard } from './tell-card.ts';

export const ACCOUNTS_PATH = '/accounts';

/** What a redirect back to this page may say; the query holds the key only, so that nobody can put words here. */
const TOLD: ReadonlySet<unknown> = new Set([
  'linked',
  'relinked',
  'replaced',
  'confirmed',
  'declined',
  'unlinked-revoked',
  'unlinked-not-offered',
  'unlinked-failed',
  'unlinked-nothing-to-revoke',
  'added',
]);

export function addAccountsPage(router: Router, deps: WebDeps): void {
  const { services, settings } = deps;

  async function subjectsOf({ actor, subject }: Visit) {
    return (await listSubjects(services, actor.id)).map(({ person, relationship }) => ({
      id: person.id,
      name: personName(person),
      relationship,
      isShown: person.id === subject.id,
    }));
  }

  router.get(ACCOUNTS_PATH, async (request, response) => {
    const visit = await requireVisit(deps, request);
    const words = deps.pages.words(response);
    const cards = (await findCards(services, visit.subject.id)).map((card) => ({
      ...card,
      adds: textIn(words.language, card.adds),
      told: tellCard(words, card),
      consent: card.action === 'agree' ? consentWords(words, card.title, visit) : undefined,
    }));
    const { told } = request.query;
    allowFormsTo(response, ['https:', ...settings.insecureOrigins]);
    send(response, visit, {
      cards,
      subjects: await subjectsOf(visit),
      isReading: cards.some(({ isReading }) => isReading),
      told: TOLD.has(told) ? told : undefined,
    });
  });

  function send(response: Response, visit: Visit, values: Readonly<Record<string, unknown>>): void {
    deps.pages.send(response, 'accounts', values, visit);
  }

  // For a page that waits. The words come from here, so that the script has none of its own.
  router.get(`${ACCOUNTS_PATH}/progress`, async (request, response) => {
    const visit = await requireVisit(deps, request);
    const words = deps.pages.words(response);
    const cards = (await findCards(services, visit.subject.id)).filter(({ isLinked }) => isLinked);
    response.json({
      // In another window the person may have gone over to somebody else's record meanwhile.
      shown: visit.subject.id,
      isReading: cards.some(({ isReading }) => isReading),
      sources: cards.map((card) => {
        const told = tellCard(words, card);
        const state = words.text(`accounts:state.${card.state}`);
        const ended = words.text('accounts:said.ended', { name: card.title, state });
        return { ...told, said: told.total === 0 ? ended : `${ended} ${told.sum}` };
      }),
      ended: { said: words.text('accounts:said.allEnded'), goOn: words.text('accounts:waiting.over') },
    });
  });

  router.post(`${ACCOUNTS_PATH}/subject`, async (request, response) => {
    const visit = await requirePost(deps, request);
    const subject = await requireSubject(services, visit.actor.id, formText(request, 'subject'));
    await keepSession(deps, visit.sessionId, { ...visit.session, subjectId: subject.id });
    response.redirect(303, ACCOUNTS_PATH);
  });
}
