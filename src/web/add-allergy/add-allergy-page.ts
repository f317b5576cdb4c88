/** Adds or changes an allergy, or something else the person cannot take (requirement P7). */
import type { Router } from 'express';
import { typed } from '../add/entry-form.ts';
import { addEntryPage } from '../add/entry-page.ts';
import type { WebDeps } from '../web-deps.ts';
import { checkAllergyForm, SORTS, type AllergyFields } from './allergy-form.ts';

export function addAddAllergyPage(router: Router, deps: WebDeps): void {
  addEntryPage<'allergy', AllergyFields>(router, deps, {
    kind: 'allergy',
    choices: { sorts: SORTS },
    labelOf: (words, field) => words.text(`add-allergy:label.${field}`),
    empty: ({ sort }) => ({ name: '', reaction: '', sort: SORTS.find((item) => item === sort) ?? '' }),
    fieldsOf: ({ name, reaction = '', sort }) => ({ name, reaction, sort }),
    read(request) {
      const line = (field: string) => typed(request, field) ?? '';
      return { name: line('text-name'), reaction: line('text-reaction'), sort: line('sort') };
    },
    check: checkAllergyForm,
  });
}
