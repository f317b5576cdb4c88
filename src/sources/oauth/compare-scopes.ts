/** Compares the scope that was asked for with the scope that was granted (SMART App Launch 2.2: it may be narrower, wider or unrelated). */

export interface ScopeComparison {
  readonly notGranted: readonly string[];
  readonly unasked: readonly string[];
}

/** Words of equal meaning in SMART versions 1 and 2 are taken for the same. */
export function compareScopes(requested: string, granted: string): ScopeComparison {
  const asked = scopeWords(requested);
  const given = scopeWords(granted);
  const givenForms = new Set(given.map(comparable));
  const askedForms = new Set(asked.map(comparable));
  return {
    notGranted: asked.filter((scope) => !givenForms.has(comparable(scope))),
    unasked: given.filter((scope) => !askedForms.has(comparable(scope))),
  };
}

function scopeWords(scope: string): readonly string[] {
  return scope.split(/\s+/).filter((word) => word !== '');
}

/** `.read` is `.rs`, `.write` is `.cud`, `.*` is `.cruds`. */
function comparable(scope: string): string {
  return scope
    .replace(/\.read$/, '.rs')
    .replace(/\.write$/, '.cud')
    .replace(/\.\*$/, '.cruds');
}
