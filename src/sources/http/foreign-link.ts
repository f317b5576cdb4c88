/** The failure of a link that leaves the source. */
import { SourceError } from '../../ports/source-connector.ts';

export function foreignLink(): SourceError {
  return new SourceError('foreign-link', 'The source pointed to an address that is not its own; it was not followed.');
}
