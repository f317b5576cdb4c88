/** Which grant a request's bearer token stands for (RFC 6750). */
import type { Request, Response } from 'express';
import type { AuthorizationServer, TokenGrant } from '../oauth/authorization-server.ts';
import { refuse } from './fhir-answer.ts';

/** Answers 401 itself and gives undefined where there is no good token. */
export async function bearerGrant(
  authorizationServer: AuthorizationServer,
  req: Request,
  res: Response,
): Promise<TokenGrant | undefined> {
  const header = req.get('authorization') ?? '';
  const token = /^bearer ([A-Za-z0-9._~+/=-]+)$/i.exec(header)?.[1];
  const grant = token === undefined ? undefined : await authorizationServer.tokenGrant(token);
  if (grant !== undefined) return grant;
  const error =
    header === '' ? '' : ', error="invalid_token", error_description="The access token is expired or unknown"';
  res.set('WWW-Authenticate', `Bearer realm="fhir"${error}`);
  refuse(res, { status: 401, code: 'login', diagnostics: 'A valid access token is needed.' });
  return undefined;
}
