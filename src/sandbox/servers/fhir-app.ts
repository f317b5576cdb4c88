/** The Express application under every simulated source: what comes before and after its FHIR routes. */
import express from 'express';
import type { ErrorRequestHandler, Express, RequestHandler } from 'express';
import { refuse } from './fhir-answer.ts';

/** Browser apps read discovery and `metadata` from any origin (SMART App Launch 2.2, "CORS support"). */
const cors: RequestHandler = (req, res, next) => {
  res.set('Access-Control-Allow-Origin', '*');
  if (req.method !== 'OPTIONS') {
    next();
    return;
  }
  res.set({
    'Access-Control-Allow-Headers': 'authorization, content-type, accept',
    'Access-Control-Allow-Methods': 'GET, POST',
  });
  res.status(204).end();
};

const lastResort: ErrorRequestHandler = (_error, _req, res, next) => {
  if (res.headersSent) next(_error);
  else refuse(res, { status: 500, code: 'exception', diagnostics: 'The sandbox failed to answer.' });
};

function delay(delayMs: number): RequestHandler {
  return (_req, _res, next) => {
    setTimeout(next, delayMs);
  };
}

export interface FhirAppParts {
  readonly fhirPath: string;
  readonly oauthPath: string;
  readonly oauth: RequestHandler;
  /** Routes under `fhirPath`, with CORS. */
  readonly fhir: RequestHandler;
  readonly delayMs: number;
}

export function fhirApp({ fhirPath, oauthPath, oauth, fhir, delayMs }: FhirAppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.use(oauthPath, oauth);
  app.use(fhirPath, cors, ...(delayMs > 0 ? [delay(delayMs)] : []), fhir);
  app.use(lastResort);
  return app;
}
