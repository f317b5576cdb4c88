/** Finds what there is to answer: the app's question, the person it is about and their sources. */
import type { Request, Response } from 'express';
import { GatewayError } from '../../errors.ts';
import type { AppAuthorization, ConsentQuestion } from '../../ports/app-authorization.ts';
import { OWN_SOURCE } from '../../record/own/own-source.ts';
import { ownRecordEntries } from '../../services/own-part.ts';
import { listSubjects, type RepresentedSubject } from '../../services/represent.ts';
import type { ServiceContext } from '../../services/service-context.ts';
import { askedData } from './asked-data.ts';
import type { ConsentChoices } from './consent-form.ts';

export interface FoundChoices extends ConsentChoices {
  /** Those the actor may act for. */
  readonly subjects: readonly RepresentedSubject[];
  readonly subject: RepresentedSubject;
}

/** @throws GatewayError `gone` where it is over, belongs to another browser, or is not the one of this address. */
export async function findQuestion(
  apps: AppAuthorization,
  request: Request,
  response: Response,
): Promise<ConsentQuestion> {
  const question = await apps.question(request, response);
  if (question.uid !== request.params['uid']) throw new GatewayError('gone');
  return question;
}

/** @throws GatewayError `not-found` where the actor may not act for this person, or there is no such person. */
export async function findChoices(
  services: ServiceContext,
  question: ConsentQuestion,
  { actorId, subjectId }: Pick<ConsentChoices, 'actorId' | 'subjectId'>,
): Promise<FoundChoices> {
  const subjects = await listSubjects(services, actorId);
  const subject = subjects.find(({ person }) => person.id === subjectId);
  if (subject === undefined) throw new GatewayError('not-found');
  const accounts = await services.store.listAccounts(subjectId);
  const hasOwn = ownRecordEntries(subjectId, await services.store.listEntries(subjectId)).length > 0;
  // Before the person says whose account it is, it counts as not linked.
  const linked = accounts.filter(({ state }) => state !== 'awaiting-confirmation').map(({ source }) => source);
  return {
    question,
    boxes: askedData(question),
    actorId,
    subjectId,
    subjects,
    subject,
    linked: hasOwn ? [...linked, OWN_SOURCE] : linked,
    offered: [...services.connectors.keys(), OWN_SOURCE],
    nowMs: services.now(),
  };
}
