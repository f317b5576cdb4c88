/** Decides whether a granted scope covers a type (SMART App Launch 2.2, "Scopes for requesting FHIR Resources"): a client must look at what it was granted. */

/** `unknown`: the scope speaks of no FHIR types (plain OAuth 2). `in-part`: some of the type's resources only. */
export type ScopeCoverage = 'covered' | 'in-part' | 'not-covered' | 'unknown';

interface TypeScope {
  readonly type: string;
  readonly mayRead: boolean;
  readonly isGranular: boolean;
}

export function scopeCoverage(granted: string | undefined, type: string): ScopeCoverage {
  const scopes = (granted ?? '').split(/\s+/).flatMap((word) => typeScope(word) ?? []);
  if (scopes.length === 0) return 'unknown';
  const fitting = scopes.filter((scope) => scope.mayRead && (scope.type === '*' || scope.type === type));
  if (fitting.some(({ isGranular }) => !isGranular)) return 'covered';
  return fitting.length > 0 ? 'in-part' : 'not-covered';
}

function typeScope(word: string): TypeScope | undefined {
  const [, type, suffix, query] =
    /^(?:patient|user|system)\/(\*|[A-Za-z]+)\.(read|write|\*|c?r?u?d?s?)(\?.*)?$/.exec(word) ?? [];
  if (type === undefined || suffix === undefined) return undefined;
  const mayRead = suffix === 'read' || suffix === '*' || /[rs]/.test(suffix.replace('write', ''));
  return { type, mayRead, isGranular: query !== undefined };
}
