/** Adds or changes a medicine that no source tells of (requirement P7). */
import type { Router } from 'express';
import { typed } from '../add/entry-form.ts';
import { addEntryPage } from '../add/entry-page.ts';
import type { WebDeps } from '../web-deps.ts';
import { checkMedicineForm, medicineFields, SORTS, USES, type MedicineFields } from './medicine-form.ts';

const EMPTY: MedicineFields = { name: '', dose: '', what: '', day: '', month: '', year: '', use: '', sort: '' };

export function addAddMedicinePage(router: Router, deps: WebDeps): void {
  addEntryPage<'medicine', MedicineFields>(router, deps, {
    kind: 'medicine',
    choices: { sorts: SORTS, uses: USES },
    labelOf: (words, field) => words.text(`add-medicine:label.${field}`),
    empty: ({ sort }) => ({ ...EMPTY, sort: SORTS.find((item) => item === sort) ?? '' }),
    fieldsOf: medicineFields,
    read(request) {
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
    },
    check: checkMedicineForm,
  });
}
