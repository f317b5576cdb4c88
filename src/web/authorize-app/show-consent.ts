/** Sends the consent page; its form may lead back to the app and nowhere else. */
import type { Response } from 'express';
import { personName } from '../layout/person-name.ts';
import { allowFormsTo } from '../security-headers.ts';
import type { Visit } from '../session/visit.ts';
import type { WebDeps } from '../web-deps.ts';
import type { FoundChoices } from './consent-choices.ts';
import type { ConsentFault, ConsentFields } from './consent-form.ts';
import { dataBoxes, formTarget, returnWords, subjectChoices } from './consent-view.ts';
import { describeApp } from './describe-app.ts';

export interface ConsentState {
  readonly fields: ConsentFields;
  readonly faults: readonly ConsentFault[];
  readonly notice: string | undefined;
}

export function showConsent(
  { pages, services }: WebDeps,
  response: Response,
  visit: Visit,
  choices: FoundChoices,
  { fields, faults, notice }: ConsentState,
): void {
  const { question, subject, subjects, boxes } = choices;
  const isSelf = subject.relationship === 'self';
  const values = {
    uid: question.uid,
    app: describeApp(question.app),
    goesTo: returnWords(question),
    subject: { id: subject.person.id, name: personName(subject.person), isSelf },
    subjects: subjectChoices(subjects, subject.person.id),
    boxes: dataBoxes(boxes, fields, isSelf),
    sources: choices.linked.map((name) => ({
      name,
      title: services.connectors.get(name)?.source.title ?? name,
      isTicked: fields.sources.has(name),
    })),
    later: fields.later,
    asksIdentity: question.asksIdentity,
    asksOffline: question.asksOffline,
    faults,
    faultOf: Object.fromEntries(faults.map((fault) => [fault.field, fault.text])),
    notice,
  };
  allowFormsTo(response, formTarget(question));
  pages.send(response, 'authorize-app', values, visit);
}
