/** Sends the consent page; its form may lead back to the app and nowhere else. */
import type { Response } from 'express';
import { OWN_SOURCE } from '../../record/own/own-source.ts';
import { personName } from '../layout/person-name.ts';
import { allowFormsTo } from '../security-headers.ts';
import type { Visit } from '../session/visit.ts';
import type { WebDeps } from '../web-deps.ts';
import type { FoundChoices } from './consent-choices.ts';
import type { ConsentFault, ConsentFields } from './consent-form.ts';
import { dataBoxes, formTarget, returnHost, subjectChoices } from './consent-view.ts';
import { describeApp } from './describe-app.ts';

export interface ConsentState {
  readonly fields: ConsentFields;
  readonly faults: readonly ConsentFault[];
  /** The page was asked for one person and answered for another. */
  readonly isOtherPerson: boolean;
}

export function showConsent(
  { pages, services }: WebDeps,
  response: Response,
  visit: Visit,
  choices: FoundChoices,
  { fields, faults, isOtherPerson }: ConsentState,
): void {
  const { question, subject, subjects, boxes } = choices;
  const words = pages.words(response);
  const values = {
    uid: question.uid,
    app: describeApp(words, question.app),
    returnHost: returnHost(question),
    subject: { id: subject.person.id, name: personName(subject.person), isSelf: subject.relationship === 'self' },
    subjects: subjectChoices(subjects, subject.person.id),
    boxes: dataBoxes(words, boxes, fields),
    sources: choices.linked.map((name) => ({
      name,
      title:
        services.connectors.get(name)?.source.title ?? (name === OWN_SOURCE ? words.text('record:addedByHand') : name),
      isTicked: fields.sources.has(name),
    })),
    later: fields.later,
    asksIdentity: question.asksIdentity,
    asksOffline: question.asksOffline,
    faults: faults.map((field) => ({ field, text: words.text(`authorize-app:fault.${field}`) })),
    isOtherPerson,
  };
  allowFormsTo(response, formTarget(question));
  pages.send(response, 'authorize-app', values, visit);
}
