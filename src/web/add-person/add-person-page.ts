/** Adds someone the actor looks after. Their identity is proved when the first source is linked. */
import type { Request, Router } from 'express';
import { represent } from '../../services/represent.ts';
import { formText, keepSession, requirePost, requireVisit } from '../session/require-visit.ts';
import type { WebDeps } from '../web-deps.ts';
import { checkPersonForm, type PersonFields } from './person-form.ts';

export function addAddPersonPage(router: Router, deps: WebDeps): void {
  const { services } = deps;

  router.get('/people/add', async (request, response) => {
    const visit = await requireVisit(deps, request);
    deps.pages.send(response, 'add-person', { fields: {}, faults: [], faultOf: {} }, visit);
  });

  router.post('/people/add', async (request, response) => {
    const visit = await requirePost(deps, request);
    const fields = readFields(request);
    const checked = checkPersonForm(fields, new Date(services.now()).toISOString().slice(0, 10));
    if ('faults' in checked) {
      const faultOf = Object.fromEntries(checked.faults.map((fault) => [fault.field, fault.text]));
      response.status(400);
      deps.pages.send(response, 'add-person', { fields, faults: checked.faults, faultOf }, visit);
      return;
    }
    const subject = await represent(services, visit.actor, checked.person);
    await keepSession(deps, visit.sessionId, { ...visit.session, subjectId: subject.id });
    response.redirect(303, '/accounts?told=added');
  });
}

function readFields(request: Request): PersonFields {
  const text = (field: keyof PersonFields) => formText(request, field);
  return {
    given: text('given'),
    family: text('family'),
    day: text('day'),
    month: text('month'),
    year: text('year'),
    relationship: text('relationship'),
  };
}
