/** Adds someone the actor looks after. Their identity is proved when the first source is linked. */
import type { Request, Router } from 'express';
import { GatewayError } from '../../errors.ts';
import type { Person } from '../../ports/people.ts';
import { listSubjects, represent, type RepresentedPerson } from '../../services/represent.ts';
import type { ServiceContext } from '../../services/service-context.ts';
import { withLock } from '../../services/with-lock.ts';
import { formText, keepSession, requirePost, requireVisit } from '../session/require-visit.ts';
import type { WebDeps } from '../web-deps.ts';
import { checkPersonForm, LONGEST_NAME, type PersonFields } from './person-form.ts';

const LOCK = { ttlMs: 5_000, waitMs: 15_000 };

export function addAddPersonPage(router: Router, deps: WebDeps): void {
  const { services } = deps;

  router.get('/people/add', async (request, response) => {
    const visit = await requireVisit(deps, request);
    deps.pages.send(response, 'add-person', { fields: {}, faults: [] }, visit);
  });

  router.post('/people/add', async (request, response) => {
    const visit = await requirePost(deps, request);
    const fields = readFields(request);
    const checked = checkPersonForm(fields, new Date(services.now()).toISOString().slice(0, 10));
    if ('faults' in checked) {
      const words = deps.pages.words(response);
      const faults = checked.faults.map(({ field, key }) => ({
        field,
        text: words.text(`add-person:fault.${key}`, { most: LONGEST_NAME }),
      }));
      response.status(400);
      deps.pages.send(response, 'add-person', { fields, faults }, visit);
      return;
    }
    const subject = await addOnce(services, visit.actor, checked.person);
    await keepSession(deps, visit.sessionId, { ...visit.session, subjectId: subject.id });
    response.redirect(303, '/accounts?told=added');
  });
}

/**
 * The same person is not added again, however often the form is sent: one waits for the other, and for the lock of a process
 * that died.
 */
async function addOnce(services: ServiceContext, actor: Person, who: RepresentedPerson): Promise<Person> {
  const done = await withLock(services.shared, `add-person:${actor.id}`, LOCK, async () => {
    const known = (await listSubjects(services, actor.id)).find(({ person: { name, birthDate }, relationship }) => {
      const isSame = name.family === who.family && name.given.join(' ') === who.given && birthDate === who.birthDate;
      return isSame && relationship === who.relationship;
    });
    return known?.person ?? (await represent(services, actor, who));
  });
  if (done === undefined) throw new GatewayError('unavailable');
  return done.value;
}

function readFields(request: Request): PersonFields {
  return {
    given: formText(request, 'text-given'),
    family: formText(request, 'text-family'),
    day: formText(request, 'text-birth-day'),
    month: formText(request, 'text-birth-month'),
    year: formText(request, 'text-birth-year'),
    relationship: formText(request, 'relationship'),
  };
}
