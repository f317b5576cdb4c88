/** A person who reads their own record, or one they look after, on our pages may see all of it. */
import type { AccessGrant } from '../../access/access-grant.ts';
import type { Visit } from '../session/visit.ts';

export function pageGrant(visit: Visit): AccessGrant {
  return {
    actor: visit.session.identity,
    clientId: undefined,
    subjectId: visit.subject.id,
    scopes: [{ level: 'patient', type: '*', read: true, search: true, filters: [] }],
    sources: undefined,
    labels: undefined,
    until: undefined,
    appGrantId: undefined,
  };
}
