/**
 * Brings a dynamic registration into the form the library takes (RFC 7591, 2: what a server does not use it may leave out).
 * Its `scope` is left out: the library knows SMART's scopes on resources only when they are asked for.
 */
import type { NextFunction, Request, Response } from 'express';

/** The body must have been read as text; what is no JSON object is left to the library to refuse. */
export function withoutScope(request: Request, _response: Response, next: NextFunction): void {
  const body: unknown = request.body;
  const metadata = typeof body === 'string' ? parsed(body) : undefined;
  if (typeof metadata === 'object' && metadata !== null && !Array.isArray(metadata)) {
    request.body = JSON.stringify({ ...metadata, scope: undefined });
  }
  next();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
