/** What two lists of scopes both give: a ceiling that an operator puts on tokens never widens what a token says. */
import type { ResourceScope } from './access-grant.ts';

/** Every record that some scope of each list gives is given by one of the result, and no other. */
export function intersectScopes(
  scopes: readonly ResourceScope[],
  ceiling: readonly ResourceScope[],
): readonly ResourceScope[] {
  return scopes.flatMap((scope) =>
    ceiling.flatMap((limit) => {
      const type = scope.type === '*' ? limit.type : scope.type;
      const isAlike = scope.level === limit.level && (limit.type === '*' || limit.type === type);
      const [read, search] = [scope.read && limit.read, scope.search && limit.search];
      if (!isAlike || !(read || search)) return [];
      return [{ level: scope.level, type, read, search, filters: [...scope.filters, ...limit.filters] }];
    }),
  );
}
