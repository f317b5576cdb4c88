/** Answers of the sandbox's FHIR servers. */
import type { Response } from 'express';

export function sendFhir(res: Response, status: number, text: string): void {
  // A Buffer keeps Express from touching the bytes or the content type.
  res.status(status).set('Content-Type', 'application/fhir+json; charset=utf-8').send(Buffer.from(text, 'utf8'));
}

export interface FhirRefusal {
  readonly status: number;
  /** FHIR issue type. */
  readonly code: string;
  readonly diagnostics: string;
}

/** An OperationOutcome; equal in STU3 and R4. */
export function refuse(res: Response, { status, code, diagnostics }: FhirRefusal): void {
  const issue = [{ severity: 'error', code, diagnostics }];
  sendFhir(res, status, JSON.stringify({ resourceType: 'OperationOutcome', issue }));
}

export const NOT_FOUND: FhirRefusal = {
  status: 404,
  code: 'not-found',
  diagnostics: 'There is no such resource here.',
};

export function forbidden(diagnostics: string): FhirRefusal {
  return { status: 403, code: 'forbidden', diagnostics };
}
