/** The sources page: whose record, which sources are linked, what each adds and how it is. */
import type { Router } from 'express';
import { listSubjects, requireSubject } from '../../services/represent.ts';
import { personName } from '../layout/person-name.ts';
import { formText, keepSession, requirePost, requireVisit } from '../session/require-visit.ts';
import type { WebDeps } from '../web-deps.ts';
import { allowFormsTo } from '../security-headers.ts';
import { sourceCard } from './source-card.ts';
import { whoseRecord } from './whose-record.ts';

/** What a redirect back to this page may say; the query holds the key only, so that nobody can put words here. */
const NOTICES: Readonly<Record<string, string>> = {
  linked: 'The account is linked and is being read now.',
  relinked: 'You are signed in there again. What was read before is kept.',
  replaced:
    'The source now shows another patient record of theirs. What was read before was removed; it is being read anew.',
  confirmed: 'Thank you. The account is linked and is being read now.',
  declined: 'The account is not linked. Nothing was kept.',
  'unlinked-revoked': 'The account is unlinked, its data deleted here, and the source told to end the access.',
  'unlinked-not-offered':
    'The account is unlinked and its data deleted here. The source offers no way to end the access: end it there in your account settings.',
  'unlinked-failed':
    'The account is unlinked and its data deleted here. The source could not be told: end the access there in your account settings.',
  'unlinked-nothing-to-revoke': 'The account is unlinked and its data deleted here.',
  added: 'The person is added. Link their accounts below.',
};

export function addAccountsPage(router: Router, deps: WebDeps): void {
  const { services, settings } = deps;

  router.get('/accounts', async (request, response) => {
    const visit = await requireVisit(deps, request);
    const accounts = await services.store.listAccounts(visit.subject.id);
    const viewer = { nowMs: services.now(), whose: whoseRecord(visit) };
    const sources = [...services.connectors.values()].map(({ source }) =>
      sourceCard(
        source,
        accounts.find((account) => account.source === source.name),
        viewer,
      ),
    );
    const subjects = (await listSubjects(services, visit.actor.id)).map(({ person, relationship }) => ({
      id: person.id,
      words:
        relationship === 'self'
          ? `${personName(person)} (you)`
          : `${personName(person)} (you are their ${relationship})`,
      isShown: person.id === visit.subject.id,
    }));
    const told = request.query['told'];
    const notice = typeof told === 'string' && Object.hasOwn(NOTICES, told) ? NOTICES[told] : undefined;
    allowFormsTo(response, ['https:', ...settings.insecureOrigins]);
    deps.pages.send(response, 'accounts', { sources, subjects, notice }, visit);
  });

  router.post('/accounts/subject', async (request, response) => {
    const visit = await requirePost(deps, request);
    const subject = await requireSubject(services, visit.actor.id, formText(request, 'subject'));
    await keepSession(deps, visit.sessionId, { ...visit.session, subjectId: subject.id });
    response.redirect(303, '/accounts');
  });
}
