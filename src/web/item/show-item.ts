/** Shows one item, or what became of it: an old address answers with what its records are in now (design 4). */
import type { Response } from 'express';
import { GatewayError } from '../../errors.ts';
import type { PersonEntry } from '../../ports/person-entries.ts';
import type { PersonDecision } from '../../ports/person-decisions.ts';
import { recordNames, refOf } from '../../record/explain/record-names.ts';
import { listDecisions } from '../../services/decisions.ts';
import { listEntries } from '../../services/own-entries.ts';
import { newForm } from '../add/entry-form.ts';
import { personName } from '../layout/person-name.ts';
import { shownMedicine } from '../medicines/medicine-list.ts';
import type { PageRecord } from '../record/page-record.ts';
import type { Visit } from '../session/visit.ts';
import { listThings } from '../things/thing.ts';
import type { WebDeps } from '../web-deps.ts';
import { itemPath, itemReference, type ItemFolder } from './item-kind.ts';
import { itemView } from './item-view.ts';

/** What a form sent that was not accepted: shown again, with what is wrong. */
export interface SentForm {
  readonly form: 'apart' | 'same' | 'taking' | 'note';
  /** By name of the field. */
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: readonly { readonly field: string; readonly text: string }[];
  readonly status: 400 | 409;
}

export interface ShowItem {
  readonly deps: WebDeps;
  readonly visit: Visit;
  readonly response: Response;
  readonly folder: ItemFolder;
  readonly id: string;
  /** Code of what was just done. */
  readonly told: string;
  readonly recordPage: number;
  readonly sent?: SentForm;
}

const TOLD: ReadonlySet<string> = new Set(['apart', 'same', 'undone', 'taking', 'note', 'taken-back', 'moved']);

/** @throws GatewayError `not-found` for what is not in this record, whoever's it may be; `gone` where nothing took its place. */
export async function showItem({ deps, visit, response, ...asked }: ShowItem): Promise<void> {
  const { folder, id, told, sent } = asked;
  const page = await deps.pageRecords.read(visit, 'item');
  const reference = itemReference(folder, id);
  const item = page.answer.record.unified.find(({ resource }) => refOf(resource) === reference);
  if (item === undefined) {
    showSuccessors({ deps, visit, response, ...asked }, page, reference);
    return;
  }
  const whose = { actorId: visit.actor.id, subjectId: visit.subject.id };
  const [decisions, entries] = await Promise.all([
    listDecisions(deps.services, whose),
    listEntries(deps.services, whose),
  ]);
  const nameOf = await namesOf(deps, response, [...decisions, ...entries]);
  const { readers, titleOf } = page;
  const row = page.rows.filter((other) => other.reference === reference);
  const medicine = page.medicines.find((other) => other.reference === reference);
  const view = itemView({ page, item, decisions, entries, nameOf, readers, recordPage: asked.recordPage });
  const values = {
    folder,
    path: `/${folder}/${id}`,
    view,
    medicine: medicine === undefined ? undefined : shownMedicine(medicine),
    thing: listThings({ record: page.answer.record, rows: row, titleOf })[0],
    stampedAt: page.answer.stamps.get(reference),
    told: TOLD.has(told) ? told : '',
    sources: page.answer.completeness,
    quarantined: page.answer.record.quarantined.length,
    forms: { taking: newForm(view.own.taking?.id ?? ''), note: newForm() },
    sent: sent ?? { form: '', typed: {}, faults: [] },
  };
  if (sent !== undefined) response.status(sent.status);
  deps.pages.send(response, 'item', values, visit);
}

function showSuccessors(
  { deps, visit, response, folder, told, sent }: ShowItem,
  { answer, medicines }: PageRecord,
  reference: string,
): void {
  const gone = answer.gone.get(reference);
  if (gone === undefined) throw new GatewayError('not-found');
  const names = recordNames(answer.record);
  const successors = answer.record.unified
    .filter(({ resource }) => gone.successors.includes(refOf(resource)))
    .flatMap(({ resource }) => {
      const path = itemPath(refOf(resource));
      const row = medicines.find((other) => other.reference === refOf(resource));
      return path === undefined ? [] : [{ path, name: row?.name ?? names.titleOf(resource) }];
    });
  const [only, ...others] = successors;
  if (only === undefined) throw new GatewayError('gone');
  if (others.length === 0 && sent === undefined) {
    response.redirect(303, `${only.path}?told=${TOLD.has(told) && told !== '' ? told : 'moved'}`);
    return;
  }
  if (sent !== undefined) response.status(sent.status);
  const values = {
    folder,
    successors,
    told: TOLD.has(told) ? told : '',
    faults: sent?.faults ?? [],
    typed: sent?.typed,
  };
  deps.pages.send(response, 'item-moved', values, visit);
}

type Attributed = Pick<PersonDecision, 'actorId' | 'withdrawnBy'> | Pick<PersonEntry, 'actorId' | 'withdrawnBy'>;

/** Those who decided and wrote, by their names. */
async function namesOf(
  { services, pages }: WebDeps,
  response: Response,
  acts: readonly Attributed[],
): Promise<(personId: string) => string> {
  const ids = new Set(
    acts.flatMap(({ actorId, withdrawnBy }) => [actorId, ...(withdrawnBy === undefined ? [] : [withdrawnBy])]),
  );
  const names = new Map<string, string>();
  for (const id of ids) {
    const person = await services.store.getPerson(id);
    names.set(id, person === undefined ? '' : personName(person));
  }
  const unknown = pages.words(response).text('common:nameNotKnown');
  return (id) => names.get(id) || unknown;
}
