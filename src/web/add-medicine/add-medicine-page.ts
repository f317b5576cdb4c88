/** Adds or changes a medicine that no source tells of (requirement P7). */
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
import { checkMedicineForm, medicineFields, SORTS, USES, type MedicineFields } from './medicine-form.ts';

const EMPTY: MedicineFields = { name: '', dose: '', what: '', day: '', month: '', year: '', use: '', sort: '' };

export function addAddMedicinePage(router: Router, deps: WebDeps): void {
  function show(
    response: Response,
    visit: Visit,
    fields: MedicineFields,
    ids: FormIds,
    faults: readonly FormFault[] = [],
  ) {
    const words = deps.pages.words(response);
    if (faults.length > 0) response.status(faults.some(({ key }) => key === 'changed-elsewhere') ? 409 : 400);
    const labelOf = (field: string) => words.text(`add-medicine:label.${field}`);
    const values = { fields, ids, sorts: SORTS, uses: USES, faults: faultTexts(words, faults, labelOf) };
    deps.pages.send(response, 'add-medicine', values, visit);
  }

  router.get('/add/medicine', async (request, response) => {
    const visit = await requireVisit(deps, request);
    const whose = { actorId: visit.actor.id, subjectId: visit.subject.id };
    const found = await findEntry(deps, whose, 'medicine', request);
    const sort = SORTS.find((item) => item === request.query['sort']) ?? '';
    const fields = found === undefined ? { ...EMPTY, sort } : medicineFields(found.content);
    show(response, visit, fields, found?.ids ?? newForm());
  });

  router.post('/add/medicine', async (request, response) => {
    const visit = await requirePostAbout(deps, request);
    const whose = { actorId: visit.actor.id, subjectId: visit.subject.id };
    const fields = readFields(request);
    const ids = sentForm(request);
    const checked = checkMedicineForm(fields, new Date(deps.services.now()).toISOString().slice(0, 10));
    if ('faults' in checked) {
      show(response, visit, fields, ids, checked.faults);
      return;
    }
    if (await addOnce(deps, whose, checked.medicine, ids)) {
      response.redirect(303, '/add?told=medicine');
      return;
    }
    // Sent again it is added as new: nothing typed is lost.
    show(response, visit, fields, newForm(), [{ field: 'text-name', key: 'changed-elsewhere' }]);
  });
}

function readFields(request: Request): MedicineFields {
  const line = (field: string) => typed(request, field) ?? '';
  return {
    name: line('text-name'),
    dose: line('text-dose'),
    what: line('text-what'),
    day: line('text-since-day'),
    month: line('text-since-month'),
    year: line('text-since-year'),
    use: line('use'),
    sort: line('sort'),
  };
}
