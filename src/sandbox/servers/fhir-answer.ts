/** Answers of the sandbox's FHIR servers. */
import type { Response } from 'express';

export interface FhirAnswer {
  readonly status: number;
  /** A resource as JSON. */
  readonly text: string;
}

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
export function refusal({ status, code, diagnostics }: FhirRefusal): FhirAnswer {
  const issue = [{ severity: 'error', code, diagnostics }];
  return { status, text: JSON.stringify({ resourceType: 'OperationOutcome', issue }) };
}

export function refuse(res: Response, refused: FhirRefusal): void {
  const { status, text } = refusal(refused);
  sendFhir(res, status, text);
}

export const NOT_FOUND: FhirRefusal = {
  status: 404,
  code: 'not-found',
  diagnostics: 'There is no such resource here.',
};

export function forbidden(diagnostics: string): FhirRefusal {
  return { status: 403, code: 'forbidden', diagnostics };
}
