/** A source for many people that outlives the gateway: a sign-in that says yes, grants whose refresh tokens rotate, records that grow. */
import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { bundle } from '../../servers/fhir-bundles.ts';
import { sendJson, startServer, type SeenRequest } from '../../servers/http-server.ts';

interface Grant {
  readonly patient: string;
  access: string;
  refresh: string;
  isRevoked: boolean;
}

export interface CrashSource {
  readonly origin: string;
  /** Refresh tokens of grants that nobody gave back, with whose they are. */
  readonly live: () => readonly { readonly patient: string; readonly refresh: string }[];
  close(): Promise<void>;
}

/** Everything a worker asks of the source beside FHIR and OAuth is under `/control`. */
export async function startCrashSource(nhsNumberOf: (patient: string) => string): Promise<CrashSource> {
  const grants: Grant[] = [];
  const codes = new Map<string, string>();
  const conditions = new Map<string, Set<string>>();
  const token = () => randomBytes(12).toString('hex');

  function authorize({ query }: SeenRequest, response: ServerResponse): void {
    const code = token();
    codes.set(code, query.get('login') ?? '');
    const location = new URL(query.get('redirect_uri') ?? '');
    location.search = new URLSearchParams({ code, state: query.get('state') ?? '' }).toString();
    response.writeHead(302, { location: location.href });
    response.end();
  }

  function exchange(parameters: URLSearchParams): Grant | undefined {
    if (parameters.get('grant_type') === 'authorization_code') {
      const patient = codes.get(parameters.get('code') ?? '');
      if (patient === undefined) return undefined;
      codes.delete(parameters.get('code') ?? '');
      const grant: Grant = { patient, access: token(), refresh: token(), isRevoked: false };
      grants.push(grant);
      return grant;
    }
    const grant = grants.find(({ refresh, isRevoked }) => refresh === parameters.get('refresh_token') && !isRevoked);
    if (grant === undefined) return undefined;
    grant.access = token();
    grant.refresh = token();
    return grant;
  }

  function answerToken(request: SeenRequest, response: ServerResponse): void {
    const grant = exchange(new URLSearchParams(request.body));
    if (grant === undefined) {
      sendJson(response, 400, { error: 'invalid_grant' });
      return;
    }
    const { access, refresh, patient } = grant;
    const said = { access_token: access, refresh_token: refresh, token_type: 'Bearer', scope: 'patient/*.rs', patient };
    sendJson(response, 200, said, { 'content-type': 'application/json' });
  }

  function control({ path, query }: SeenRequest): void {
    const patient = query.get('patient') ?? '';
    if (path === '/control/grow') {
      const ids = conditions.get(patient) ?? new Set();
      conditions.set(patient, ids.add(query.get('id') ?? ''));
    } else for (const grant of grants) if (grant.patient === patient) grant.access = '';
  }

  function answerFhir({ path, headers }: SeenRequest, response: ServerResponse): void {
    const grant = grants.find(({ access, isRevoked }) => !isRevoked && headers.authorization === `Bearer ${access}`);
    if (grant === undefined) {
      sendJson(response, 401, {});
      return;
    }
    const subject = { reference: `Patient/${grant.patient}` };
    const identifier = [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: nhsNumberOf(grant.patient) }];
    const ids = path === '/fhir/Condition' ? [...(conditions.get(grant.patient) ?? [])] : [];
    if (path.startsWith('/fhir/Patient'))
      sendJson(response, 200, { resourceType: 'Patient', id: grant.patient, identifier });
    else
      sendJson(
        response,
        200,
        bundle(ids.map((id) => ({ resourceType: 'Condition', id, subject, code: { text: id } }))),
      );
  }

  const server = await startServer((request, response, { origin }) => {
    const { path } = request;
    if (path.endsWith('/smart-configuration')) sendJson(response, 200, metadata(origin));
    else if (path === '/authorize') authorize(request, response);
    else if (path === '/token') answerToken(request, response);
    else if (path === '/revoke') {
      const given = new URLSearchParams(request.body).get('token');
      for (const grant of grants) if (grant.refresh === given || grant.access === given) grant.isRevoked = true;
      sendJson(response, 200, {});
    } else if (path.startsWith('/control/')) {
      control(request);
      sendJson(response, 200, {});
    } else answerFhir(request, response);
  });

  return {
    origin: server.origin,
    live: () => grants.filter(({ isRevoked }) => !isRevoked).map(({ patient, refresh }) => ({ patient, refresh })),
    close: () => server.close(),
  };
}

function metadata(origin: string): Readonly<Record<string, unknown>> {
  return {
    issuer: origin,
    authorization_endpoint: `${origin}/authorize`,
    token_endpoint: `${origin}/token`,
    revocation_endpoint: `${origin}/revoke`,
    grant_types_supported: ['authorization_code'],
    capabilities: ['launch-standalone', 'context-standalone-patient', 'permission-patient', 'client-public'],
    code_challenge_methods_supported: ['S256'],
  };
}
