/** A person's answer to a client app, kept and written into the access log (SMART App Launch 2.2, "Obtain authorization code"). */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AppAuthorization, ConsentAnswer, ConsentQuestion } from '../ports/app-authorization.ts';
import { audit } from './audit.ts';
import type { ServiceContext } from './service-context.ts';

/** One request of the person's browser on the consent page. */
export interface AppQuestioning {
  readonly apps: AppAuthorization;
  readonly question: ConsentQuestion;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** @returns URL to send the browser to. @throws GatewayError `gone`, `bad-request`. */
export async function allowApp(
  context: ServiceContext,
  { apps, question, request, response }: AppQuestioning,
  answer: ConsentAnswer,
): Promise<string> {
  const { subjectId, actorId, sources, scopes } = answer;
  const { clientId: agent } = question.app;
  const { url } = await apps.allow(request, response, answer, async (writes, appGrantId) => {
    const line = { subjectId, actorId, agent, appGrantId, action: 'grant', outcome: 'success' } as const;
    await audit(context, { ...line, sources: sources ?? [], notes: scopes }, writes);
  });
  return url;
}

/** @param who the person, and whose record they were asked about. @returns URL to send the browser to. */
export async function refuseApp(
  context: ServiceContext,
  { apps, question, request, response }: AppQuestioning,
  who: { readonly actorId: string; readonly subjectId: string },
): Promise<string> {
  const url = await apps.refuse(request, response);
  await audit(context, { ...who, agent: question.app.clientId, action: 'grant', outcome: 'refused' });
  return url;
}
