/** After signing in again: what was typed before, to send or to drop. */
import type { Router } from 'express';
import { listSubjects } from '../../services/represent.ts';
import { dropKeptForm, findKeptForm, isTypedField } from '../session/kept-form.ts';
import { keepSession, requirePost, requireVisit } from '../session/require-visit.ts';
import type { WebDeps } from '../web-deps.ts';

export const KEPT_FORM_PATH = '/kept-form';

/** Fields that a person did not type: ids and choices of the page. */
const LONGEST_SHOWN = 4_000;

export function addKeptFormPage(router: Router, deps: WebDeps): void {
  const { services } = deps;

  router.get(KEPT_FORM_PATH, async (request, response) => {
    const visit = await requireVisit(deps, request);
    const form = await findKeptForm(services.shared, request);
    const subjects = form === undefined ? [] : await listSubjects(services, visit.actor.id);
    const subject = subjects.find(({ person }) => person.id === form?.subjectId)?.person;
    if (form === undefined || subject === undefined) {
      response.redirect(303, '/home');
      return;
    }
    // The form is about the record it was typed for, whichever is shown first after signing in.
    const session = { ...visit.session, subjectId: subject.id };
    await keepSession(deps, visit.sessionId, session);
    const typed = form.fields.filter(([name, value]) => isTypedField(name) && value.trim() !== '');
    const shown = typed.map(([, value]) => value.slice(0, LONGEST_SHOWN));
    deps.pages.send(response, 'kept-form', { form, typed: shown }, { ...visit, session, subject });
  });

  router.post(`${KEPT_FORM_PATH}/drop`, async (request, response) => {
    await requirePost(deps, request);
    await dropKeptForm(services.shared, request, response);
    response.redirect(303, '/home');
  });
}
