/** One id per request, for the answer and the log; a client's own is taken only where it cannot carry anything else. */
import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';

const HEADER = 'X-Request-Id';
const SAFE = /^[A-Za-z0-9-]{8,64}$/;

/** Where something before this router has given one, that stays. */
export function assignRequestId(req: Request, res: Response): string {
  const assigned = requestIdOf(res);
  if (assigned !== undefined) return assigned;
  const sent = req.get(HEADER);
  const id = sent !== undefined && SAFE.test(sent) ? sent : randomUUID();
  res.setHeader(HEADER, id);
  return id;
}

export function requestIdOf(res: Response): string | undefined {
  const id = res.getHeader(HEADER);
  return typeof id === 'string' ? id : undefined;
}
