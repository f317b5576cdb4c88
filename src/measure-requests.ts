/** Tells metrics and traces of every request by its route as written; what was asked for in the path stays out. */
import type { Request, RequestHandler } from 'express';
import type { Surface } from './ports/metrics.ts';
import type { Meters } from './services/measured-sync.ts';

export function measureRequests({ metrics, tracing, clock }: Meters): RequestHandler {
  return (request, response, next) => {
    const began = clock();
    const { method } = request;
    const surface = surfaceOf(request.path);
    tracing.begin(`${method} ${surface}`, (end) => {
      response.once('close', () => {
        const route = routeOf(request);
        const status = response.statusCode;
        metrics.requestEnded({ surface, route, method, status, durationMs: clock() - began });
        end(
          { 'http.request.method': method, 'http.response.status_code': status, 'http.route': route },
          `${method} ${route}`,
        );
      });
      next();
    });
  };
}

function surfaceOf(path: string): Surface {
  if (path.startsWith('/fhir/')) return 'fhir';
  if (path.startsWith('/oauth')) return 'oauth';
  return path.startsWith('/health/') ? 'health' : 'pages';
}

/** `other`: no route took it, or a part of the authorization server's own. */
function routeOf({ baseUrl, route }: Request): string {
  const path: unknown = (route as { path?: unknown } | undefined)?.path;
  const written = Array.isArray(path) ? (path[0] as unknown) : path;
  return typeof written === 'string' ? `${baseUrl}${written}` : 'other';
}
