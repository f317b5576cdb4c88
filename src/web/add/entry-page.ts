/** A page with one form that adds or changes one kind of own entry (requirement P7): the same steps for every kind. */
import type { Request, Response, Router } from 'express';
import type { EntryContent } from '../../ports/person-entries.ts';
import type { Words } from '../locales/words.ts';
import { requirePostAbout, requireVisit } from '../session/require-visit.ts';
import type { Visit } from '../session/visit.ts';
import type { WebDeps } from '../web-deps.ts';
import { addOnce, faultTexts, findEntry, newForm, sentForm, type FormFault, type FormIds } from './entry-form.ts';

type OwnKind = 'medicine' | 'allergy';
type ContentOf<Kind extends OwnKind> = Extract<EntryContent, { kind: Kind }>;

export interface EntryForm<Kind extends OwnKind, Fields> {
  readonly kind: Kind;
  /** What is chosen from, by field, for the template. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** A field's label on the page. */
  labelOf(words: Words, field: string): string;
  /** @param asked as an address asks, of any kind. */
  empty(asked: { readonly sort: unknown }): Fields;
  fieldsOf(content: ContentOf<Kind>): Fields;
  /** As sent, whatever was typed. */
  read(request: Request): Fields;
  /** @param today FHIR date. */
  check(
    fields: Fields,
    today: string,
  ): { readonly content: ContentOf<Kind> } | { readonly faults: readonly FormFault[] };
}

/** At `/add/<kind>`, with the template of `add-<kind>`. */
export function addEntryPage<Kind extends OwnKind, Fields>(
  router: Router,
  deps: WebDeps,
  form: EntryForm<Kind, Fields>,
): void {
  const { kind, choices } = form;
  const path = `/add/${kind}`;
  const page = `add-${kind}`;

  function show(response: Response, visit: Visit, fields: Fields, ids: FormIds, faults: readonly FormFault[] = []) {
    const words = deps.pages.words(response);
    if (faults.length > 0) response.status(faults.some(({ key }) => key === 'changed-elsewhere') ? 409 : 400);
    const told = faultTexts(words, faults, (field) => form.labelOf(words, field));
    deps.pages.send(response, page, { fields, ids, ...choices, faults: told }, visit);
  }

  router.get(path, async (request, response) => {
    const visit = await requireVisit(deps, request);
    const found = await findEntry(deps, whose(visit), kind, request);
    const fields = found === undefined ? form.empty({ sort: request.query['sort'] }) : form.fieldsOf(found.content);
    show(response, visit, fields, found?.ids ?? newForm());
  });

  router.post(path, async (request, response) => {
    const visit = await requirePostAbout(deps, request);
    const fields = form.read(request);
    const ids = sentForm(request);
    const checked = form.check(fields, new Date(deps.services.now()).toISOString().slice(0, 10));
    if ('faults' in checked) {
      show(response, visit, fields, ids, checked.faults);
      return;
    }
    if (await addOnce(deps, whose(visit), checked.content, ids)) {
      response.redirect(303, `/add?told=${kind}`);
      return;
    }
    // Sent again it is added as new: nothing typed is lost.
    show(response, visit, fields, newForm(), [{ field: 'text-name', key: 'changed-elsewhere' }]);
  });
}

function whose({ actor, subject }: Visit) {
  return { actorId: actor.id, subjectId: subject.id };
}
