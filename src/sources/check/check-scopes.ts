/** Compares the scopes the gateway will ask for with those the source says it knows. */
import type { CheckFinding } from '../../ports/source-connector.ts';
import type { SourceConfig } from '../../ports/source-config.ts';
import type { SmartConfiguration } from '../oauth/smart-configuration.ts';

export function checkScopes(
  config: Pick<SourceConfig, 'access' | 'scopes' | 'kind' | 'resourceTypes'>,
  configuration: SmartConfiguration | undefined,
): readonly CheckFinding[] {
  const found: CheckFinding[] = [];
  if (
    config.kind !== 'oauth2' &&
    config.access !== 'backend' &&
    !config.scopes.some((scope) => scope === 'offline_access' || scope === 'online_access')
  ) {
    found.push(finding('note', 'No offline_access is asked for: people will have to sign in there again each time.'));
  }
  if (configuration === undefined) return found;
  const supported = configuration.scopesSupported;
  if (supported.length === 0) return [...found, finding('note', 'The source does not list the scopes it knows.')];
  const unknown = config.scopes.filter((scope) => !covers(supported, scope));
  found.push(
    unknown.length === 0
      ? finding('works', 'The source knows every scope that is asked for.')
      : finding('missing', `The source does not list these scopes, and may not grant them: ${unknown.join(' ')}.`),
  );
  return found;
}

interface TypeScope {
  readonly level: string;
  readonly type: string;
  readonly letters: string;
}

/** Listed word for word, or part of a wider one: `patient/*.rs` holds `patient/Condition.rs`. */
function covers(supported: readonly string[], scope: string): boolean {
  if (supported.includes(scope)) return true;
  const asked = typeScope(scope);
  return (
    asked !== undefined &&
    supported.some((one) => {
      const listed = typeScope(one);
      if (listed?.level !== asked.level || (listed.type !== '*' && listed.type !== asked.type)) return false;
      return Array.from(asked.letters).every((letter) => listed.letters.includes(letter));
    })
  );
}

/** Scopes of SMART 1 and 2 alike; granular ones are left to word-for-word comparison. */
function typeScope(scope: string): TypeScope | undefined {
  const [, level, type, suffix] = /^(patient|system)\/(\*|[A-Za-z]+)\.(read|write|\*|[cruds]+)$/.exec(scope) ?? [];
  if (level === undefined || type === undefined || suffix === undefined) return undefined;
  return { level, type, letters: { read: 'rs', write: 'cud', '*': 'cruds' }[suffix] ?? suffix };
}

function finding(level: CheckFinding['level'], text: string): CheckFinding {
  return { subject: 'scopes', level, text };
}
