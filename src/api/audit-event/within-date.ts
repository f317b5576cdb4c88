/** A date parameter as bounds on the instant when something was done (FHIR R4, 3.1.1.5.5). */
import { GatewayError } from '../../errors.ts';
import type { AuditFilter } from '../../ports/audit.ts';
import type { DateCriterion } from '../../record/search/match-date.ts';

interface Bounds {
  /** Milliseconds since the epoch: from this one on, and before that one. */
  readonly from: number;
  readonly until: number;
}

/** @throws GatewayError `unsupported-parameter` for `ne`, which is no one stretch of time. */
export function withinDate(filter: AuditFilter, { prefix, span }: DateCriterion): AuditFilter {
  const { from, until } = boundsOf({ prefix, span });
  const narrowest = {
    from: latest(filter.from, Number.isFinite(from) ? new Date(from).toISOString() : undefined),
    until: earliest(filter.until, Number.isFinite(until) ? new Date(until).toISOString() : undefined),
  };
  return { ...filter, ...narrowest };
}

function boundsOf({ prefix, span }: DateCriterion): Bounds {
  const always = { from: -Infinity, until: Infinity };
  switch (prefix) {
    case 'eq':
      return { from: span.start, until: span.end };
    case 'gt':
    case 'sa':
      return { ...always, from: span.end };
    case 'ge':
      return { ...always, from: span.start };
    case 'lt':
    case 'eb':
      return { ...always, until: span.start };
    case 'le':
      return { ...always, until: span.end };
    case 'ne':
      throw new GatewayError('unsupported-parameter', 'The prefix ne is not supported for AuditEvent.');
  }
}

function latest(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}

function earliest(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}
