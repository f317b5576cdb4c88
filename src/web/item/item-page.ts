/** One medicine, condition or allergy: all that it is made of, and what the person decides and says about it. */
import type { Router } from 'express';
import { requireVisit } from '../session/require-visit.ts';
import type { WebDeps } from '../web-deps.ts';
import { addDecisionForms } from './decision-forms.ts';
import { ITEM_FOLDERS } from './item-kind.ts';
import { addOwnWordForms } from './own-word-forms.ts';
import { showItem } from './show-item.ts';

export function addItemPages(router: Router, deps: WebDeps): void {
  for (const folder of ITEM_FOLDERS) {
    router.get(`/${folder}/:id`, async (request, response) => {
      const visit = await requireVisit(deps, request);
      const { told, records } = request.query;
      await showItem({
        deps,
        visit,
        response,
        folder,
        id: request.params.id,
        told: typeof told === 'string' ? told : '',
        recordPage: typeof records === 'string' && /^\d{1,6}$/.test(records) ? Number(records) : 1,
      });
    });
    addDecisionForms(router, deps, folder);
    addOwnWordForms(router, deps, folder);
  }
}
