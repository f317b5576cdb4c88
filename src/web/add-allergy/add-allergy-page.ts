/** Adds or changes an allergy, or something else the person cannot take (requirement P7). */
import type { Request, Response, Router } from 'express';
import {
  addOnce,
  faultTexts,
  findEntry,
  newForm,
  sentForm,
  typed,
  type FormFault,
  type FormIds,
} from '../add/entry-form.ts';
import { requirePostAbout, requireVisit } from '../session/require-visit.ts';
import type { Visit } from '../session/visit.ts';
import type { WebDeps } from '../web-deps.ts';
import { checkAllergyForm, SORTS, type AllergyFields } from './allergy-form.ts';

export function addAddAllergyPage(router: Router, deps: WebDeps): void {
  function show(
    response: Response,
    visit: Visit,
    fields: AllergyFields,
    ids: FormIds,
    faults: readonly FormFault[] = [],
  ) {
    const words = deps.pages.words(response);
    if (faults.length > 0) response.status(faults.some(({ key }) => key === 'changed-elsewhere') ? 409 : 400);
    const labelOf = (field: string) => words.text(`add-allergy:label.${field}`);
    const values = { fields, ids, sorts: SORTS, faults: faultTexts(words, faults, labelOf) };
    deps.pages.send(response, 'add-allergy', values, visit);
  }

  router.get('/add/allergy', async (request, response) => {
    const visit = await requireVisit(deps, request);
    const whose = { actorId: visit.actor.id, subjectId: visit.subject.id };
    const found = await findEntry(deps, whose, 'allergy', request);
    const sort = SORTS.find((item) => item === request.query['sort']) ?? '';
    const { name = '', reaction = '' } = found?.content ?? {};
    show(response, visit, { name, reaction, sort: found?.content.sort ?? sort }, found?.ids ?? newForm());
  });

  router.post('/add/allergy', async (request, response) => {
    const visit = await requirePostAbout(deps, request);
    const whose = { actorId: visit.actor.id, subjectId: visit.subject.id };
    const fields = readFields(request);
    const ids = sentForm(request);
    const checked = checkAllergyForm(fields);
    if ('faults' in checked) {
      show(response, visit, fields, ids, checked.faults);
      return;
    }
    if (await addOnce(deps, whose, checked.allergy, ids)) {
      response.redirect(303, '/add?told=allergy');
      return;
    }
    // Sent again it is added as new: nothing typed is lost.
    show(response, visit, fields, newForm(), [{ field: 'text-name', key: 'changed-elsewhere' }]);
  });
}

function readFields(request: Request): AllergyFields {
  const line = (field: string) => typed(request, field) ?? '';
  return { name: line('text-name'), reaction: line('text-reaction'), sort: line('sort') };
}
